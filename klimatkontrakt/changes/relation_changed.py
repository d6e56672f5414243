"""A shared commitment is prioritised instead of joined, or the other way.

Why: both are stands in favour; neither ranks above the other.

Do: nothing.

Before::

    # commitments.yaml
    shared_commitments:
    - number: 6
      relation: joins

After::

    # commitments.yaml
    shared_commitments:
    - number: 6
      relation: prioritises
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

SENTENCES = {
    ("joins", "prioritises"): N_("the municipality now prioritises the commitment it had joined"),
    ("prioritises", "joins"): N_("the municipality now joins the commitment it had prioritised"),
}
VERDICT = verdict("KK837", Direction.NEUTRAL, None, __name__, __doc__)


@VERDICT
def judge(change: Change) -> Message | None:
    """The sentence, if the fact is one of these."""
    if change.fact is not Fact.RELATION:
        return None
    if (change.before, change.after) in SENTENCES:
        return say(SENTENCES[change.before, change.after])
    return None
