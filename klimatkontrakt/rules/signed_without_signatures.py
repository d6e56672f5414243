"""The contract is signed and stands in its official words, but without signatures.

Why: the signatures are part of what was signed, and show who is bound by it.

Do: add signatures as they stand in the contract: organisation, name, title; if only some of the
contract is here, write record: partial.

Wrong::

    # contract.yaml
    record: complete
    wording: official
    # goals.yaml
    goals:
    - id: koncern-2030
      statement: En klimatneutral kommunkoncern
      boundary: [municipal_group]
      end_state: climate_neutral

Right::

    # contract.yaml
    record: complete
    wording: official
    signatures:
    - organisation: Påhittköping kommun
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

RULE = rule("KK407", Level.WARNING, __name__, __doc__)


@RULE
def check(case: Case) -> Iterator[Finding]:
    """Look for signatures where the signed words are kept in full."""
    head = case.contract.head
    is_official = head.status == "signed" and head.wording == "official"
    if is_official and not head.signatures and case.tells_all():
        message = say(N_("the contract is signed, but its signatures are missing"))
        yield RULE.finding(Route("contract", ("status",)), message)
