"""A goal's target year is earlier than before.

Why: the goal is to be reached sooner than was promised.

Do: nothing.

Before::

    # goals.yaml
    goals:
    - id: omradet
      statement: Utsläppen minskar
      boundary: [territory]
      end_state: reduction
      target_year: 2035

After::

    # goals.yaml
    goals:
    - id: omradet
      statement: Utsläppen minskar
      boundary: [territory]
      end_state: reduction
      target_year: 2030
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

VERDICT = verdict("KK802", Direction.MORE, "KK801", __name__, __doc__)


@VERDICT
def judge(change: Change) -> Message | None:
    """The sentence, if the fact is one of these."""
    if _order.year(change) > 0:
        return say(
            N_("target year brought forward from {before} to {after}"),
            before=change.before,
            after=change.after,
        )
    return None
