"""A chosen point is not one of the commitment's known points.

Why: only points whose text is known can be told in the contract and compared between years.

Do: correct the number, or add the point with its text to commitments/shared/<year>.yaml.

Wrong::

    # commitments.yaml
    shared_commitments:
    - number: 1
      relation: joins
      points: ["1.9"]

Right::

    # commitments.yaml
    shared_commitments:
    - number: 1
      relation: joins
      points: ["1.1"]
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

RULE = rule("KK402", Level.ERROR, __name__, __doc__)


@RULE
def check(case: Case) -> Iterator[Finding]:
    """Look every chosen point up in its commitment."""
    if not case.is_whole("shared"):
        return
    for route, choice in case.choices():
        commitment = case.contract.version.commitment(choice.number)
        if commitment is None:
            continue
        known = {point.id for point in commitment.points}
        for index, point in enumerate(choice.points):
            if point not in known:
                message = say(
                    N_("commitment {number} has no known point {point}"),
                    number=choice.number,
                    point=point,
                )
                yield RULE.finding(route / "points" / index, message)
