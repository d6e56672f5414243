"""Effects of the same contract are written in units of two sizes, such as kt beside t.

Why: in a table the numbers stand under each other, and 2 kt is easily read as less than 40 t.

Do: write all of them in the same unit.

Wrong::

    # roadmap.yaml
    actions:
    - id: cykelplan
      title: Cykelplan
      effects:
      - kind: reduction
        amount: 40 t
    - id: bussplan
      title: Bussplan
      effects:
      - kind: reduction
        amount: 2 kt

Right::

    # roadmap.yaml
    actions:
    - id: cykelplan
      title: Cykelplan
      effects:
      - kind: reduction
        amount: 40 t
    - id: bussplan
      title: Bussplan
      effects:
      - kind: reduction
        amount: 2 000 t
"""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
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
    from klimatkontrakt.model.quantity import Quantity
    from klimatkontrakt.rules._case import Case

RULE = rule("KK506", Level.NOTE, __name__, __doc__)

SMALLEST, LARGEST = Decimal("0.1"), 100_000
"""Numbers that can be read at a glance; beyond them another unit is the better choice."""


@RULE
def check(case: Case) -> Iterator[Finding]:
    """Hold every effect in tonnes against the unit that most of them have; say it once."""
    amounts = list(_amounts(case))
    if not amounts:
        return
    scales = Counter(amount.scale for _, amount in amounts)
    usual = next(amount for _, amount in amounts if amount.scale == scales.most_common(1)[0][0])
    usual_route = next(route for route, amount in amounts if amount is usual)
    for route, amount in amounts:
        if amount.scale == usual.scale:
            continue
        if SMALLEST <= abs(amount.value) / usual.scale < LARGEST:
            message = say(
                N_("the effect is written in {unit}, but other effects in {usual}"),
                unit=amount.unit,
                usual=usual.unit,
            )
            yield RULE.finding(route, message, Aside(say(N_("for example here")), usual_route))
            return


def _amounts(case: Case) -> Iterator[tuple[Route, Quantity]]:
    """The amount of every effect, or the end of a range: its two ends are one effect's."""
    for above, action in case.actions():
        for index, effect in enumerate(action.effects):
            for name in ("amount", "high", "low"):
                amount: Quantity | None = getattr(effect, name)
                if amount is not None and amount.dimension == "emissions":
                    yield above / "effects" / index / name, amount
                    break
