"""Something has been replaced by something else.

Why: the promise has another in its place.

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
      end: replaced
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

VERDICT = verdict("KK833", Direction.NEUTRAL, None, __name__, __doc__)


@VERDICT
def judge(change: Change) -> Message | None:
    """The sentence, if the fact is one of these."""
    if ended(change, "replaced"):
        found = into(change)
        return say(N_("replaced by {into}"), into=found) if found else say(N_("replaced"))
    return None
