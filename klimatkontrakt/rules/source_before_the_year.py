"""An indicator's value is newer than the source that is to bear it.

Why: a source cannot hold the outcome of a year that had not begun when it was published.

Do: name the source from which the value was taken, or write kind: forecast.

Wrong::

    # indicators.yaml
    indicators:
    - id: utslapp
      name: Utsläpp av växthusgaser
      unit: ton koldioxidekvivalenter
      observations:
      - year: 2024
        value: 190
        kind: measured
        source: statistik
    sources:
    - id: statistik
      title: Kommunens utsläpp
      published: 2023

Right::

    # indicators.yaml
    indicators:
    - id: utslapp
      name: Utsläpp av växthusgaser
      unit: ton koldioxidekvivalenter
      observations:
      - year: 2024
        value: 190
        kind: measured
        source: statistik
    sources:
    - id: statistik
      title: Kommunens utsläpp
      published: 2025
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.entry import Level
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_
from klimatkontrakt.rules._case import DOCUMENTS
from klimatkontrakt.rules._rule import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klimatkontrakt.diagnostics.diagnostic import Finding
    from klimatkontrakt.rules._case import Case

RULE = rule("KK512", Level.WARNING, __name__, __doc__)


@RULE
def check(case: Case) -> Iterator[Finding]:
    """Compare the year of every outcome with the day on which its source was published."""
    published = {
        source.id: source.published.end
        for name in DOCUMENTS
        for source in case.document(name).sources
        if source.published is not None and source.published.end is not None
    }
    for route, indicator, observation in case.observations():
        day = published.get(observation.source or "")
        if observation.kind == "forecast" or day is None or day.year >= observation.year:
            continue
        if observation.kind == "measured" and observation.year > case.today.year:
            continue  # the year itself is wrong, as another rule says
        message = say(
            N_("the value of {name} is for {year}, but its source is from {day}"),
            name=indicator.id,
            year=observation.year,
            day=day.year,
        )
        yield RULE.finding(route / "source", message)
