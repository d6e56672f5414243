"""A goal's target year is later than before.

Why: the goal is to be reached later than was promised.

Do: say in the contract, or in follow_up.yaml, why the year was moved.

Before::

    # goals.yaml
    goals:
    - id: omradet
      statement: Utsläppen minskar
      boundary: [territory]
      end_state: reduction
      target_year: 2030

After::

    # goals.yaml
    goals:
    - id: omradet
      statement: Utsläppen minskar
      boundary: [territory]
      end_state: reduction
      target_year: 2035
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.changes import _order
from klimatkontrakt.changes._verdict import Direction, verdict
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_

if TYPE_CHECKING:
    from klimatkontrakt.changes._change import Change
    from klimatkontrakt.diagnostics.message import Message

VERDICT = verdict("KK801", Direction.LESS, "KK802", __name__, __doc__)


@VERDICT
def judge(change: Change) -> Message | None:
    """The sentence, if the fact is one of these."""
    if _order.year(change) < 0:
        return say(
            N_("target year postponed from {before} to {after}"),
            before=change.before,
            after=change.after,
        )
    return None
