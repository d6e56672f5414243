"""A range has its lowest value above its highest.

Why: the amount could then be anything, or nothing.

Do: let the lower value stand first.

Wrong::

    # roadmap.yaml
    actions:
    - id: cykelplan
      title: Cykelplan
      costs:
      - kind: investment
        low: 240 Mkr
        high: 80 Mkr

Right::

    # roadmap.yaml
    actions:
    - id: cykelplan
      title: Cykelplan
      costs:
      - kind: investment
        low: 80 Mkr
        high: 240 Mkr
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.diagnostic import Aside
from klimatkontrakt.diagnostics.entry import Level
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.diagnostics.route import Route
from klimatkontrakt.i18n import N_
from klimatkontrakt.rules._rule import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klimatkontrakt.diagnostics.diagnostic import Finding
    from klimatkontrakt.model.quantity import Quantity
    from klimatkontrakt.rules._case import Case

RULE = rule("KK501", Level.ERROR, __name__, __doc__)

UPPER = {"low": "high", "min": "max"}


@RULE
def check(case: Case) -> Iterator[Finding]:
    """Compare the two ends of every range."""
    lower: dict[Route, Quantity] = {}
    for route, _, name, value in case.values():
        if value is None:
            continue
        if name in UPPER:
            lower[Route(route.document, (*route.steps[:-1], UPPER[name]))] = value
        elif route in lower and lower[route].value > value.value:
            low = lower[route]
            if low.dimension != value.dimension:
                continue
            message = say(
                N_("the range goes from {low} down to {high}"), low=low.text, high=value.text
            )
            start = next(key for key, upper in UPPER.items() if upper == name)
            aside = Aside(
                say(N_("the lower end")), Route(route.document, (*route.steps[:-1], start))
            )
            yield RULE.finding(route, message, aside)
