"""A contract is older than the register's first version for the municipality.

Why: either the year of the contract or the register is wrong, and lists of who took part with it.

Do: correct since in commitments/register.yaml, or move the contract to its year.

Wrong::

    # commitments/register.yaml
    municipalities:
    - code: "9999"
      name: Påhittköping
      slug: pahittkoping
      since: 2026
    # contract.yaml
    focus: Transporter

Right::

    # commitments/register.yaml
    municipalities:
    - code: "9999"
      name: Påhittköping
      slug: pahittkoping
      since: 2025
    # contract.yaml
    focus: Transporter
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

RULE = rule("KK607", Level.WARNING, __name__, __doc__)


@RULE
def check(case: Case) -> Iterator[Finding]:
    """Look the municipality up in the register."""
    contract = case.contract
    for row in case.register:
        if row.code != contract.municipality.code or row.since is None:
            continue
        if contract.version.version < row.since:
            message = say(
                N_("{name} takes part from version {since} according to the register"),
                name=contract.municipality.name,
                since=row.since,
            )
            yield RULE.finding(Route("contract", ("municipality",)), message)
