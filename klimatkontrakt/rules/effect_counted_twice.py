"""Two actions have the same effect, and nothing says whether it is one effect or two.

Why: in a sum of the roadmap the same tonnes would be counted twice.

Do: if it is one effect, let the actions name each other in shared_by; if not, say in sector or
method what sets the two apart.

Wrong::

    # roadmap.yaml
    actions:
    - id: cykelplan
      title: Cykelplan
      effects:
      - kind: reduction
        amount: 1,4 kt
        year: 2030
    - id: parkeringsplan
      title: Parkeringsplan
      effects:
      - kind: reduction
        amount: 1,4 kt
        year: 2030

Right::

    # roadmap.yaml
    actions:
    - id: cykelplan
      title: Cykelplan
      effects:
      - kind: reduction
        amount: 1,4 kt
        year: 2030
        shared_by: [parkeringsplan]
    - id: parkeringsplan
      title: Parkeringsplan
      effects:
      - kind: reduction
        amount: 1,4 kt
        year: 2030
        shared_by: [cykelplan]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.diagnostic import Aside
from klimatkontrakt.diagnostics.entry import Level
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_
from klimatkontrakt.rules._rule import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klimatkontrakt.diagnostics.diagnostic import Finding
    from klimatkontrakt.diagnostics.route import Route
    from klimatkontrakt.model.action import Action
    from klimatkontrakt.rules._case import Case

RULE = rule("KK309", Level.WARNING, __name__, __doc__)


@RULE
def check(case: Case) -> Iterator[Finding]:
    """Compare every dated effect with the first one like it in another action."""
    if not case.is_whole("roadmap"):
        return
    first: dict[object, tuple[Route, Action]] = {}
    for route, action in case.actions():
        for index, effect in enumerate(action.effects):
            amounts = (effect.amount, effect.low, effect.high)
            if effect.year is None or amounts == (None, None, None):
                continue
            text = next(amount.text for amount in amounts if amount is not None)
            apart = (effect.per, effect.against, effect.sector, effect.method)
            same = (effect.kind, amounts, effect.year, *apart)
            here = route / "effects" / index
            earlier_route, earlier = first.setdefault(same, (here, action))
            if earlier is action or _is_shared(case, earlier.id, action.id):
                continue
            message = say(
                N_("actions {id} and {other} have the same effect: {amount} in {year}"),
                id=action.id,
                other=earlier.id,
                amount=text,
                year=effect.year,
            )
            yield RULE.finding(here, message, Aside(say(N_("the other effect")), earlier_route))


def _is_shared(case: Case, one: str, other: str) -> bool:
    """Whether the actions are among those that one effect somewhere is said to be shared by."""
    for _, action in case.actions():
        for effect in action.effects:
            if effect.shared_by and {one, other} <= {action.id, *effect.shared_by}:
                return True
    return False
