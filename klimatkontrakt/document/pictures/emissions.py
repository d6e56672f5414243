"""Emissions within the municipality's borders, beside the goals that measure the same.

Drawn where the statistics have at least two years. A goal stands beside them only if it is about
the same area and the same gases, leaves nothing out and sets a number of tonnes, or a share of a
year that the statistics have; the others are named, each with why. Indicators of the workspace are
not used: their form does not say that they count all greenhouse gases.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from klimatkontrakt.document.pictures._curve import curve
from klimatkontrakt.document.pictures._goals import Aim, aims
from klimatkontrakt.document.pictures._picture import (
    PICTURES,
    Drawing,
    Facts,
    Illustration,
    framed,
)
from klimatkontrakt.document.swedish import capital, counted, genitive, number, when

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klimatkontrakt.model.contract import Contract
    from klimatkontrakt.model.emissions import Emissions

NAME = "utslapp"
UNIT = "ton koldioxidekvivalenter"
FEWEST = 2


def draw(contract: Contract, facts: Facts) -> Illustration | None:
    """The series as a line with a mark for every known year, and goals as marks to come."""
    series = facts.emissions
    if series is None or len(series.tonnes) < FEWEST:
        return None
    same, other = aims(contract, series)
    name = contract.head.name or contract.municipality.formal_name
    owner = contract.head.genitive or genitive(name)
    first, last = series.tonnes[0][0], series.tonnes[-1][0]
    title = f"Utsläpp inom {owner} gränser {first}–{last}"
    beside = " och de mål som mäter samma sak" if same else ""
    alt = " ".join(
        [f"Linjediagram över utsläppen inom {owner} gränser.", _course(series), *map(_aimed, same)]
    )
    return Illustration(
        name=NAME,
        title="Utsläppen i kommunen",
        words=(_told(owner, series), *([" ".join(map(_aimed, same))] if same else [])),
        left_out=_left_out(other, any_drawn=bool(same)),
        picture=framed(contract, NAME, f"{title}{beside}", alt, curve(series, same, UNIT)),
        table=f"{title}{beside}, {UNIT} per år",
        head=("År", *(["Uppgift"] if same else []), "Ton"),
        rows=tuple(_rows(series, same)),
        source=f"Källa för utsläppen: {series.source}. Hämtad i {when(series.retrieved)}.",
    )


def _told(owner: str, series: Emissions) -> str:
    return (
        f"Officiell statistik visar utsläppen av växthusgaser inom {owner} gränser, räknade i "
        f"koldioxidekvivalenter. {_course(series)} Statistiken släpar efter ungefär två år, och "
        "när metoden ändras kan åren bli svåra att jämföra."
    )


def _course(series: Emissions) -> str:
    """From the first year to the last, and the highest and lowest between them."""
    (first, then), (last, now) = series.tonnes[0], series.tonnes[-1]
    changed = f", {_change(then, now)}" if then else ""
    said = f"De var {number(then)} ton år {first} och {number(now)} ton år {last}{changed}."
    between = [tonnes for _, tonnes in series.tonnes[1:-1]]
    if between and max(between) > max(then, now):
        said += f" Högst var de år {_year_of(series, max(between))}: {number(max(between))} ton."
    if between and min(between) < min(then, now):
        said += f" Lägst var de år {_year_of(series, min(between))}: {number(min(between))} ton."
    return said


def _year_of(series: Emissions, sought: int) -> int:
    return next(year for year, tonnes in series.tonnes if tonnes == sought)


def _change(then: int, now: int) -> str:
    part = round(Decimal(100) * (now - then) / abs(then))
    if part == 0:
        return "ungefär lika mycket"
    return f"alltså {number(abs(part))} procent {'mer' if part > 0 else 'mindre'}"


def _rows(series: Emissions, same: tuple[Aim, ...]) -> Iterator[tuple[str, ...]]:
    for year, tonnes in series.tonnes:
        yield (str(year), *(["Utsläpp"] if same else []), number(tonnes))
    for aim in same:
        yield str(aim.year), f"{aim.name}, {aim.decided}", _tonnes(aim)


def _left_out(other: tuple[str, ...], *, any_drawn: bool) -> tuple[str, ...]:
    if not other:
        return ()
    if any_drawn:
        lead = f"{'Ett' if len(other) == 1 else capital(counted(len(other)))} mål är inte"
    else:
        lead = "Målet är inte" if len(other) == 1 else "Inget av målen är"
    why = "eftersom bara mål som mäter samma sak som statistiken kan visas bredvid den"
    return (f"{lead} med i bilden, {why}.", *other)


def _aimed(aim: Aim) -> str:
    return f"{aim.told} ({aim.decided}) innebär {_tonnes(aim)} ton år {aim.year}."


def _tonnes(aim: Aim) -> str:
    return number(round(aim.tonnes))


PICTURES.add("emissions", Drawing(10, NAME, draw))
