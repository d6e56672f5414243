"""What an officer most likely meant by a date in words."""

from __future__ import annotations

import re

from klimatkontrakt.model.when import MONTH_NAMES, ORDINALS, SEASON_NAMES, When

SEASONS = {name: season for season, name in SEASON_NAMES.items()}
PARTS = {name: number for number, name in enumerate(ORDINALS, 1)}
_MONTH = "|".join(MONTH_NAMES)


def date_meant(text: str) -> str | None:
    """``våren 2027`` → ``2027-spring``, ``senast 2027`` → ``by 2027``, and the like.

    A day that does not exist is meant too: ``30 februari 2027`` → ``2027-02-30``.
    """
    words = " ".join(text.lower().split())
    if words in {"löpande", "pågår", "tills vidare"}:
        return "ongoing"
    if words == "okänt":
        return "unknown"
    for pattern, form in _READINGS:
        if found := re.fullmatch(pattern, words):
            meant = form(found)
            return meant if When.refusal_of(meant) in {None, "kk_day"} else None
    return None


def not_in_calendar(text: str) -> bool:
    """Whether a date in the form of the data names a day or month that does not exist."""
    return When.refusal_of(text) == "kk_day"


def _month(found: re.Match[str]) -> str:
    return f"{found['year']}-{MONTH_NAMES.index(found['month']) + 1:02}"


def _day(found: re.Match[str]) -> str:
    return f"{_month(found)}-{int(found['day']):02}"


_READINGS = (
    (
        rf"(?P<season>{'|'.join(SEASONS)}) (?P<year>\d{{4}})",
        lambda found: f"{found['year']}-{SEASONS[found['season']]}",
    ),
    (r"(senast|till|före utgången av) (?P<year>\d{4})", lambda found: f"by {found['year']}"),
    (r"(under|år) (?P<year>\d{4})", lambda found: found["year"]),
    (rf"(den )?(?P<day>\d{{1,2}}) (?P<month>{_MONTH}) (?P<year>\d{{4}})", _day),
    (rf"(i )?(?P<month>{_MONTH}) (?P<year>\d{{4}})", _month),
    (
        r"(?P<part>första|andra) halvåret (?P<year>\d{4})",
        lambda found: f"{found['year']}-H{PARTS[found['part']]}",
    ),
    (
        r"(?P<part>första|andra|tredje|fjärde) kvartalet (?P<year>\d{4})",
        lambda found: f"{found['year']}-Q{PARTS[found['part']]}",
    ),
    (
        r"(?P<first>\d{4}) ?[-–] ?(?P<last>\d{4})",
        lambda found: f"{found['first']}/{found['last']}",
    ),
)
