"""Paragraphs that are not the same, put beside those that they were made of."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from klimatkontrakt.document.check.paragraphs import Found
from klimatkontrakt.document.check.words import folded, unmarked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from klimatkontrakt.document.check.told import Told

ALIKE = 0.4
"""The share of common words from which one paragraph is taken for the other, edited."""
FEW = 4
"""Words up to which two paragraphs in the same place may share none and still be one, edited."""
BY_PLACE = 0.01
"""What standing in the same place is worth against common words."""


def paired(
    expected: Sequence[Told], found: Sequence[Found]
) -> Iterator[tuple[Told | None, Found | None]]:
    """The pairs in order that have most words in common; what is left over stands alone."""
    ours = [_words(item.text) for item in expected]
    found = _mended(ours, found)
    theirs = [_words(item.text) for item in found]
    best = _best(ours, theirs)
    i = j = 0
    while i < len(ours) or j < len(theirs):
        if i < len(ours) and best[i][j] == best[i + 1][j]:
            yield expected[i], None
            i += 1
        elif j < len(theirs) and best[i][j] == best[i][j + 1]:
            yield None, found[j]
            j += 1
        else:
            yield expected[i], found[j]
            i, j = i + 1, j + 1


def _best(ours: list[Counter[str]], theirs: list[Counter[str]]) -> list[list[float]]:
    """For each place in both lists, what the best pairs from there on are worth together."""
    best = [[0.0] * (len(theirs) + 1) for _ in range(len(ours) + 1)]
    for i in range(len(ours) - 1, -1, -1):
        for j in range(len(theirs) - 1, -1, -1):
            worth = _worth(ours[i], theirs[j])
            here = worth + best[i + 1][j + 1] if worth else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], here)
    return best


def _worth(ours: Counter[str], theirs: Counter[str]) -> float:
    likeness = _likeness(ours, theirs)
    if likeness >= ALIKE:
        return likeness
    short = max(ours.total(), theirs.total()) <= FEW
    return BY_PLACE + likeness / 10 if short else 0.0


def _likeness(ours: Counter[str], theirs: Counter[str]) -> float:
    return 2 * (ours & theirs).total() / max(ours.total() + theirs.total(), 1)


def _mended(ours: list[Counter[str]], found: Sequence[Found]) -> list[Found]:
    """Paragraphs put together again that are more like an expected one together than apart."""
    mended: list[Found] = []
    for item in found:
        if mended and not item.whole and not mended[-1].whole:
            both = Found((*mended[-1].pieces, *item.pieces))
            apart = max(_nearest(ours, mended[-1]), _nearest(ours, item))
            if _nearest(ours, both) > apart:
                mended[-1] = both
                continue
        mended.append(item)
    return mended


def _nearest(ours: list[Counter[str]], found: Found) -> float:
    words = _words(found.text)
    return max((_likeness(item, words) for item in ours), default=0.0)


def _words(text: str) -> Counter[str]:
    return Counter(folded(unmarked(text)).replace("-\n", "").split())
