"""A goal's target asks for less than before.

Why: less is to be done than was promised.

Do: say in the contract, or in follow_up.yaml, why the target was lowered.

Before::

    # goals.yaml
    goals:
    - id: omradet
      statement: Utsläppen minskar
      boundary: [territory]
      end_state: reduction
      target_year: 2030
      target:
        kind: reduce_by
        share: 80 %
      baseline:
        year: 2010

After::

    # goals.yaml
    goals:
    - id: omradet
      statement: Utsläppen minskar
      boundary: [territory]
      end_state: reduction
      target_year: 2030
      target:
        kind: reduce_by
        share: 70 %
      baseline:
        year: 2010
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.changes import _order
from klimatkontrakt.changes._verdict import Direction, verdict
from klimatkontrakt.changes._words import target
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_

if TYPE_CHECKING:
    from klimatkontrakt.changes._change import Change
    from klimatkontrakt.diagnostics.message import Message

VERDICT = verdict("KK803", Direction.LESS, "KK804", __name__, __doc__)


@VERDICT
def judge(change: Change) -> Message | None:
    """The sentence, if the fact is one of these."""
    if _order.ambition(change) < 0:
        return say(
            N_("target lowered from {before} to {after}"),
            before=target(change.before),
            after=target(change.after),
        )
    return None
