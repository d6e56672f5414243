"""A goal sets a share of a base year, but no base year is given.

Why: 80 per cent of an unknown amount cannot be followed up.

Do: add baseline with the year, and its value if it is known.

Wrong::

    # goals.yaml
    goals:
    - id: omradet-2030
      statement: Utsläppen ska minska med 80 procent till 2030
      boundary: [territory]
      end_state: reduction
      target_year: 2030
      target:
        kind: reduce_by
        share: 80 %

Right::

    # goals.yaml
    goals:
    - id: omradet-2030
      statement: Utsläppen ska minska med 80 procent från 2010 till 2030
      boundary: [territory]
      end_state: reduction
      target_year: 2030
      target:
        kind: reduce_by
        share: 80 %
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

RULE = rule("KK202", Level.WARNING, __name__, __doc__)

NOTHING_LEFT = {"reduce_by": 100, "reduce_to": 0}
"""All of any amount is the same whatever it is counted from."""


@RULE
def check(case: Case) -> Iterator[Finding]:
    """Look for shares that are counted from nothing."""
    for route, goal in case.goals():
        target = goal.target
        if target is None or target.share is None or target.of == "total":
            continue
        if target.kind not in NOTHING_LEFT or target.share.value == NOTHING_LEFT[target.kind]:
            continue
        if goal.baseline is None:
            message = say(
                N_("goal {id} counts {share} from a base year that is not given"),
                id=goal.id,
                share=target.share.text,
            )
            yield RULE.finding(route / "target" / "share", message)
