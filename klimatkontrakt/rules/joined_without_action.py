"""A shared commitment is joined, but no action is linked to it.

Why: a commitment that no action carries out stays a word.

Do: add links to the action that carries it out, such as commitment:1 or point:1.1; if the link is
your own reading and not the contract's, its kind is editorial.

Wrong::

    # contract.yaml
    record: complete
    # goals.yaml
    goals:
    - id: koncern-2030
      statement: En klimatneutral kommunkoncern
      boundary: [municipal_group]
      end_state: climate_neutral
    # commitments.yaml
    shared_commitments:
    - number: 1
      relation: joins
    - number: 6
      relation: joins
    # roadmap.yaml
    actions:
    - id: upphandling
      title: Klimatkrav i upphandling
      links:
      - to: commitment:6
        kind: stated

Right::

    # contract.yaml
    record: complete
    # goals.yaml
    goals:
    - id: koncern-2030
      statement: En klimatneutral kommunkoncern
      boundary: [municipal_group]
      end_state: climate_neutral
    # commitments.yaml
    shared_commitments:
    - number: 1
      relation: joins
    - number: 6
      relation: joins
    # roadmap.yaml
    actions:
    - id: upphandling
      title: Klimatkrav i upphandling
      links:
      - to: commitment:6
        kind: stated
      - to: point:1.1
        kind: editorial
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
    from klimatkontrakt.rules._case import Case

RULE = rule("KK405", Level.WARNING, __name__, __doc__, draft=Level.NOTE)


@RULE
def check(case: Case) -> Iterator[Finding]:
    """Look for a link to every joined commitment, in contracts that link actions to any."""
    if not case.tells_all("roadmap", "commitments"):
        return
    linked = set(_linked(case))
    for route, choice in case.choices():
        if linked and choice.relation == "joins" and str(choice.number) not in linked:
            message = say(
                N_("commitment {number} is joined, but no action is linked to it"),
                number=choice.number,
            )
            yield RULE.finding(route / "number", message)


def _linked(case: Case) -> Iterator[str]:
    for _, action in case.actions():
        for link in action.links:
            kind, _, name = link.to.partition(":")
            if kind in {"commitment", "point"}:
                yield name.partition(".")[0]
