"""A municipality has signed that had not before.

Why: it shows how the programme grows.

Do: nothing.

Before::

    # commitments/shared/2025.yaml
    version: 2025
    label: 2025/26
    known:
      signings: complete
    signings:
    - municipality: "2580"
      signed: contract

After::

    # commitments/shared/2025.yaml
    version: 2025
    label: 2025/26
    known:
      signings: complete
    signings:
    - municipality: "2580"
      signed: contract
    - municipality: "1780"
      signed: contract
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

VERDICT = verdict("KK839", Direction.NEUTRAL, "KK840", __name__, __doc__)


@VERDICT
def judge(change: Change) -> Message | None:
    """The sentence, if the fact is one of these."""
    if change.kind == "signing" and change.fact is Fact.ADDED:
        return say(N_("is new among those who have signed"))
    return None
