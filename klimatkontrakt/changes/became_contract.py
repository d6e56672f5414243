"""A letter of intent has become a climate contract.

Why: the municipality has gone from declaring an intent to signing.

Do: nothing.

Before::

    # contract.yaml
    municipality: "9999"
    kind: letter_of_intent
    record: complete
    wording: summary
    status: signed

After::

    # contract.yaml
    municipality: "9999"
    kind: contract
    record: complete
    wording: summary
    status: signed
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.changes._verdict import Direction, verdict
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_

if TYPE_CHECKING:
    from klimatkontrakt.changes._change import Change
    from klimatkontrakt.diagnostics.message import Message

VERDICT = verdict("KK838", Direction.NEUTRAL, None, __name__, __doc__)


@VERDICT
def judge(change: Change) -> Message | None:
    """The sentence, if the fact is one of these."""
    if change.field not in {"kind", "signed"}:
        return None
    if (change.before, change.after) == ("letter_of_intent", "contract"):
        return say(N_("letter of intent became climate contract"))
    return None
