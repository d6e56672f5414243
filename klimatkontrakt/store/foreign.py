"""A file that somebody hands in, whatever it is."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

from klimatkontrakt.diagnostics.failure import Failure
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 100 * 2**20
"""Bytes beyond which no contract goes; a scanned one has some tens of millions."""
UNPACKED = 300 * 2**20
"""Bytes that the parts of a zip may have together once unpacked; real files have a hundredth."""
UNPACKED_XML = 30 * 2**20
"""Bytes of those that may be XML, which takes many times more room once it is read."""


def read_foreign(path: Path) -> bytes:
    """Every byte of a file.

    Raises:
        Failure: it is not there, cannot be read or is unreasonably large.
    """
    if not path.exists():
        message = say(N_("there is no file {file}"), file=path.name)
        raise Failure(message, say(N_("write where the file lies, such as Hämtat/avtal.docx")))
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= LARGEST else b""
    except OSError:
        message = say(N_("{file} cannot be read"), file=path.name)
        remedy = say(N_("check that it is a file, and that you may open it"))
        raise Failure(message, remedy) from None
    if size > LARGEST:
        message = say(N_("{file} is too large to be a contract"), file=path.name)
        raise Failure(message, say(N_("give the contract alone, without other papers")))
    return data


def unpacks_too_large(data: bytes) -> bool:
    """Whether the parts of a zip are unreasonably large, as far as it tells itself.

    Raises:
        BadZipFile: it is no zip.
    """
    with ZipFile(BytesIO(data)) as file:
        sizes = [(item.filename.lower(), item.file_size) for item in file.infolist()]
    xml = sum(size for name, size in sizes if name.endswith((".xml", ".rels")))
    return xml > UNPACKED_XML or sum(size for _, size in sizes) > UNPACKED
