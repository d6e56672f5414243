"""Bytes → text, and what is refused before any YAML parser sees it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.edit import Edit
from klimatkontrakt.diagnostics.message import Message, say
from klimatkontrakt.diagnostics.place import Span
from klimatkontrakt.i18n import N_
from klimatkontrakt.store import faults

if TYPE_CHECKING:
    from klimatkontrakt.diagnostics.entry import Entry

MAX_BYTES = 1_000_000
BOM = b"\xef\xbb\xbf"

_FORBIDDEN = re.compile(
    "[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|\r(?!\n)"
)


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong at a span of one file; ``related`` is a second span with its own words."""

    entry: Entry
    span: Span
    message: Message
    remedy: Message | None = None
    related: tuple[tuple[Message, Span], ...] = ()
    edits: tuple[Edit, ...] = ()


def span(line: int, column: int, width: int = 1) -> Span:
    """A span on one line, from 1-based line and column."""
    return Span(line, column, line, column + width)


def read_text(data: bytes) -> tuple[str | None, list[Fault]]:
    """The text of a file, or ``None`` and every reason why it is not read further."""
    if len(data) > MAX_BYTES:
        message = say(N_("the file is larger than {limit} bytes"), limit=MAX_BYTES)
        return None, [Fault(faults.TOO_LARGE, span(1, 1), message)]
    if data.startswith(BOM):
        message = say(N_("the file begins with a byte-order mark"))
        edits = (Edit(span(1, 1), ""),)
        return None, [Fault(faults.BYTE_ORDER_MARK, span(1, 1), message, edits=edits)]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [_bad_encoding(data, error.start)]
    found = _forbidden(text)
    return (None, found) if found else (text.replace("\r\n", "\n"), [])


def _bad_encoding(data: bytes, at: int) -> Fault:
    before = data[:at].rpartition(b"\n")
    line = data[:at].count(b"\n") + 1
    message = say(N_("byte {byte} is not UTF-8"), byte=f"0x{data[at]:02X}")
    return Fault(faults.BAD_ENCODING, span(line, len(before[2].decode("utf-8")) + 1), message)


def _forbidden(text: str) -> list[Fault]:
    """The first forbidden character of each line."""
    lines = text.split("\n")
    return [
        _character(line, found[0], number, found.start() + 1)
        for number, line in enumerate(lines, 1)
        if (found := _FORBIDDEN.search(line + ("\n" if number < len(lines) else "")))
    ]


def _character(line: str, character: str, number: int, column: int) -> Fault:
    place = span(number, column)
    if character == "\t":
        message = say(N_("a tab stands here"))
        return Fault(faults.TAB, place, message, edits=_for_tab(line, number, column))
    message = say(N_("the invisible character {name} stands here"), name=f"U+{ord(character):04X}")
    # A mark without width inside a text parts no words, so nothing is lost with it.
    edits = (Edit(place, ""),) if character == "\ufeff" else ()
    return Fault(faults.CONTROL_CHARACTER, place, message, edits=edits)


def _for_tab(line: str, number: int, column: int) -> tuple[Edit, ...]:
    """A space for tabs between two words; what indents a line could be any number of spaces."""
    if not line[: column - 1].strip(" -"):
        return ()
    behind = line[column - 1 :]
    width = len(behind) - len(behind.lstrip("\t "))
    at_end = not behind.strip()
    return (Edit(span(number, column, width), "" if at_end else " "),)
