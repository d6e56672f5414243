"""Something has come further, or stopped.

Why: it shows how far the work has come.

Do: nothing.

Before::

    # roadmap.yaml
    actions:
    - id: cykelplan
      title: Cykelplan
      status: not_started

After::

    # roadmap.yaml
    actions:
    - id: cykelplan
      title: Cykelplan
      status: in_progress
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.changes._change import Fact
from klimatkontrakt.changes._verdict import Direction, verdict
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.diagnostics.terms import word
from klimatkontrakt.i18n import N_

if TYPE_CHECKING:
    from klimatkontrakt.changes._change import Change
    from klimatkontrakt.diagnostics.message import Message

VERDICT = verdict("KK836", Direction.NEUTRAL, None, __name__, __doc__)


@VERDICT
def judge(change: Change) -> Message | None:
    """The sentence, if the fact is one of these."""
    if change.fact is Fact.STATUS and change.field != "kind":
        return say(
            N_("status went from {before} to {after}"),
            before=word(change.before),
            after=word(change.after),
        )
    return None
