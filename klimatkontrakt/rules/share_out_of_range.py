"""A share is less than nothing or more than the whole.

Why: emissions cannot fall by more than all there is; a larger fall is a goal of its own kind.

Do: write a share between 0 and 100 per cent; for more than the whole use end_state
climate_positive.

Wrong::

    # goals.yaml
    goals:
    - id: omradet-2030
      statement: Utsläppen ska minska
      boundary: [territory]
      end_state: reduction
      target_year: 2030
      target:
        kind: reduce_by
        share: 850 %
      baseline:
        year: 2010

Right::

    # goals.yaml
    goals:
    - id: omradet-2030
      statement: Utsläppen ska minska
      boundary: [territory]
      end_state: reduction
      target_year: 2030
      target:
        kind: reduce_by
        share: 85 %
      baseline:
        year: 2010
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

RULE = rule("KK503", Level.ERROR, __name__, __doc__)

SHARES = {("Target", "share"), ("Rate", "min"), ("Rate", "max"), ("Funding", "share")}
WHOLE = 100


@RULE
def check(case: Case) -> Iterator[Finding]:
    """Look at every share in per cent."""
    for route, holder, name, value in case.values():
        if (holder, name) not in SHARES or value is None or value.dimension != "share":
            continue
        if not 0 <= value.value <= WHOLE:
            message = say(N_("the share {text} is not between 0 and 100 per cent"), text=value.text)
            yield RULE.finding(route, message)
