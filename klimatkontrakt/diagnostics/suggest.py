"""The nearest known word, or silence when none is near."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

CUT_OFF = 70.0
"""Likeness in per cent below which a word is not worth suggesting."""
SURE, AHEAD, SHORTEST_SURE = 80.0, 12.0, 4
"""Likeness, distance to the next best, and letters from which a word is put right unasked."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like ``word``; letters count alike with and without å, ä, ö."""
    from rapidfuzz import fuzz, process
    from rapidfuzz.distance import JaroWinkler

    candidates = sorted(set(known))
    found = process.extract(
        word, candidates, scorer=fuzz.ratio, processor=fold, score_cutoff=CUT_OFF, limit=9
    )
    alike = [near for near, score, _ in found if score == found[0][1]]
    # Of words equally near, the one that begins as the word does: orza is Orsa, not Mora.
    return max(alike, key=lambda near: JaroWinkler.similarity(fold(word), fold(near)), default=None)


def typed_as(word: str, known: Iterable[str]) -> str | None:
    """The known word that is typed: the same, or the one that folds alike if no other does."""
    words = set(known)
    if word in words:
        return word
    alike = [name for name in words if fold(name) == fold(word)]
    return alike[0] if len(alike) == 1 else None


def surely(word: str, known: Iterable[str]) -> str | None:
    """The known word that is so much nearer than any other that nothing else can be meant."""
    from rapidfuzz import fuzz, process

    if len(word) < SHORTEST_SURE:
        return None
    found = process.extract(word, sorted(set(known)), scorer=fuzz.ratio, processor=fold, limit=2)
    if not found or found[0][1] < SURE:
        return None
    return None if found[1:] and found[1][1] > found[0][1] - AHEAD else str(found[0][0])


def likeness(one: str, other: str) -> int:
    """How alike two texts are, 0-100, whatever the case."""
    from rapidfuzz import fuzz

    return round(fuzz.ratio(fold(one), fold(other)))


def fold(text: str) -> str:
    """Small letters without accents: ``Luleå`` and ``LULEA`` fold alike."""
    import unicodedata

    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
