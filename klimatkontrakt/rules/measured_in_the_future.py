"""An indicator has a measured value for a year that has not come.

Why: what lies ahead can be reckoned, but not measured; readers would take a hope for a result.

Do: write kind: forecast, or correct the year.

Wrong::

    # indicators.yaml
    indicators:
    - id: utslapp
      name: Utsläpp av växthusgaser
      unit: ton koldioxidekvivalenter
      observations:
      - year: 2030
        value: 190
        kind: measured

Right::

    # indicators.yaml
    indicators:
    - id: utslapp
      name: Utsläpp av växthusgaser
      unit: ton koldioxidekvivalenter
      observations:
      - year: 2030
        value: 190
        kind: forecast
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.entry import Level
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_
from klimatkontrakt.rules._rule import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klimatkontrakt.diagnostics.diagnostic import Finding
    from klimatkontrakt.rules._case import Case

RULE = rule("KK510", Level.ERROR, __name__, __doc__)


@RULE
def check(case: Case) -> Iterator[Finding]:
    """Compare the year of every measured value with today's."""
    for route, indicator, observation in case.observations():
        if observation.kind == "measured" and observation.year > case.today.year:
            message = say(
                N_("the value of {name} for {year} cannot have been measured yet"),
                name=indicator.id,
                year=observation.year,
            )
            yield RULE.finding(route / "year", message)
