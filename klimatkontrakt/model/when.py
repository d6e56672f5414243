"""Dates that keep their precision and their words."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field, PlainValidator
from pydantic_core import PydanticCustomError, core_schema

from klimatkontrakt.model.base import refusal

if TYPE_CHECKING:
    from collections.abc import Callable

FIRST_YEAR, LAST_YEAR = 1900, 2199

Precision = Literal[
    "year", "half", "quarter", "season", "month", "day", "years", "by", "ongoing", "unknown"
]

SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 14)}
"""First and last month; a winter begins in December of the year that names it."""

MONTH_NAMES = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)
SEASON_NAMES = {"spring": "våren", "summer": "sommaren", "autumn": "hösten", "winter": "vintern"}
ORDINALS = ("första", "andra", "tredje", "fjärde")
"""How Swedish texts name months, seasons, and the halves and quarters of a year."""


@dataclass(frozen=True, slots=True)
class When:
    """A point or span of time, as precise as it was written.

    ``text`` is the word in the data, ``start`` and ``end`` its first and last day;
    both are ``None`` for ``ongoing`` and ``unknown``, ``start`` is for ``by 2025``.
    """

    text: str
    precision: Precision
    start: date | None
    end: date | None

    @classmethod
    def parse(cls, value: object) -> When:
        """Read ``2026``, ``2026-Q1``, ``2024-H2``, ``2025-spring``, ``2026-03`` and the like.

        Raises:
            PydanticCustomError: ``kk_when`` for words that are no date, ``kk_year`` for a year
                outside 1900-2199, ``kk_day`` for a day or month that no calendar has.
        """
        text = str(value) if type(value) is int or isinstance(value, str) else ""
        for pattern, read in _FORMS:
            if found := pattern.fullmatch(text):
                precision, start, end = _within_years(found, read)
                return cls(text, precision, start, end)
        raise refusal("kk_when")

    @classmethod
    def refusal_of(cls, text: str) -> str | None:
        """The kind of error with which :meth:`parse` refuses a text; ``None`` if it does not."""
        try:
            cls.parse(text)
        except PydanticCustomError as error:
            return error.type
        return None

    def has_passed(self, today: date) -> bool:
        """Whether the last day lies before ``today``; never for ``ongoing`` and ``unknown``."""
        return self.end is not None and self.end < today

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: object, handler: object
    ) -> core_schema.CoreSchema:
        """Let pydantic read the field through :meth:`parse`."""
        years = core_schema.int_schema(ge=FIRST_YEAR, le=LAST_YEAR)
        shown = core_schema.union_schema([years, core_schema.str_schema(pattern=PATTERN)])
        return core_schema.no_info_plain_validator_function(
            cls.parse, json_schema_input_schema=shown
        )


_Read = tuple[Precision, date | None, date | None]


def _within_years(found: re.Match[str], read: Callable[[re.Match[str]], _Read]) -> _Read:
    years = [int(part) for part in re.findall(r"\d{4}", found.string)]
    if not all(FIRST_YEAR <= year <= LAST_YEAR for year in years):
        raise refusal("kk_year")
    try:
        return read(found)
    except ValueError:
        raise refusal("kk_when" if "/" in found.string else "kk_day") from None


def _months(precision: Precision, year: int, first: int, last: int) -> _Read:
    later, month = divmod(last - 1, 12)
    last_year, last_month = year + later, month + 1
    end = date(last_year, last_month, monthrange(last_year, last_month)[1])
    return precision, date(year, first, 1), end


def _day(found: re.Match[str]) -> _Read:
    day = date.fromisoformat(found[0])
    return "day", day, day


def _season(found: re.Match[str]) -> _Read:
    return _months("season", int(found[1]), *SEASONS[found[2]])


def _part(precision: Precision, length: int) -> Callable[[re.Match[str]], _Read]:
    def read(found: re.Match[str]) -> _Read:
        last = int(found[2]) * length
        return _months(precision, int(found[1]), last - length + 1, last)

    return read


def _years(found: re.Match[str]) -> _Read:
    first, last = int(found[1]), int(found[2])
    if first >= last:
        raise ValueError
    return "years", date(first, 1, 1), date(last, 12, 31)


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], _Read]], ...] = (
    (re.compile(r"(\d{4})"), lambda found: _months("year", int(found[1]), 1, 12)),
    (re.compile(r"(\d{4})-(\d{2})"), _part("month", 1)),
    (re.compile(r"\d{4}-\d{2}-\d{2}"), _day),
    (re.compile(r"(\d{4})-Q([1-4])"), _part("quarter", 3)),
    (re.compile(r"(\d{4})-H([12])"), _part("half", 6)),
    (re.compile(r"(\d{4})-(spring|summer|autumn|winter)"), _season),
    (re.compile(r"(\d{4})/(\d{4})"), _years),
    (re.compile(r"by (\d{4})"), lambda found: ("by", None, date(int(found[1]), 12, 31))),
    (re.compile(r"ongoing"), lambda _: ("ongoing", None, None)),
    (re.compile(r"unknown"), lambda _: ("unknown", None, None)),
)

PATTERN = "^({})$".format(
    "|".join(form.pattern for form, _ in _FORMS).replace(r"\d{4}", r"(?:19|20|21)\d{2}")
)
"""The same for JSON Schema, whose readers know no calendar."""


def _year(value: object) -> int:
    if type(value) is not int:
        raise refusal("kk_not_a_year")
    if not FIRST_YEAR <= value <= LAST_YEAR:
        raise refusal("kk_year")
    return value


def _target_year(value: object) -> int | str:
    return value if isinstance(value, str) and value in {"ongoing", "unknown"} else _year(value)


_Shown = Annotated[int, Field(ge=FIRST_YEAR, le=LAST_YEAR)]

Year = Annotated[int, PlainValidator(_year, json_schema_input_type=_Shown)]
"""A calendar year, 1900-2199."""

TargetYear = Annotated[
    int | Literal["ongoing", "unknown"],
    PlainValidator(_target_year, json_schema_input_type=_Shown | Literal["ongoing", "unknown"]),
]
"""A calendar year, or the word ``ongoing`` for an ambition without an end year, or ``unknown``."""
