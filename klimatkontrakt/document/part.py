"""One party's part of a document."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from klimatkontrakt.document.document import Document, DocumentChapter
    from klimatkontrakt.model.outline import Outline

PARTIES = {"municipality": "kommunens-del"}
"""Whose part can be had by itself, and what its file is called: what is local.

The rest is the same for all.
"""


def part(document: Document, outline: Outline, party: str) -> Document:
    """The chapters and appendices of a party, with the numbers that they have in the whole.

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
    return replace(document, chapters=tuple(kept))
