"""The shape of a format, and the list of all formats."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from klimatkontrakt.document.document import SIGNATURE, Text, plain
from klimatkontrakt.registry import Registry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from klimatkontrakt.document.document import (
        Cover,
        Document,
        DocumentChapter,
        Figure,
        Inline,
        Table,
    )


@dataclass(frozen=True, slots=True)
class Given:
    """A file of the user's that a document is to be like, or to be put in."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Format:
    """A file type that a document can be written as."""

    name: str
    suffixes: tuple[str, ...]
    write: Callable[[Document], bytes]
    seal: Callable[[bytes], bytes]
    """What it wrote, as it stands in a file: with a mark that tells that kk made it."""
    sealed: Callable[[bytes], bool]
    """Whether a file's bytes are as kk left them, so that nothing is lost when they go."""
    write_as: Callable[[Document, Given], bytes] | None = None
    """The same with the look of a file that is given, where the format has such files."""
    write_into: Callable[[Document, Given], bytes] | None = None
    """A file that is given with the document at the places marked in it, likewise."""
    text: bool = False
    """Whether it can be shown on a screen."""
    beside: Callable[[Document], dict[str, bytes]] = lambda _: {}
    """Files that must lie in the same folder, by name: the pictures, where the text cannot hold
    them."""


CONTENTS_DEPTH = 2
"""How deep the headings go that a list of contents shows."""

FORMATS: Registry[Format] = Registry("klimatkontrakt.formats")


def by_suffix(suffix: str) -> Format | None:
    """The format that a file name asks for."""
    return next((item for item in FORMATS.discover() if suffix.lower() in item.suffixes), None)


def full_title(document: Document) -> str:
    """What a program that opens the file calls it: title, municipality and version.

    The title of an extract tells by itself whose it is.
    """
    if document.short:
        return document.title
    return f"{document.title} – {document.cover.municipality}, {document.cover.kind}"


def heading(chapter: DocumentChapter) -> str:
    """Number and title of a chapter in one line, for formats that do not number themselves."""
    return " ".join(part for part in (chapter.number, chapter.title) if part)


def leads_in(parts: tuple[Inline, ...]) -> bool:
    """Whether words belong to what comes after them, and so should stand on the same page."""
    return plain(parts).endswith(":")


def cover_facts(cover: Cover) -> Iterator[tuple[str, str]]:
    """What a title page tells below the title: label and fact, where there is a fact."""
    facts = (
        ("Avser", cover.covers),
        ("Läge", " ".join(part for part in (cover.status, cover.dated) if part)),
        ("Diarienummer", cover.diary_number),
    )
    yield from ((label, fact) for label, fact in facts if fact)


def table_caption(table: Table) -> tuple[Inline, ...]:
    """Tabell 1. What it shows."""
    return (Text(f"Tabell {table.number}. "), *table.caption)


def figure_caption(figure: Figure) -> str:
    """Figur 1. What it shows."""
    return f"Figur {figure.number}. {figure.caption}"


NARROWEST, WIDEST, WIDE = 0.055, 0.6, 160
"""Least and largest part of the line that a column gets, and letters that count at most."""
LETTERS_ON_LINE = 92
"""About how many letters of a table's size fit across the page."""
PARTY, SIGNED = 0.27, 0.31
"""Parts of the line for who signs and for the signature; the other columns share the rest."""
PADDING = 4
"""Letters that the room around the words of a cell is as wide as."""


def column_widths(table: Table) -> tuple[float, ...]:
    """Parts of the line, together no more than one: short columns need not fill it.

    By how long the texts are, never narrower than the longest word. A column twice as long as
    another needs less than twice its width, hence the power; equal widths break words in one column
    and leave another empty. Where people sign, their hands need the room.
    """
    if table.signing:
        return _signing_widths(table)
    columns = list(zip(table.head, *table.rows, strict=True))
    texts = [[plain(cell) for cell in column] for column in columns]
    lengths = [max(min(len(text), WIDE) for text in column) for column in texts]
    asked = [length**0.85 for length in lengths]
    words = [max(len(word) for text in column for word in text.split(" ")) for column in texts]
    least = [max(NARROWEST, min(WIDEST, (length + 2) / LETTERS_ON_LINE)) for length in words]
    needed = sum(length + PADDING for length in lengths) / LETTERS_ON_LINE
    whole = min(1.0, max(needed, sum(least)))
    room = max(0.0, whole - sum(least))
    parts = [low + room * part / (sum(asked) or 1) for low, part in zip(least, asked, strict=True)]
    return tuple(part * whole / sum(parts) for part in parts)


def _signing_widths(table: Table) -> tuple[float, ...]:
    """The same columns in all tables where people sign, however long the names in one are."""
    columns = len(table.head)
    rest = (1 - PARTY - SIGNED) / max(1, columns - 2)
    parts = [SIGNED if plain(cell) == SIGNATURE else rest for cell in table.head[1:]]
    return (PARTY, *(part * (1 - PARTY) / sum(parts) for part in parts))
