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
MANY = 2_000_000
"""Pairs beyond which two stretches are not put beside each other: they are different texts."""


def paired(
    expected: Sequence[Told], found: Sequence[Found]
) -> Iterator[tuple[Told | None, Found | None]]:
    """The pairs in order that have most words in common; what is left over stands alone."""
    if len(expected) * len(found) > MANY:
        yield from ((item, None) for item in expected)
        yield from ((None, item) for item in found)
        return
    ours = _Sought([_words(item.text) for item in expected])
    found = _mended(ours, found)
    best = _best(ours, [_words(item.text) for item in found])
    i = j = 0
    while i < len(expected) or j < len(found):
        if i < len(expected) and best[i][j] == best[i + 1][j]:
            yield expected[i], None
            i += 1
        elif j < len(found) and best[i][j] == best[i][j + 1]:
            yield None, found[j]
            j += 1
        else:
            yield expected[i], found[j]
            i, j = i + 1, j + 1


class _Sought:
    """The words of what is expected, found by word: most paragraphs share none."""

    def __init__(self, paragraphs: list[Counter[str]]) -> None:
        self.sizes = [words.total() for words in paragraphs]
        self._at: dict[str, list[tuple[int, int]]] = {}
        for index, words in enumerate(paragraphs):
            for word, times in words.items():
                self._at.setdefault(word, []).append((index, times))

    def likeness(self, words: Counter[str]) -> dict[int, float]:
        """By paragraph, the share of words in common, where there are any."""
        common: Counter[int] = Counter()
        for word, times in words.items():
            for index, theirs in self._at.get(word, ()):
                common[index] += min(times, theirs)
        size = words.total()
        return {index: 2 * n / (self.sizes[index] + size) for index, n in common.items()}

    def nearest(self, found: Found) -> float:
        """How like a paragraph is to the one that it is most like."""
        return max(self.likeness(_words(found.text)).values(), default=0.0)


def _best(ours: _Sought, theirs: list[Counter[str]]) -> list[list[float]]:
    """For each place in both lists, what the best pairs from there on are worth together."""
    alike = [ours.likeness(words) for words in theirs]
    sizes = [words.total() for words in theirs]
    best = [[0.0] * (len(theirs) + 1) for _ in range(len(ours.sizes) + 1)]
    for i in range(len(ours.sizes) - 1, -1, -1):
        for j in range(len(theirs) - 1, -1, -1):
            worth = _worth(alike[j].get(i, 0.0), max(ours.sizes[i], sizes[j]))
            here = worth + best[i + 1][j + 1] if worth else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], here)
    return best


def _worth(likeness: float, longest: int) -> float:
    if likeness >= ALIKE:
        return likeness
    return BY_PLACE + likeness / 10 if longest <= FEW else 0.0


def _mended(ours: _Sought, found: Sequence[Found]) -> list[Found]:
    """Paragraphs put together again that are more like an expected one together than apart."""
    mended: list[Found] = []
    for item in found:
        if mended and not item.whole and not mended[-1].whole:
            both = Found((*mended[-1].pieces, *item.pieces))
            apart = max(ours.nearest(mended[-1]), ours.nearest(item))
            if ours.nearest(both) > apart:
                mended[-1] = both
                continue
        mended.append(item)
    return mended


def _words(text: str) -> Counter[str]:
    return Counter(folded(unmarked(text)).replace("-\n", "").split())
