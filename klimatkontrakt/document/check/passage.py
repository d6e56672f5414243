"""A stretch of text as words that can be found again in other forms of the language."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from klimatkontrakt.document.check.words import folded, numbered, unmarked
from klimatkontrakt.model.quantity import UNITS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from klimatkontrakt.document.check.reading import Piece

ENDINGS = re.compile("s|[aent]|r|[aeo]?r(?:s|na|nas)?|e[nt]s?|ns?|ts?|ans?|nas?|ne(?:s)?").fullmatch
"""What Swedish puts after a word for the definite form, the plural and the genitive."""
STEM = 3
"""Letters that a word must have before an ending counts as one."""
_WORD = re.compile(r"\d{4}-\d{4}\d?|\d+(?:[.,/]\d+)?|[^\W\d_]+(?:[-:][^\W\d_]+)*|[&§%]")
_YEAR_WORD = re.compile(r"\bår(?=\s+\d{4}\b|\s*$)")
"""The word before a year, which says nothing: till år 2030."""
_PARAGRAPH = attrgetter("paragraph")
_LINK = re.compile(r"https?://\S+")
_DIGITS = r"(?:\d{1,3}(?: \d{3})+|\d+)(?:[.,]\d+)?"
_UNIT = "|".join(map(re.escape, sorted(UNITS, key=len, reverse=True)))
_MEASURED = rf"(?:{_UNIT})(?!\w|\.\w)"
_SPAN = re.compile(rf"(?<![\d.,-])({_DIGITS}) ?- ?({_DIGITS} ({_MEASURED}))")
"""From one amount to another with the unit once: 10-15 Mkr."""
_UNGROUPED = re.compile(rf"(?<![\d.,])\d{{4,}}(?=(?:[.,]\d+)? {_MEASURED})")
"""Digits of an amount, which by themselves could be a year, or a year and a note."""
_NOTED = re.compile(r"((?:\d{4}-)?(?:19|20|21)\d\d)\d")
SENTENCE_ENDS = (".", "!", "?", ":", ";", " -", "(")
HEADING_LINES = 3
"""Lines that a heading may take."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a passage."""

    text: str
    key: str
    """The word as it is compared: lower case, without a note's number."""
    paragraph: int
    """Which paragraph of the passage it stands in."""
    piece: int
    """Which piece of the file it stands in."""
    first: bool
    """Whether it begins a sentence, so that its capital letter says nothing."""
    close: bool
    """Whether nothing but space parts it from the word before."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a file."""

    pieces: tuple[Piece, ...]
    words: tuple[Word, ...]

    def within(self, span: range) -> Passage:
        """The part that lies in some pieces."""
        return Passage(self.pieces, tuple(word for word in self.words if word.piece in span))

    def paragraph(self, number: int) -> Passage:
        """One paragraph of it."""
        first = bisect_left(self.words, number, key=_PARAGRAPH)
        return Passage(
            self.pieces, self.words[first : bisect_right(self.words, number, key=_PARAGRAPH)]
        )

    def find(self, phrase: str) -> Iterator[int]:
        """Where the words of a phrase stand one after the other, each in some form."""
        sought = keys(phrase)
        for start in range(len(self.words) - len(sought) + 1 if sought else 0):
            here = self.words[start : start + len(sought)]
            if all(same(key, word.key) for key, word in zip(sought, here, strict=True)):
                yield start


def passage(pieces: Sequence[Piece]) -> Passage:
    """The words of the pieces."""
    return Passage(tuple(pieces), tuple(_words(pieces)))


def _words(pieces: Sequence[Piece]) -> Iterator[Word]:
    paragraph, carried, begins, tail = -1, "", True, ""
    for index, piece in enumerate(pieces):
        if piece.starts:
            paragraph, carried, begins, tail = paragraph + 1, "", True, ""
        text = carried + folded(unmarked(piece.text)).replace("-\n", "").replace("\n", " ")
        text = _amounts_alike(_YEAR_WORD.sub("", _LINK.sub("", text)))
        goes_on = index + 1 < len(pieces) and not pieces[index + 1].starts
        carried = ""
        if goes_on and text.endswith("-"):
            text, _, carried = text.rpartition(" ")
            carried = _rejoined(carried, pieces[index + 1].text)
        for found in _WORD.finditer(text):
            before = text[: found.start()].rstrip()
            first = before.endswith(SENTENCE_ENDS) if before else begins
            close = (before or tail)[-1:].isalnum()
            yield Word(found[0], _key(found[0]), paragraph, index, first, close)
        tail = text.rstrip()
        begins = tail.endswith(SENTENCE_ENDS)


def _amounts_alike(text: str) -> str:
    """The text with the unit after both amounts of a span, and thousands apart: 2 000 tkr."""
    apart = _SPAN.sub(r"\1 \3-\2", text)
    return _UNGROUPED.sub(lambda found: f"{int(found[0]):,}".replace(",", " "), apart)


def _rejoined(broken: str, following: str) -> str:
    """The first half of a word that a line break splits; a hyphen of its own stays."""
    if broken.removesuffix("-")[-1:].isdigit():
        return broken
    stays = following.split()[:1] in (["och"], ["eller"], ["samt"])
    return f"{broken} " if stays else broken.removesuffix("-")


def keys(text: str) -> list[str]:
    """The words of a text as they are compared."""
    plain = _amounts_alike(_YEAR_WORD.sub("", folded(text).replace("\n", " ")))
    return [_key(word) for word in _WORD.findall(plain)]


def _key(word: str) -> str:
    noted = _NOTED.fullmatch(word)
    return noted[1] if noted else word.casefold()


def same(one: str, other: str) -> bool:
    """Whether two words are one, but for an ending."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) < STEM or not short.isalpha():
        return False
    return long.startswith(short) and ENDINGS(long[len(short) :]) is not None


def related(one: str, other: str) -> bool:
    """Whether two words have the same beginning: ekonomisk and ekonomin."""
    size = max(5, round(0.6 * min(len(one), len(other))))
    return same(one, other) or (min(len(one), len(other)) >= size and one[:size] == other[:size])


def headings(pieces: Sequence[Piece]) -> dict[str, list[int]]:
    """What stands on lines of its own, with and without a number, and on which pieces.

    Looked up with :func:`heading_key`.
    """
    found: dict[str, list[int]] = {}
    lines = [folded(piece.text) for piece in pieces]
    for index in range(len(pieces)):
        said = ""
        for line in lines[index : index + HEADING_LINES]:
            said = f"{said} {line}".strip()
            for key in {heading_key(said), heading_key(numbered(said)[1])}:
                found.setdefault(key, []).append(index)
    return found


def heading_key(title: str) -> str:
    """The letters of a heading, whatever their case."""
    return re.sub(r"[\s-]", "", title).casefold()
