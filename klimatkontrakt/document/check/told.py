"""Document → the paragraphs that it tells, each knowing where in the contract it belongs."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from html import unescape
from typing import TYPE_CHECKING

from klimatkontrakt.document.dialect import read_blocks
from klimatkontrakt.document.document import (
    Emphasis,
    Figure,
    Items,
    Link,
    Note,
    Paragraph,
    Strong,
    Subheading,
    Table,
    Text,
    notes,
    plain,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klimatkontrakt.document.check.reading import Kind
    from klimatkontrakt.document.document import Block, Cover, Document, DocumentChapter, Inline


@dataclass(frozen=True, slots=True)
class Told:
    """One paragraph that the data renders."""

    text: str
    kind: Kind = "paragraph"
    number: str = ""
    """The number before it, which stands in the text of some files and is Word's own in others."""
    chapter: str = ""
    """Number and title of its chapter; empty on the title page."""
    under: str = ""
    """The sub-heading that it stands under, itself included."""
    marked: str = ""
    """The text with the numbers of its footnotes, where it has any: so a PDF tells it."""
    note: int = 0
    """Its number where it is a footnote, which may stand at the foot of any page."""
    beside: str = ""
    """Words that some files tell besides: those drawn in a picture, the head of a table again on
    the next page."""
    links: tuple[str, ...] = ()
    """Where its links lead."""
    either: str = ""
    """Formats tell the title page in different lines: one line of each such group is enough, and
    a group that begins with ``(`` may be left out."""


def told(document: Document) -> tuple[Told, ...]:
    """Title page, chapters and last line, in order."""
    last = (Told(document.notice, either="(last notice)"),) if document.notice else ()
    found = (*_cover(document), *_chapters(document.chapters), *_notes(document), *last)
    return tuple(item for item in found if item.text.strip())


def _cover(document: Document) -> Iterator[Told]:
    cover = document.cover
    if document.notice:
        yield Told(document.notice, either="notice")
    yield Told(cover.municipality, either="whose")
    yield Told(document.title, either="title")
    yield Told(cover.kind, either="(version)")
    yield Told(f"{cover.municipality}, {cover.kind}", either="whose")
    yield Told(_words(document.subtitle), either="whose")
    for label, fact in _facts(cover):
        if fact:
            yield Told(f"{label}: {fact}", either=f"({label})")
    if document.notice:
        yield Told(document.notice, either="notice")


def _words(markdown: str) -> str:
    """A line of Markdown as it is read."""
    (line,) = read_blocks(markdown, 0)
    return plain(line.parts) if isinstance(line, Paragraph) else markdown


def _facts(cover: Cover) -> Iterator[tuple[str, str]]:
    yield "Avser", cover.covers
    yield "Läge", " ".join(part for part in (cover.status, cover.dated) if part)
    yield "Diarienummer", cover.diary_number


def _chapters(chapters: tuple[DocumentChapter, ...]) -> Iterator[Told]:
    for chapter in chapters:
        name = chapter.name
        yield Told(chapter.title, "heading", chapter.number, name)
        under = ""
        for block in chapter.blocks:
            if isinstance(block, Subheading):
                under = plain(block.parts)
            yield from _block(block, Told("", "paragraph", "", name, under))


def _block(block: Block, like: Told) -> Iterator[Told]:
    """What a block tells, in paragraphs that belong where another does."""
    match block:
        case Paragraph(parts):
            yield _line(parts, like)
        case Subheading(_, parts):
            yield _line(parts, replace(like, kind="heading"))
        case Items(items, start):
            for place, item in enumerate(items, start or 0):
                for index, inner in enumerate(item):
                    first = f"{place}." if start is not None and index == 0 else ""
                    yield from _block(inner, replace(like, kind="item", number=first))
        case Table():
            caption = _line((Text(f"Tabell {block.number}. "), *block.caption), like)
            yield replace(caption, beside=" ".join(map(plain, block.head)))
            for row in (block.head, *block.rows):
                yield from (_line(cell, replace(like, kind="cell")) for cell in row)
        case Figure(number, caption, svg=svg):
            drawn = unescape(re.sub(r"<[^>]*>", " ", svg))
            text = f"Figur {number}. {caption}"
            yield replace(like, text=text, kind="picture", beside=drawn)


def _line(parts: tuple[Inline, ...], like: Told) -> Told:
    text, marked = plain(parts), _marked(parts)
    links = tuple(_links(parts))
    return replace(like, text=text, marked=marked if marked != text else "", links=links)


def _marked(parts: tuple[Inline, ...]) -> str:
    """The words with the number of each footnote where it has its mark."""
    said = ""
    for part in parts:
        match part:
            case Text(text):
                said += text
            case Note(number):
                said += str(number)
            case Strong(inner) | Emphasis(inner) | Link(inner):
                said += _marked(inner)
    return said


def _links(parts: tuple[Inline, ...]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, Link):
            yield part.address
        if not isinstance(part, Text):
            yield from _links(part.parts)


def _notes(document: Document) -> Iterator[Told]:
    """The footnotes, under the heading that a page without feet gives them."""
    found = notes(document)
    if found:
        yield Told("Fotnoter", "heading", either="(notes)")
    for note in found:
        # Their links are told where their marks stand.
        yield Told(plain(note.parts), number=str(note.number), note=note.number)
