"""The contract text as canonical Markdown; its pictures are files beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from klimatkontrakt.document.document import figures
from klimatkontrakt.document.markdown import escape
from klimatkontrakt.formats._format import FORMATS, Format
from klimatkontrakt.formats._seal import DIGEST, MARK, digest, fits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klimatkontrakt.document.document import Document

_SEAL = re.compile(
    rb'\n(?:\[kk\]: # "sha256:|<!-- ' + MARK.encode() + b")" + DIGEST + rb'(?:"| -->)\n'
)
"""In the text, and in the pictures beside it."""


def write(document: Document) -> bytes:
    """UTF-8 with LF; what the reader must know of the text stands first and last."""
    return ("\n\n".join(_blocks(document)) + "\n").encode()


def seal(data: bytes) -> bytes:
    """The text with its digest as the target of a link that nothing uses, which no reader shows.

    It comes last, but for what the reader must know, which still stands first and last. In a
    picture beside the text it is a comment.
    """
    if data.startswith(b"<svg"):
        return data + f"\n<!-- {MARK}{digest(data)} -->\n".encode()
    line = f'\n[kk]: # "sha256:{digest(data)}"\n'.encode()
    body, _, last = data.rpartition(b"\n\n")
    if data.startswith(last):
        return body + b"\n" + line + b"\n" + last
    return data + line


def sealed(data: bytes) -> bool:
    """Whether the text, or a picture beside it, is as kk left it."""
    return fits(data, _SEAL)


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
            title = escape(chapter.title)
            yield " ".join(part for part in (mark, chapter.number, title) if part)
        if chapter.body:
            yield chapter.body
    if document.notice:
        yield document.notice


FORMATS.add(
    "markdown",
    Format("markdown", (".md", ".markdown"), write, seal, sealed, text=True, beside=beside),
)
