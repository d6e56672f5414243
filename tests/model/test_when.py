"""Dates that keep their precision: what is understood, what is not, and when each has passed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from klimatkontrakt.model.when import TargetYear, When, Year

FORMS = {
    "2026": ("year", date(2026, 1, 1), date(2026, 12, 31)),
    "1900": ("year", date(1900, 1, 1), date(1900, 12, 31)),
    "2199": ("year", date(2199, 1, 1), date(2199, 12, 31)),
    "2026-03": ("month", date(2026, 3, 1), date(2026, 3, 31)),
    "2026-02": ("month", date(2026, 2, 1), date(2026, 2, 28)),
    "2024-02": ("month", date(2024, 2, 1), date(2024, 2, 29)),
    "2026-12": ("month", date(2026, 12, 1), date(2026, 12, 31)),
    "2026-03-31": ("day", date(2026, 3, 31), date(2026, 3, 31)),
    "2024-02-29": ("day", date(2024, 2, 29), date(2024, 2, 29)),
    "2026-Q1": ("quarter", date(2026, 1, 1), date(2026, 3, 31)),
    "2026-Q2": ("quarter", date(2026, 4, 1), date(2026, 6, 30)),
    "2026-Q3": ("quarter", date(2026, 7, 1), date(2026, 9, 30)),
    "2026-Q4": ("quarter", date(2026, 10, 1), date(2026, 12, 31)),
    "2024-H1": ("half", date(2024, 1, 1), date(2024, 6, 30)),
    "2024-H2": ("half", date(2024, 7, 1), date(2024, 12, 31)),
    "2025-spring": ("season", date(2025, 3, 1), date(2025, 5, 31)),
    "2025-summer": ("season", date(2025, 6, 1), date(2025, 8, 31)),
    "2025-autumn": ("season", date(2025, 9, 1), date(2025, 11, 30)),
    "2025-winter": ("season", date(2025, 12, 1), date(2026, 2, 28)),
    "2023-winter": ("season", date(2023, 12, 1), date(2024, 2, 29)),
    "2026/2028": ("years", date(2026, 1, 1), date(2028, 12, 31)),
    "by 2030": ("by", None, date(2030, 12, 31)),
    "ongoing": ("ongoing", None, None),
    "unknown": ("unknown", None, None),
}
NO_DAYS = ["2026-00", "2026-13", "2026-02-29", "2026-04-31", "2026-13-01", "2026-01-00"]
NO_DATES = [
    "",
    " ",
    "snart",
    "hösten 2026",
    "2026 ",
    " 2026",
    "26",
    "02026",
    "20260331",
    "2026-3",
    "2026-3-31",
    "2026-03-31T12:00",
    "2026-Q0",
    "2026-Q5",
    "2026-q1",
    "2026-H3",
    "2026-Spring",
    "2026-vår",
    "2025/26",
    "2026/2026",
    "2028/2026",
    "2026-2028",
    "by 30",
    "by  2030",
    "By 2030",
    "by 2030-12",
    "Ongoing",
    "unknown ",
]
NO_YEARS = ["1899", "2200", "0205-11", "9999-12-31", "2026/2200", "1899/2026", "by 2500", "2200-Q1"]


@pytest.mark.parametrize("text", FORMS)
def test_form(text: str) -> None:
    assert When.parse(text) == When(text, *FORMS[text])


def test_a_year_may_be_a_number() -> None:
    assert When.parse(2026) == When.parse("2026")


@pytest.mark.parametrize("value", [*NO_DATES, True, None, 2026.0, 26, ["2026"], {}])
def test_no_date(value: object) -> None:
    with pytest.raises(PydanticCustomError) as error:
        When.parse(value)

    assert error.value.type == "kk_when"


@pytest.mark.parametrize("text", NO_DAYS)
def test_day_that_no_calendar_has(text: str) -> None:
    assert When.refusal_of(text) == "kk_day"


@pytest.mark.parametrize("value", [*NO_YEARS, 2200, 1899, 9999])
def test_year_beyond_reason(value: object) -> None:
    with pytest.raises(PydanticCustomError) as error:
        When.parse(value)

    assert error.value.type == "kk_year"


@pytest.mark.parametrize("text", [text for text, form in FORMS.items() if form[2] is not None])
def test_it_has_passed_on_the_day_after_its_last_day_and_not_before(text: str) -> None:
    when = When.parse(text)
    last = FORMS[text][2]

    assert not when.has_passed(last)
    assert when.has_passed(last + timedelta(days=1))


@pytest.mark.parametrize("text", ["ongoing", "unknown"])
def test_what_has_no_end_never_passes(text: str) -> None:
    assert not When.parse(text).has_passed(date.max)


@settings(deadline=None)
@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_every_day_is_within_its_month_quarter_half_and_year(day: date) -> None:
    quarter, half = (day.month + 2) // 3, (day.month + 5) // 6
    forms = (
        day.isoformat(),
        f"{day:%Y-%m}",
        f"{day:%Y}-Q{quarter}",
        f"{day:%Y}-H{half}",
        f"{day:%Y}",
    )
    spans = [When.parse(form) for form in forms]

    starts, ends = [when.start for when in spans], [when.end for when in spans]
    assert starts == sorted(starts, reverse=True)
    assert ends == sorted(ends)
    assert (starts[0], ends[0]) == (day, day)


@settings(deadline=None)
@given(st.one_of(st.text(max_size=12), st.from_regex(r"\d{4}-?\d{0,2}-?\d{0,2}", fullmatch=True)))
def test_any_text_is_a_date_or_refused_by_name(text: str) -> None:
    assert outcome(text) in {text, "kk_when", "kk_year", "kk_day"}


def outcome(text: str) -> str:
    try:
        return When.parse(text).text
    except PydanticCustomError as error:
        return error.type


@pytest.mark.parametrize("value", [1900, 2030, 2199])
def test_year(value: int) -> None:
    assert TypeAdapter(Year).validate_python(value) == value
    assert TypeAdapter(TargetYear).validate_python(value) == value


@pytest.mark.parametrize("value", ["ongoing", "unknown"])
def test_target_year_in_words(value: str) -> None:
    assert TypeAdapter(TargetYear).validate_python(value) == value
    assert refused(Year, value) == "kk_not_a_year"


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("2030", "kk_not_a_year"),
        (2030.0, "kk_not_a_year"),
        (True, "kk_not_a_year"),
        (None, "kk_not_a_year"),
        ("snart", "kk_not_a_year"),
        (["ongoing"], "kk_not_a_year"),
        (1899, "kk_year"),
        (2200, "kk_year"),
        (30, "kk_year"),
    ],
)
def test_no_year(value: object, kind: str) -> None:
    assert (refused(Year, value), refused(TargetYear, value)) == (kind, kind)


def refused(kind: object, value: object) -> str:
    with pytest.raises(ValidationError) as error:
        TypeAdapter(kind).validate_python(value)
    return error.value.errors()[0]["type"]
