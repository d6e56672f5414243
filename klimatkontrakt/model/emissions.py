"""Official statistics on a municipality's emissions: known beside any contract."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from klimatkontrakt.model.when import When


@dataclass(frozen=True, slots=True)
class Emissions:
    """All greenhouse gases emitted within one municipality's borders."""

    tonnes: tuple[tuple[int, int], ...]
    """Year and tonnes CO2e, the earliest first; not every year is known."""
    source: str
    """Where the figures come from, in Swedish."""
    retrieved: When

    def of(self, year: int) -> int | None:
        """The tonnes of a year; ``None`` where that year is not known."""
        return dict(self.tonnes).get(year)
