"""A goal covers less than before: a narrower boundary, or more exclusions.

Why: what is left out need no longer reach the goal.

Do: say in the contract why it covers less.

Before::

    # goals.yaml
    goals:
    - id: omradet
      statement: Utsläppen minskar
      boundary: [territory, consumption]
      end_state: reduction
      target_year: 2030

After::

    # goals.yaml
    goals:
    - id: omradet
      statement: Utsläppen minskar
      boundary: [territory]
      end_state: reduction
      target_year: 2030
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.changes import _order
from klimatkontrakt.changes._verdict import Direction, verdict
from klimatkontrakt.changes._words import names
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_

if TYPE_CHECKING:
    from klimatkontrakt.changes._change import Change
    from klimatkontrakt.diagnostics.message import Message

BOUNDARY = N_("covers less: {after} (before: {before})")
EXCLUSIONS = N_("more exclusions: {after} (before: {before})")
VERDICT = verdict("KK805", Direction.LESS, "KK806", __name__, __doc__)


@VERDICT
def judge(change: Change) -> Message | None:
    """The sentence, if the fact is one of these."""
    if _order.scope(change) < 0:
        words = EXCLUSIONS if change.field == "excludes" else BOUNDARY
        return say(words, before=names(change.before), after=names(change.after))
    return None
