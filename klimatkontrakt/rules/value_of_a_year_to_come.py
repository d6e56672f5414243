"""A value is said to be measured in a year that had not come.

Why: nobody can have measured it, so either the year or the word measured is wrong.

Do: correct the year, or write estimated or calculated for what is expected.

Wrong::

    # roadmap.yaml
    actions:
    - id: cykelplan
      title: Cykelplan
      effects:
      - kind: reduction
        amount: 4 kt
        certainty: measured
        method: Resvaneundersökning
        year: 2030

Right::

    # roadmap.yaml
    actions:
    - id: cykelplan
      title: Cykelplan
      effects:
      - kind: reduction
        amount: 4 kt
        certainty: estimated
        method: Resvaneundersökning
        year: 2030
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.diagnostic import Aside
from klimatkontrakt.diagnostics.entry import Level
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.diagnostics.terms import word
from klimatkontrakt.i18n import N_
from klimatkontrakt.rules._case import HAPPENED
from klimatkontrakt.rules._rule import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klimatkontrakt.diagnostics.diagnostic import Finding
    from klimatkontrakt.rules._case import Case

RULE = rule("KK722", Level.ERROR, __name__, __doc__)


@RULE
def check(case: Case) -> Iterator[Finding]:
    """Compare the years of effects and base values with the year of signing."""
    if not case.is_whole("contract", "shared"):
        return
    last = case.last_day().year
    for route, goal in case.goals():
        base = goal.baseline
        is_backwards = isinstance(goal.target_year, int) and base and goal.target_year < base.year
        if base and base.value is not None and base.year > last and not is_backwards:
            message = say(
                N_(
                    "goal {id} has a value for base year {year}, but this contract "
                    "cannot tell of anything after {last}"
                ),
                id=goal.id,
                year=base.year,
                last=last,
            )
            aside = Aside(say(N_("the value")), route / "baseline" / "value")
            remedy = say(N_("correct the base year, or leave the value out until it is known"))
            yield RULE.finding(route / "baseline" / "year", message, aside, remedy=remedy)
    for route, action in case.actions():
        for index, effect in enumerate(action.effects):
            certainty, year = effect.certainty, effect.year
            if certainty in HAPPENED and year is not None and year > last:
                message = say(
                    N_(
                        "the effect for {year} is {certainty}, but this contract "
                        "cannot tell of anything after {last}"
                    ),
                    year=year,
                    certainty=word(certainty),
                    last=last,
                )
                here = route / "effects" / index
                aside = Aside(say(N_("how certain it is said to be")), here / "certainty")
                yield RULE.finding(here / "year", message, aside)
