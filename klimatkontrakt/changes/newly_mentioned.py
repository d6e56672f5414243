"""Something stands in the contract that did not before.

Why: readers want to see what is new.

Do: nothing.

Before::

    # roadmap.yaml
    actions:
    - id: resor
      title: Hållbara resor

After::

    # roadmap.yaml
    actions:
    - id: cykelplan
      title: Cykelplan
    - id: resor
      title: Hållbara resor
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.changes._change import Fact
from klimatkontrakt.changes._verdict import Direction, verdict
from klimatkontrakt.changes._words import MENTIONED
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_

if TYPE_CHECKING:
    from klimatkontrakt.changes._change import Change
    from klimatkontrakt.diagnostics.message import Message

VERDICT = verdict("KK830", Direction.NEUTRAL, None, __name__, __doc__)


@VERDICT
def judge(change: Change) -> Message | None:
    """The sentence, if the fact is one of these."""
    if change.fact is Fact.ADDED and change.kind in MENTIONED:
        return say(N_("new in the contract"))
    return None
