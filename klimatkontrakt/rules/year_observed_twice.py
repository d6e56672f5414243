"""An indicator has two values for the same year.

Why: a reader cannot know which of them holds, and a curve would go through both.

Do: keep one of them; a forecast may stand beside the value that came.

Wrong::

    # indicators.yaml
    indicators:
    - id: utslapp
      name: Utsläpp av växthusgaser
      unit: ton koldioxidekvivalenter
      observations:
      - year: 2023
        value: 190
        kind: measured
      - year: 2023
        value: 210
        kind: measured

Right::

    # indicators.yaml
    indicators:
    - id: utslapp
      name: Utsläpp av växthusgaser
      unit: ton koldioxidekvivalenter
      observations:
      - year: 2023
        value: 190
        kind: measured
      - year: 2024
        value: 210
        kind: measured
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
    from klimatkontrakt.rules._case import Case

RULE = rule("KK511", Level.WARNING, __name__, __doc__)


@RULE
def check(case: Case) -> Iterator[Finding]:
    """Look for years that an indicator has seen before, outcomes and forecasts each by itself."""
    first: dict[tuple[str, int, bool], Route] = {}
    for route, indicator, observation in case.observations():
        is_forecast = observation.kind == "forecast"
        earlier = first.setdefault((indicator.id, observation.year, is_forecast), route)
        if earlier is not route:
            message = say(
                N_("{name} has two values for {year}"), name=indicator.id, year=observation.year
            )
            aside = Aside(say(N_("first time here")), earlier / "year")
            yield RULE.finding(route / "year", message, aside)
