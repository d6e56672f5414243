"""The funding adds up to more than what it is to pay for.

Why: either an amount is wrong, or some of the money is counted twice.

Do: correct the amount that is wrong, or add the cost that is missing.

Wrong::

    # roadmap.yaml
    actions:
    - id: cykelplan
      title: Cykelplan
      costs:
      - kind: investment
        amount: 80 Mkr
      funding:
      - funder: Naturvårdsverket
        amount: 50 Mkr
      - funder: Kommunen
        amount: 40 Mkr

Right::

    # roadmap.yaml
    actions:
    - id: cykelplan
      title: Cykelplan
      costs:
      - kind: investment
        amount: 80 Mkr
      funding:
      - funder: Naturvårdsverket
        amount: 50 Mkr
      - funder: Kommunen
        amount: 30 Mkr
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.diagnostic import Aside
from klimatkontrakt.diagnostics.entry import Level
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_
from klimatkontrakt.rules._money import added, funded, in_kronor, whole_cost
from klimatkontrakt.rules._rule import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klimatkontrakt.diagnostics.diagnostic import Finding
    from klimatkontrakt.rules._case import Case

RULE = rule("KK507", Level.WARNING, __name__, __doc__)


@RULE
def check(case: Case) -> Iterator[Finding]:
    """Add up the funding of everything whose cost is known; less than the cost is no fault."""
    for route, item in funded(case):
        amounts = [funding.amount for funding in item.funding if funding.amount is not None]
        cost = whole_cost(item.costs)
        if cost is None or any(amount.dimension != "money" for amount in amounts):
            continue
        given, leeway = added(amounts)
        if given - cost[0] > leeway + cost[1]:
            message = say(
                N_("the funding adds up to {total}, but the cost is {cost}"),
                total=in_kronor(given),
                cost=in_kronor(cost[0]),
            )
            aside = Aside(say(N_("the cost")), route / "costs" / 0)
            yield RULE.finding(replace(route / "funding", at="key"), message, aside)
