"""Something that is common to all has changed: a figure, a party, a text.

Why: what is common changes for every municipality at once.

Do: nothing.

Before::

    # commitments/shared/2025.yaml
    version: 2025
    label: 2025/26
    figures:
    - id: municipalities
      value: 23
      text: Kommuner som deltar

After::

    # commitments/shared/2025.yaml
    version: 2025
    label: 2025/26
    figures:
    - id: municipalities
      value: 48
      text: Kommuner som deltar
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

VERDICT = verdict("KK841", Direction.NEUTRAL, None, __name__, __doc__)

TEXTS = {"shared_commitment", "promise"}


@VERDICT
def judge(change: Change) -> Message | None:
    """What has changed, by what it is."""
    if change.kind == "figure" and change.fact is Fact.VALUE:
        return say(
            N_("{before} became {after}"), before=change.before.value, after=change.after.value
        )
    if change.kind == "shared_commitments":
        return say(N_("shared commitments between municipalities are new"))
    if change.kind not in {"party", *TEXTS}:
        return None
    if change.fact is Fact.VALUE:
        return say(N_("the text has changed")) if change.kind in TEXTS else say(N_("changed"))
    if change.kind == "party":
        joined = change.fact is Fact.ADDED
        return say(N_("has become a party")) if joined else say(N_("is no longer a party"))
    return say(N_("new")) if change.fact is Fact.ADDED else say(N_("no longer there"))
