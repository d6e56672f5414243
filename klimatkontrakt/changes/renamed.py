"""Something has a new id.

Why: it is the same promise under another name.

Do: nothing.

Before::

    # roadmap.yaml
    actions:
    - id: cykelplan
      title: Cykelplan

After::

    # roadmap.yaml
    actions:
    - id: cykelplanen
      title: Cykelplan
      previous: [cykelplan]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.changes._change import Fact
from klimatkontrakt.changes._verdict import Direction, verdict
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_

if TYPE_CHECKING:
    from klimatkontrakt.changes._change import Change
    from klimatkontrakt.diagnostics.message import Message

VERDICT = verdict("KK834", Direction.NEUTRAL, None, __name__, __doc__)


@VERDICT
def judge(change: Change) -> Message | None:
    """The sentence, if the fact is one of these."""
    if change.fact is Fact.RENAMED:
        return say(N_("was called {before} before"), before=change.before)
    return None
