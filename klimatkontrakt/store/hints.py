"""What an officer most likely meant by a date in words."""

from __future__ import annotations

import re

from klimatkontrakt.model.when import MONTH_NAMES, ORDINALS, SEASON_NAMES, When

SEASONS = {name: season for season, name in SEASON_NAMES.items()}
SEASONS |= {
    "vår": "spring",
    "sommar": "summer",
    "höst": "autumn",
    "vinter": "winter",
    **{season: season for season in SEASON_NAMES},
    "fall": "autumn",
}
PARTS = {name: number for number, name in enumerate(ORDINALS, 1)}
MONTHS = {name: number for number, name in enumerate(MONTH_NAMES, 1)}
MONTHS |= {
    **{name[:3]: number for name, number in MONTHS.items()},
    "sept": 9,
}
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))


def date_meant(text: str) -> str | None:
    """``våren 2027`` → ``2027-spring``, ``senast 2027`` → ``by 2027``, and the like.

    A day that does not exist is meant too: ``30 februari 2027`` → ``2027-02-30``.
    """
    words = _words(text)
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


def is_certain_date(text: str) -> bool:
    """Whether the words of a date can mean only one thing.

    A winter lies in two years, ``till 2027`` may be a period, and what goes on may yet end.
    """
    return not re.search(r"vinter|winter|^till |^före |^pågår|^tills ", _words(text))


def _words(text: str) -> str:
    return " ".join(text.lower().split())


def _month(found: re.Match[str]) -> str:
    return f"{found['year']}-{MONTHS[found['month']]:02}"


def _day(found: re.Match[str]) -> str:
    return f"{_month(found)}-{int(found['day']):02}"


def _digits(found: re.Match[str]) -> str:
    parts = found.groupdict()
    return "-".join([parts["year"], *(f"{int(parts[n]):02}" for n in ("month", "day") if parts[n])])


def _part(found: re.Match[str]) -> str:
    return f"{found['year']}-{found['part'].upper()}"


_READINGS = (
    (
        rf"(?P<season>{'|'.join(SEASONS)})[ -](?P<year>\d{{4}})",
        lambda found: f"{found['year']}-{SEASONS[found['season']]}",
    ),
    (
        rf"(?P<year>\d{{4}})[ -](?P<season>{'|'.join(SEASONS)})",
        lambda found: f"{found['year']}-{SEASONS[found['season']]}",
    ),
    (r"(?P<year>\d{4}) ?-? ?(?P<part>[hq][1-4])", _part),
    (r"(?P<part>[hq][1-4]) ?-? ?(?P<year>\d{4})", _part),
    (r"(?P<year>\d{4})[-.](?P<month>\d{1,2})(?P<day>)", _digits),
    (r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})", _digits),
    (r"(?P<day>\d{1,2})/(?P<month>\d{1,2}) (?P<year>\d{4})", _digits),
    (r"(?P<year>20\d\d)(?P<month>\d\d)(?P<day>\d\d)", _digits),
    (r"(senast|till|före utgången av) (?P<year>\d{4})", lambda found: f"by {found['year']}"),
    (r"(under|år) (?P<year>\d{4})", lambda found: found["year"]),
    (rf"(den )?(?P<day>\d{{1,2}}):?e? (?P<month>{_MONTH})\.? (?P<year>\d{{4}})", _day),
    (rf"(i )?(?P<month>{_MONTH})\.? (?P<year>\d{{4}})", _month),
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
