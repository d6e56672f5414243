"""What an officer most likely meant by a date in words."""

from __future__ import annotations

import re

MONTHS = (
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
SEASONS = {"våren": "spring", "sommaren": "summer", "hösten": "autumn", "vintern": "winter"}
PARTS = {"första": 1, "andra": 2, "tredje": 3, "fjärde": 4}
_MONTH = "|".join(MONTHS)


def date_meant(text: str) -> str | None:
    """``våren 2027`` → ``2027-spring``, ``senast 2027`` → ``by 2027``, and the like."""
    words = " ".join(text.lower().split())
    if words in {"löpande", "pågår", "tills vidare"}:
        return "ongoing"
    if words == "okänt":
        return "unknown"
    for pattern, form in _READINGS:
        if found := re.fullmatch(pattern, words):
            return form(found)
    return None


def _month(found: re.Match[str]) -> str:
    return f"{found['year']}-{MONTHS.index(found['month']) + 1:02}"


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
