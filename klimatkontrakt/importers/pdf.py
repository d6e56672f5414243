"""A PDF from anywhere: the lines of its text layer, without what recurs at the edges of pages.

The tags of a PDF are not relied on: a signed contract comes from Word or a scanner's software, and
what is looked for tells where a paragraph begins and ends better than they do.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.document.check.reading import Piece, Reading
from klimatkontrakt.i18n import N_
from klimatkontrakt.importers._importer import IMPORTERS, Importer, limited, unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from klimatkontrakt.document.check.reading import Address

TOP, BOTTOM = 3, 4
"""Lines at the edges of a page among which its header and footer are."""
RECURS = 3
"""Pages on which a line at the edge must stand to be a header or footer."""
GAP = 1.3
"""How much wider than usual the step between two lines is where a paragraph begins."""
COLUMN = 30.0
"""Points between the left edges of two lines that cannot be of one paragraph."""
SIZE = 0.08
"""How much the letters of two lines differ in height where one of them is a heading."""
WIDE = 0.6
"""How much of a line's height the space between two cells is at least wide."""
MARK = 64
"""Letters that are enough for the name of a mark."""
PASSWORD = 4
"""What PDFium calls a file that is locked."""
HYPHEN = "\ufffe"
"""What PDFium makes of a hyphen that ends a line, and of the line break."""
_LINE = re.compile(f"[^\r\n{HYPHEN}]+{HYPHEN}?")
_MARK = re.compile(r"[•▪◦‣·–]|\d{1,2}[.)]")
_INK = re.compile(r"\S+")
_ITEM = re.compile(r"(?:[•▪◦‣·–]|\d{1,2}[.)])\s")
_END = re.compile(r"[.!?:…]\s*$")
_LEADER = re.compile(r"(?:\s?[.…]){4,}\s*\d+$")
"""How a line of a list of contents ends."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line on a page; ``left``, ``bottom`` and ``height`` in points."""

    text: str
    page: int
    left: float
    bottom: float
    height: float
    aside: bool
    """Whether the file says that it is a header or a footer."""


def read(data: bytes, name: str) -> Reading:
    """Lines, with a guess at where paragraphs begin.

    Raises:
        Failure: the file is no PDF, is locked, damaged, or holds pictures of pages only.
    """
    # The library has no types of its own.
    from pypdfium2 import PdfDocument, PdfiumError  # type: ignore[import-untyped]

    try:
        file = PdfDocument(data)
        try:
            pages = [list(_lines(file[number], number)) for number in range(len(file))]
            links = [link for number in range(len(file)) for link in _links(file, number)]
        finally:
            file.close()
    except PdfiumError as error:
        if getattr(error, "err_code", None) == PASSWORD:
            reason = say(N_("it is locked with a password"))
            raise unreadable(name, reason, say(N_("save it without a password"))) from None
        reason = say(N_("it is damaged, or no PDF"))
        raise unreadable(name, reason, say(N_("make the PDF again"))) from None
    if not any(pages):
        reason = say(N_("it holds only pictures of pages, no text"))
        remedy = say(N_("run it through text recognition, or take the file it was printed from"))
        raise unreadable(name, reason, remedy)
    return Reading(limited(_pieces(_body(pages)), name), links=tuple(links))


def _lines(page: Any, number: int) -> Iterator[Line]:  # noqa: ANN401  the library has no types
    text = page.get_textpage()
    said = text.get_text_range()
    for found in _LINE.finditer(said):
        for start, end in _parted(text, said, found.start(), found.end()):
            left, bottom, _, top = text.get_charbox(start, loose=True)
            line = said[start:end].replace(HYPHEN, "-").strip()
            aside = _is_artifact(text, start)
            yield Line(line, number + 1, left, bottom, top - bottom, aside)


