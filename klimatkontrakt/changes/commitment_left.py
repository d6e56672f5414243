"""A shared commitment that was joined or prioritised no longer is.

Why: the municipality has left something that it promised with others.

Do: say in the commitment's reason why it was left.

Before::

    # commitments.yaml
    shared_commitments:
    - number: 1
      relation: joins
    - number: 6
      relation: prioritises

After::

    # commitments.yaml
    shared_commitments:
    - number: 1
      relation: joins
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.changes._verdict import Direction, verdict
from klimatkontrakt.changes._words import stands
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_

if TYPE_CHECKING:
    from klimatkontrakt.changes._change import Change
    from klimatkontrakt.diagnostics.message import Message

VERDICT = verdict("KK811", Direction.LESS, "KK812", __name__, __doc__)


@VERDICT
def judge(change: Change) -> Message | None:
    """The sentence, if the fact is one of these."""
    if change.kind != "commitment" or change.field not in {"", "relation"} or change.ending:
        return None
    if stands(change.before) and not stands(change.after):
        return say(N_("the shared commitment is left"))
    return None
