"""A Word file that others made, opened; and what to say of one that cannot be used."""

from __future__ import annotations

import re
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import docx
from docx.opc.exceptions import PackageNotFoundError

from klimatkontrakt.diagnostics.failure import Failure
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.formats._package import UNREADABLE
from klimatkontrakt.i18n import N_
from klimatkontrakt.store.foreign import unpacks_too_large

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document as Word

    from klimatkontrakt.formats._format import Given

OLD_CONTAINER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a file begins that Word 2003 saved, or that any Word saved with a password."""
LOCKED = "EncryptedPackage".encode("utf-16-le")
CONTENT_TYPES = "[Content_Types].xml"
DAMAGED = (AttributeError, TypeError, ValueError, SyntaxError)
"""What comes of XML in which something is missing that must be there."""
_TEMPLATE = b"wordprocessingml.template.main+xml"
_DOCUMENT = b"wordprocessingml.document.main+xml"
_MACROS = re.compile(rb"macroEnabled\w*\.main\+xml")


def open_word(given: Given) -> Word:
    """A document of others, or one made of their template.

    Raises:
        Failure: it has a password or macros, or is no Word file.
    """
    if given.data.startswith(OLD_CONTAINER) and LOCKED in given.data:
        message = say(N_("{file} is protected by a password"), file=given.name)
        raise Failure(message, say(N_("save a copy without a password, and use that")))
    with usable(given):
        if unpacks_too_large(given.data):
            message = say(N_("{file} is unreasonably large when unpacked"), file=given.name)
            raise Failure(message, say(N_("use a copy with the template alone")))
        return docx.Document(BytesIO(_as_document(given)))


@contextmanager
def usable(given: Given) -> Iterator[None]:
    """While a file of others is worked with, tell what is missing in it as a fault of the file.

    Raises:
        Failure: something is missing that every Word file has.
    """
    try:
        yield
    except (*UNREADABLE, *DAMAGED, PackageNotFoundError) as error:
        message = say(N_("{file} is not a Word file that can be read"), file=given.name)
        remedy = say(N_("open it in Word, and save it as a document (.docx) or template (.dotx)"))
        raise Failure(message, remedy) from error


def _as_document(given: Given) -> bytes:
    """The file, named a document if it is a template."""
    with ZipFile(BytesIO(given.data)) as file:
        types = file.read(CONTENT_TYPES)
        if _MACROS.search(types):
            message = say(
                N_("{file} holds macros, which a contract must not have"), file=given.name
            )
            remedy = say(N_("save it in Word as a document (.docx) or template (.dotx)"))
            raise Failure(message, remedy)
        if _TEMPLATE not in types:
            return given.data
        made = BytesIO()
        with ZipFile(made, "w") as new:
            for name in file.namelist():
                part = types.replace(_TEMPLATE, _DOCUMENT) if name == CONTENT_TYPES else None
                new.writestr(name, file.read(name) if part is None else part)
    return made.getvalue()
