"""An effect has an amount, but neither a method nor a source.

Why: nobody could check the figure, or work it out again next year.

Do: add method, or source with the id of what the figure was taken from.

Wrong::

    # contract.yaml
    record: complete
    # goals.yaml
    goals:
    - id: koncern-2030
      statement: En klimatneutral kommunkoncern
      boundary: [municipal_group]
      end_state: climate_neutral
    # roadmap.yaml
    actions:
    - id: cykelplan
      title: Cykelplan
      effects:
      - kind: reduction
        amount: 1 kt

Right::

    # contract.yaml
    record: complete
    # goals.yaml
    goals:
    - id: koncern-2030
      statement: En klimatneutral kommunkoncern
      boundary: [municipal_group]
      end_state: climate_neutral
    # roadmap.yaml
    actions:
    - id: cykelplan
      title: Cykelplan
      effects:
      - kind: reduction
        amount: 1 kt
        method: Antal resor som flyttas från bil till cykel
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.entry import Level
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_
from klimatkontrakt.model.known import is_known
from klimatkontrakt.rules._rule import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klimatkontrakt.diagnostics.diagnostic import Finding
    from klimatkontrakt.rules._case import Case

RULE = rule("KK308", Level.WARNING, __name__, __doc__, draft=Level.NOTE)


@RULE
def check(case: Case) -> Iterator[Finding]:
    """Look for amounts that come from nowhere; a source of the whole action is one too."""
    if not case.tells_all("roadmap"):
        return
    for route, action in case.actions():
        for index, effect in enumerate(action.effects):
            origins = (effect.method, effect.source, action.source)
            if any(is_known(origin) for origin in origins):
                continue
            for key in ("amount", "low", "high"):
                amount = getattr(effect, key)
                if amount is not None:
                    message = say(
                        N_("nothing says how the effect {amount} of action {id} was found"),
                        amount=amount.text,
                        id=action.id,
                    )
                    yield RULE.finding(route / "effects" / index / key, message)
                    break
