"""Two goals for the same thing and the same year have different target values.

Why: both cannot hold, and follow-up would give two answers to whether the goal was reached.

Do: say what sets the goals apart in boundary, measure or excludes, or keep one of them.

Wrong::

    # goals.yaml
    goals:
    - id: omradet-2030
      statement: Utsläppen minskar med 80 procent från 2010 till 2030
      boundary: [territory]
      end_state: reduction
      measure: greenhouse_gases
      target_year: 2030
      target:
        kind: reduce_by
        share: 80 %
      baseline:
        year: 2010
    - id: minskning-2030
      statement: Utsläppen minskar med 70 procent från 2010 till 2030
      boundary: [territory]
      end_state: reduction
      measure: greenhouse_gases
      target_year: 2030
      target:
        kind: reduce_by
        share: 70 %
      baseline:
        year: 2010

Right::

    # goals.yaml
    goals:
    - id: omradet-2030
      statement: Utsläppen minskar med 80 procent från 2010 till 2030
      boundary: [territory]
      end_state: reduction
      measure: greenhouse_gases
      target_year: 2030
      target:
        kind: reduce_by
        share: 80 %
      baseline:
        year: 2010
    - id: energi-2030
      statement: Energianvändningen minskar med 20 procent från 2010 till 2030
      boundary: [territory]
      end_state: reduction
      measure: energy_use
      target_year: 2030
      target:
        kind: reduce_by
        share: 20 %
      baseline:
        year: 2010
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.diagnostic import Aside
from klimatkontrakt.diagnostics.entry import Level
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_
from klimatkontrakt.rules._rule import rule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from klimatkontrakt.diagnostics.diagnostic import Finding
    from klimatkontrakt.diagnostics.route import Route
    from klimatkontrakt.model.goal import Goal
    from klimatkontrakt.model.quantity import Quantity
    from klimatkontrakt.rules._case import Case

RULE = rule("KK206", Level.WARNING, __name__, __doc__)

WHOLE = 100
VAGUE = {"modal_share", "renewable_share", "count", "other"}
"""Measures that say what is counted only together with a note: cycling and buses share one."""
EMISSIONS = re.compile(r"utsläpp|växthusgas|koldioxid", re.IGNORECASE)


@RULE
def check(case: Case) -> Iterator[Finding]:
    """Compare every target with the first one of the same thing and year."""
    first: dict[object, tuple[Decimal, Quantity, Route, Goal]] = {}
    for route, goal in case.goals():
        measure = _measure(goal)
        vague = {"unknown", "sector"} & set(goal.boundary) or measure is None
        if vague or not isinstance(goal.target_year, int):
            continue
        for key, what, value, quantity in _readings(goal):
            here = route / "target" / key
            same = (*_limits(goal), measure, *what)
            earlier, words, there, other = first.setdefault(same, (value, quantity, here, goal))
            if earlier == value or other.id == goal.id:
                continue
            message = say(
                N_("goal {id} has the target {text}, but {other} has {other_text} for the same"),
                id=goal.id,
                text=quantity.text,
                other=other.id,
                other_text=words.text,
            )
            yield RULE.finding(here, message, Aside(say(N_("the other goal")), there))
            break


def _measure(goal: Goal) -> object:
    """What is measured, or ``None`` where two goals might measure different things."""
    if goal.measure is None:
        return "greenhouse_gases" if EMISSIONS.search(goal.statement) else None
    if goal.measure in VAGUE and goal.measure_note is None:
        return None
    return goal.measure


def _limits(goal: Goal) -> tuple[object, ...]:
    base = goal.baseline.year if goal.baseline else None
    notes = (goal.boundary_note, goal.measure_note, frozenset(goal.excludes))
    return (frozenset(goal.boundary), *notes, goal.end_state, goal.level, goal.target_year, base)


def _readings(goal: Goal) -> Iterator[tuple[str, tuple[object, ...], Decimal, Quantity]]:
    """Key, what the number tells, and the number: 80 % less and 20 % left are the same."""
    target = goal.target
    if target is None:
        return
    share, value = target.share, target.value
    if share is not None and target.kind == "reduce_by":
        yield "share", ("reduce_to", target.of or "baseline"), WHOLE - share.value, share
    elif share is not None:
        yield "share", (target.kind, target.of or "baseline"), share.value, share
    if value is not None:
        yield "value", (target.kind, value.dimension), value.value, value
