"""Plain text, as it is copied out of a PDF or a letter."""

from __future__ import annotations

import re
from statistics import median
from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.document.check.reading import Piece, Reading
from klimatkontrakt.i18n import N_
from klimatkontrakt.importers._importer import IMPORTERS, Importer, decoded, limited

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klimatkontrakt.document.check.reading import Kind

WIDE = 100
"""Letters of a usual line from which a line is a whole paragraph: nobody has broken it."""
FEW = 0.02
"""The share of empty lines below which they do not part paragraphs: then every line is one."""
_ITEM = re.compile(r"\s*(?:[•▪◦‣·*–-]|\d{1,2}[.)])\s")

_INDENTED = re.compile(r"\s[A-ZÅÄÖ0-9]")
"""How a paragraph may begin, and a page where the text of a PDF was copied."""
_FOOTER = re.compile(r"(?:\S+\.[a-z]{2,4}|[Ss]ida)\s+\d{1,3}(?:\s+av\s+\d{1,3})?")
"""A page number below a page, with the address of those who made it."""


def read(data: bytes, name: str) -> Reading:
    """Lines; a paragraph ends where a line is empty.

    Raises:
        Failure: the bytes are no text.
    """
    return Reading(limited(_pieces(decoded(data, name).splitlines()), name), links=None)


def _pieces(lines: list[str]) -> Iterator[Piece]:
    lengths = [len(line) for line in lines if line.strip()]
    parted = len(lines) - len(lengths) > FEW * len(lines)
    wide = median(lengths) > WIDE or not parted
    starts = True
    for number, line in enumerate(lines, 1):
        if not line.strip() or _FOOTER.fullmatch(line.strip()):
            starts = starts or not line.strip()
            continue
        item = bool(_ITEM.match(line))
        starts = starts or bool(_INDENTED.match(line))
        text = re.sub(r"^\s*\*\s", "", line)
        kind: Kind = "item" if item else "paragraph"
        yield Piece(text, say(N_("line {n}"), n=number), kind, starts or item or wide)
        starts = False


IMPORTERS.add("text", Importer("text", (".txt",), read))
