"""Something has been moved to another document or place.

Why: the promise lives on elsewhere.

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
      end: moved
      into: action:resor
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.changes._change import Fact
from klimatkontrakt.changes._verdict import Direction, verdict
from klimatkontrakt.changes._words import ended
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_

if TYPE_CHECKING:
    from klimatkontrakt.changes._change import Change
    from klimatkontrakt.diagnostics.message import Message

VERDICT = verdict("KK843", Direction.NEUTRAL, None, __name__, __doc__)


@VERDICT
def judge(change: Change) -> Message | None:
    """The sentence, if the fact is one of these."""
    if ended(change, "moved") or change.fact is Fact.MOVED:
        return say(N_("moved elsewhere"))
    return None
