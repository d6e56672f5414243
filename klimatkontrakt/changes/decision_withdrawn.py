"""The decision behind a goal or action has been repealed, or is only proposed again.

Why: a goal without a decision binds nobody.

Do: say in documents.yaml which decision holds.

Before::

    # goals.yaml
    goals:
    - id: omradet
      statement: Utsläppen minskar
      boundary: [territory]
      end_state: reduction
      target_year: 2030
      decisions: [forslag, beslut]
    # documents.yaml
    documents:
    - id: plan
      title: Klimatplan
      decisions:
      - id: forslag
        act: proposed
      - id: beslut
        act: adopted
        date: 2026-03-02

After::

    # goals.yaml
    goals:
    - id: omradet
      statement: Utsläppen minskar
      boundary: [territory]
      end_state: reduction
      target_year: 2030
      decisions: [forslag]
    # documents.yaml
    documents:
    - id: plan
      title: Klimatplan
      decisions:
      - id: forslag
        act: proposed
      - id: beslut
        act: adopted
        date: 2026-03-02
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.changes import _order
from klimatkontrakt.changes._verdict import Direction, verdict
from klimatkontrakt.changes._words import act
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_

if TYPE_CHECKING:
    from klimatkontrakt.changes._change import Change
    from klimatkontrakt.diagnostics.message import Message

VERDICT = verdict("KK807", Direction.LESS, "KK808", __name__, __doc__)


@VERDICT
def judge(change: Change) -> Message | None:
    """The sentence, if the fact is one of these."""
    if _order.decision(change) < 0:
        return say(
            N_("no longer decided: {before} became {after}"),
            before=act(change.before),
            after=act(change.after),
        )
    return None
