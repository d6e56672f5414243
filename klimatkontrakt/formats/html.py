"""The contract as one web page: no script and nothing fetched from elsewhere.

Headings, landmarks, skip link and contents follow WCAG 2.1 AA; the style has reflow at 320 px, a
dark scheme and print. Checked by axe-core, html-validate and the Nu checker where they are at hand.
"""

from __future__ import annotations

import re
from html import escape
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
    notes,
)
from klimatkontrakt.formats._format import (
    CONTENTS_DEPTH,
    FORMATS,
    Format,
    cover_facts,
    figure_caption,
    full_title,
    heading,
    table_caption,
)
from klimatkontrakt.formats._seal import DIGEST, MARK, digest, fits
from klimatkontrakt.resources import page_css

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from klimatkontrakt.document.document import Block, Document, DocumentChapter, Inline

_SEAL = re.compile(b'<meta name="generator" content="' + MARK.encode() + DIGEST + b'">\n')


def write(document: Document) -> bytes:
    """UTF-8 with LF; the same document gives the same bytes."""
    return ("\n".join(_page(document)) + "\n").encode()


def seal(data: bytes) -> bytes:
    """The page, naming kk and the digest of the rest as what generated it."""
    before, charset, after = data.partition(b'<meta charset="utf-8">\n')
    line = f'<meta name="generator" content="{MARK}{digest(data)}">\n'
    return before + charset + line.encode() + after


def sealed(data: bytes) -> bool:
    """Whether the page is as :func:`seal` left it."""
    return fits(data, _SEAL)


def _page(document: Document) -> Iterator[str]:
    cover = document.cover
    yield "<!DOCTYPE html>"
    yield '<html lang="sv">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield f'<meta name="author" content="{_words(cover.municipality)}">'
    yield f"<title>{_words(full_title(document))}</title>"
    yield f"<style>\n{page_css()}</style>"
    yield "</head>"
    yield '<body class="letter">' if document.short else "<body>"
    yield '<a class="skip" href="#innehall">Till innehållet</a>'
    yield "<header>"
    yield from _notice(document)
    yield f"<h1>{_words(document.title)}</h1>"
    if document.short:
        yield f'<p class="lead">{_words(document.subtitle)}</p>'
    else:
        yield from _cover(document)
    yield "</header>"
    if not document.short:
        yield from _contents(document)
    yield '<main id="innehall">'
    yield from _chapters(document.chapters)
    yield "</main>"
    yield from _notes(notes(document))
    if document.notice:
        yield "<footer>"
        yield from _notice(document)
        yield "</footer>"
    yield "</body>"
    yield "</html>"


def _notice(document: Document) -> Iterator[str]:
    if document.notice:
        yield f'<p class="notice">{_words(document.notice)}</p>'


def _cover(document: Document) -> Iterator[str]:
    cover = document.cover
    yield f'<p class="lead">{_words(cover.municipality)}, {_words(cover.kind)}</p>'
    yield "<dl>"
    for label, fact in cover_facts(cover):
        yield f"<div><dt>{label}</dt><dd>{_words(fact)}</dd></div>"
    yield "</dl>"


def _contents(document: Document) -> Iterator[str]:
    yield '<nav aria-labelledby="innehallsrubrik">'
    yield '<h2 id="innehallsrubrik">Innehåll</h2>'
    depth = 0
    for chapter in document.chapters:
        if chapter.level > CONTENTS_DEPTH:
            continue
        if depth >= chapter.level:
            yield "</li>"
        yield from ("</ul></li>" for _ in range(depth - chapter.level))
        yield from ("<ul>" for _ in range(chapter.level - depth))
        depth = chapter.level
        yield f'<li><a href="#{_id(chapter)}">{_words(heading(chapter))}</a>'
    yield "</li></ul>" * depth
    yield "</nav>"


def _chapters(chapters: Sequence[DocumentChapter]) -> Iterator[str]:
    for chapter in chapters:
        tag = f"h{chapter.level + 1}"
        if chapter.title:
            page = ' class="new-page"' if chapter.new_page else ""
            yield f'<{tag} id="{_id(chapter)}"{page}>{_words(heading(chapter))}</{tag}>'
        for block in chapter.blocks:
            yield from _block(block)


