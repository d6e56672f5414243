"""Amounts with units, as Swedish officers write them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from klimatkontrakt.model.quantity import UNITS, Quantity

THREE = {
    "kg": ("0.003", "emissions"),
    "kg CO2e": ("0.003", "emissions"),
    "t": ("3", "emissions"),
    "ton": ("3", "emissions"),
    "t CO2e": ("3", "emissions"),
    "ton CO2e": ("3", "emissions"),
    "kt": ("3000", "emissions"),
    "KT": ("3000", "emissions"),
    "kton": ("3000", "emissions"),
    "kt CO2e": ("3000", "emissions"),
    "Mt": ("3000000", "emissions"),
    "Mton": ("3000000", "emissions"),
    "Mt CO2e": ("3000000", "emissions"),
    "kr": ("3", "money"),
    "SEK": ("3", "money"),
    "kronor": ("3", "money"),
    "tkr": ("3000", "money"),
    "kkr": ("3000", "money"),
    "TSEK": ("3000", "money"),
    "Mkr": ("3000000", "money"),
    "MSEK": ("3000000", "money"),
    "mnkr": ("3000000", "money"),
    "mkr": ("3000000", "money"),
    "miljoner kronor": ("3000000", "money"),
    "mdkr": ("3000000000", "money"),
    "BSEK": ("3000000000", "money"),
    "miljarder kronor": ("3000000000", "money"),
    "kWh": ("0.003", "energy"),
    "MWh": ("3", "energy"),
    "GWh": ("3000", "energy"),
    "TWh": ("3000000", "energy"),
    "kW": ("0.003", "power"),
    "MW": ("3", "power"),
    "%": ("3", "share"),
    "procent": ("3", "share"),
    "SEK/t": ("3", "cost_per_tonne"),
    "kr/ton": ("3", "cost_per_tonne"),
    "km": ("3", "length"),
    "st": ("3", "count"),
}
"""Unit → what three of it are in the base unit, and what it measures."""

NUMBERS = {
    "285 t": "285",
    "285t": "285",
    "0 t": "0",
    "0,85 t": "0.85",
    "0.85 t": "0.85",
    "2,50 t": "2.5",
    "2 000 t": "2000",
    "2\u00a0000 t": "2000",
    "2\u202f000\u00a0t": "2000",
    "12 345 678,9 t": "12345678.9",
    "12345678 t": "12345678",
    "-5 t": "-5",
    "−5 t": "-5",
    "−1 250,5 t": "-1250.5",
    "007 t": "7",
    "5   t": "5",
    " 5 t ": "5",
}
NO_AMOUNTS = [
    "",
    " ",
    "t",
    "5",
    "0,85",
    "fem t",
    "5 tonne",
    "5 T",
    "5 euro",
    "5 miljoner",
    "5 %%",
    "5,t",
    ",5 t",
    "5,5,5 t",
    "1 00 t",
    "1 0000 t",
    "1 000 00 t",
    "10–20 t",
    "- 5 t",
    "--5 t",
    "+5 t",
    "ca 5 t",
    "5 t 3",
    "5 t\n6 t",
    "1e3 t",
    "5 t CO2",
]


def test_every_unit_is_in_the_table() -> None:
    assert set(THREE) == set(UNITS)


@pytest.mark.parametrize("unit", THREE)
def test_unit(unit: str) -> None:
    value, dimension = THREE[unit]

    assert Quantity.parse(f"3 {unit}") == Quantity(Decimal(value), dimension, f"3 {unit}")


@pytest.mark.parametrize(("text", "value"), NUMBERS.items())
def test_number(text: str, value: str) -> None:
    assert Quantity.parse(text) == Quantity(Decimal(value), "emissions", text.strip())


@pytest.mark.parametrize("value", [*NO_AMOUNTS, 5, 0.85, True, None, ["5 t"], {"t": 5}])
def test_no_amount(value: object) -> None:
    with pytest.raises(PydanticCustomError) as error:
        Quantity.parse(value)

    assert error.value.type == "kk_quantity"


@settings(deadline=None)
@given(
    st.decimals(-(10**12), 10**12, allow_nan=False, places=3),
    st.sampled_from(["kt", "Mkr", "%", "GWh"]),
)
def test_what_is_written_in_swedish_is_read_back(number: Decimal, unit: str) -> None:
    grouped = f"{number:,.3f}".replace(",", "\u00a0").replace(".", ",").replace("-", "−")

    found = Quantity.parse(f"{grouped}\u00a0{unit}")

    assert found.value == number * Decimal(UNITS[unit][1])
