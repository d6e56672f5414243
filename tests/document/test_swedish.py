"""Swedish words for dates, numbers and lists."""

from __future__ import annotations

import pytest

from klimatkontrakt.document import swedish
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
