"""A version is named by the year in which it is signed, but its signing day is in another year.

Why: the document prints the day, and what is due or done is counted from it.

Do: correct signed_on in the file of the version, or leave it out until the day is known.

Wrong::

    # commitments/shared/2026.yaml
    version: 2026
    label: 2026/27
    signed_on: 2025-12-05

Right::

    # commitments/shared/2026.yaml
    version: 2026
    label: 2026/27
    signed_on: 2026-12-05
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
    from klimatkontrakt.rules._case import Valued

RULE = rule("KK704", Level.ERROR, __name__, __doc__, everywhere=True)


@RULE
def check(case: Valued) -> Iterator[Finding]:
    """Hold the signing day of a common side against the version's name."""
    told = {
        name: (route, value)
        for route, holder, name, value in case.values()
        if holder == "Version" and name in {"version", "signed_on"}
    }
    if len(told) < 2:  # noqa: PLR2004  one of them is not told
        return
    year, (route, day) = told["version"][1], told["signed_on"]
    if day.end is not None and day.end.year != year:
        message = say(N_("version {year} is said to be signed {day}"), year=year, day=day.text)
        yield RULE.finding(route, message)
