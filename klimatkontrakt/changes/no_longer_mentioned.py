"""Something stood in the contract before, does not now, and no end of it is told.

Why: a promise that is no longer mentioned can be followed up by nobody.

Do: tell in follow_up.yaml how it ended: fulfilled, merged, replaced, cancelled or moved.

Before::

    # roadmap.yaml
    actions:
    - id: cykelplan
      title: Cykelplan
    - id: resor
      title: Hållbara resor

After::

    # roadmap.yaml
    actions:
    - id: resor
      title: Hållbara resor
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.changes._change import Fact
from klimatkontrakt.changes._verdict import Direction, verdict
from klimatkontrakt.changes._words import MENTIONED
from klimatkontrakt.diagnostics.entry import Level
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_

if TYPE_CHECKING:
    from klimatkontrakt.changes._change import Change
    from klimatkontrakt.diagnostics.message import Message

VERDICT = verdict("KK821", Direction.LESS, None, __name__, __doc__, Level.WARNING)


@VERDICT
def judge(change: Change) -> Message | None:
    """The sentence, if the fact is one of these."""
    if change.fact is Fact.REMOVED and change.kind in MENTIONED and change.ending is None:
        return say(N_("no longer mentioned"))
    return None
