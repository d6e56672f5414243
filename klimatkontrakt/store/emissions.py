"""The shipped series of territorial emissions, from its CSV text."""

from __future__ import annotations

import csv

from klimatkontrakt.model.emissions import Emissions
from klimatkontrakt.model.when import When

SOURCE = (
    "Nationella emissionsdatabasen (SMHI och SMED för Naturvårdsverket), återpublicerad av "
    "Klimatkollen"
)
RETRIEVED = When.parse("2026-11")


def read_emissions(text: str, code: str) -> Emissions | None:
    """The series of one municipality by its code; ``None`` for one that has none."""
    found = sorted(
        (int(row["year"]), int(row["tonnes_co2e"]))
        for row in csv.DictReader(text.splitlines())
        if row["code"] == code
    )
    return Emissions(tuple(found), SOURCE, RETRIEVED) if found else None
