"""Contracts as files, and what people do to them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from klimatkontrakt.app.document_of import document_of
from klimatkontrakt.app.render import AS_USUAL
from klimatkontrakt.app.workspace import open_workspace
from klimatkontrakt.document.check.compare import compared
from klimatkontrakt.document.check.told import told
from klimatkontrakt.formats._format import by_suffix
from klimatkontrakt.importers._importer import importer_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from klimatkontrakt.document.check.compare import Departure
    from klimatkontrakt.document.check.reading import Reading
    from klimatkontrakt.document.document import Document

DAY = date(2026, 11, 22)
COMMENTS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"


@dataclass(frozen=True)
class Seen:
    """A departure in few words."""

    what: str
    where: str
    words: tuple[tuple[str, str], ...]


def document(root: Path, who: str = "luleå", version: str | None = None) -> Document:
    """A contract as it is rendered."""
    workspace = open_workspace(root)
    return document_of(workspace, workspace.contract_of(who, version), DAY, AS_USUAL)[0]


def rendered(made: Document, suffix: str) -> bytes:
    """The bytes of a document as a file type."""
    form = by_suffix(suffix)
    assert form is not None
    return form.write(made)


def read(data: bytes, suffix: str) -> Reading:
    """A file read back."""
    return importer_of(f"fil{suffix}", suffix).read(data, f"fil{suffix}")


def departures(made: Document, data: bytes, suffix: str) -> list[Departure]:
    """Where a file departs from a document."""
    reading = read(data, suffix)
    return compared(told(made), reading.pieces, reading.links)


def seen(found: list[Departure]) -> list[Seen]:
    """The departures, by what, where and which words."""
    return [
        Seen(
            item.what,
            item.under or item.chapter,
            tuple((edit.old, edit.new) for edit in item.edits) or ((item.expected, item.found),),
        )
        for item in found
    ]


def changed(data: bytes, change: Callable[[Any], None]) -> bytes:
    """A Word file after somebody has changed it."""
    word = docx.Document(BytesIO(data))
    change(word)
    buffer = BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def lines(word: Any) -> list[Any]:
    """The paragraphs of the text, from the first chapter on."""
    found = list(word.paragraphs)
    first = next(i for i, line in enumerate(found) if line.style.name.startswith("Heading"))
    return found[first:-1]


def line_of(word: Any, beginning: str) -> Any:
    """The paragraph that begins so."""
    return next(line for line in lines(word) if line.text.startswith(beginning))


def words_of(word: Any) -> Iterator[tuple[int, Any, re.Match[str]]]:
    """Every word of the text: number of its paragraph, its run and where it stands."""
    for number, line in enumerate(lines(word)):
        if line.style.name == "Caption":
            continue  # its number is a field among its words
        for run in line.runs:
            for found in re.finditer(r"\w+", run.text):
                yield number, run, found


def tracked(line: Any, old: str, new: str) -> None:
    """Change a word of a paragraph as Word does while it tracks changes."""
    (text,) = {run.text for run in line.runs}
    before, _, after = text.partition(old)
    for run in list(line.runs):
        run._r.getparent().remove(run._r)  # noqa: SLF001  no public way
    head = 'w:author="Anna" w:date="2026-11-20T10:00:00Z"'
    pieces = (
        _run(before),
        f'<w:del {nsdecls("w")} w:id="901" {head}><w:r><w:delText>{old}</w:delText></w:r></w:del>',
        f'<w:ins {nsdecls("w")} w:id="902" {head}><w:r><w:t>{new}</w:t></w:r></w:ins>',
        _run(after),
    )
    for piece in pieces:
        line._p.append(parse_xml(piece))  # noqa: SLF001  no public way


def _run(text: str) -> str:
    return f'<w:r {nsdecls("w")}><w:t xml:space="preserve">{text}</w:t></w:r>'


def commented(data: bytes, beginning: str, author: str, text: str) -> bytes:
    """A Word file with a comment in its margin at one paragraph, made without Word's help."""
    comments = (
        f'<w:comments {nsdecls("w")}><w:comment w:id="7" w:author="{author}">'
        f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:comment></w:comments>"
    )

    def mark(word: Any) -> None:
        line = line_of(word, beginning)._p  # noqa: SLF001  no public way
        start = parse_xml(f'<w:commentRangeStart {nsdecls("w")} w:id="7"/>')
        line.find(qn("w:r")).addprevious(start)
        line.append(parse_xml(f'<w:commentRangeEnd {nsdecls("w")} w:id="7"/>'))
        reference = parse_xml(f'<w:r {nsdecls("w")}><w:commentReference w:id="7"/></w:r>')
        line.append(reference)

    relation = f'<Relationship Id="rId901" Type="{COMMENTS}" Target="comments.xml"/>'
    kind = (
        '<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-'
        'officedocument.wordprocessingml.comments+xml"/>'
    )
    extra = {
        "word/_rels/document.xml.rels": ("</Relationships>", relation),
        "[Content_Types].xml": ("</Types>", kind),
    }
    return with_parts(changed(data, mark), {"word/comments.xml": comments}, extra)


def with_parts(
    data: bytes, parts: dict[str, str], added: dict[str, tuple[str, str]] | None = None
) -> bytes:
    """A zip with parts put in, and text put in before the end of others."""
    buffer = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(buffer, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            text = old.read(name)
            if name in (added or {}):
                end, more = (added or {})[name]
                text = text.decode().replace(end, more + end).encode()
            new.writestr(name, text)
        for name, part in parts.items():
            new.writestr(name, part)
    return buffer.getvalue()
