"""Binding words have given way to wishes, in the signed words on both sides.

Why: will and should promise different things.

Do: keep the binding words, or say why they were given up.

Before::

    # goals.yaml
    goals:
    - id: omradet
      statement: Kommunen ska halvera utsläppen
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
      statement: Kommunen avser att halvera utsläppen
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
from klimatkontrakt.changes._verdict import Direction, verdict
from klimatkontrakt.changes._words import rewritten
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_

if TYPE_CHECKING:
    from klimatkontrakt.changes._change import Change
    from klimatkontrakt.diagnostics.message import Message

VERDICT = verdict("KK815", Direction.LESS, "KK816", __name__, __doc__)


@VERDICT
def judge(change: Change) -> Message | None:
    """The sentence, if the fact is one of these."""
    if _order.binding(change) < 0:
        return say(
            N_("softer words: {words}"),
            words=rewritten(str(change.before or ""), str(change.after or "")),
        )
    return None
