"""The shape of an importer, the list of all, and what is said of a file that cannot be read."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.failure import Failure
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_
from klimatkontrakt.registry import Registry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from klimatkontrakt.diagnostics.message import Message
    from klimatkontrakt.document.check.reading import Piece, Reading

MANY = 20_000
"""Paragraphs, or lines of a text, beyond which no contract goes."""


@dataclass(frozen=True, slots=True)
class Importer:
    """A file type that can be read back.

    ``read`` takes the file's bytes and its name, and raises Failure where they say nothing.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[bytes, str], Reading]


IMPORTERS: Registry[Importer] = Registry("klimatkontrakt.importers")


def importer_of(name: str, suffix: str) -> Importer:
    """The importer that a file's name asks for.

    Raises:
        Failure: there is none.
    """
    found = next((item for item in IMPORTERS.discover() if suffix.lower() in item.suffixes), None)
    if found is None:
        known = ", ".join(suffix for item in IMPORTERS for suffix in item.suffixes)
        message = say(
            N_('kk does not read files that end in "{suffix}": {file}'), suffix=suffix, file=name
        )
        raise Failure(message, say(N_("save it as one of {words}"), words=known))
    return found


def unreadable(name: str, reason: Message, remedy: Message) -> Failure:
    """The failure to raise for a file that says nothing."""
    return Failure(say(N_("{file} cannot be read: {reason}"), file=name, reason=reason), remedy)


def limited(pieces: Iterable[Piece], name: str) -> tuple[Piece, ...]:
    """The pieces, where they are no more than a contract may have.

    Raises:
        Failure: they are more.
    """
    found = tuple(islice(pieces, MANY + 1))
    if len(found) > MANY:
        reason = say(N_("it has more paragraphs than any contract"))
        raise unreadable(name, reason, say(N_("give the contract alone, without other papers")))
    return found


def paragraph(number: int) -> Message:
    """A place in a file without pages."""
    return say(N_("paragraph {n}"), n=number)


def decoded(data: bytes, name: str) -> str:
    """UTF-8, UTF-16 with its mark, or what Windows wrote before.

    Raises:
        Failure: it is none of them, or empty.
    """
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("utf-16",) if wide else ("utf-8-sig", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text and text.strip():
            return text
    reason = say(N_("it holds no text"))
    raise unreadable(name, reason, say(N_("save it as plain text in UTF-8")))
