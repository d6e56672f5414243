"""What is to be invested and what pays for it, where both are amounts that can be set side by side.

Drawn where at least one funding has an amount in money. Only investments paid once, as one amount
and not shared with anybody, are shown: costs per year or per tonne, ranges and savings are another
kind of number. The plan's items are shown, or the actions where no item has an amount; never both,
for they may be the same money.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from klimatkontrakt.document.pictures import _svg as svg
from klimatkontrakt.document.pictures._picture import (
    PICTURES,
    Drawing,
    Facts,
    Illustration,
    framed,
)
from klimatkontrakt.document.pictures._scale import Scale, scale
from klimatkontrakt.document.swedish import counted, decimal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from klimatkontrakt.model.action import Action, Cost, Funding
    from klimatkontrakt.model.contract import Contract
    from klimatkontrakt.model.investment import InvestmentItem

NAME = "finansiering"
TOP = 34
NAMES_AT = 20
LABEL_WIDE = 220
ROW, HEADING, GAP = 21, 22, 8
MORE = 24
MOST_BARS = 10
COST = "investering"


@dataclass(frozen=True, slots=True)
class _Item:
    """One thing to pay for: kronor in all, where known, and kronor from each funder."""

    title: str
    cost: Decimal | None
    funding: tuple[tuple[str, Decimal], ...]

    @property
    def bars(self) -> list[tuple[str, Decimal, bool]]:
        """Words, kronor, and whether it is money found."""
        cost = [] if self.cost is None else [(COST, self.cost, False)]
        return [*cost, *((name, amount, True) for name, amount in self.funding)]


def draw(contract: Contract, facts: Facts) -> Illustration | None:  # noqa: ARG001  as every picture
    """A bar for each investment, and below it a bar for each that pays."""
    plan = _items(contract.investment.items)
    shown = plan or _items(contract.roadmap.actions)
    if not any(item.funding for item in shown):
        return None
    title = "Investeringar och finansiering"
    told = " ".join(_told(shown))
    alt = f"Stapeldiagram. {told}"
    left_out = list(_left_out(contract, plan))
    return Illustration(
        name=NAME,
        title="Finansieringen",
        words=(told, *([" ".join(left_out)] if left_out else [])),
        left_out=(),
        picture=framed(contract, NAME, title, alt, _drawn(shown)),
        table=title,
        head=("Vad", "Uppgift", "Kronor"),
        rows=tuple(
            (item.title, f"finansiering, {name}" if found else name, decimal(amount, 2))
            for item in shown
            for name, amount, found in item.bars
        ),
    )


def _items(things: Iterable[Action | InvestmentItem]) -> list[_Item]:
    """Those with an amount; one whose cost is shared is nobody's alone, nor is its funding."""
    found = []
    for thing in things:
        if any(cost.shared_by for cost in thing.costs):
            continue
        costs = [cost.amount.value for cost in thing.costs if _adds_up(cost) and cost.amount]
        funding = tuple(
            (f"{item.funder}, {item.form}" if item.form else item.funder, item.amount.value)
            for item in thing.funding
            if item.amount and item.amount.dimension == "money"
        )
        if costs or funding:
            found.append(_Item(thing.title, sum(costs, Decimal(0)) if costs else None, funding))
    return found


def _adds_up(cost: Cost) -> bool:
    amount = cost.amount
    is_money = amount is not None and amount.dimension == "money"
    return is_money and cost.kind == "investment" and cost.per == "once"


def _told(shown: list[_Item]) -> Iterator[str]:
    """The sums of what is shown, each with how much it is a sum of."""
    costs = [item.cost for item in shown if item.cost is not None]
    paid = [amount for item in shown for _, amount in item.funding]
    if costs:
        yield f"Investeringar med ett angivet belopp: {_sum(costs)}."
    yield f"Finansiering med ett angivet belopp: {_sum(paid)}."


def _sum(amounts: Sequence[Decimal]) -> str:
    whole = f"{decimal(sum(amounts, Decimal(0)), 2)} kronor"
    return whole if len(amounts) == 1 else f"sammanlagt {whole}"


