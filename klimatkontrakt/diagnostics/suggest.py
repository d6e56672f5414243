"""The nearest known word, or silence when none is near."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

CUT_OFF = 70.0
"""Likeness in per cent below which a word is not worth suggesting."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like ``word``; letters count alike with and without å, ä, ö."""
    from rapidfuzz import fuzz, process

    candidates = sorted(set(known))
    found = process.extractOne(
        word, candidates, scorer=fuzz.ratio, processor=fold, score_cutoff=CUT_OFF
    )
    return found[0] if found else None


def likeness(one: str, other: str) -> int:
    """How alike two texts are, 0-100, whatever the case."""
    from rapidfuzz import fuzz

    return round(fuzz.ratio(fold(one), fold(other)))


def fold(text: str) -> str:
    """Small letters without accents: ``Luleå`` and ``LULEA`` fold alike."""
    import unicodedata

    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
