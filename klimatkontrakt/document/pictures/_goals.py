"""Which goals measure the same as the statistics on emissions, and why the others do not."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from klimatkontrakt.document import words
from klimatkontrakt.document.swedish import amount, listing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klimatkontrakt.model.contract import Contract
    from klimatkontrakt.model.emissions import Emissions
    from klimatkontrakt.model.goal import Goal, Target

WHOLE = 100
ALIKE = Decimal("0.05")
"""How far a goal's own base value may lie from the statistics', as a share of it."""
DECIDED = {
    "proposed": "föreslaget",
    "adopted": "antaget",
    "revised": "reviderat",
    "": "inget beslut anges",
}


@dataclass(frozen=True, slots=True)
class Aim:
    """A goal that can stand beside the series: tonnes CO2e a year at most, by a year."""

    name: str
    """Its label or, without one, its words."""
    told: str
    """Its name as a sentence begins."""
    year: int
    tonnes: Decimal
    decided: str
    """``antaget``, ``föreslaget`` and so on."""

    @property
    def holds(self) -> bool:
        """Whether it has been decided."""
        return self.decided in {"antaget", "reviderat"}


def aims(contract: Contract, series: Emissions) -> tuple[tuple[Aim, ...], tuple[str, ...]]:
    """The goals that measure the same, and a sentence on each of the others."""
    acts = {
        decision.id: decision.act
        for document in contract.documents.documents
        for decision in document.decisions
    }
    same: list[Aim] = []
    other: list[str] = []
    for goal in contract.goals.goals:
        name = goal.label or f"Målet ”{goal.statement}”"
        act = acts.get(goal.decisions[-1], "") if goal.decisions else ""
        hindrance = next(_hindrances(goal, act), "")
        tonnes = hindrance or _tonnes(goal, series)
        if isinstance(tonnes, str):
            other.append(f"{name} {tonnes}.")
        elif isinstance(goal.target_year, int):
            same.append(
                Aim(goal.label or goal.statement, name, goal.target_year, tonnes, DECIDED[act])
            )
    return tuple(same), tuple(other)


def _hindrances(goal: Goal, act: str) -> Iterator[str]:
    """What sets a goal apart from the series, in the order that matters to a reader."""
    if act == "repealed":
        yield "är upphävt"
    if goal.boundary != ("territory",):
        names = [name for key in goal.boundary if (name := words.BOUNDARIES[key])]
        yield f"gäller {listing(names)}" if names else "anger inte vad det omfattar"
    if goal.target is None:
        yield "anger inget tal som går att jämföra"
    if goal.measure is None:
        yield "anger inte vad som mäts"
    if goal.measure != "greenhouse_gases":
        yield f"mäter {words.MEASURES[goal.measure or 'other'] or 'något annat'}"
    if goal.excludes:
        yield f"lämnar {listing(goal.excludes)} utanför"
    if goal.boundary_note or goal.measure_note:
        yield f"har en egen avgränsning ({goal.boundary_note or goal.measure_note})"
    if not isinstance(goal.target_year, int):
        yield "har inget målår"


def _tonnes(goal: Goal, series: Emissions) -> Decimal | str:
    """What the goal lets be emitted in its target year, or why that cannot be known."""
    target = goal.target
    if target is None or target.kind == "at_least" or target.of == "total":
        return "anger inget tal som går att jämföra"
    if target.value and target.kind != "reduce_by":
        if target.value.dimension != "emissions":
            return "anger inte utsläppen i ton"
        return target.value.value
    base = _base(goal, series)
    if isinstance(base, str):
        return base
    return _less(target, base)


def _base(goal: Goal, series: Emissions) -> Decimal | str:
    if goal.baseline is None:
        return "anger inget basår"
    base = series.of(goal.baseline.year)
    if base is None:
        return f"räknas från {goal.baseline.year}, ett år som statistiken saknar"
    own = goal.baseline.value
    if own and (own.dimension != "emissions" or abs(own.value - base) > ALIKE * base):
        return (
            f"räknas från ett annat värde för {goal.baseline.year} än statistikens ({amount(own)})"
        )
    return Decimal(base)


def _less(target: Target, base: Decimal) -> Decimal | str:
    """A share of the base year before an amount: beside "80 %" an amount may be what is left."""
    if target.share and target.share.dimension == "share":
        part = target.share.value / WHOLE
        return base * (1 - part if target.kind == "reduce_by" else part)
    if target.value and target.value.dimension == "emissions":
        return base - target.value.value
    return "anger inget tal som går att jämföra"
