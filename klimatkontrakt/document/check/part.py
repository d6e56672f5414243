"""The municipality's own part of a text, and where its headings and commitments stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from klimatkontrakt.document.check.passage import heading_key, headings, keys, passage, related
from klimatkontrakt.document.check.values import LETTERS
from klimatkontrakt.document.check.words import folded, numbered, unmarked

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
        self.renamed: dict[str, int] = {}
        """Headings that have other words here, and the pieces where those stand."""

    def at(self, title: str) -> list[int]:
        """The pieces where this, or what it is called here, stands on a line of its own."""
        if title in self.renamed:
            return [self.renamed[title]]
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

    def rename(self) -> None:
        """Put each heading that is missing beside the new one between those around it."""
        places = [(index, title) for title in self._titles for index in self.at(title)[-1:]]
        known = {index for index, _ in places} | {span.start for span in self.commitments.values()}
        last = -1
        for place, title in enumerate(self._titles):
            if self.at(title):
                last = self.at(title)[-1]
                continue
            later = (self.at(other) for other in self._titles[place + 1 :])
            end = next((at[-1] for at in later if at and at[-1] > last), len(self.pieces))
            new = [
                index
                for index in range(last + 1, end)
                if self.pieces[index].kind == "heading" and index not in known
            ]
            like = [index for index in new if _shares(title, self.pieces[index].text)]
            if chosen := like[:1] or (new if len(new) == 1 else []):
                # A heading is known with its number and without.
                self.renamed |= dict.fromkeys((title, numbered(title)[1]), chosen[0])
                known.add(chosen[0])

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


def _shares(title: str, other: str) -> bool:
    """Whether two headings have a longer word in common."""
    words = {key for key in keys(other) if len(key) > LETTERS}
    return any(related(key, word) for key in keys(title) if len(key) > LETTERS for word in words)


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
