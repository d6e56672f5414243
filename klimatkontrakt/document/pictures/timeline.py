"""Milestones on a time line, action by action: done and planned, as precisely as they are dated.

Drawn where at least two milestones have a time. Those without are told in words. What does not fit
on a page is counted in the picture and stands in the table.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from klimatkontrakt.document.pictures import _svg as svg
from klimatkontrakt.document.pictures._picture import (
    PICTURES,
    Drawing,
    Facts,
    Illustration,
    framed,
)
from klimatkontrakt.document.swedish import capital, counted, listing, paragraphs, sentence, when

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from klimatkontrakt.model.action import Milestone
    from klimatkontrakt.model.contract import Contract
    from klimatkontrakt.model.when import When

NAME = "tidslinje"
PLAN = "Klimatinvesteringsplanen"
FEWEST = 2
MOST_TOLD = 6
"""Milestones without a time that are told one by one above the picture."""
TEXT_AT = 20
MOST_TIME = 190
GAP = 14
START, END = 440, 618
TOP = 34
LINE = 15
HEADING = 26
MORE = 24
FEW_YEARS = 5
YEAR_WIDE = 35


@dataclass(frozen=True, slots=True)
class _Mark:
    """A milestone of an action, or of the investment plan."""

    group: int
    """Which action in order; two may have the same title."""
    of: str
    text: str
    done: bool
    time: When | None
    said: str
    """Its time in words."""


def draw(contract: Contract, facts: Facts) -> Illustration | None:  # noqa: ARG001  as every picture
    """A row for each dated milestone: a bar over the time it is known to lie within."""
    marks = list(_marks(contract))
    dated = [mark for mark in marks if mark.time is not None]
    if len(dated) < FEWEST:
        return None
    title = "Milstolpar i kontraktet"
    alt = f"Tidslinje över {_count(len(dated))} i tidsordning för varje insats. {_spans(dated)}"
    return Illustration(
        name=NAME,
        title="Milstolparna",
        words=(f"Bilden visar {_count(len(dated))} med tid. {_spans(dated)}",),
        left_out=tuple(_left_out([mark for mark in marks if mark.time is None])),
        picture=framed(contract, NAME, title, alt, _drawn(dated)),
        table=title,
        head=("Insats", "Milstolpe", "Läge", "När"),
        rows=tuple((m.of, m.text, "gjort" if m.done else "planerat", m.said) for m in marks),
    )


def _marks(contract: Contract) -> Iterator[_Mark]:
    groups: list[tuple[str, Sequence[Milestone]]] = [
        (f"{action.number} {action.title}" if action.number else action.title, action.milestones)
        for action in contract.roadmap.actions
    ]
    groups.append((PLAN, contract.investment.milestones))
    for group, (of, milestones) in enumerate(groups):
        found = [_mark(group, of, milestone) for milestone in milestones]
        yield from sorted(found, key=lambda mark: _reach(mark.time) if mark.time else LAST)


LAST = (date.max, date.max)


def _mark(group: int, of: str, milestone: Milestone) -> _Mark:
    time = milestone.done or milestone.due
    dated = time if time is not None and time.end is not None else None
    known = time is not None and time.precision != "unknown"
    said = milestone.undated or (when(time) if time and known else "tid inte angiven")
    yearly = ", varje år" if milestone.recurring else ""
    text = " ".join(paragraphs(milestone.text))
    return _Mark(group, of, text, milestone.done is not None, dated, f"{said}{yearly}")


def _reach(time: When) -> tuple[date, date]:
    """The last and the first day that the milestone may lie on: what orders the rows."""
    last = time.end or date.max
    return last, time.start or last


def _left_out(undated: list[_Mark]) -> Iterator[str]:
    if not undated:
        return
    lead = f"{capital(_count(len(undated)))} har ingen bestämd tid och är inte med i bilden"
    if len(undated) > MOST_TOLD:
        yield f"{lead}, men står i tabellen."
        return
    yield f"{lead}."
    yield from (f"{mark.of}, {mark.said.rstrip('.')}: {sentence(mark.text)}" for mark in undated)


def _count(several: int) -> str:
    return "en milstolpe" if several == 1 else f"{counted(several)} milstolpar"


def _spans(dated: list[_Mark]) -> str:
    """How many are done and planned, and within which years."""
    parts = []
    for done, one, many in ((True, "gjord", "gjorda"), (False, "planerad", "planerade")):
        years = [_years(mark.time) for mark in dated if mark.time and mark.done is done]
        if years:
            first, last = min(first for first, _ in years), max(last for _, last in years)
            span = str(first) if first == last else f"{first}–{last}"
            number = "en" if len(years) == 1 else counted(len(years))
            parts.append(f"{number} är {one if len(years) == 1 else many} ({span})")
    return f"{capital(listing(parts))}."


def _years(time: When) -> tuple[int, int]:
    last, first = _reach(time)
    return first.year, last.year


def _drawn(dated: list[_Mark]) -> tuple[float, list[str]]:
    """The height, and the shapes."""
    widest = max(svg.width(_time(mark), svg.SMALL) for mark in dated)
    time_at = START - GAP - min(widest, MOST_TIME)
    rows, height, left_out = _fitted(dated, time_at - GAP - TEXT_AT)
    days = [day for mark in dated if mark.time for day in (mark.time.start, mark.time.end) if day]
    along = _Years(min(days).year, max(days).year + 1)
    shapes = [*along.grid(height - (MORE if left_out else 4)), *_rows(rows, along, time_at)]
    if left_out:
        shapes.append(svg.label(TEXT_AT, height - 8, f"och {_count(left_out)} till, se tabellen"))
    return height, shapes


_Row = tuple[_Mark, list[str]]


def _time(mark: _Mark) -> str:
    return f"{'gjort' if mark.done else 'planerat'} {mark.said}"


def _fitted(dated: list[_Mark], room: float) -> tuple[list[_Row], float, int]:
    """The rows with their lines of words, the height, and how many did not fit on a page."""
    for most in (3, 2, 1):
        rows = [(mark, svg.wrap(mark.text, room, svg.SMALL, most=most)) for mark in dated]
        height = _height(rows)
        if height <= svg.HIGHEST:
            return rows, height, 0
    while _height(rows) + MORE > svg.HIGHEST:
        rows.pop()
    return rows, _height(rows) + MORE, len(dated) - len(rows)


def _height(rows: list[_Row]) -> float:
    groups = len({mark.group for mark, _ in rows})
    return TOP + groups * HEADING + sum(len(lines) * LINE + 7 for _, lines in rows) + 8


def _rows(rows: list[_Row], along: _Years, time_at: float) -> Iterator[str]:
    y, group = float(TOP), -1
    for mark, lines in rows:
        if mark.group != group:
            group = mark.group
            y += HEADING
            room = START - svg.EDGE - 8
            yield svg.label(svg.EDGE, y - 6, svg.cut(mark.of, room, bold=True), bold=True)
        base = y + 12
        for place, words in enumerate(lines):
            yield svg.label(TEXT_AT, base + place * LINE, words, size=svg.SMALL)
        said = svg.cut(_time(mark), MOST_TIME, svg.SMALL)
        yield svg.label(time_at, base, said, size=svg.SMALL)
        if mark.time:
            yield from along.mark(mark.time, base - 4, done=mark.done)
        y += len(lines) * LINE + 7


@dataclass(frozen=True, slots=True)
class _Years:
    """The time axis: whole years from the first to before the last."""

    first: int
    after: int

    def place(self, day: date) -> float:
        start, end = date(self.first, 1, 1).toordinal(), date(self.after, 1, 1).toordinal()
        return START + (day.toordinal() - start) / (end - start) * (END - START)

    def grid(self, bottom: float) -> Iterator[str]:
        """Few years are named within their bounds, many at every so manieth bound."""
        several = self.after - self.first
        is_few = several <= FEW_YEARS
        steps = (1, 2, 5, 10, 20, 50, 100)
        step = 1 if is_few else next(s for s in steps if (END - START) * s / several >= YEAR_WIDE)
        for year in range(self.first, self.after + 1):
            if year % step:
                continue
            x = self.place(date(year, 1, 1))
            yield svg.line(x, TOP - 6, x, bottom, colour=svg.RULE)
            middle = x + (END - START) / several / 2 if is_few else x
            if not is_few or year < self.after:
                yield svg.label(
                    middle, TOP - 12, str(year), size=svg.SMALL, anchor="middle", quiet=True
                )

    def mark(self, time: When, y: float, *, done: bool) -> Iterator[str]:
        """A bar over the days it may lie on, a dot for few; a deadline ends what is before it."""
        last = date.fromordinal((time.end or date.max).toordinal() + 1)
        end = self.place(last)
        if time.start is None:
            yield svg.line(max(START, end - 26), y, end, y, colour=svg.ACCENT, wide=2, dash="3 3")
            yield svg.line(end, y - 7, end, y + 7, colour=svg.ACCENT, wide=3)
            return
        start = self.place(time.start)
        if end - start < 9:  # noqa: PLR2004  narrower than a dot
            yield svg.dot((start + end) / 2, y, 5, filled=done)
        else:
            yield svg.box(start + 1, y - 5, end - start - 2, 10, filled=done)


PICTURES.add("timeline", Drawing(20, NAME, draw))
