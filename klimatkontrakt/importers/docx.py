"""A Word file, with the changes that Word has tracked and the comments in its margin.

Headers, footers and the list of contents are Word's own and are left aside.
"""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.document.check.reading import Comment, Piece, Reading
from klimatkontrakt.i18n import N_
from klimatkontrakt.importers._importer import (
    IMPORTERS,
    Importer,
    limited,
    paragraph,
    unreadable,
)
from klimatkontrakt.store.foreign import unpacks_too_large

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docx.document import Document as Word

    from klimatkontrakt.document.check.reading import Address, Kind

DAMAGED = (AttributeError, TypeError, KeyError, ValueError, SyntaxError)
"""What comes of XML in which something is missing that must be there."""
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
NOTES = ("footnotes", "endnotes")
INSERTED, DELETED = {f"{_W}ins", f"{_W}moveTo"}, {f"{_W}del", f"{_W}moveFrom"}
TRACKED = INSERTED | DELETED
LETTERS = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_FIELD = re.compile(r'HYPERLINK "([^"]+)"(?: \\l "([^"]+)")?')
"""A link as a field: its address, and the place on that page."""
_CONTENTS = re.compile(
    r"(?:toc|innehåll) \d|toc heading|innehållsrubrik|contents heading", re.IGNORECASE
)
"""The styles of a list of contents, and no others that begin alike."""
_HEADING = re.compile(r"(?:heading|rubrik|title|bilaga)", re.IGNORECASE)


def read(data: bytes, name: str) -> Reading:
    """Paragraphs, cells and comments.

    Raises:
        Failure: it is no Word file, is locked, damaged or unreasonably large.
    """
    from docx.opc.exceptions import OpcError

    if data.startswith(_OLD_OFFICE):
        reason = say(N_("it is locked with a password, or of an older kind"))
        raise unreadable(name, reason, say(N_("save it without a password as .docx")))
    try:
        if not unpacks_too_large(data):
            return _reading(data, name)
        reason = say(N_("it is unreasonably large when unpacked"))
    except (BadZipFile, OpcError, OSError, RuntimeError, *DAMAGED):
        reason = say(N_("it is damaged, or no Word file"))
    raise unreadable(name, reason, say(N_("open it in Word and save it as .docx")))


def _reading(data: bytes, name: str) -> Reading:
    import docx

    word = docx.Document(BytesIO(data))
    body = word.element.body
    tracked = any(node.tag in TRACKED for node in body.iter())
    styles = {style.style_id: style.name or "" for style in word.styles}
    parts = (body, *_notes(word))
    readings = [
        limited((piece for part in parts for piece in _pieces(part, styles, without)), name)
        for without in (DELETED, INSERTED)
    ]
    if not any(readings):
        raise unreadable(name, say(N_("it holds no text")), say(N_("save it again from Word")))
    rejected = readings[1] if tracked else None
    headings = [piece for piece in readings[0] if piece.kind == "heading"]
    comments = tuple(_comments(word, headings))
    return Reading(readings[0], rejected, comments, tuple(_links(word)))


def _pieces(body: Any, styles: dict[str, str], without: set[str]) -> Iterator[Piece]:  # noqa: ANN401  XML
    number, begun, fields = 0, "", 0
    for line in _lines(body):
        number += 1
        style = styles.get(_value(line, "pStyle"), "")
        inside, fields = fields, _contents_depth(line, fields)
        if inside or fields or _CONTENTS.fullmatch(style):
            continue
        begun += _text(line, without)
        if _mark_is_gone(line, without):
            continue  # the paragraph goes on in the next
        if begun.strip():
            by = tuple(dict.fromkeys(node.get(f"{_W}author", "") for node in line.iter(*TRACKED)))
            kind = _kind(line, style)
            yield Piece(begun.strip(), paragraph(number), kind, by=tuple(filter(None, by)))
        begun = ""


def _lines(body: Any) -> Iterator[Any]:  # noqa: ANN401  XML
    """Every paragraph in order, once: Word keeps a second copy of what stands in a text box."""
    for child in body:
        if child.tag == _FALLBACK:
            continue
        if child.tag == f"{_W}p":
            yield child
        yield from _lines(child)


def _text(line: Any, without: set[str]) -> str:  # noqa: ANN401  XML
    said = ""
    for child in line:
        if child.tag in without or child.tag in {f"{_W}p", f"{_W}pPr", _FALLBACK}:
            continue
        if child.tag in {f"{_W}t", f"{_W}delText"}:
            said += child.text or ""
        else:
            said += LETTERS.get(child.tag) or _text(child, without)
    return said


