"""Something has been merged into something else.

Why: the promise lives on in another.

Do: nothing.

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
    # follow_up.yaml
    endings:
    - ref: action:cykelplan
      end: merged
      into: action:resor
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.changes._verdict import Direction, verdict
from klimatkontrakt.changes._words import ended, into
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_

if TYPE_CHECKING:
    from klimatkontrakt.changes._change import Change
    from klimatkontrakt.diagnostics.message import Message

VERDICT = verdict("KK832", Direction.NEUTRAL, None, __name__, __doc__)


@VERDICT
def judge(change: Change) -> Message | None:
    """The sentence, if the fact is one of these."""
    if ended(change, "merged"):
        found = into(change)
        return say(N_("merged into {into}"), into=found) if found else say(N_("merged"))
    return None
