"""The shares of a funding add up to more than 100 per cent.

Why: more than the whole cannot be paid, so at least one of the shares is wrong.

Do: correct the shares; together they are at most 100 per cent.

Wrong::

    # roadmap.yaml
    actions:
    - id: cykelplan
      title: Cykelplan
      funding:
      - funder: Naturvårdsverket
        share: 50 %
      - funder: Kommunen
        share: 60 %

Right::

    # roadmap.yaml
    actions:
    - id: cykelplan
      title: Cykelplan
      funding:
      - funder: Naturvårdsverket
        share: 50 %
      - funder: Kommunen
        share: 50 %
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.entry import Level
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_
from klimatkontrakt.rules._money import added, funded
from klimatkontrakt.rules._rule import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klimatkontrakt.diagnostics.diagnostic import Finding
    from klimatkontrakt.rules._case import Case

RULE = rule("KK508", Level.ERROR, __name__, __doc__)

WHOLE = 100


@RULE
def check(case: Case) -> Iterator[Finding]:
    """Add up the shares; one that is too large by itself is KK503's matter."""
    for route, item in funded(case):
        shares = [funding.share for funding in item.funding if funding.share is not None]
        if any(share.dimension != "share" or share.value > WHOLE for share in shares):
            continue
        total, leeway = added(shares)
        if total - leeway > WHOLE:
            message = say(
                N_("the shares of the funding add up to {total} per cent"),
                total=f"{total.normalize():f}".replace(".", ","),
            )
            yield RULE.finding(replace(route / "funding", at="key"), message)
