"""The municipality's own part of a text, and where its headings and commitments stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from klimatkontrakt.document.check.passage import heading_key, headings, passage
from klimatkontrakt.document.check.words import folded, unmarked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klimatkontrakt.document.check.passage import Passage
    from klimatkontrakt.document.check.reading import Piece
    from klimatkontrakt.document.check.told import Told

COMMITMENT = re.compile(r"Åtagande (\d+)\b")
_ITEM = re.compile(r"\s*(?:[•▪◦‣·–*-]|\d{1,2}[.)])\s*")


class Part:
    """A part of a text. ``chapters`` and ``titles`` are the headings that it may have."""

    def __init__(
        self, pieces: Sequence[Piece], chapters: Sequence[str], titles: Sequence[str]
    ) -> None:
        self.pieces = tuple(pieces)
        self.passage = passage(pieces)
        self._chapters = chapters
        self._titles = titles
        self._headings = headings(pieces)
        self.commitments = _commitments(pieces)
        """The pieces of each commitment, by its number."""

    def at(self, title: str) -> list[int]:
        """The pieces where this stands on a line of its own."""
        return self._headings.get(heading_key(folded(title)), [])

    def section(self, title: str) -> range | None:
        """The pieces under a heading, up to the next: of a chapter where it is one itself."""
        starts = self.at(title)
        if not starts:
            return None
        depth = self._chapters if title in self._chapters else self._titles
        others = sorted(index for other in depth if other != title for index in self.at(other))
        end = next((index for index in others if index > starts[-1]), len(self.pieces))
        return range(starts[-1], end)

    def under(self, title: str) -> Passage:
        """The words under a heading; all of them where it does not stand here."""
        span = self.section(title)
        return self.passage if span is None else self.passage.within(span)

    def items(self, span: range) -> list[str]:
        """The first list among some pieces, each item as one text."""
        found: list[str] = []
        for piece in self.pieces[span.start : span.stop]:
            is_item = piece.kind == "item" or _ITEM.match(piece.text)
            if is_item and piece.starts:
                found.append(unmarked(folded(piece.text)))
            elif found and piece.starts:
                break
            elif found:
                found[-1] += f" {folded(piece.text)}"
        return found


def _commitments(pieces: Sequence[Piece]) -> dict[int, range]:
    starts = [
        (index, int(found[1]))
        for index, piece in enumerate(pieces)
        if (found := COMMITMENT.match(unmarked(folded(piece.text))))
    ]
    ends = [index for index, _ in starts[1:]] + [len(pieces)]
    return {number: range(index, end) for (index, number), end in zip(starts, ends, strict=False)}


def own_pieces(
    pieces: Sequence[Piece], chapters: Sequence[Told], own: frozenset[str]
) -> list[Piece]:
    """The pieces of the municipality's chapters; all of them where no chapter is found."""
    at = headings(pieces)
    marks = sorted(
        (index, item.chapter in own)
        for item in chapters
        for index in at.get(heading_key(folded(item.text)), [])[-1 if item.chapter in own else 0 :]
    )
    if not any(mine for _, mine in marks):
        return list(pieces)
    kept: list[Piece] = []
    for place, (index, mine) in enumerate(marks):
        end = marks[place + 1][0] if place + 1 < len(marks) else len(pieces)
        kept += pieces[index:end] if mine else ()
    return kept
