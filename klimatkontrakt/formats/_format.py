"""The shape of a format, and the list of all formats."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from klimatkontrakt.registry import Registry

if TYPE_CHECKING:
    from collections.abc import Callable

    from klimatkontrakt.document.document import Document


@dataclass(frozen=True, slots=True)
class Format:
    """A file type that a document can be written as."""

    name: str
    suffixes: tuple[str, ...]
    write: Callable[[Document], bytes]


FORMATS: Registry[Format] = Registry("klimatkontrakt.formats")


def by_suffix(suffix: str) -> Format | None:
    """The format that a file name asks for."""
    return next((item for item in FORMATS.discover() if suffix.lower() in item.suffixes), None)