def _contents_depth(line: Any, depth: int) -> int:  # noqa: ANN401  XML
    """How deep inside a contents field the file is after a paragraph."""
    for node in line.iter(f"{_W}fldChar", f"{_W}instrText"):
        if node.tag == f"{_W}instrText":
            is_contents = (node.text or "").strip().upper().startswith("TOC")
            depth = depth or int(is_contents)
        elif depth:
            kind = node.get(f"{_W}fldCharType")
            depth += (kind == "begin") - (kind == "end")
    return depth


def _mark_is_gone(line: Any, without: set[str]) -> bool:  # noqa: ANN401  XML
    marks = line.findall(f"{_W}pPr/{_W}rPr/*")
    return any(mark.tag in without for mark in marks)


def _kind(line: Any, style: str) -> Kind:  # noqa: ANN401  XML
    if any(above.tag == f"{_W}tc" for above in line.iterancestors()):
        return "cell"
    if _HEADING.match(style):
        return "heading"
    is_item = "List" in style or line.find(f"{_W}pPr/{_W}numPr") is not None
    return "item" if is_item else "paragraph"


def _value(line: Any, name: str) -> str:  # noqa: ANN401  XML
    found = line.find(f"{_W}pPr/{_W}{name}")
    return "" if found is None else found.get(f"{_W}val", "")


def _links(word: Word) -> Iterator[Address]:
    """Links as Word keeps them, and as fields, where other programs do."""
    lines = [(word.part, line) for line in _lines(word.element.body)]
    notes = [pair for kind in NOTES for pair in _beside(word, kind)]
    for number, (part, line) in enumerate([*lines, *notes], 1):
        place = paragraph(min(number, len(lines)))
        for node in line.iter(f"{_W}hyperlink"):
            relation = part.rels.get(node.get(_RELATION, ""))
            if relation is not None:
                yield _address(relation.target_ref, node.get(f"{_W}anchor")), place
        code = "".join(node.text or "" for node in line.iter(f"{_W}instrText"))
        yield from ((_address(*found.groups()), place) for found in _FIELD.finditer(code))


def _address(page: str, anchor: str | None) -> str:
    return f"{page}#{anchor}" if anchor else page


def _comments(word: Word, headings: Sequence[Piece]) -> Iterator[Comment]:
    at = _commented(word.element.body)
    for node in [node for _, part in _beside(word, "comments") for node in part]:
        text = "\n".join(_text(line, DELETED) for line in _lines(node))
        number, words = at.get(node.get(f"{_W}id"), (0, ""))
        author = node.get(f"{_W}author", "")
        above = [piece.text for piece in headings if _number(piece) <= number][-1:]
        said, at_words = text.strip(), " ".join(words.split())
        yield Comment(author, said, at_words, paragraph(number), " ".join(" ".join(above).split()))


def _number(piece: Piece) -> int:
    return int(str(piece.place.values()["n"]))


def _notes(word: Word) -> list[Any]:
    """Footnotes and end notes, without the lines that part them from the text."""
    notes = [node for kind in NOTES for _, part in _beside(word, kind) for node in part]
    return [node for node in notes if node.get(f"{_W}type") is None]


def _beside(word: Word, kind: str) -> list[tuple[Any, Any]]:
    """The parts of a kind beside the text, each with what it holds."""
    from docx.oxml import parse_xml

    relations = word.part.rels.values()
    parts = [
        item.target_part
        for item in relations
        if item.reltype.endswith(f"/{kind}") and not item.is_external
    ]
    return [(part, parse_xml(part.blob)) for part in parts]


def _commented(body: Any) -> dict[str, tuple[int, str]]:  # noqa: ANN401  XML
    """By a comment's number: the paragraph where it begins, and the words that it stands at."""
    found: dict[str, tuple[int, str]] = {}
    open_: set[str] = set()
    for number, line in enumerate(_lines(body), 1):
        for node in line.iter():
            key = node.get(f"{_W}id", "")
            if node.tag == f"{_W}commentRangeStart":
                found[key] = (number, "")
                open_.add(key)
            elif node.tag == f"{_W}commentRangeEnd":
                open_.discard(key)
            elif node.tag == f"{_W}commentReference":
                found.setdefault(key, (number, ""))
            elif node.tag == f"{_W}t":
                for each in open_:
                    start, words = found[each]
                    found[each] = (start, words + (node.text or ""))
    return found


IMPORTERS.add("docx", Importer("docx", (".docx",), read))
