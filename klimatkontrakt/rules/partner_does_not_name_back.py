"""A partner municipality names its partners, but not this one.

Why: readers of one contract see a cooperation that readers of the other do not.

Do: ask the partner; one of the two contracts can be made to agree with the other.

Wrong::

    # contract.yaml
    partners: ["9998"]
    # pahittstad/contract.yaml
    municipality: "9998"
    kind: contract
    record: complete
    wording: summary
    status: signed
    partners: ["2580"]

Right::

    # contract.yaml
    partners: ["9998"]
    # pahittstad/contract.yaml
    municipality: "9998"
    kind: contract
    record: complete
    wording: summary
    status: signed
    partners: ["2580", "9999"]
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

RULE = rule("KK604", Level.NOTE, __name__, __doc__)


@RULE
def check(case: Case) -> Iterator[Finding]:
    """Ask every partner whose contract is here, and whose whole list is known, for its partners."""
    own = case.contract.municipality
    for index, code in enumerate(case.contract.head.partners):
        partner = case.neighbour(code) if code != own.code else None
        if partner is None or partner.head.record != "complete" or partner.head.status == "draft":
            continue
        if partner.head.partners and own.code not in partner.head.partners:
            message = say(
                N_("{partner} does not name {own} among its partners"),
                partner=partner.municipality.name,
                own=own.name,
            )
            yield RULE.finding(Route("contract", ("partners", index)), message)
