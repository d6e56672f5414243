"""A series as a line over its years, with marks to come for the goals beside it."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from klimatkontrakt.document.pictures import _svg as svg
from klimatkontrakt.document.pictures._scale import Scale, scale
from klimatkontrakt.document.swedish import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klimatkontrakt.document.pictures._goals import Aim
    from klimatkontrakt.model.emissions import Emissions

    _Point = tuple[float, float]
    _Way = tuple[_Point, _Point]

TOP, BOTTOM = 48, 324
GOALS_WIDE = 180
MOST_GOALS = 7
LINE = 17


def curve(series: Emissions, same: tuple[Aim, ...], unit: str) -> tuple[float, Iterator[str]]:
    """The height, and the shapes; every goal is named at the right, with its year and amount."""
    return BOTTOM + 34, _shapes(series, same, unit)


def _shapes(series: Emissions, same: tuple[Aim, ...], unit: str) -> Iterator[str]:
    values = [tonnes for _, tonnes in series.tonnes] + [aim.tonnes for aim in same]
    up = scale(values, BOTTOM, TOP)
    left = svg.EDGE + max(svg.width(said, svg.SMALL) for _, said in up.steps()) + 8
    right = svg.WIDTH - svg.EDGE - (GOALS_WIDE if same else 0)
    along = _years([year for year, _ in series.tonnes], same, left + 12, right - 18)
    unit = " ".join(part for part in (up.thousands, unit) if part)
    yield svg.label(svg.EDGE, 18, f"{unit.capitalize()} per år", size=svg.SMALL, quiet=True)
    for tick, said in up.steps():
        y = up.place(tick)
        yield svg.line(left, y, right, y, colour=svg.QUIET if tick == 0 else svg.RULE)
        yield svg.label(left - 8, y + 4, said, size=svg.SMALL, anchor="end", quiet=True)
    yield from _year_marks(along)
    points = [(along.place(year), up.place(tonnes)) for year, tonnes in series.tonnes]
    ways = [(points[-1], (along.place(aim.year), up.place(aim.tonnes))) for aim in same]
    yield from _goal_marks(same, along, up, points[-1], right)
    yield svg.path(points, wide=2.5)
    for x, y in points:
        yield svg.dot(x, y, 3.5)
    yield from _ends(series, up, points, ways, left)


def _years(known: list[int], same: tuple[Aim, ...], start: float, end: float) -> Scale:
    years = [*known, *(aim.year for aim in same)]
    step = next(
        step
        for step in (1, 2, 5, 10, 20, 50, 100, 200)
        if (max(years) - min(years)) / step * 42 <= end - start
    )
    marks = [year for year in range(min(years), max(years) + 1) if year % step == 0]
    ends = (Decimal(min(years)), *map(Decimal, marks), Decimal(max(years)))
    return Scale(ends, start, end, Decimal(1), "")


def _year_marks(along: Scale) -> Iterator[str]:
    for year in along.ticks[1:-1]:
        x = along.place(year)
        yield svg.line(x, BOTTOM, x, BOTTOM + 5, colour=svg.QUIET)
        yield svg.label(x, BOTTOM + 20, str(year), size=svg.SMALL, anchor="middle", quiet=True)


def _ends(
    series: Emissions, up: Scale, points: list[_Point], ways: list[_Way], axis: float
) -> Iterator[str]:
    """The numbers of the first and the last year, where there is room for both."""
    first, last = (
        f"{year}: {up.shown(value)}" for year, value in (series.tonnes[0], series.tonnes[-1])
    )
    left, right = points[0][0] - 4, points[-1][0] + 4
    right = max(right, axis + svg.width(last, bold=True))
    after, before = left + svg.width(first, bold=True), right - svg.width(last, bold=True)
    drawn = [*pairwise(points), *ways]
    if after < before:
        yield svg.label(left, _clear(drawn, left, after, points[0][1]), first, bold=True)
    y = _clear(drawn, before, right, points[-1][1])
    yield svg.label(right, y, last, bold=True, anchor="end")


def _clear(drawn: list[_Way], left: float, right: float, near: float) -> float:
    """A base line above or below all that is drawn between two places, whichever is nearer."""
    within = []
    for (x1, y1), (x2, y2) in drawn:
        start, end = max(left, x1), min(right, x2)
        if start <= end and x1 < x2:
            within += [y1 + (y2 - y1) * (x - x1) / (x2 - x1) for x in (start, end)]
    above, below = min(within) - 11, max(within) + 22
    has_room = below < BOTTOM - 4
    return below if has_room and below - near - 11 < near - above else above


def _goal_marks(
    same: tuple[Aim, ...], along: Scale, up: Scale, start: _Point, right: float
) -> Iterator[str]:
    """From the last known year to each goal: solid if decided, dashed if not, with its name."""
    shown = sorted(same[:MOST_GOALS], key=lambda aim: (up.place(aim.tonnes), aim.year, aim.name))
    lows = _apart([up.place(aim.tonnes) for aim in shown])
    for aim, low in zip(shown, lows, strict=True):
        x, y = along.place(aim.year), up.place(aim.tonnes)
        if x > start[0]:
            yield svg.line(*start, x, y, wide=2, dash="" if aim.holds else "7 4")
        yield svg.line(x + 8, y, right + 8, low, colour=svg.QUIET, dash="1 3")
        yield svg.diamond(x, y, filled=aim.holds)
        room = GOALS_WIDE - 12
        yield svg.label(right + 12, low, f"{aim.year}: {up.shown(aim.tonnes)}", bold=True)
        decided = f", {aim.decided}"
        name = svg.cut(aim.name, room - svg.width(decided, svg.SMALL), svg.SMALL)
        yield svg.label(right + 12, low + LINE - 2, f"{name}{decided}", size=svg.SMALL)
    if len(same) > len(shown):
        y = BOTTOM + 20
        yield svg.label(
            right + 12, y, f"och {counted(len(same) - len(shown))} mål till", size=svg.SMALL
        )


def _apart(wanted: list[float]) -> list[float]:
    """Base lines for labels of two lines, as near as can be to where they are wanted."""
    gap = 2 * LINE + 4
    highest: float = BOTTOM - LINE
    placed: list[float] = []
    for y in wanted:
        placed.append(max(y, placed[-1] + gap if placed else TOP - LINE))
    for place in range(len(placed) - 1, -1, -1):
        placed[place] = min(placed[place], highest)
        highest = placed[place] - gap
    return placed
