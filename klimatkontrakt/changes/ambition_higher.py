"""A goal's target asks for more than before.

Why: more is to be done than was promised.

Do: nothing.

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
        share: 70 %
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
        share: 80 %
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

VERDICT = verdict("KK804", Direction.MORE, "KK803", __name__, __doc__)


@VERDICT
def judge(change: Change) -> Message | None:
    """The sentence, if the fact is one of these."""
    if _order.ambition(change) > 0:
        return say(
            N_("target raised from {before} to {after}"),
            before=target(change.before),
            after=target(change.after),
        )
    return None
