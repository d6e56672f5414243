"""A goal's target year comes before its base year.

Why: a goal that is to be reached before its base year cannot be followed up.

Do: correct target_year or baseline.year.

Wrong::

    # goals.yaml
    goals:
    - id: koncern-2030
      statement: En klimatneutral kommunkoncern
      boundary: [municipal_group]
      end_state: climate_neutral
      target_year: 2025
      baseline:
        year: 2030

Right::

    # goals.yaml
    goals:
    - id: koncern-2030
      statement: En klimatneutral kommunkoncern
      boundary: [municipal_group]
      end_state: climate_neutral
      target_year: 2030
      baseline:
        year: 2025
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
    from klimatkontrakt.rules._case import Case

RULE = rule("KK204", Level.ERROR, __name__, __doc__)


@RULE
def check(case: Case) -> Iterator[Finding]:
    """Compare the two years of every goal that has both."""
    for route, goal in case.goals():
        year, baseline = goal.target_year, goal.baseline
        if isinstance(year, int) and baseline is not None and year < baseline.year:
            message = say(
                N_("target year {year} comes before base year {base}"),
                year=year,
                base=baseline.year,
            )
            aside = Aside(say(N_("the base year")), route / "baseline" / "year")
            yield RULE.finding(route / "target_year", message, aside)
