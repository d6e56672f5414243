"""Two municipalities count the same effect, and this one does not say that it is shared.

Why: added up for both, the effect would be counted twice.

Do: name the other action in shared_by, with the municipality's code before its id.

Wrong::

    # roadmap.yaml
    actions:
    - id: tagtrafik
      title: Tätare tåg
      partners:
      - municipality: "9998"
      effects:
      - kind: reduction
        amount: 12 kt
        per: year
    # pahittstad/roadmap.yaml
    actions:
    - id: fler-tag
      title: Fler tåg
      partners:
      - municipality: "9999"
      effects:
      - kind: reduction
        amount: 12 kt
        per: year
        shared_by: ["9999:tagtrafik"]

Right::

    # roadmap.yaml
    actions:
    - id: tagtrafik
      title: Tätare tåg
      partners:
      - municipality: "9998"
      effects:
      - kind: reduction
        amount: 12 kt
        per: year
        shared_by: ["9998:fler-tag"]
    # pahittstad/roadmap.yaml
    actions:
    - id: fler-tag
      title: Fler tåg
      partners:
      - municipality: "9999"
      effects:
      - kind: reduction
        amount: 12 kt
        per: year
        shared_by: ["9999:tagtrafik"]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.entry import Level
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_
from klimatkontrakt.rules._rule import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klimatkontrakt.diagnostics.diagnostic import Finding
    from klimatkontrakt.model.action import Action, Effect
    from klimatkontrakt.model.contract import Contract
    from klimatkontrakt.rules._case import Case

RULE = rule("KK605", Level.WARNING, __name__, __doc__)


@RULE
def check(case: Case) -> Iterator[Finding]:
    """Look for every effect among those of the municipalities that the action names."""
    own = case.contract.municipality.code
    for route, action in case.actions():
        counted = [(i, effect) for i, effect in enumerate(action.effects) if effect.amount]
        for code in sorted(_named(action) - {own}) if counted else ():
            other = case.neighbour(code)
            if other is None:
                continue
            for index, effect in counted:
                twin = _twin(effect, action, other, own)
                if twin is None or f"{code}:{twin.id}" in effect.shared_by:
                    continue
                message = say(
                    N_("{name} also counts the effect {amount}, in action {id}"),
                    name=other.municipality.name,
                    amount=effect.amount.text if effect.amount else "",
                    id=twin.id,
                )
                remedy = say(N_('write shared_by: ["{ref}"]'), ref=f"{code}:{twin.id}")
                yield RULE.finding(route / "effects" / index / "amount", message, remedy=remedy)


def _named(action: Action) -> set[str]:
    """The municipalities that take part in an action."""
    project = action.project.partners if action.project else ()
    return {who.municipality for who in (*action.partners, *project) if who.municipality}


def _twin(effect: Effect, action: Action, other: Contract, own: str) -> Action | None:
    """The other municipality's action with the same effect, if it names this one in turn."""
    for candidate in other.roadmap.actions:
        projects = {item.project.name for item in (action, candidate) if item.project}
        if own not in _named(candidate) or len(projects) > 1:
            continue
        if any(_counted(effect) == _counted(twin) for twin in candidate.effects):
            return candidate
    return None


def _counted(effect: Effect) -> tuple[object, ...]:
    return effect.kind, effect.amount, effect.per, effect.year
