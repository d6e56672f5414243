"""A Word file as a zip of parts: the same parts always the same bytes, and sealed as one."""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from klimatkontrakt.formats._seal import DIGEST, EMPTY, MARK, digest

if TYPE_CHECKING:
    from docx.document import Document as Word

NEVER = (1980, 1, 1, 0, 0, 0)
"""What a zip calls no time at all."""
APPLICATION = "docProps/app.xml"
"""The part in which every program that saves a document writes its own name."""
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties"
CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
UNREADABLE = (BadZipFile, KeyError, RuntimeError, EOFError, OSError, zlib.error)
"""What the library raises over a zip that is cut off, locked or packed in an odd way."""

_SEAL = re.compile(MARK.encode() + DIGEST)


def name_program(word: Word) -> None:
    """Say that kk made the file, with room for the seal."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    package = word.part.package
    for key, relation in list(package.rels.items()):
        if relation.reltype == KIND:
            package.rels.pop(key)
    xml = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Properties xmlns="{NAMESPACE}"><Application>{EMPTY}</Application></Properties>'
    )
    part = Part(PackURI(f"/{APPLICATION}"), CONTENT_TYPE, xml.encode(), package)
    package.relate_to(part, KIND)


def packed(data: bytes, program: str = EMPTY) -> bytes:
    """The same parts with one time and no compression, which differs between builds of zlib.

    ``program`` is put where the file names the program that made it.
    """
    made = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(made, "w", ZIP_STORED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == APPLICATION:
                part = _SEAL.sub(program.encode(), part)
            new.writestr(ZipInfo(name, NEVER), part)
    return made.getvalue()


def seal(data: bytes) -> bytes:
    """The file with the digest of its parts as the name of its program."""
    return packed(data, f"{MARK}{digest(data)}")


def sealed(data: bytes) -> bool:
    """Whether all parts are as :func:`seal` left them."""
    if MARK.encode() not in data:
        return False
    try:
        with ZipFile(BytesIO(data)) as file:
            found = _SEAL.search(file.read(APPLICATION))
        return found is not None and found[1].decode() == digest(packed(data))
    except UNREADABLE:
        return False
