"""Amounts as a picture shows them: in the unit that gives the shortest numbers."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from klimatkontrakt.document.pictures import _svg as svg
from klimatkontrakt.document.swedish import decimal

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Scale:
    """Even steps along an axis, and the line between two ends that they stand on."""

    ticks: tuple[Decimal, ...]
    start: float
    """Coordinate of the first step."""
    end: float
    """Coordinate of the last step; below ``start`` where the axis goes upwards."""
    factor: Decimal
    """How many base units one shown unit is."""
    thousands: str
    """``tusen`` or ``miljoner``, before the unit's own word; may be empty."""

    def place(self, value: Decimal | int) -> float:
        """Where a value lies."""
        low, high = self.ticks[0], self.ticks[-1]
        share = (Decimal(value) - low) / (high - low)
        return self.start + float(share) * (self.end - self.start)

    def shown(self, value: Decimal | int) -> str:
        """A value in the axis' own unit with two or three digits; never 0 for what is not 0."""
        amount = Decimal(value) / self.factor
        size = abs(amount)
        few = 0 if size >= HUNDRED else 1 if size >= TEN else 2
        if 0 < size < LEAST:
            return f"{'under' if amount > 0 else 'över −'} {decimal(LEAST, 2)}".replace("− ", "−")
        return decimal(amount, few)

    def steps(self) -> list[tuple[Decimal, str]]:
        """Each step and its number, all with what decimals the step needs."""
        return [(tick, decimal(tick / self.factor, 6)) for tick in self.ticks]


HUNDRED, TEN, LEAST = 100, 10, Decimal("0.01")
FACTORS = ((10**9, "miljarder"), (10**6, "miljoner"), (10**3, "tusen"))


def scale(values: Iterable[Decimal | int], start: float, end: float, most: int = 6) -> Scale:
    """An axis from 0, or below it where a value is, that holds all the values."""
    known = [Decimal(value) for value in values]
    low, high = min([Decimal(0), *known]), max([Decimal(0), *known])
    largest = max(-low, high)
    factor, word = next((item for item in FACTORS if largest >= item[0]), (1, ""))
    return Scale(tuple(svg.ticks(low, high, most)), start, end, Decimal(factor), word)
