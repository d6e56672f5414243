"""For a pull request on GitHub: an annotation at each changed line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.changes._verdict import Direction
from klimatkontrakt.reports.comparison._writer import WRITERS, Writer

if TYPE_CHECKING:
    from klimatkontrakt.changes._comparison import Comparison, Judged
    from klimatkontrakt.diagnostics.message import Translator


def write(comparison: Comparison, translator: Translator, *, judge: bool) -> str:  # noqa: ARG001  all writers are called alike
    """Changes with a verdict, the less far-reaching first: only ten are shown for each step."""
    judged = [item for part in comparison.parts for item in part.changes if item.verdict]
    ordered = sorted(
        judged, key=lambda item: (item.direction is not Direction.LESS, bool(item.accepted))
    )
    return "".join(_annotation(item, translator) for item in ordered)


def _annotation(item: Judged, translator: Translator) -> str:
    less = item.direction is Direction.LESS and not item.accepted
    place = item.new or item.old
    code = item.verdict.entry.code if item.verdict else ""
    label = f"{item.change.label}: " if item.change.label else ""
    properties = {"title": code}
    if place is not None and ":" not in place.file:
        properties = {"file": place.file, "line": str(place.span.line), **properties}
    shown = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    text = _data(f"{label}{item.message.words(translator)}")
    return f"::{'warning' if less else 'notice'} {shown}::{text}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


WRITERS.add("github", Writer("github", write))
