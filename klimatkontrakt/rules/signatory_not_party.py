"""Somebody has signed who is not a party to the contract.

Why: parties are the municipality, the agencies and the programme; others cannot be bound by it.

Do: write the party's name as it stands in the version, or move the partner to arena or partners.

Wrong::

    # contract.yaml
    signatures:
    - organisation: Påhittade bolaget AB

Right::

    # contract.yaml
    signatures:
    - organisation: Viable Cities
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.entry import Level
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.diagnostics.route import Route
from klimatkontrakt.diagnostics.suggest import nearest
from klimatkontrakt.i18n import N_
from klimatkontrakt.rules._rule import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klimatkontrakt.diagnostics.diagnostic import Finding
    from klimatkontrakt.rules._case import Case

RULE = rule("KK404", Level.ERROR, __name__, __doc__)


@RULE
def check(case: Case) -> Iterator[Finding]:
    """Compare every signing organisation with the parties."""
    if not case.is_whole("shared"):
        return
    contract = case.contract
    names = {contract.municipality.formal_name, contract.head.name}
    for party in contract.version.parties:
        names |= {party.legal_name, party.short_name}
    known = {name for name in names if name}
    for index, signature in enumerate(contract.head.signatures):
        if signature.organisation not in known:
            message = say(N_("{name} is not a party to the contract"), name=signature.organisation)
            near = nearest(signature.organisation, known)
            remedy = say(N_('write "{near}"'), near=near) if near else None
            route = Route("contract", ("signatures", index, "organisation"))
            yield RULE.finding(route, message, remedy=remedy)
