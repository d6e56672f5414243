"""A point of a shared commitment has been added.

Why: the municipality promises more within the commitment.

Do: nothing.

Before::

    # commitments.yaml
    shared_commitments:
    - number: 1
      relation: joins

After::

    # commitments.yaml
    shared_commitments:
    - number: 1
      relation: joins
      points: ["1.1"]
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

VERDICT = verdict("KK810", Direction.MORE, "KK809", __name__, __doc__)


@VERDICT
def judge(change: Change) -> Message | None:
    """The sentence, if the fact is one of these."""
    if change.fact is Fact.POINT_CHOSEN:
        return say(N_("point {point} is chosen"), point=change.after)
    return None
