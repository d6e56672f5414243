"""A signed text in other words than ours: every fact of it is in the data, and the other way."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Ran

SIGNED = Path(__file__).parents[3] / "shared" / "seeds" / "lulea-klimatkontrakt-2025-26.txt"
needs_the_contract = pytest.mark.skipif(
    not SIGNED.exists(), reason=f"the signed contract is not beside the project: {SIGNED}"
)
CHANGES = {
    "klimatet år 2040": "klimatet år 2042",
    "våren 2023": "våren 2022",
    "i november och": "i mars och",
    "fyra heldagsträffar": "fem heldagsträffar",
    "Thriving Northern Buildings": "Sustainable Northern Homes",
    "Trygg i Luleå": "Säker i Luleå",
    "Umeå": "Kiruna",
    "Åtagande 9": "Åtagande 8",
    "kommer vidare att prioritera följande": "ingår vidare i följande",
    "\t▪ Utveckla vår datainsamling": "Utveckla vår datainsamling",
    "slutrapport kommer": "slutrapport för 12 Mkr kommer",
    "\t▪ Grönområden och naturvård": "\t▪ Grönområden och naturvård\n\n\t▪ Fiske i fjällvatten",
    "overgripande-mal-till-2040.html": "annan-sida.html",
}


@needs_the_contract
def test_the_signed_contract_holds_every_fact_and_no_other(kk: Callable[..., Ran]) -> None:
    ran = kk("check-document", str(SIGNED), "luleå", "2025")
    states = [line.split()[0] for line in ran.out.splitlines()[4:-3]]

    assert states == ["finns"] * 75
    assert ran.out.splitlines()[-2:] == [
        "Av underlagets 75 uppgifter finns 75, är 0 ändrade i filen och saknas 0 i filen.",
        "Uppgifter i filen som saknas i underlaget: 0.",
    ]
    assert (ran.code, ran.err) == (0, "")


FOUND = [
    ("changed", "Mål 2", "målår", "2040", "2042"),
    ("missing", "", "prioriterat område", "Trygg i Luleå", None),
    ("changed", "Luleå Framtidsforum", "gjort", "våren 2023", "våren 2022"),
    (
        "changed",
        "Luleå Framtidsforum",
        "omfattning",
        "fyra heldagsträffar i pilotprojektet",
        "fem heldagsträffar där deltagarna",
    ),
    (
        "missing",
        "Cirkulärt och hållbart byggande",
        "projekt",
        "Thriving Northern Buildings",
        None,
    ),
    ("missing", "Cirkulärt och hållbart byggande", "medverkande i projektet", "Umeå", None),
    ("changed", "Klimatinvesteringsplan 2030", "planerat", "november 2025", "mars"),
    ("changed", "Åtagande 1", "antal delåtaganden", "2", "1"),
    ("changed", "Åtagande 6", "kommunens ställning", "prioriterar", "ingår i"),
    ("missing", "Åtagande 9", "åtagande", "9", None),
    ("missing", "Åtagande 9", "kommunens ställning", "prioriterar", None),
    (
        "missing",
        "Övergripande mål till 2040",
        "länk",
        "https://www.lulea.se/samhalle--utveckling/vision-lulea-2040/overgripande-mal-till-2040"
        ".html#5.-luleC3A520har20ingen20pC3A5verkan20pC3A520klimatet",
        None,
    ),
    ("unknown", "", "belopp eller mängd", None, "12 Mkr"),
    ("unknown", "", "namn", None, "Säker"),
    ("unknown", "", "namn", None, "Kiruna"),
    ("unknown", "", "namn", None, "Sustainable Northern Homes"),
    ("unknown", "", "rubrik eller listpunkt", None, "Fiske i fjällvatten"),
    ("unknown", "", "åtagande", None, "Åtagande 8"),
    (
        "unknown",
        "",
        "länk",
        None,
        "https://www.lulea.se/samhalle--utveckling/vision-lulea-2040/annan-sida"
        ".html#5.-luleC3A520har20ingen20pC3A5verkan20pC3A520klimatet",
    ),
]


@needs_the_contract
def test_what_is_changed_in_it_is_found(kk: Callable[..., Ran], tmp_path: Path) -> None:
    text = SIGNED.read_text(encoding="utf-8")
    for old, new in CHANGES.items():
        assert old in text
        text = text.replace(old, new)
    path = tmp_path / "undertecknat.txt"
    path.write_text(text, encoding="utf-8")
    ran = kk("check-document", str(path), "luleå", "2025", "--format", "json")
    found = [
        (item["state"], item["about"], item["what"], item["value"], item["found"])
        for item in json.loads(ran.out)["facts"]
        if item["state"] != "held"
    ]

    assert ran.code == 1
    assert found == FOUND