def _left_out(contract: Contract, plan: list[_Item]) -> Iterator[str]:
    things = contract.investment.items if plan else contract.roadmap.actions
    if any(cost.shared_by for thing in things for cost in thing.costs):
        yield (
            "Det som delar en kostnad med andra är inte med, eftersom pengarna då kan räknas "
            "dubbelt."
        )
    others = [cost for thing in things for cost in thing.costs if not _adds_up(cost)]
    if others or any(map(_has_no_amount, (item for thing in things for item in thing.funding))):
        yield (
            "Bara investeringar och finansiering med ett enda belopp i kronor är med. Intervall, "
            "andelar, besparingar och kostnader per år är tal av andra slag."
        )
    if plan and _items(contract.roadmap.actions):
        yield (
            "Bilden visar posterna i klimatinvesteringsplanen. Belopp vid enskilda insatser är "
            "inte med, eftersom det kan vara samma pengar."
        )


def _has_no_amount(funding: Funding) -> bool:
    return funding.amount is None


def _drawn(shown: list[_Item]) -> tuple[float, list[str]]:
    """The height, and the shapes."""
    fitting, left_out = _fitted(shown)
    height = _height(fitting) + (MORE if left_out else 0)
    values = [amount for item in fitting for _, amount, _ in item.bars]
    end = svg.WIDTH - svg.EDGE
    widths = scale(values, 0, 1)
    room = max(svg.width(widths.shown(value), svg.SMALL, bold=True) for value in values) + 8
    names = [svg.width(name, svg.SMALL) for item in fitting for name, _, _ in item.bars]
    names_end = NAMES_AT + min(LABEL_WIDE, max(names))
    along = scale(values, names_end + 12, end - room, most=12)
    shapes = list(_shapes(fitting, along))
    if left_out:
        more = f"och {counted(left_out)} till, se tabellen"
        shapes.append(svg.label(svg.EDGE, height - 10, more))
    return height, shapes


def _fitted(shown: list[_Item]) -> tuple[list[_Item], int]:
    fitting = list(shown)
    if _height(fitting) > svg.HIGHEST:
        while _height(fitting) + MORE > svg.HIGHEST:
            fitting.pop()
    return fitting, len(shown) - len(fitting)


def _height(items: list[_Item]) -> float:
    return TOP + sum(HEADING + ROW * min(len(item.bars), MOST_BARS + 1) + GAP for item in items)


def _shapes(items: list[_Item], along: Scale) -> Iterator[str]:
    unit = " ".join(part for part in (along.thousands, "kronor") if part)
    yield svg.label(svg.EDGE, 20, unit.capitalize(), size=svg.SMALL, quiet=True)
    zero = along.place(0)
    y: float = TOP
    for item in items:
        title = svg.cut(item.title, svg.WIDTH - 2 * svg.EDGE, bold=True)
        yield svg.label(svg.EDGE, y + 15, title, bold=True)
        y += HEADING
        yield svg.line(zero, y, zero, y + ROW * min(len(item.bars), MOST_BARS), colour=svg.QUIET)
        for name, amount, found in item.bars[:MOST_BARS]:
            x = along.place(amount)
            said = svg.cut(name, LABEL_WIDE, svg.SMALL)
            yield svg.label(NAMES_AT, y + 14, said, size=svg.SMALL)
            yield svg.box(min(zero, x), y + 4, abs(x - zero), 13, filled=found)
            after = max(zero, x) + 6
            yield svg.label(after, y + 15, along.shown(amount), size=svg.SMALL, bold=True)
            y += ROW
        if len(item.bars) > MOST_BARS:
            more = f"och {counted(len(item.bars) - MOST_BARS)} till, se tabellen"
            yield svg.label(NAMES_AT, y + 14, more, size=svg.SMALL)
            y += ROW
        y += GAP


PICTURES.add("funding", Drawing(50, NAME, draw))
