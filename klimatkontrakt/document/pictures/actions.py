"""Actions by field and status, as a grid in which a number stands where there are any.

Drawn where the contract has at least two actions and says both the status of one or more and the
field of one or more. An action in several fields stands in each of them; the last row counts every
action once. Statuses are those of the contract, not of the follow-up.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, get_args

from klimatkontrakt.document import words
from klimatkontrakt.document.pictures import _svg as svg
from klimatkontrakt.document.pictures._picture import (
    PICTURES,
    Drawing,
    Facts,
    Illustration,
    framed,
)
from klimatkontrakt.document.swedish import capital, counted, listing, number
from klimatkontrakt.model.action import ActionStatus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klimatkontrakt.model.action import Action
    from klimatkontrakt.model.contract import Contract

NAME = "insatser"
FEWEST = 2
NO_FIELD = "inget område anges"
ALL = "alla insatser"
COLUMNS = {
    "not_started": "inte påbörjade",
    "in_progress": "pågår",
    "paused": "pausade",
    "completed": "genomförda",
    "cancelled": "avbrutna",
    "unknown": "läge anges inte",
}
SAID = {
    "not_started": ("är inte påbörjad", "är inte påbörjade"),
    "in_progress": ("pågår", "pågår"),
    "paused": ("är pausad", "är pausade"),
    "completed": ("är genomförd", "är genomförda"),
    "cancelled": ("är avbruten", "är avbrutna"),
    "unknown": ("har inget angivet läge", "har inget angivet läge"),
}
TOP, ROW = 46, 36
FIELD_WIDE = 136
LINE = 14
LARGEST, SMALLEST = 15, 10


def draw(contract: Contract, facts: Facts) -> Illustration | None:  # noqa: ARG001  as every picture
    """A row for every field that an action has, a column for every status."""
    actions = contract.roadmap.actions
    if len(actions) < FEWEST or not any(action.fields for action in actions):
        return None
    if all(action.status == "unknown" for action in actions):
        return None
    statuses = [status for status in get_args(ActionStatus) if _with(actions, status)]
    rows = _rows(actions, statuses)
    told = _told(actions, statuses)
    alt = f"Rutnät med insatser efter område och läge. {told}"
    title = "Insatser efter område och läge"
    head = ("Område", *(capital(COLUMNS[status]) for status in statuses), "Alla")
    return Illustration(
        name=NAME,
        title="Insatserna",
        words=(" ".join((told, *_counted_twice(actions))),),
        left_out=(),
        picture=framed(contract, NAME, title, alt, _drawn(statuses, rows)),
        table=f"{title}, antal",
        head=head,
        rows=tuple((capital(name), *map(number, (*row, total))) for name, row, total in rows),
    )


def _with(actions: tuple[Action, ...], status: str) -> list[Action]:
    return [action for action in actions if action.status == status]


_Row = tuple[str, list[int], int]


def _rows(actions: tuple[Action, ...], statuses: list[str]) -> list[_Row]:
    """Each field's name, how many actions it has in each status, and in all."""
    groups = {
        name: tuple(action for action in actions if field in action.fields)
        for field, name in words.FIELDS.items()
    }
    groups[NO_FIELD] = tuple(action for action in actions if not action.fields)
    groups[ALL] = actions
    return [
        (name, [len(_with(group, status)) for status in statuses], len(group))
        for name, group in groups.items()
        if group
    ]


def _told(actions: tuple[Action, ...], statuses: list[str]) -> str:
    parts = []
    for status in statuses:
        several = len(_with(actions, status))
        one, many = SAID[status]
        parts.append(f"en {one}" if several == 1 else f"{counted(several)} {many}")
    return f"Kontraktet har {counted(len(actions))} insatser: {listing(parts)}."


def _counted_twice(actions: tuple[Action, ...]) -> Iterator[str]:
    if any(len(action.fields) > 1 for action in actions):
        yield (
            "En insats som gäller flera områden räknas i vart och ett av dem, men bara en gång i "
            "sista raden."
        )


def _drawn(statuses: list[str], rows: list[_Row]) -> tuple[float, Iterator[str]]:
    """The height, and the shapes."""
    return TOP + ROW * len(rows) + 12, _shapes(statuses, rows)


def _shapes(statuses: list[str], rows: list[_Row]) -> Iterator[str]:
    left = svg.EDGE + FIELD_WIDE + 8
    wide = (svg.WIDTH - svg.EDGE - left) / len(statuses)
    for place, status in enumerate(statuses):
        lines = svg.wrap(capital(COLUMNS[status]), wide - 3, svg.SMALL)
        for at, said in enumerate(reversed(lines)):
            x, y = left + wide * (place + 0.5), TOP - 12 - at * LINE
            yield svg.label(x, y, said, size=svg.SMALL, anchor="middle", quiet=True)
    largest = max(several for _, row, _ in rows[:-1] for several in row)
    for place, (name, row, _) in enumerate(rows):
        is_sum = place == len(rows) - 1
        top = TOP + place * ROW + (4 if is_sum else 0)
        yield svg.line(
            svg.EDGE, top, svg.WIDTH - svg.EDGE, top, colour=svg.INK if is_sum else svg.RULE
        )
        yield from _name(name, top + ROW / 2, bold=is_sum)
        for column, several in enumerate(row):
            x = left + wide * (column + 0.5)
            yield from _cell(several, x, top + ROW / 2, 0 if is_sum else largest)


def _name(name: str, middle: float, *, bold: bool) -> Iterator[str]:
    lines = svg.wrap(capital(name), FIELD_WIDE, svg.SMALL, bold=bold)
    first = middle + 4 - (len(lines) - 1) * LINE / 2
    for at, said in enumerate(lines):
        yield svg.label(svg.EDGE, first + at * LINE, said, size=svg.SMALL, bold=bold)


def _cell(several: int, x: float, y: float, largest: int) -> Iterator[str]:
    """A number in a ring as large as the number, or alone in the row of sums."""
    said = number(several)
    if largest and several:
        around = svg.width(said, svg.SMALL, bold=True) / 2 + 4
        yield svg.dot(x, y, max(SMALLEST, around, LARGEST * sqrt(several / largest)), filled=False)
    if several or not largest:
        yield svg.label(x, y + 4, said, size=svg.SMALL, anchor="middle", bold=True)


PICTURES.add("actions", Drawing(30, NAME, draw))
