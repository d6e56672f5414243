"""Dates of the data as words in a sentence, as precise as they were written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from klimatkontrakt.diagnostics.message import Message, say
from klimatkontrakt.i18n import N_

if TYPE_CHECKING:
    from datetime import date


class Dated(Protocol):
    """What the model's dates tell of themselves."""

    @property
    def text(self) -> str:
        """As it was written."""

    @property
    def precision(self) -> str:
        """``year``, ``season``, ``by`` and so on."""

    @property
    def end(self) -> date | None:
        """The last day."""


SEASONS = {
    "spring": N_("spring {year}"),
    "summer": N_("summer {year}"),
    "autumn": N_("autumn {year}"),
    "winter": N_("winter {year}"),
}
PARTS = {
    "H1": N_("first half of {year}"),
    "H2": N_("second half of {year}"),
    "Q1": N_("first quarter of {year}"),
    "Q2": N_("second quarter of {year}"),
    "Q3": N_("third quarter of {year}"),
    "Q4": N_("fourth quarter of {year}"),
}
MONTHS = (
    N_("January {year}"),
    N_("February {year}"),
    N_("March {year}"),
    N_("April {year}"),
    N_("May {year}"),
    N_("June {year}"),
    N_("July {year}"),
    N_("August {year}"),
    N_("September {year}"),
    N_("October {year}"),
    N_("November {year}"),
    N_("December {year}"),
)
WORDS = {"ongoing": N_("no fixed time"), "unknown": N_("an unknown time")}


def in_words(when: Dated) -> Message:
    """``2026-03`` as it stands; ``2026-summer`` and ``by 2030`` in the reader's language."""
    year, _, part = when.text.partition("-")
    if part in SEASONS or part in PARTS:
        return say({**SEASONS, **PARTS}[part], year=year)
    if when.precision == "by":
        return say(N_("by {year}"), year=when.text.removeprefix("by "))
    if when.precision in WORDS:
        return say(WORDS[when.precision])
    return say("{text}", text=when.text)
