"""A shared commitment is joined or prioritised that was not before.

Why: the municipality promises more together with others.

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
    - number: 6
      relation: prioritises
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

VERDICT = verdict("KK812", Direction.MORE, "KK811", __name__, __doc__)


@VERDICT
def judge(change: Change) -> Message | None:
    """The sentence, if the fact is one of these."""
    if change.kind != "commitment" or change.field not in {"", "relation"}:
        return None
    if stands(change.after) and not stands(change.before):
        relation = getattr(change.after, "relation", change.after)
        if relation == "prioritises":
            return say(N_("the shared commitment is prioritised"))
        return say(N_("the shared commitment is joined"))
    return None
