"""Times, amounts and counts as they stand in a passage, each in a form that can be compared."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from klimatkontrakt.document.check.passage import related
from klimatkontrakt.document.swedish import SMALL_NUMBERS
from klimatkontrakt.model.quantity import UNITS
from klimatkontrakt.model.when import MONTH_NAMES, ORDINALS, SEASON_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from klimatkontrakt.document.check.passage import Passage, Word

COUNTS = {word: number for number, word in enumerate(SMALL_NUMBERS) if number > 1}
NAMED = {"mål", "åtagande", "bilaga", "kapitel", "version", "agenda", "§", "nr"}
"""Words whose number is a name and no count."""
NOUNS = 3
"""Words after a number among which what is counted stands."""
GROUP = 3
"""Digits between the spaces of a long number."""
LETTERS = 4
"""Letters from which a word says something by itself."""
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_SPAN = re.compile(r"((?:19|20|21)\d\d)-((?:19|20|21)\d\d)")
_YEAR = re.compile(r"(?:19|20|21)\d\d")
_SEASONS = {
    **{name: name for name in SEASON_NAMES.values()},
    **{name[:-2]: name for name in SEASON_NAMES.values()},
}
"""A season's name with its article, and without, where it only counts before a year: vår."""
_UNITS = {unit.casefold(): unit for unit in UNITS}
_LONG_UNITS = {
    ("miljoner", "kronor"): "miljoner kronor",
    ("miljarder", "kronor"): "miljarder kronor",
    ("mkr",): "Mkr",
}


@dataclass(frozen=True, slots=True)
class Value:
    """A time, an amount or a count."""

    kind: str
    """``time``, ``amount`` or ``count``."""
    parts: tuple[str, ...]
    """What is compared: month or season and year; amount and what it measures; the number."""
    text: str
    about: tuple[str, ...] = ()
    """For a count, what is counted: one of these words. For a year, the word before it."""
    piece: int = 0

    def held_by(self, others: Sequence[Value]) -> bool:
        """Whether one of the others says the same, or more: November in November 2025."""
        return any(self._same(other) for other in others if other.kind == self.kind)

    def named_in(self, others: Sequence[Value]) -> bool:
        """Whether a year is part of a name that is known: städer 2030."""
        return any(
            self.kind == other.kind == "time"
            and self.parts == other.parts
            and any(related(one, two) for one in self.about for two in other.about)
            for other in others
        )

    def _same(self, other: Value) -> bool:
        if self.kind == "time":
            return set(self.parts) <= set(other.parts)
        if self.parts != other.parts:
            return False
        return self.kind == "amount" or any(
            related(one, two) for one in self.about for two in other.about
        )


def values(passage: Passage) -> list[Value]:
    """Every time, amount and count of a passage, in order."""
    return list(_values(passage.words))


def _values(words: Sequence[Word]) -> Iterator[Value]:
    index = 0
    while index < len(words):
        size, value = _time(words, index) or _amount(words, index) or _count(words, index)
        if value is not None:
            yield value
        index += size


def _time(words: Sequence[Word], index: int) -> tuple[int, Value] | None:
    word, after = words[index], words[index + 1 : index + 2]
    year = after[0].key if after and _YEAR.fullmatch(after[0].key) else ""
    is_season = word.key in _SEASONS and (year or word.key in SEASON_NAMES.values())
    if is_season or word.key in MONTH_NAMES:
        named = _SEASONS.get(word.key, word.key)
        parts: tuple[str, ...] = (named, year) if year else (named,)
        return 1 + bool(year), Value("time", parts, f"{word.text} {year}".strip(), piece=word.piece)
    if word.key in ORDINALS and after and after[0].key in {"kvartalet", "halvåret"}:
        later = [item.key for item in words[index + 2 : index + 3]]
        parts = (word.key, after[0].key, *later)
        return 3, Value("time", parts, " ".join(parts), piece=word.piece)
    if span := _SPAN.fullmatch(word.key):
        return 1, Value("time", span.groups(), word.text.replace("-", "–"), piece=word.piece)
    if _YEAR.fullmatch(word.key):
        before = (words[index - 1].key,) if index and word.close else ()
        return 1, Value("time", (word.key,), word.key, before, word.piece)
    return None


def _amount(words: Sequence[Word], index: int) -> tuple[int, Value] | None:
    digits, size = _digits(words, index)
    if not digits:
        return None
    after = [word.key for word in words[index + size : index + size + 2]]
    unit = _LONG_UNITS.get(tuple(after)) or _LONG_UNITS.get(tuple(after[:1]))
    unit = unit or _UNITS.get(after[0] if after else "")
    if unit is None:
        return None
    dimension, factor = UNITS[unit]
    value = Decimal(digits.replace(",", ".")) * Decimal(factor)
    size += len(unit.split())
    text = " ".join(word.text for word in words[index : index + size])
    return size, Value(
        "amount", (f"{value.normalize():f}", dimension), text, piece=words[index].piece
    )


def _digits(words: Sequence[Word], index: int) -> tuple[str, int]:
    """A number that may be written in groups of three: its digits, and its words."""
    first = words[index].key
    if not _NUMBER.fullmatch(first):
        return "", 1
    size = 1
    while (
        len(first) <= GROUP
        and index + size < len(words)
        and re.fullmatch(r"\d{3}(?:,\d+)?", words[index + size].key)
    ):
        first += words[index + size].key
        size += 1
    return first, size


def _count(words: Sequence[Word], index: int) -> tuple[int, Value | None]:
    word = words[index]
    digits, size = _digits(words, index)
    number = str(COUNTS.get(word.key, "")) or digits
    before = words[index - 1].key if index else ""
    names_itself = bool(digits) and (word.first or before in NAMED)
    if not number or names_itself:
        return size, None
    after = words[index + size : index + size + NOUNS]
    about = tuple(item.key for item in after if len(item.key) >= LETTERS and item.key.isalpha())
    if not about:
        return size, None
    text = " ".join(item.text for item in words[index : index + size + len(after)])
    return size, Value("count", (number,), text, about, word.piece)
