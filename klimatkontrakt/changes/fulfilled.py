"""What was promised has been done.

Why: a promise that was kept is worth telling.

Do: nothing.

Before::

    # roadmap.yaml
    actions:
    - id: cykelplan
      title: Cykelplan
      milestones:
      - id: cykelplan-antagen
        due: 2026
        text: Cykelplanen antas

After::

    # roadmap.yaml
    actions:
    - id: cykelplan
      title: Cykelplan
      milestones:
      - id: cykelplan-antagen
        done: 2026
        text: Cykelplanen antas
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.changes import _order
from klimatkontrakt.changes._verdict import Direction, verdict
from klimatkontrakt.changes._words import ended
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_

if TYPE_CHECKING:
    from klimatkontrakt.changes._change import Change
    from klimatkontrakt.diagnostics.message import Message

VERDICT = verdict("KK831", Direction.NEUTRAL, None, __name__, __doc__)


@VERDICT
def judge(change: Change) -> Message | None:
    """The sentence, if the fact is one of these."""
    if _order.reached(change) or ended(change, "fulfilled"):
        return say(N_("fulfilled"))
    return None
