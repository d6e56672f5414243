"""Which departures people have proposed as tracked changes, and who."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from klimatkontrakt.document.check.words import tight, unmarked

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from klimatkontrakt.document.check.compare import Departure
    from klimatkontrakt.document.check.reading import Reading


def marked(
    accepted: Sequence[Departure], rejected: Collection[Departure], reading: Reading
) -> Iterator[Departure]:
    """The departures with changes accepted, those that are gone when they are rejected marked."""
    for item in accepted:
        if item in rejected:
            yield item
        else:
            yield replace(item, tracked=True, by=tuple(_by(item, reading)))


def _by(item: Departure, reading: Reading) -> list[str]:
    """Who has changed the paragraph; one that is missing is only there with changes rejected."""
    pieces = (*reading.pieces, *(reading.rejected or ()))
    said = tight(item.expected)
    here = [
        piece
        for piece in pieces
        if (piece.place == item.place if item.place else tight(unmarked(piece.text)) == said)
    ]
    return list(dict.fromkeys(name for piece in here for name in piece.by))
