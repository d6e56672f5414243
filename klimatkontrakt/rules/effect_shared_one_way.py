"""An action says that it shares an effect with another, but the other does not say so.

Why: a sum could take the other's effect as one more, and readers of the other never learn of it.

Do: add shared_by with the first action's id to the other's effect, or remove it from the first.

Wrong::

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
    from klimatkontrakt.model.action import Effect
    from klimatkontrakt.rules._case import Case

RULE = rule("KK310", Level.WARNING, __name__, __doc__)


@RULE
def check(case: Case) -> Iterator[Finding]:
    """Look for an answer in every effect that another action says it shares.

    An action without an effect of the kind has left the telling to the first, and needs no answer.
    """
    if not case.is_whole("roadmap"):
        return
    effects = {action.id: (route, action.effects) for route, action in case.actions()}
    for route, action in case.actions():
        for index, effect in enumerate(action.effects):
            for number, other in enumerate(effect.shared_by):
                there, candidates = effects.get(other, (route, ()))
                alike = [
                    (there / "effects" / position, candidate)
                    for position, candidate in enumerate(candidates)
                    if _may_be_one(effect, candidate)
                ]
                if other == action.id or not alike or _answers(action.id, alike):
                    continue
                message = say(
                    N_("action {id} shares an effect with {other}, which does not say so"),
                    id=action.id,
                    other=other,
                )
                here = route / "effects" / index / "shared_by" / number
                yield RULE.finding(here, message, Aside(say(N_("the other effect")), alike[0][0]))


def _may_be_one(one: Effect, other: Effect) -> bool:
    same_year = one.year is None or other.year is None or one.year == other.year
    return one.kind == other.kind and same_year


def _answers(name: str, alike: list[tuple[Route, Effect]]) -> bool:
    return any(name in effect.shared_by for _, effect in alike)
