"""The shipped series of emissions: whole, and as it was handed to us."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from klimatkontrakt.model.emissions import Emissions
from klimatkontrakt.model.when import When
from klimatkontrakt.resources import emissions_csv, municipalities_csv
from klimatkontrakt.store.emissions import SOURCE, read_emissions

YEARS = [1990, 2000, 2005, 2010, *range(2015, 2024)]
HANDED = Path(__file__).parents[3] / "shared" / "data" / "territorial-emissions.csv"


def test_a_series_by_year() -> None:
    text = "code,year,tonnes_co2e\n0114,2000,107274\n0114,1990,118276\n0115,1990,196436\n"
    found = read_emissions(text, "0114")

    assert found == Emissions(((1990, 118_276), (2000, 107_274)), SOURCE, When.parse("2026-11"))
    assert found is not None
    assert (found.of(2000), found.of(2001)) == (107_274, None)
    assert read_emissions(text, "9999") is None


def test_every_municipality_has_every_year() -> None:
    text = emissions_csv()
    codes = [row["code"] for row in csv.DictReader(municipalities_csv().splitlines())]
    found = [(row["code"], int(row["year"])) for row in csv.DictReader(text.splitlines())]

    assert sorted(found) == [(code, year) for code in sorted(codes) for year in YEARS]


def test_the_series_is_as_it_was_handed_to_us() -> None:
    if not HANDED.is_file():
        pytest.skip("the source of the series is not at hand")

    assert emissions_csv() == HANDED.read_text(encoding="utf-8")
