"""A contract in which every field for free text holds one and the same text."""

from __future__ import annotations

import json
import types
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, StringConstraints
from small import TOWN

from klimatkontrakt.exporters.json_schema import FILES
from klimatkontrakt.model.commitment import PointId
from klimatkontrakt.model.indicator import Number
from klimatkontrakt.model.quantity import Quantity
from klimatkontrakt.model.when import TargetYear, When, Year

TEXTS = {
    "jinja": "{{ 7 * 7 }} {% raw %} {# inte #}",
    "typst": '#let x = 1; #read("/etc/passwd") $x^2$ @ref <etikett> [inte] \\ \\u{0}',
    "markdown": "| a | b | -- *fet* _kursiv_ `kod` ~bort~ > citat ![bild](x) [^1]",
    "html": '<script>alert("x")</script> & &amp; &#x41; ]]> --> "citat" \'enkla\'',
    "directions": "vänster\u202ehöger\u202c och \u2067tillbaka\u2069",
    "invisible": "noll\u200bbredd, \u2060fogat hårt\u2011streck tunt\u2009mellan mjukt\u00adbrutet",
    "long": "lång" + "a" * 9_996,
    "item": "- punkt",
    "numbered": "1. ett",
    "heading": "# rubrik",
    "quote": "> citat",
    "caption": "Tabell 1. Inte en tabell",
    "latex": "\\begin{document} C:\\mapp\\fil %s %(namn)s",
}
"""What could be taken for something else than text, by one format or another."""

PLAIN = "Zebra"
"""A text that none of them can mistake."""
KEPT = {"municipality": "9999", "kind": "contract", "record": "complete", "status": "draft"}
CHOSEN = {"chapter": "purpose", "after": None, "wording": "official"}
"""Fields whose value must fit something else; ``None`` leaves one out."""
WITHOUT_TEXT = {"due", "done", "municipality"}
"""Of two fields that exclude each other the one with free text is kept."""
ID = "ett"
"""Every id and every reference, so that what is referred to is found."""


def contract_of(text: str) -> dict[str, str]:
    """Files for a small workspace; JSON is YAML, and can hold any character."""
    shared = ("contract", "goals", "roadmap", "investment", "commitments", "follow_up")
    lasting = ("units", "documents", "indicators")
    made = {}
    for name in (*shared, *lasting):
        value = _model(FILES[name][0], text)
        folder = f"{TOWN}/2025" if name in shared else TOWN
        if name == "contract":
            value |= KEPT
            value["sections"][0].pop("title")
        made[f"{folder}/{name}.yaml"] = json.dumps(value) + "\n"
    return made


def _model(kind: type[BaseModel], text: str) -> dict[str, Any]:
    exclusive = (
        WITHOUT_TEXT if "oneOf" in (kind.model_config.get("json_schema_extra") or {}) else ()
    )
    made = {}
    for name, field in kind.model_fields.items():
        whole = field.rebuild_annotation()
        value = CHOSEN[name] if name in CHOSEN else _value(whole, text)
        if value is not None and name not in exclusive:
            made[name] = value
    return made


def _value(annotation: Any, text: str) -> Any:  # noqa: PLR0911  one for each kind of field
    if annotation in FIXED:
        return FIXED[annotation]
    kind, parts = get_origin(annotation), get_args(annotation)
    if kind in {types.UnionType, Union}:
        return _value(parts[0], text)
    if kind is Literal:
        return parts[0]
    if kind is tuple:
        return [_value(parts[0], text)]
    if kind is Annotated:
        return _annotated(parts, text)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _model(annotation, text)
    return 1


FIXED = {Quantity: "7 t", When: "2026", Year: 2026, TargetYear: 2026, Number: 7, PointId: "1.1"}


def _annotated(parts: tuple[Any, ...], text: str) -> Any:
    base, *marks = parts
    rules = [mark for mark in marks if isinstance(mark, StringConstraints)]
    if base is not str or not rules:
        return _value(base, text)
    match rules[0].pattern:
        case None:
            return text
        case "^[0-9]{4}$":
            return "9999"
        case _:
            return "1.1" if "\\." in str(rules[0].pattern) else ID
