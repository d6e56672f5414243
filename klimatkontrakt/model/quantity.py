"""Numbers that know their unit."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from pydantic_core import core_schema

from klimatkontrakt.model.base import refusal

Dimension = Literal[
    "emissions", "money", "energy", "power", "share", "cost_per_tonne", "length", "count"
]

UNITS: dict[str, tuple[Dimension, str]] = {
    **{
        word: ("emissions", factor)
        for words, factor in (
            (("kg", "kg CO2e"), "0.001"),
            (("t", "ton", "t CO2e", "ton CO2e"), "1"),
            (("kt", "KT", "kton", "kt CO2e"), "1000"),
            (("Mt", "Mton", "Mt CO2e"), "1000000"),
        )
        for word in words
    },
    **{
        word: ("money", factor)
        for words, factor in (
            (("kr", "SEK", "kronor"), "1"),
            (("tkr", "kkr", "TSEK"), "1000"),
            (("Mkr", "MSEK", "mnkr", "mkr", "miljoner kronor"), "1000000"),
            (("mdkr", "BSEK", "miljarder kronor"), "1000000000"),
        )
        for word in words
    },
    "kWh": ("energy", "0.001"),
    "MWh": ("energy", "1"),
    "GWh": ("energy", "1000"),
    "TWh": ("energy", "1000000"),
    "kW": ("power", "0.001"),
    "MW": ("power", "1"),
    "%": ("share", "1"),
    "procent": ("share", "1"),
    "SEK/t": ("cost_per_tonne", "1"),
    "kr/ton": ("cost_per_tonne", "1"),
    "km": ("length", "1"),
    "st": ("count", "1"),
}
"""What is written → what it measures and how many base units it is (t, kr, MWh, MW, %, km, st)."""

_DIGITS = r"([−-]?\d{1,3}(?:[ \u00a0\u202f]\d{3})+|[−-]?\d+)([.,]\d+)?[ \u00a0\u202f]*"
_NUMBER = re.compile(rf"{_DIGITS}(\D.*)")
PATTERN = rf"^\s*{_DIGITS}({'|'.join(UNITS)})\s*$"
"""The same for JSON Schema, whose readers know no units."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount in its base unit: t CO2e, kronor, MWh, MW, per cent, kr per tonne, km or st."""

    value: Decimal
    dimension: Dimension
    text: str = field(compare=False)
    """As it was written; two ways to write an amount are one amount."""

    @classmethod
    def parse(cls, value: object) -> Quantity:
        """Read ``285 kt``, ``2 000 MSEK``, ``0,85 Mt`` or ``80 %``.

        Raises:
            PydanticCustomError: ``kk_quantity`` when there is no number or no known unit.
        """
        found = _NUMBER.fullmatch(value.strip()) if isinstance(value, str) else None
        if found is None or found[3].strip() not in UNITS:
            raise refusal("kk_quantity")
        digits = re.sub(r"\s", "", found[1]).replace("−", "-")
        decimals = (found[2] or "").replace(",", ".")
        dimension, factor = UNITS[found[3].strip()]
        return cls(Decimal(digits + decimals) * Decimal(factor), dimension, found[0])

    @property
    def scale(self) -> Decimal:
        """How many base units one of the written unit is: 1000 for ``285 kt``."""
        return Decimal(UNITS[self.unit][1])

    @property
    def unit(self) -> str:
        """The unit as it was written: ``kt``."""
        return self.text.lstrip("−-0123456789.,\u00a0\u202f ").strip()

    @property
    def rounding(self) -> Decimal:
        """How far, in base units, the amount may lie from what is written: half its last digit."""
        _, comma, decimals = self.text.replace(".", ",").partition(",")
        digits = len(decimals) - len(decimals.lstrip("0123456789")) if comma else 0
        return self.scale / 2 / Decimal(10) ** digits

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: object, handler: object
    ) -> core_schema.CoreSchema:
        """Let pydantic read the field through :meth:`parse`."""
        shown = core_schema.str_schema(pattern=PATTERN)
        return core_schema.no_info_plain_validator_function(
            cls.parse, json_schema_input_schema=shown
        )
