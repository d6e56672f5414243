"""A point of a shared commitment is no longer chosen.

Why: the municipality promises less within the commitment.

Do: say in the commitment's reason why the point was left out.

Before::

    # commitments.yaml
    shared_commitments:
    - number: 1
      relation: joins
      points: ["1.1"]

After::

    # commitments.yaml
    shared_commitments:
    - number: 1
      relation: joins
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

VERDICT = verdict("KK809", Direction.LESS, "KK810", __name__, __doc__)


@VERDICT
def judge(change: Change) -> Message | None:
    """The sentence, if the fact is one of these."""
    if change.fact is Fact.POINT_DROPPED:
        return say(N_("point {point} is no longer chosen"), point=change.before)
    return None
