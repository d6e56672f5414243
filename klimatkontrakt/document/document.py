"""A finished text before a file type is chosen: blocks and the pieces of their lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date


@dataclass(frozen=True, slots=True)
class Text:
    """Words as they are."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that matter more."""

    parts: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words with stress, or the name of a work."""

    parts: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address: http, https or mailto, nothing else."""

    parts: tuple[Inline, ...]
    address: str


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote, numbered through the document; its mark stands where it is among the words."""

    number: int
    parts: tuple[Inline, ...]


Inline = Text | Strong | Emphasis | Link | Note


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph."""

    parts: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Subheading:
    """An unnumbered heading inside a chapter; ``level`` counts from the document's title, 0."""

    level: int
    parts: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Items:
    """A list; numbered when ``start`` is given."""

    items: tuple[tuple[Paragraph | Items, ...], ...]
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under one row of headings, the first cell of each being what the row is about."""

    number: int
    """Counted through the document: Tabell 1."""
    caption: tuple[Inline, ...]
    head: tuple[tuple[Inline, ...], ...]
    rows: tuple[tuple[tuple[Inline, ...], ...], ...]
    numeric: tuple[bool, ...]
    """Which columns hold numbers, and so are set to the right."""

    @property
    def signing(self) -> bool:
        """Whether people are to write in it by hand, and so need room."""
        return any(plain(cell) == SIGNATURE for cell in self.head)


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with what it shows in words for whoever cannot see it."""

    number: int
    """Counted through the document: Figur 1."""
    caption: str
    alt: str
    name: str
    """What its file is called where it is a file of its own, without suffix."""
    svg: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture before it has a place, and so a number."""

    name: str
    """What its file is called: of one document no two are alike."""
    caption: str
    alt: str
    svg: str


SIGNATURE = "Underskrift"
"""The heading of the column in which a party signs."""

Block = Paragraph | Subheading | Items | Table | Figure


@dataclass(frozen=True, slots=True)
class DocumentChapter:
    """One chapter: number and title apart, so that each format can number in its own way."""

    slug: str
    number: str
    """``5``, ``5.1`` or, for an appendix, ``Bilaga 1``."""
    title: str
    """Empty for all the text of an extract, whose headings stand in the text itself."""
    level: int
    """Depth below the document's title, from 1; 0 without a title."""
    body: str
    """The blocks in the project's Markdown; may be empty."""
    blocks: tuple[Block, ...] = ()

    @property
    def name(self) -> str:
        """Number and title, as far as it has them."""
        return " ".join(part for part in (self.number, self.title) if part)

    @property
    def appendix(self) -> bool:
        """Whether it stands outside the numbering of chapters."""
        return self.level == 1 and not self.number[:1].isdigit()

    @property
    def new_page(self) -> bool:
        """Whether it begins on a page of its own: an appendix, or what is to be signed."""
        signed = any(isinstance(block, Table) and block.signing for block in self.blocks)
        return signed or (self.appendix and bool(self.number))


@dataclass(frozen=True, slots=True)
class Cover:
    """What a title page tells, each empty where it is not known."""

    municipality: str
    kind: str
    """``version 2025/26`` as it stands after the municipality's name."""
    covers: str
    status: str
    """``Utkast``, ``Undertecknat`` and so on."""
    dated: str
    """The day of signing in words."""
    day: date | None
    """The day that the file itself is dated: that of signing, never today."""
    diary_number: str


@dataclass(frozen=True, slots=True)
class Document:
    """One municipality's contract in words."""

    title: str
    subtitle: str
    """Whose, which version, signed when and under which number: a line below the title."""
    notice: str
    """What must stand first and last, such as that this is a summary; empty for a signed text."""
    chapters: tuple[DocumentChapter, ...]
    cover: Cover
    short: bool = False
    """An extract, which is a letter and not a book: no title page and no list of contents."""


def plain(parts: tuple[Inline, ...]) -> str:
    """The words alone, without the marks of footnotes."""
    return "".join(
        part.text if isinstance(part, Text) else plain(part.parts)
        for part in parts
        if not isinstance(part, Note)
    )


def notes(document: Document) -> tuple[Note, ...]:
    """Every footnote, in order."""
    return tuple(
        note
        for chapter in document.chapters
        for block in chapter.blocks
        for note in _notes_in_block(block)
    )


def _notes_in_block(block: Block) -> Iterator[Note]:
    match block:
        case Paragraph(parts) | Subheading(_, parts):
            yield from _notes(parts)
        case Items(items):
            for item in items:
                for inner in item:
                    yield from _notes_in_block(inner)
        case Table(_, caption, head, rows):
            for parts in (caption, *head, *(cell for row in rows for cell in row)):
                yield from _notes(parts)
        case Figure():
            return


def _notes(parts: tuple[Inline, ...]) -> Iterator[Note]:
    for part in parts:
        if isinstance(part, Note):
            yield part
        elif not isinstance(part, Text):
            yield from _notes(part.parts)


def figures(document: Document) -> tuple[Figure, ...]:
    """Every picture, in order."""
    blocks = (block for chapter in document.chapters for block in chapter.blocks)
    return tuple(block for block in blocks if isinstance(block, Figure))
