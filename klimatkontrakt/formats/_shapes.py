"""A letter that our font has no shape for: which one, and where in the document it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.failure import Failure
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.document.document import (
    Figure,
    Items,
    Paragraph,
    Subheading,
    Table,
    notes,
    plain,
)
from klimatkontrakt.formats._format import figure_caption, heading, table_caption
from klimatkontrakt.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klimatkontrakt.document.document import Block, Document

AROUND = 30
"""Letters on each side of the one that is named."""


def without_shape(document: Document, letters: str) -> Failure:
    """What is said of letters that a PDF cannot show."""
    code = " ".join(f"U+{ord(letter):04X}" for letter in letters)
    named = say(
        N_("the letter {letter} ({code}) cannot be shown in a PDF"), letter=letters, code=code
    )
    texts = list(_texts(document))
    # In Word a picture is made of points, with the same font as in a PDF.
    drawn = any(letters in picture for _, _, picture in texts)
    advice = say(
        N_("write it in words, or make the document as .html or .md")
        if drawn
        else N_("write it in words, or make the document as .docx, .html or .md")
    )
    for title, text, picture in texts:
        if letters not in text + picture:
            continue
        names = {"letter": named, "heading": title, "text": _around(text, letters)}
        if text == title:
            message = say(N_('{letter}; it stands in the heading "{heading}"'), **names)
        else:
            below = N_('{letter}; it stands under the heading "{heading}": "{text}"')
            message = say(below, **names)
        return Failure(message, advice)
    return Failure(named, advice)


def _texts(document: Document) -> Iterator[tuple[str, str, str]]:
    """The nearest heading, a text below it, and what is drawn there."""
    yield from ((document.title, text, "") for text in (document.title, document.subtitle))
    for chapter in document.chapters:
        title = heading(chapter) or document.title
        yield title, title, ""
        for block in chapter.blocks:
            if isinstance(block, Subheading):
                title = plain(block.parts)
            if isinstance(block, Figure):
                yield title, figure_caption(block), block.svg
            yield from ((title, text, "") for text in _of(block))
    yield from ((document.title, plain(note.parts), "") for note in notes(document))


def _of(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(parts) | Subheading(_, parts):
            yield plain(parts)
        case Items(items):
            for item in items:
                for inner in item:
                    yield from _of(inner)
        case Table():
            yield plain(table_caption(block))
            yield from (plain(cell) for row in (block.head, *block.rows) for cell in row)


def _around(text: str, letters: str) -> str:
    """The text, or whole words of it on both sides of the letters."""
    before, found, after = text.partition(letters)
    if found and len(before) > AROUND:
        before = f"… {before[-AROUND:].partition(' ')[2]}"
    if len(after) > AROUND:
        after = f"{after[:AROUND].rpartition(' ')[0]} …"
    return f"{before}{found}{after}"
