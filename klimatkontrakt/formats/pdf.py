"""The contract as PDF/UA-1 and PDF/A-2a in one file, by typst and with our own fonts.

All text reaches typst as strings, never as its markup, so nothing in the data can be taken for
typesetting. Fonts of the machine are not used: the same document gives the same bytes everywhere.
"""

from __future__ import annotations

import re
import unicodedata
from textwrap import wrap
from typing import TYPE_CHECKING

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
    plain,
)
from klimatkontrakt.formats._format import (
    FORMATS,
    Format,
    column_widths,
    cover_facts,
    figure_caption,
    heading,
    leads_in,
    table_caption,
)
from klimatkontrakt.formats._seal import EMPTY, fill, is_filled
from klimatkontrakt.formats._shapes import without_shape
from klimatkontrakt.formats._typst import NoShapeError, quoted, to_pdf
from klimatkontrakt.resources import page_typst

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from klimatkontrakt.document.document import Block, Document, Inline

SUBSTITUTES = str.maketrans({"\u2009": "\u202f", "\u2011": "-", "\t": " "})
"""What Source Sans Pro lacks: thin space and no-break hyphen."""
BREAK_EVERY = 40
"""Letters after which a word longer than any line may be broken."""
LONGEST_CELL = 800
"""Letters of a cell from which its row may go over to the next page."""
LONGEST_HEADING, SHORTENED = 8_000, 200
"""Letters that a heading may have, which PDF/A limits, and what is kept of a longer one."""
_LONG = re.compile(r"\S{60,}")


def write(document: Document) -> bytes:
    """The bytes of the file.

    Raises:
        Failure: typst is not to be had on this machine, or the text has a letter without a shape.
    """
    try:
        return to_pdf(page_typst() + "\n".join(_source(document)) + "\n", document.cover.day)
    except NoShapeError as error:
        raise without_shape(document, error.letters) from error


def _source(document: Document) -> Iterator[str]:
    cover = document.cover
    facts = "".join(f"({_string(name)}, {_string(fact)})," for name, fact in cover_facts(cover))
    yield "#show: contract.with("
    yield f"  title: {_string(document.title)},"
    yield f"  author: {_string(cover.municipality)},"
    yield f"  kind: {_string(cover.kind)},"
    yield f"  notice: {_string(document.notice)},"
    yield f'  seal: "{EMPTY}",'
    yield f"  cover: ({facts}),"
    if document.short:
        yield f"  facts: {_string(document.subtitle)},"
    yield ")"
    for chapter in document.chapters:
        if chapter.title and chapter.new_page:
            yield "#pagebreak(weak: true)"
        title = heading(chapter)
        if title:
            yield f"#{_heading(chapter.level, title, _string(title))}"
        for block in chapter.blocks:
            yield f"#{_block(block)}"


def _block(block: Block) -> str:
    match block:
        case Paragraph(parts):
            said = f"par({_line(parts)})"
            return f"block(sticky: true, {said})" if leads_in(parts) else said
        case Subheading(level, parts):
            return _heading(level, plain(parts), _line(parts))
        case Items(items, None):
            return f"list({_items(items)})"
        case Items(items, start):
            return f"enum(start: {start}, {_items(items)})"
        case Table():
            return _table(block)
        case Figure():
            told = _string(block.alt), _string(figure_caption(block))
            return f"picture({quoted(block.svg)}, {', '.join(told)})"


def _table(table: Table) -> str:
    columns = ", ".join(f"{width:.4f}" for width in column_widths(table))
    sides = ", ".join("right" if number else "left" for number in table.numeric)
    rows = ", ".join(f"({', '.join(map(_cell, row))},)" for row in table.rows)
    head = ", ".join(map(_cell, table.head))
    return (
        f"data-table({_line(table_caption(table))}, ({columns},), ({sides},), ({head},), ({rows}"
        f"{',' if rows else ''}), signing: {_bool(table.signing)}, splits: {_bool(_splits(table))})"
    )


def _splits(table: Table) -> bool:
    return any(len(plain(cell)) > LONGEST_CELL for row in table.rows for cell in row)


def _bool(value: object) -> str:
    return "true" if value else "false"


def _cell(parts: tuple[Inline, ...]) -> str:
    return f"[#({_line(parts)})]"


def _heading(level: int, text: str, words: str) -> str:
    """A heading; of one that is too long the beginning, and below it the whole."""
    if len(text) <= LONGEST_HEADING:
        return f"heading(level: {level}, {words})"
    beginning = _string(text[:SHORTENED] + "…")
    return f"{{heading(level: {level}, {beginning}); par({words})}}"


def _items(items: Iterable[tuple[Block, ...]]) -> str:
    return ", ".join(_item(item) for item in items)


def _item(blocks: tuple[Block, ...]) -> str:
    match blocks:
        case (Paragraph(parts),):
            return _line(parts)
        case _:
            return "{" + "; ".join(map(_block, blocks)) + "}"


def _line(parts: tuple[Inline, ...]) -> str:
    return " + ".join(map(_part, parts)) if parts else '""'


def _part(part: Inline) -> str:
    match part:
        case Text(text):
            return f"[#{_string(text)}]"
        case Strong(parts):
            return f"strong({_line(parts)})"
        case Emphasis(parts):
            return f"emph({_line(parts)})"
        case Link(parts, address):
            return f"link({quoted(address)}, {_line(parts)})"
        case Note(_, parts):
            return f"footnote({_line(parts)})"


def _string(text: str) -> str:
    """A typst string: what has no shape on paper is left out, marks of typst mean themselves."""
    shown = "".join(
        letter
        for letter in text.translate(SUBSTITUTES)
        if letter == "\u00ad" or unicodedata.category(letter) not in {"Cc", "Cf", "Cs", "Co", "Cn"}
    )
    shown = _LONG.sub(lambda found: "\u200b".join(wrap(found[0], BREAK_EVERY)), shown)
    return quoted(shown)


FORMATS.add("pdf", Format("pdf", (".pdf",), write, fill, is_filled))
