"""The same shared commitment is chosen twice.

Why: two stands on one commitment cannot both hold.

Do: keep one of them, with all its points.

Wrong::

    # commitments.yaml
    shared_commitments:
    - number: 1
      relation: joins
    - number: 1
      relation: prioritises

Right::

    # commitments.yaml
    shared_commitments:
    - number: 1
      relation: joins
    - number: 6
      relation: prioritises
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
    from klimatkontrakt.rules._case import Case

RULE = rule("KK403", Level.ERROR, __name__, __doc__)


@RULE
def check(case: Case) -> Iterator[Finding]:
    """Look for numbers that have been seen before."""
    first: dict[int, Route] = {}
    for route, choice in case.choices():
        earlier = first.setdefault(choice.number, route)
        if earlier is not route:
            message = say(N_("commitment {number} is chosen twice"), number=choice.number)
            aside = Aside(say(N_("first time here")), earlier / "number")
            yield RULE.finding(route / "number", message, aside)
