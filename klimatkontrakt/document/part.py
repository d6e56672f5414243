"""One party's part of a document."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from klimatkontrakt.document import words

if TYPE_CHECKING:
    from klimatkontrakt.document.document import Document, DocumentChapter
    from klimatkontrakt.model.outline import Outline

PARTIES = {party: name.replace(" ", "-") for party, name in words.PARTS.items()}
"""Whose part can be had by itself, and what its file is called: what is local.

The rest is the same for all.
"""


def part(document: Document, outline: Outline, party: str, notice: str) -> Document:
    """The chapters and appendices of a party, with the numbers that they have in the whole.

    The title says that it is a part, and ``notice`` what is true of that part.

    A chapter that no outline names is the municipality's own.
    """
    theirs = {chapter.slug for chapter in outline.chapters if chapter.party == party}
    common = outline.slugs() - theirs
    kept: list[DocumentChapter] = []
    inside = False
    for chapter in document.chapters:
        if chapter.level == 1:
            inside = chapter.slug not in common
        if inside:
            kept.append(chapter)
    return replace(
        document,
        title=f"{document.title} – {words.PARTS[party]}",
        notice=notice,
        chapters=tuple(kept),
    )
