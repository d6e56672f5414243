"""Where a fault can be planted: every key of the shipped files, with what the model says of it."""

from __future__ import annotations

from dataclasses import dataclass
from types import NoneType
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

from pydantic import BaseModel

from klimatkontrakt.model.action import Roadmap
from klimatkontrakt.model.background import Background
from klimatkontrakt.model.commitment import Commitments
from klimatkontrakt.model.contract import Head
from klimatkontrakt.model.decision import Documents
from klimatkontrakt.model.goal import Goals
from klimatkontrakt.model.investment import Investment
from klimatkontrakt.model.unit import Units
from klimatkontrakt.model.version import Version
from klimatkontrakt.model.when import When
from klimatkontrakt.store.sourcemap import Node, read_nodes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pydantic.fields import FieldInfo

MODELS: dict[str, type[BaseModel]] = {
    "contract": Head,
    "goals": Goals,
    "roadmap": Roadmap,
    "investment": Investment,
    "commitments": Commitments,
    "units": Units,
    "documents": Documents,
}
REFERENCES = {"source", "decisions", "owners", "unit", "deputy", "priorities_document"}


@dataclass(frozen=True, slots=True)
class Spot:
    """A key of a block mapping, in a file of the shipped data."""

    file: str
    line: int
    """1-based, of the key."""
    start: int
    """The line where the item that the key belongs to begins, or the key that it stands under."""
    key: str
    value: str
    """What stands behind the colon on the line of the key."""
    kind: str
    """What the model asks for: word, code, point, year, date, id, reference, text, list, keys."""
    required: bool
    first: bool
    """Whether it is the first key of its mapping, which may have a hyphen before it."""
    known: frozenset[str]
    """All keys that could stand here."""
    same: frozenset[str]
    """All keys that do."""
    words: tuple[str, ...] = ()
    """The words that may stand here."""
    value_lines: int = 1
    sibling: bool = False
    """Whether another item of the same list comes before the one it belongs to."""


def spots(root: Path) -> list[Spot]:
    """Every spot in the files of a workspace, in the order of the files."""
    found: list[Spot] = []
    for path in sorted((root / "commitments").rglob("*.yaml")):
        file = path.relative_to(root).as_posix()
        text = path.read_text(encoding="utf-8")
        found += _in_mapping(file, text.split("\n"), _model(file), read_nodes(text), sibling=False)
    return found


def _model(file: str) -> type[BaseModel] | None:
    if "/shared/" in file:
        return Version
    if "/background/" in file:
        return Background
    return MODELS.get(file.rpartition("/")[2].removesuffix(".yaml"))


def _in_mapping(
    file: str,
    lines: list[str],
    model: type[BaseModel] | None,
    node: Node,
    *,
    sibling: bool,
    start: int = 0,
) -> Iterator[Spot]:
    children = [(str(key), child) for key, child in node.children.items() if child.key]
    for index, (key, child) in enumerate(children):
        place = child.key
        field = model.model_fields.get(key) if model else None
        if model is None or field is None or place is None:
            continue
        line = lines[place.line - 1]
        if line[: place.column - 1].strip(" -"):
            continue  # inside brackets
        behind = line[place.end_column - 1 :].removeprefix(":").strip()
        following = children[index + 1][1].key if index + 1 < len(children) else None
        inner = _model_in(field.annotation)
        yield Spot(
            file=file,
            line=place.line,
            start=start or node.span.line,
            key=key,
            value=behind,
            kind=_kind(key, field, inner),
            required=field.is_required(),
            first=index == 0,
            known=frozenset(model.model_fields),
            same=frozenset(name for name, _ in children),
            words=_words(field.annotation),
            value_lines=following.line - place.line if following else 0,
            sibling=sibling,
        )
        if inner is not None:
            items = [item for step, item in child.children.items() if isinstance(step, int)]
            above = 0 if items else place.line
            for number, item in enumerate(items or [child]):
                yield from _in_mapping(file, lines, inner, item, sibling=number > 0, start=above)


def _parts(annotation: Any) -> Iterator[Any]:
    yield annotation
    for part in get_args(annotation):
        if get_origin(annotation) is not Literal:
            yield from _parts(part)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    models = (p for p in _parts(annotation) if isinstance(p, type) and issubclass(p, BaseModel))
    return next(models, None)


def _words(annotation: Any) -> tuple[str, ...]:
    return next((get_args(part) for part in _parts(annotation) if get_origin(part) is Literal), ())


def _kind(  # noqa: PLR0911  one way out for each kind
    key: str, field: FieldInfo, inner: type[BaseModel] | None
) -> str:
    parts = list(_parts(field.annotation))
    described = repr(field) + repr(field.annotation)
    if tuple in [get_origin(part) or part for part in parts]:
        return "list"
    if inner is not None:
        return "keys"
    if key in {"target_year", "year", "version"}:
        return "year"
    if _words(field.annotation):
        return "word"
    if When in parts:
        return "date"
    if "[0-9]{4}" in described:
        return "code"
    if r"[0-9]+\\.[0-9]+" in described:
        return "point"
    if int in parts and NoneType not in parts:
        return "number"
    if key in REFERENCES:
        return "reference"
    return "id" if "a-z" in described else "text"
