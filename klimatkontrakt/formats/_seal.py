"""A digest in the file itself, so that a file kk made is told from one that somebody has changed.

Word and LibreOffice, an editor of text, a signature in a PDF: each changes the bytes, and then the
digest no longer fits. What an officer has written in a document must not be written over.
"""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from re import Pattern

MARK = "kk sha256:"
EMPTY = f"{MARK}{'0' * 64}"
"""What stands in the place of the seal until the bytes around it are known; of its length."""
DIGEST = rb"([0-9a-f]{64})"
_MARKED = re.compile(MARK.encode() + DIGEST)


def digest(data: bytes) -> str:
    """64 hexadecimal digits."""
    return sha256(data).hexdigest()


def fill(data: bytes) -> bytes:
    """Put the digest of the bytes where its place has been kept."""
    return data.replace(EMPTY.encode(), f"{MARK}{digest(data)}".encode())


def is_filled(data: bytes) -> bool:
    """Whether the bytes are what :func:`fill` made."""
    return len(set(_MARKED.findall(data))) == 1 and fill(_MARKED.sub(EMPTY.encode(), data)) == data


def fits(data: bytes, line: Pattern[bytes]) -> bool:
    """Whether a text has a line with the digest of all the rest.

    Git may give lines the ends of the machine, which is nobody's change.
    """
    text = data.replace(b"\r\n", b"\n")
    found = line.search(text)
    if found is None:
        return False
    return found[1].decode() == digest(text[: found.start()] + text[found.end() :])