def _parted(text: Any, said: str, start: int, end: int) -> Iterator[tuple[int, int]]:  # noqa: ANN401  as above
    """A line in the parts that lie far from each other, as the cells of a table do."""
    words = [
        (start + found.start(), start + found.end()) for found in _INK.finditer(said[start:end])
    ]
    begun = 0
    for index in range(1, len(words) + 1):
        last = words[index - 1][1]
        if index < len(words):
            _, low, right, high = text.get_charbox(last - 1, loose=True)
            left, *_ = text.get_charbox(words[index][0], loose=True)
            is_mark = _MARK.fullmatch(said[words[begun][0] : last])
            if is_mark or abs(left - right) < WIDE * (high - low):
                continue
        yield words[begun][0], last
        begun = index


def _is_artifact(text: Any, index: int) -> bool:  # noqa: ANN401  the library has no types
    """Whether the file itself says that a letter belongs to the page and not to the text."""
    from ctypes import byref, c_ulong, c_ushort

    from pypdfium2 import raw

    shape = raw.FPDFText_GetTextObject(text, index)
    for number in range(max(raw.FPDFPageObj_CountMarks(shape), 0) if shape else 0):
        name, size = (c_ushort * MARK)(), c_ulong()
        mark = raw.FPDFPageObj_GetMark(shape, number)
        raw.FPDFPageObjMark_GetName(mark, name, 2 * MARK, byref(size))
        if bytes(name)[: size.value].decode("utf-16-le", "replace").rstrip("\0") == "Artifact":
            return True
    return False


def _links(file: Any, number: int) -> Iterator[Address]:  # noqa: ANN401  the library has no types
    """The addresses that a page's links lead to, each once: a link may cover several lines."""
    from ctypes import byref, c_int, create_string_buffer

    from pypdfium2 import raw

    at, link, seen = c_int(0), raw.FPDF_LINK(), set()
    page = file[number]
    while raw.FPDFLink_Enumerate(page, byref(at), byref(link)):
        action = raw.FPDFLink_GetAction(link)
        size = raw.FPDFAction_GetURIPath(file, action, None, 0) if action else 0
        address = create_string_buffer(size)
        if size:
            raw.FPDFAction_GetURIPath(file, action, address, size)
        told = address.value.decode("utf-8", "replace")
        if told and told not in seen:
            seen.add(told)
            yield told, say(N_("page {n}"), n=number + 1)


def _body(pages: Sequence[Sequence[Line]]) -> list[Line]:
    """The lines without headers, footers and page numbers: as the file tells, or as they recur."""
    if any(line.aside for page in pages for line in page):
        return [line for page in pages for line in page if not line.aside]
    edges = [_edge(page) for page in pages]
    often = Counter(masked for edge in edges for masked in edge)
    enough = min(RECURS, max(2, len(pages) - 1))
    aside = {id(line) for edge in edges for masked, line in edge.items() if often[masked] >= enough}
    return [line for page in pages for line in page if id(line) not in aside]


def _edge(page: Sequence[Line]) -> dict[tuple[str, int], Line]:
    """The outermost lines of a page by their words, without their numbers, and their height."""
    lines = [*page[:TOP], *page[max(TOP, len(page) - BOTTOM) :]]
    return {(re.sub(r"\d+", "0", line.text), round(line.bottom)): line for line in lines}


def _pieces(lines: Sequence[Line]) -> Iterator[Piece]:
    steps = [
        above.bottom - line.bottom
        for above, line in pairwise(lines)
        if above.page == line.page and above.bottom > line.bottom
    ]
    usual = sorted(steps)[len(steps) // 4] if steps else 0.0
    above: Line | None = None
    for line in lines:
        item = bool(_ITEM.match(line.text))
        starts = above is None or item or _begins(above, line, usual)
        yield Piece(
            line.text, say(N_("page {n}"), n=line.page), "item" if item else "paragraph", starts
        )
        above = line


def _begins(above: Line, line: Line, usual: float) -> bool:
    if _LEADER.search(above.text) or _LEADER.search(line.text):
        return True
    if abs(above.height - line.height) > SIZE * above.height:
        return True
    if abs(above.left - line.left) > COLUMN:
        return True
    if above.page != line.page:
        return bool(_END.search(above.text))
    step = above.bottom - line.bottom
    if abs(step) < line.height / 2:
        return True  # beside it, as in the next column of a table
    return step > GAP * usual or step < 0


IMPORTERS.add("pdf", Importer("pdf", (".pdf",), read))
