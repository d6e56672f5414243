"""Swedish words for dates, numbers and lists."""

from __future__ import annotations

import pytest

from klimatkontrakt.document import swedish
from klimatkontrakt.model.quantity import Quantity
from klimatkontrakt.model.when import When


@pytest.mark.parametrize(
    ("written", "said", "during"),
    [
        (2026, "2026", "under 2026"),
        ("2026-03", "mars 2026", "i mars 2026"),
        ("2026-03-31", "31\u00a0mars 2026", "den 31\u00a0mars 2026"),
        ("2026-Q1", "första kvartalet 2026", "under första kvartalet 2026"),
        ("2026-Q4", "fjärde kvartalet 2026", "under fjärde kvartalet 2026"),
        ("2024-H2", "andra halvåret 2024", "under andra halvåret 2024"),
        ("2025-spring", "våren 2025", "under våren 2025"),
        ("2025-winter", "vintern 2025", "under vintern 2025"),
        ("2027/2028", "2027–2028", "under 2027–2028"),
        ("by 2025", "senast 2025", "senast 2025"),
        ("ongoing", "löpande", "löpande"),
        ("unknown", "okänd tid", "okänd tid"),
    ],
)
def test_dates(written: object, said: str, during: str) -> None:
    when = When.parse(written)

    assert (swedish.when(when), swedish.during(when)) == (said, during)


def test_numbers() -> None:
    assert [swedish.number(value) for value in (0, 999, 12500, -3)] == [
        "0",
        "999",
        "12\u00a0500",
        "−3",
    ]
    assert [swedish.counted(value) for value in (0, 1, 12, 13, 1300)] == [
        "inga",
        "ett",
        "tolv",
        "13",
        "1\u00a0300",
    ]


def test_lists_and_sentences() -> None:
    assert [swedish.listing(words) for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a och b",
        "a, b och c",
    ]
    assert [swedish.sentence(text) for text in ("målet nås", "Klart.", " redan? ")] == [
        "Målet nås.",
        "Klart.",
        "Redan?",
    ]
    assert [swedish.genitive(name) for name in ("Luleå kommun", "Borås", "Malax")] == [
        "Luleå kommuns",
        "Borås",
        "Malax",
    ]


def test_paragraphs() -> None:
    assert swedish.paragraphs("ett\n två\n\n \n tre \n") == ["ett två", "tre"]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2000000 kr", "2~000~000~kr"),
        ("1500kr", "1~500kr"),
        ("12345.75 t", "12~345,75~t"),
        ("24.5 Mkr", "24,5~Mkr"),
        ("1 200 t CO2e", "1~200~t CO2e"),
        (" 3 miljoner kronor ", "3~miljoner kronor"),
        ("0,12345 Mt", "0,12345~Mt"),
        ("80 %", "80~%"),
    ],
)
def test_amounts(written: str, said: str) -> None:
    assert swedish.amount(Quantity.parse(written)) == said.replace("~", "\u00a0")


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        ("10 Mkr", "15 Mkr", "10–15~Mkr"),
        ("100 ton", "200 ton", "100–200~ton"),
        ("1500 kr", "2000000 kr", "1~500–2~000~000~kr"),
        ("10%", "15 %", "10–15~%"),
        ("900 tkr", "1,5 Mkr", "900~tkr till 1,5~Mkr"),
        ("-5 %", "5 %", "-5~% till 5~%"),
    ],
)
def test_from_one_amount_to_another(low: str, high: str, said: str) -> None:
    found = swedish.span(Quantity.parse(low), Quantity.parse(high))

    assert found == said.replace("~", "\u00a0")


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("KF § 84, 12 345 678 kr", "KF §~84, 12~345~678~kr"),
        ("80 % till 2030", "80~% till 2030"),
        ("år 2025 200 ton", "år 2025 200~ton"),
        ("2,5 miljarder kronor och 5 GWh", "2,5~miljarder kronor och 5~GWh"),
        ("§ och 5 kronofogdar, 3 tunnor", "§ och 5 kronofogdar, 3 tunnor"),
        ("1. 200 personer", "1. 200 personer"),
        ("| 12 | 345 |", "| 12 | 345 |"),
    ],
)
def test_what_no_line_should_part(text: str, held: str) -> None:
    assert swedish.unbroken(text) == held.replace("~", "\u00a0")