def _id(chapter: DocumentChapter) -> str:
    """What nothing else on the page can be called, whatever a municipality names its chapter."""
    return f"kap-{_words(chapter.slug)}"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(parts):
            yield f"<p>{_line(parts)}</p>"
        case Subheading(level, parts):
            yield f"<h{level + 1}>{_line(parts)}</h{level + 1}>"
        case Items(items, start):
            yield "<ul>" if start is None else f'<ol start="{start}">'
            for item in items:
                yield from _item(item)
            yield "</ul>" if start is None else "</ol>"
        case Table():
            yield from _table(block)
        case Figure():
            yield from _figure(block)


def _table(table: Table) -> Iterator[str]:
    """A table that can be scrolled sideways, by keyboard too, where it is wider than the screen."""
    name = f"tabell-{table.number}"
    yield f'<div class="wide" role="region" tabindex="0" aria-labelledby="{name}">'
    yield '<table class="signing">' if table.signing else "<table>"
    yield f'<caption id="{name}">{_line(table_caption(table))}</caption>'
    kinds = [' class="number"' if number else "" for number in table.numeric]
    heads = zip(table.head, kinds, strict=True)
    cells = "".join(f'<th scope="col"{kind}>{_line(cell)}</th>' for cell, kind in heads)
    yield f"<thead><tr>{cells}</tr></thead>"
    yield "<tbody>"
    for first, *rest in table.rows:
        row = zip(rest, kinds[1:], strict=True)
        cells = "".join(f"<td{kind}>{_line(cell)}</td>" for cell, kind in row)
        yield f'<tr><th scope="row"{kinds[0]}>{_line(first)}</th>{cells}</tr>'
    yield "</tbody>"
    yield "</table>"
    yield "</div>"


def _figure(figure: Figure) -> Iterator[str]:
    """A picture, scrolled on a narrow screen as a table is: made to fit, nobody could read it."""
    name = f"figur-{figure.number}"
    yield "<figure>"
    yield f'<div class="wide" role="region" tabindex="0" aria-labelledby="{name}">'
    yield figure.svg.strip()
    yield "</div>"
    yield f'<figcaption id="{name}">{_words(figure_caption(figure))}</figcaption>'
    yield "</figure>"


def _notes(found: Sequence[Note]) -> Iterator[str]:
    """The footnotes with a way back to where each is."""
    if not found:
        return
    yield '<section class="notes" aria-labelledby="fotnoter">'
    yield '<h2 id="fotnoter">Fotnoter</h2>'
    yield "<ol>"
    for note in found:
        back = (
            f'<a href="#till-not-{note.number}" aria-label="Tillbaka till fotnot {note.number}'
            ' i texten">↩</a>'
        )
        yield f'<li id="not-{note.number}">{_line(note.parts)} {back}</li>'
    yield "</ol>"
    yield "</section>"


def _item(blocks: tuple[Block, ...]) -> Iterator[str]:
    match blocks:
        case (Paragraph(parts),):
            yield f"<li>{_line(parts)}</li>"
        case _:
            yield "<li>"
            for block in blocks:
                yield from _block(block)
            yield "</li>"


def _line(parts: tuple[Inline, ...]) -> str:
    return "".join(map(_part, parts))


def _part(part: Inline) -> str:
    match part:
        case Text(text):
            return _words(text)
        case Strong(parts):
            return f"<strong>{_line(parts)}</strong>"
        case Emphasis(parts):
            return f"<em>{_line(parts)}</em>"
        case Link(parts, address):
            return f'<a href="{_words(address)}">{_line(parts)}</a>'
        case Note(number):
            return (
                f'<sup><a id="till-not-{number}" href="#not-{number}"'
                f' aria-label="Fotnot {number}">{number}</a></sup>'
            )


def _words(text: str) -> str:
    return escape(text, quote=True)


FORMATS.add("html", Format("html", (".html", ".htm"), write, seal, sealed, text=True))
