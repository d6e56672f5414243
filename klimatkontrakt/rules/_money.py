"""What is paid and by whom, as far as it can be added up; shared by rules about funding."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.route import Route

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from klimatkontrakt.model.action import Action, Cost
    from klimatkontrakt.model.investment import InvestmentItem
    from klimatkontrakt.model.quantity import Quantity
    from klimatkontrakt.rules._case import Case

MILLION = 1_000_000


def funded(case: Case) -> Iterator[tuple[Route, Action | InvestmentItem]]:
    """Every action and every line of the investment plan, and where it stands."""
    yield from case.actions()
    for index, item in enumerate(case.contract.investment.items):
        yield Route("investment", ("items", index)), item


def added(amounts: Iterable[Quantity]) -> tuple[Decimal, Decimal]:
    """The sum, and how far it may lie from what was meant because amounts are rounded."""
    total, leeway = Decimal(0), Decimal(0)
    for amount in amounts:
        total, leeway = total + amount.value, leeway + amount.rounding
    return total, leeway


def whole_cost(costs: Iterable[Cost]) -> tuple[Decimal, Decimal] | None:
    """All that it costs at most, and its leeway; ``None`` where that cannot be added up.

    A cost per year or per tonne has no sum, and one that is shared is not this action's alone.
    """
    highest = []
    for cost in costs:
        if cost.kind == "saving":
            continue
        amount = cost.high or cost.amount
        if amount is None or amount.dimension != "money" or cost.per != "once" or cost.shared_by:
            return None
        highest.append(amount)
    return added(highest) if highest else None


def in_kronor(amount: Decimal) -> str:
    """``80 Mkr``, or ``900 000 kr`` below a million."""
    if amount >= MILLION:
        return f"{_plain(amount / MILLION)} Mkr"
    return f"{amount:,.0f} kr".replace(",", " ")


def _plain(number: Decimal) -> str:
    whole, _, part = f"{number:,.3f}".partition(".")
    part = part.rstrip("0")
    return whole.replace(",", " ") + (f",{part}" if part else "")
