"""Two small workspaces side by side, and what their comparison says, one line for each thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from small import TOWN, small_workspace

from klimatkontrakt.app.sides import Side
from klimatkontrakt.i18n import translations
from klimatkontrakt.store.layout import open_layout
from klimatkontrakt.store.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from klimatkontrakt.changes._comparison import Compared, Comparison, Judged
    from klimatkontrakt.diagnostics.place import Place

SWEDISH = translations("sv")


def side(root: Path, files: Mapping[str, str] | None = None) -> Side:
    """The one version of the smallest workspace with files laid over it; none: as it lies there."""
    if files is not None:
        small_workspace(root, files)
    return Side(root.name, Reader(open_layout(root)), 2025)


def judged(comparison: Comparison) -> list[Judged]:
    """Every change, whoever's it is."""
    return [item for part in comparison.parts for item in part.changes]


def codes(comparison: Comparison) -> list[str]:
    """The code of every change; its fact where there is no verdict."""
    return [code(item) for item in judged(comparison)]


def code(item: Judged) -> str:
    return item.verdict.entry.code if item.verdict else item.change.fact.value


def told(comparison: Comparison) -> list[str]:
    """All that is said, in order: ``KK801 less goal:omradet target_year [… → …] målåret …``."""
    return [line for part in comparison.parts for line in (*map(_line, part.changes), *_gaps(part))]


def _gaps(part: Compared) -> Iterator[str]:
    for gap in part.gaps:
        yield f"underlag: {gap.words(SWEDISH)}"


def _line(item: Judged) -> str:
    change = item.change
    about = f"{change.ref} {change.field}".rstrip()
    marks = [
        f"({change.likeness} % lika)" if change.likeness is not None else "",
        f"(lucka {GAP[change.gap]})" if change.gap else "",
        f"(godtaget: {item.accepted})" if item.accepted else "",
    ]
    head = f"{code(item)} {item.direction.value} {about}"
    places = f"[{address(item.old)} → {address(item.new)}]"
    return " ".join([head, places, *filter(None, marks), item.message.words(SWEDISH)])


GAP = {"old": "före", "new": "efter"}


def address(place: Place | None) -> str:
    """Where in the town's folder; a dash where nothing stands."""
    if place is None:
        return "–"
    file = place.file.removeprefix(f"{TOWN}/").removeprefix("2025/")
    return f"{file}:{place.span.line}:{place.span.column}"
