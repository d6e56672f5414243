"""The signed words say it in another way.

Why: readers of both versions want to know what was rewritten.

Do: nothing.

Before::

    # goals.yaml
    goals:
    - id: omradet
      statement: Utsläppen minskar
      boundary: [territory]
      end_state: reduction
      target_year: 2030
    # contract.yaml
    municipality: "9999"
    kind: contract
    record: complete
    wording: official
    status: signed

After::

    # goals.yaml
    goals:
    - id: omradet
      statement: Utsläppen går ned
      boundary: [territory]
      end_state: reduction
      target_year: 2030
    # contract.yaml
    municipality: "9999"
    kind: contract
    record: complete
    wording: official
    status: signed
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.changes import _order
from klimatkontrakt.changes._change import Fact
from klimatkontrakt.changes._verdict import Direction, verdict
from klimatkontrakt.changes._words import rewritten
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_

if TYPE_CHECKING:
    from klimatkontrakt.changes._change import Change
    from klimatkontrakt.diagnostics.message import Message

VERDICT = verdict("KK835", Direction.NEUTRAL, None, __name__, __doc__)


@VERDICT
def judge(change: Change) -> Message | None:
    """The sentence, if the fact is one of these."""
    if change.fact is Fact.REWORDED and not _order.binding(change):
        return say(
            N_("reworded: {words}"),
            words=rewritten(str(change.before or ""), str(change.after or "")),
        )
    return None
