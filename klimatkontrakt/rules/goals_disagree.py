"""Two goals for the same thing have different target years.

Why: a reader cannot know which of the years holds.

Do: say what sets the goals apart in boundary, end_state or level, or keep one of them.

Wrong::

    # goals.yaml
    goals:
    - id: koncern-2030
      statement: En klimatneutral kommunkoncern
      boundary: [municipal_group]
      end_state: climate_neutral
      target_year: 2030
    - id: koncern-2035
      statement: Kommunkoncernen är klimatneutral
      boundary: [municipal_group]
      end_state: climate_neutral
      target_year: 2035

Right::

    # goals.yaml
    goals:
    - id: koncern-2030
      statement: En klimatneutral kommunkoncern
      boundary: [municipal_group]
      end_state: climate_neutral
      target_year: 2030
    - id: organisation-2025
      statement: En klimatneutral kommunorganisation
      boundary: [municipal_administration]
      end_state: climate_neutral
      target_year: 2025
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.diagnostic import Aside
from klimatkontrakt.diagnostics.entry import Level
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_
from klimatkontrakt.rules._rule import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klimatkontrakt.diagnostics.diagnostic import Finding
    from klimatkontrakt.diagnostics.route import Route
    from klimatkontrakt.model.goal import Goal
    from klimatkontrakt.rules._case import Case

RULE = rule("KK201", Level.WARNING, __name__, __doc__)


@RULE
def check(case: Case) -> Iterator[Finding]:
    """Compare every goal with the first one of the same kind."""
    first: dict[object, tuple[Route, Goal]] = {}
    for route, goal in case.goals():
        vague = {"unknown", "sector"} & set(goal.boundary) or goal.end_state == "other"
        if not isinstance(goal.target_year, int) or vague:
            continue
        # Interim goals lead to each other, and a number of its own makes a goal another goal.
        what = (goal.boundary_note, goal.end_state, goal.level, goal.measure, goal.target)
        same = (frozenset(goal.boundary), frozenset(goal.excludes), goal.measure_note, *what)
        earlier_route, earlier = first.setdefault(same, (route, goal))
        differ = earlier.target_year != goal.target_year and earlier.id != goal.id
        if differ and goal.level != "interim":
            message = say(
                N_("goal {id} has target year {year}, but {other} has {other_year} for the same"),
                id=goal.id,
                year=goal.target_year,
                other=earlier.id,
                other_year=earlier.target_year,
            )
            aside = Aside(say(N_("the other goal")), earlier_route / "target_year")
            yield RULE.finding(route / "target_year", message, aside)
