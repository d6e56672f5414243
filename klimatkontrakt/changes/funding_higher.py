"""An action has more funding than before, or more funders.

Why: more of what was promised can be paid for.

Do: nothing.

Before::

    # roadmap.yaml
    actions:
    - id: cykelplan
      title: Cykelplan
      funding:
      - funder: Staten
        amount: 3 Mkr

After::

    # roadmap.yaml
    actions:
    - id: cykelplan
      title: Cykelplan
      funding:
      - funder: Staten
        amount: 5 Mkr
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.changes import _order
from klimatkontrakt.changes._verdict import Direction, verdict
from klimatkontrakt.changes._words import money
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_

if TYPE_CHECKING:
    from klimatkontrakt.changes._change import Change
    from klimatkontrakt.diagnostics.message import Message

VERDICT = verdict("KK818", Direction.MORE, "KK817", __name__, __doc__)


@VERDICT
def judge(change: Change) -> Message | None:
    """The sentence, if the fact is one of these."""
    if _order.funding(change) > 0:
        return say(
            N_("more funding: from {before} to {after}"),
            before=money(change.before),
            after=money(change.after),
        )
    return None
