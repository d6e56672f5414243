"""The contract text as canonical Markdown; its pictures are files beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.document.document import figures
from klimatkontrakt.document.markdown import escape
from klimatkontrakt.formats._format import FORMATS, Format

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klimatkontrakt.document.document import Document


def write(document: Document) -> bytes:
    """UTF-8 with LF; what the reader must know of the text stands first and last."""
    return ("\n\n".join(_blocks(document)) + "\n").encode()


def beside(document: Document) -> dict[str, bytes]:
    """The pictures that the text shows."""
    return {f"{figure.name}.svg": figure.svg.encode() for figure in figures(document)}


def _blocks(document: Document) -> Iterator[str]:
    if document.notice:
        yield document.notice
    yield f"# {escape(document.title)}"
    yield escape(document.subtitle)
    for chapter in document.chapters:
        mark = "#" * (chapter.level + 1)
        if chapter.title:
            yield " ".join(part for part in (mark, chapter.number, chapter.title) if part)
        if chapter.body:
            yield chapter.body
    if document.notice:
        yield document.notice


FORMATS.add("markdown", Format("markdown", (".md", ".markdown"), write, text=True, beside=beside))
