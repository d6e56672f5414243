"""A funder's share does not follow from its amount and the cost.

Why: a reader cannot know which of the numbers holds, or how much is left to pay.

Do: count the share again, or correct the sum of money that is wrong.

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
        amount: 40 Mkr
        share: 40 %

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
        amount: 40 Mkr
        share: 50 %
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.diagnostic import Aside
from klimatkontrakt.diagnostics.entry import Level
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_
from klimatkontrakt.rules._money import funded, in_kronor, whole_cost
from klimatkontrakt.rules._rule import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klimatkontrakt.diagnostics.diagnostic import Finding
    from klimatkontrakt.rules._case import Case

RULE = rule("KK509", Level.WARNING, __name__, __doc__)

WHOLE = 100
LEEWAY = 1
"""Per cent of the cost that a share may be off, besides what the written digits leave open."""


@RULE
def check(case: Case) -> Iterator[Finding]:
    """Count the share of every funder whose amount is known, where one cost is known."""
    for route, item in funded(case):
        cost = whole_cost(item.costs)
        # With several costs, or a range, the share may be one of another sum.
        if cost is None or len(item.costs) != 1 or item.costs[0].high is not None:
            continue
        if cost[0] <= cost[1]:
            continue
        for index, funding in enumerate(item.funding):
            amount, share = funding.amount, funding.share
            if amount is None or share is None or share.dimension != "share":
                continue
            low = WHOLE * (amount.value - amount.rounding) / (cost[0] + cost[1])
            high = WHOLE * (amount.value + amount.rounding) / (cost[0] - cost[1])
            fits = low - LEEWAY <= share.value <= high + LEEWAY
            if amount.dimension == "money" and not fits:
                message = say(
                    N_("{amount} is not {share} of the cost {cost}"),
                    amount=amount.text,
                    share=share.text,
                    cost=in_kronor(cost[0]),
                )
                aside = Aside(say(N_("the cost")), route / "costs" / 0)
                yield RULE.finding(route / "funding" / index / "share", message, aside)
