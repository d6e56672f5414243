"""What a template sees as JSON Schema: for programs, and for those who write templates."""

from __future__ import annotations

from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints, is_typeddict

from klimatkontrakt.document.extract_types import ExtractView
from klimatkontrakt.document.view_types import ChapterView
from klimatkontrakt.exporters.json_schema import DIALECT

VIEWS: dict[str, Any] = {"template": ChapterView, "extract": ExtractView}
"""What ``kk schema`` calls it, and the type of what is seen."""
PLAIN = {str: "string", int: "integer", NoneType: "null"}


def template_schema(name: str) -> dict[str, Any]:
    """The JSON Schema of what templates of a kind see; every field is there, and no other."""
    parts: dict[str, Any] = {}
    root = _fields(VIEWS[name], parts)
    return {"$schema": DIALECT, "title": name, **root, "$defs": dict(sorted(parts.items()))}


def _fields(kind: Any, parts: dict[str, Any]) -> dict[str, Any]:  # noqa: ANN401  types themselves
    hints = get_type_hints(kind, include_extras=True)
    found = {}
    for name, hint in hints.items():
        bare, words = get_args(hint)
        found[name] = {"description": words, **_value(bare, parts)}
    return {
        "description": kind.__doc__,
        "type": "object",
        "properties": found,
        "required": list(found),
        "additionalProperties": False,
    }


def _value(kind: Any, parts: dict[str, Any]) -> dict[str, Any]:  # noqa: ANN401  as above
    if kind in PLAIN:
        return {"type": PLAIN[kind]}
    if is_typeddict(kind):
        name = kind.__name__
        if name not in parts:
            parts[name] = {}
            parts[name] = _fields(kind, parts)
        return {"allOf": [{"$ref": f"#/$defs/{name}"}]}
    arguments = get_args(kind)
    if isinstance(kind, UnionType):
        return {"anyOf": [_value(part, parts) for part in arguments]}
    if get_origin(kind) is list:
        return {"type": "array", "items": _value(arguments[0], parts)}
    return {"type": "object", "additionalProperties": _value(arguments[1], parts)}
