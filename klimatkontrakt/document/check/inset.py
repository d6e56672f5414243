"""A part of the contract that stands in somebody else's document: where it begins and ends."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from klimatkontrakt.document.check.paragraphs import forms, gathered, says
from klimatkontrakt.document.check.words import tight

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from klimatkontrakt.document.check.reading import Piece
    from klimatkontrakt.document.check.told import Told
    from klimatkontrakt.document.document import Document

SURE = 12
"""Letters from which what stands once in a file and is ours is hardly there by chance."""


def is_inset(document: Document, expected: Sequence[Told], pieces: Sequence[Piece]) -> bool:
    """Whether a file has no title page of ours, each of which tells the version."""
    version = document.cover.kind
    ours = [item for item in expected if item.either and version in item.text]
    return not any(says(item, found.text) for found in gathered(pieces, expected) for item in ours)


def inset(
    document: Document, expected: Sequence[Told], pieces: Sequence[Piece]
) -> tuple[list[Told], list[Piece]]:
    """The part without its title page, and the pieces from what is first known of each chapter.

    The heading of a chapter is left out as well, for the template may have it. A chapter ends
    with what is last known of it, and what is added there up to the next heading.
    """
    top_of = _tops(document)
    sought = [item for item in expected if not item.either and not _opens(item, top_of)]
    found = gathered(pieces, sought)
    often = Counter(item.key for item in found)
    known = {
        tight(form): top_of[item.chapter]
        for item in sought
        for form in forms(item)
        if item.chapter and len(tight(form)) >= SURE and often[tight(form)] == 1
    }
    at: dict[str, list[int]] = {}
    for index, item in enumerate(found):
        if item.key in known:
            at.setdefault(known[item.key], []).append(index)
    kept: set[int] = set()
    for places in at.values():
        kept |= set(range(places[0], places[-1] + 1))
        for index in range(places[-1] + 1, len(found)):
            if found[index].kind == "heading":
                break
            kept.add(index)
    return sought, [piece for index in sorted(kept) for piece in found[index].pieces]


def _opens(item: Told, top_of: Mapping[str, str]) -> bool:
    """Whether it is the heading of a chapter that is not inside another."""
    return item.kind == "heading" and not item.under and item.chapter in set(top_of.values())


def _tops(document: Document) -> dict[str, str]:
    """By name of a chapter: the chapter that it is inside, or itself."""
    tops: dict[str, str] = {}
    top = ""
    for chapter in document.chapters:
        top = chapter.name if chapter.level <= 1 else top
        tops[chapter.name] = top
    return tops
