"""Shared commitments, and the actions that the contract says serve them.

Drawn where at least one action serves one. Only ties that the contract states are shown; a reading
of ours (``editorial``) never is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from klimatkontrakt.document.pictures import _svg as svg
from klimatkontrakt.document.pictures._picture import (
    PICTURES,
    Drawing,
    Facts,
    Illustration,
    framed,
)
from klimatkontrakt.document.swedish import capital, counted, listing
from klimatkontrakt.model.known import is_known

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klimatkontrakt.model.action import Action
    from klimatkontrakt.model.contract import Contract

NAME = "ataganden"
NONE = "ingen insats anges"
RELATIONS = {
    "joins": "ingår i",
    "prioritises": "prioriterar",
    "declines": "avstår",
    "": "anges inte",
}
BOX_WIDE = 250
NAMES_AT = 330
ROW, LINE, PAD, GAP = 20, 15, 8, 12
MORE = 24


@dataclass(frozen=True, slots=True)
class _Served:
    """A shared commitment and those who serve it: each action's title and its points."""

    number: int
    theme: str
    relation: str
    actions: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def names(self) -> list[str]:
        """Each action with the points that it serves: ``Cykelplan (1.2)``."""
        return [f"{name} ({listing(p)})" if p else name for name, p in self.actions]


def draw(contract: Contract, facts: Facts) -> Illustration | None:  # noqa: ARG001  as every picture
    """A box for every commitment, with lines to the actions that serve it."""
    served = list(_served(contract))
    if not any(item.actions for item in served):
        return None
    title = "Gemensamma åtaganden och insatser som bidrar till dem"
    told = " ".join(_told(served))
    alt = f"Träd från åtaganden till insatser. {told}"
    return Illustration(
        name=NAME,
        title="Åtagandena och insatserna",
        words=(told,),
        left_out=(),
        picture=framed(contract, NAME, title, alt, _drawn(served)),
        table=title,
        head=("Åtagande", "Kommunens val", "Insats", "Gäller"),
        rows=tuple(row for item in served for row in _rows(item)),
    )


def _served(contract: Contract) -> Iterator[_Served]:
    """Every commitment that the municipality takes part in, or that an action serves, by number."""
    chosen = {item.number: item.relation for item in contract.commitments.shared_commitments}
    ties = [(action, _ties(action)) for action in contract.roadmap.actions]
    numbers = {number for number, relation in chosen.items() if relation != "declines"}
    for number in sorted(numbers.union(*(found for _, found in ties))):
        known = contract.version.commitment(number)
        yield _Served(
            number,
            known.theme if known and is_known(known.theme) else "",
            RELATIONS[chosen.get(number, "")],
            tuple((action.title, found[number]) for action, found in ties if number in found),
        )


def _ties(action: Action) -> dict[int, tuple[str, ...]]:
    """The commitments that the contract says an action serves, each with its points."""
    found: dict[int, tuple[str, ...]] = {}
    for tie in action.links:
        kind, _, word = tie.to.partition(":")
        number, _, _ = word.partition(".")
        if tie.kind == "stated" and kind in {"commitment", "point"} and number.isdecimal():
            points = found.setdefault(int(number), ())
            if kind == "point" and word not in points:
                found[int(number)] = (*points, word)
    return found


def _told(served: list[_Served]) -> Iterator[str]:
    several = len(served)
    lead = "ett gemensamt åtagande" if several == 1 else f"{counted(several)} gemensamma åtaganden"
    yield f"Bilden visar {lead} och de insatser som enligt kontraktet bidrar till dem."
    for item in served:
        if item.actions:
            yield f"{capital(_name(item))}: {listing([name for name, _ in item.actions])}."
    without = [str(item.number) for item in served if not item.actions]
    if without:
        yield f"Till åtagande {listing(without)} anger kontraktet ingen insats."


def _name(item: _Served) -> str:
    return f"åtagande {item.number}" + (f", {item.theme}" if item.theme else "")


def _rows(item: _Served) -> Iterator[tuple[str, ...]]:
    name = f"{item.number} {item.theme}".strip()
    if not item.actions:
        yield name, item.relation, NONE, "–"
    for title, points in item.actions:
        part = f"delåtagande {listing(points)}" if points else "åtagandet"
        yield name, item.relation, title, part


@dataclass(frozen=True, slots=True)
class _Box:
    number: str
    theme: list[str]
    names: list[str]

    @property
    def height(self) -> float:
        """Of the box or of the names beside it."""
        return max(2 * PAD + (1 + len(self.theme)) * LINE, ROW * max(1, len(self.names)))


def _drawn(served: list[_Served]) -> tuple[float, list[str]]:
    """The height, and the shapes."""
    boxes, left_out = _fitted(served)
    height = svg.EDGE * 2 + sum(box.height + GAP for box in boxes) + (MORE if left_out else 0) - GAP
    shapes: list[str] = []
    y: float = svg.EDGE
    for box in boxes:
        shapes += _box(box, y)
        y += box.height + GAP
    if left_out:
        more = "ett åtagande" if left_out == 1 else f"{counted(left_out)} åtaganden"
        shapes.append(svg.label(svg.EDGE, y + 8, f"och {more} till, se tabellen"))
    return height, shapes


def _fitted(served: list[_Served]) -> tuple[list[_Box], int]:
    """Boxes that fit on a page: fewer names beside each before fewer boxes."""
    most = max(len(item.actions) for item in served)
    boxes = [_boxed(item, most) for item in served]
    while _height(boxes) > svg.HIGHEST and most > 1:
        most -= 1
        boxes = [_boxed(item, most) for item in served]
    if _height(boxes) > svg.HIGHEST:
        while _height(boxes) + MORE > svg.HIGHEST:
            boxes.pop()
    return boxes, len(served) - len(boxes)


def _height(boxes: list[_Box]) -> float:
    return svg.EDGE * 2 + sum(box.height + GAP for box in boxes)


def _boxed(item: _Served, most: int) -> _Box:
    names = item.names
    if len(names) > most:
        names = [*names[: most - 1], f"och {counted(len(names) - most + 1)} till, se tabellen"]
        if most == 1:
            names = [f"{counted(len(item.names))} insatser, se tabellen"]
    theme = svg.wrap(item.theme, BOX_WIDE - 2 * PAD, svg.SMALL) if item.theme else []
    room = svg.WIDTH - svg.EDGE - NAMES_AT
    return _Box(f"Åtagande {item.number}", theme, [svg.cut(name, room) for name in names])


def _box(box: _Box, top: float) -> Iterator[str]:
    high = 2 * PAD + (1 + len(box.theme)) * LINE
    start = top + (box.height - high) / 2
    middle = top + box.height / 2
    yield svg.box(svg.EDGE, start, BOX_WIDE, high, filled=False)
    room = BOX_WIDE - 2 * PAD
    x, y = svg.EDGE + PAD, start + PAD + 11
    yield svg.label(x, y, svg.cut(box.number, room, bold=True), bold=True)
    for place, words in enumerate(box.theme, 1):
        yield svg.label(x, y + place * LINE, words, size=svg.SMALL)
    if not box.names:
        yield svg.label(NAMES_AT, middle + 4, NONE, quiet=True)
    first = middle - (len(box.names) - 1) * ROW / 2
    for place, name in enumerate(box.names):
        row = first + place * ROW
        yield svg.line(svg.EDGE + BOX_WIDE, middle, NAMES_AT - 14, row, colour=svg.QUIET)
        yield svg.dot(NAMES_AT - 12, row, 3.5)
        yield svg.label(NAMES_AT, row + 4, name)


PICTURES.add("commitments", Drawing(40, NAME, draw))
