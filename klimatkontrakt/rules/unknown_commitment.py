"""A chosen commitment has a number that the contract's version does not have.

Why: the commitment could not be told from its number, and nobody could join it.

Do: correct the number; the version's commitments stand in commitments/shared/<year>.yaml.

Wrong::

    # commitments.yaml
    shared_commitments:
    - number: 12
      relation: joins

Right::

    # commitments.yaml
    shared_commitments:
    - number: 1
      relation: joins
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

RULE = rule("KK401", Level.ERROR, __name__, __doc__, since=2025)


@RULE
def check(case: Case) -> Iterator[Finding]:
    """Look every chosen number up in the version."""
    if not case.is_whole("shared"):
        return
    version = case.contract.version
    for route, choice in case.choices():
        if version.commitment(choice.number) is None:
            message = say(
                N_("version {label} has no shared commitment {number}"),
                label=version.label,
                number=choice.number,
            )
            numbers = ", ".join(str(item.number) for item in version.shared_commitments)
            remedy = say(N_("choose one of {words}"), words=numbers) if numbers else None
            yield RULE.finding(route / "number", message, remedy=remedy)
