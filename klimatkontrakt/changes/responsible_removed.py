"""Nobody is named as responsible any longer.

Why: what nobody is responsible for is seldom done.

Do: name the unit or role that is responsible.

Before::

    # roadmap.yaml
    actions:
    - id: cykelplan
      title: Cykelplan
      owners: [miljo]
    # units.yaml
    units:
    - id: miljo
      name: Miljöförvaltningen
      kind: administration

After::

    # roadmap.yaml
    actions:
    - id: cykelplan
      title: Cykelplan
    # units.yaml
    units:
    - id: miljo
      name: Miljöförvaltningen
      kind: administration
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.changes import _order
from klimatkontrakt.changes._verdict import Direction, verdict
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_

if TYPE_CHECKING:
    from klimatkontrakt.changes._change import Change
    from klimatkontrakt.diagnostics.message import Message

VERDICT = verdict("KK819", Direction.LESS, "KK820", __name__, __doc__)


@VERDICT
def judge(change: Change) -> Message | None:
    """The sentence, if the fact is one of these."""
    if _order.responsible(change) < 0:
        return say(N_("it is no longer said who is responsible"))
    return None
