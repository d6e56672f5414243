"""What an officer most likely meant by a date in words."""

from __future__ import annotations

import pytest

from klimatkontrakt.model.when import When
from klimatkontrakt.store.hints import date_meant, not_in_calendar


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("våren 2027", "2027-spring"),
        ("Hösten  2025", "2025-autumn"),
        ("senast 2027", "by 2027"),
        ("under 2026", "2026"),
        ("31 mars 2027", "2027-03-31"),
        ("den 5 december 2025", "2025-12-05"),
        ("december 2025", "2025-12"),
        ("andra halvåret 2024", "2024-H2"),
        ("fjärde kvartalet 2024", "2024-Q4"),
        ("2027–2028", "2027/2028"),
        ("löpande", "ongoing"),
        ("okänt", "unknown"),
        ("så snart som möjligt", None),
        ("2026", None),
        ("2028–2026", None),
        ("den 1 maj 3000", None),
    ],
)
def test_date_in_words(written: str, meant: str | None) -> None:
    assert date_meant(written) == meant
    assert meant is None or When.parse(meant).text == meant


@pytest.mark.parametrize(
    ("written", "missing"),
    [
        ("30 februari 2026", True),
        ("29 februari 2026", True),
        ("29 februari 2028", False),
        ("31 april 2026", True),
        ("0 maj 2026", True),
    ],
)
def test_day_in_words_that_is_not_in_the_calendar(
    written: str,
    missing: bool,  # noqa: FBT001  a parameter of the test
) -> None:
    assert not_in_calendar(date_meant(written) or "") is missing
