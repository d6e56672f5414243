"""The record is said to be complete, but holds no goals.

Why: every climate contract sets goals, and without them the contract would be taken for one that
does not.

Do: add goals.yaml, or write record: partial while something is left to enter.

Wrong::

    # contract.yaml
    record: complete

Right::

    # contract.yaml
    record: complete
    # goals.yaml
    goals:
    - id: koncern-2030
      statement: En klimatneutral kommunkoncern
      boundary: [municipal_group]
      end_state: climate_neutral
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.entry import Level
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.diagnostics.route import Route
from klimatkontrakt.i18n import N_
from klimatkontrakt.rules._rule import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klimatkontrakt.diagnostics.diagnostic import Finding
    from klimatkontrakt.rules._case import Case

RULE = rule("KK737", Level.WARNING, __name__, __doc__, draft=Level.NOTE)


@RULE
def check(case: Case) -> Iterator[Finding]:
    """Look for goals in a contract of which all is said to be here; letters of intent have none."""
    contract = case.contract
    is_contract = contract.head.kind == "contract" and case.tells_all("goals")
    if is_contract and not contract.goals.goals:
        message = say(N_("the record is said to be complete, but goals.yaml holds no goals"))
        yield RULE.finding(Route("contract", ("record",)), message)
