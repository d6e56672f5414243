"""A milestone that is still to come is due later than before.

Why: something promised is to come later.

Do: say in the contract, or in follow_up.yaml, why it was postponed.

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
        due: 2027
        text: Cykelplanen antas
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.changes import _order
from klimatkontrakt.changes._verdict import Direction, verdict
from klimatkontrakt.diagnostics.dates import in_words
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_

if TYPE_CHECKING:
    from klimatkontrakt.changes._change import Change
    from klimatkontrakt.diagnostics.message import Message

VERDICT = verdict("KK813", Direction.LESS, "KK814", __name__, __doc__)


@VERDICT
def judge(change: Change) -> Message | None:
    """The sentence, if the fact is one of these."""
    if _order.milestone(change) < 0:
        return say(
            N_("postponed from {before} to {after}"),
            before=in_words(change.before),
            after=in_words(change.after),
        )
    return None
