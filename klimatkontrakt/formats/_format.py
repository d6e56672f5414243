"""The shape of a format, and the list of all formats."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from klimatkontrakt.registry import Registry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from klimatkontrakt.document.document import Cover, Document, DocumentChapter


@dataclass(frozen=True, slots=True)
class Given:
    """A file of the user's that a document is to be like, or to be put in."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Format:
    """A file type that a document can be written as."""

    name: str
    suffixes: tuple[str, ...]
    write: Callable[[Document], bytes]
    seal: Callable[[bytes], bytes]
    """What it wrote, as it stands in a file: with a mark that tells that kk made it."""
    sealed: Callable[[bytes], bool]
    """Whether a file's bytes are as kk left them, so that nothing is lost when they go."""
    write_as: Callable[[Document, Given], bytes] | None = None
    """The same with the look of a file that is given, where the format has such files."""
    text: bool = False
    """Whether it can be shown on a screen."""


CONTENTS_DEPTH = 2
"""How deep the headings go that a list of contents shows."""

FORMATS: Registry[Format] = Registry("klimatkontrakt.formats")


def by_suffix(suffix: str) -> Format | None:
    """The format that a file name asks for."""
    return next((item for item in FORMATS.discover() if suffix.lower() in item.suffixes), None)


def full_title(document: Document) -> str:
    """What a program that opens the file calls it: title, municipality and version."""
    return f"{document.title} – {document.cover.municipality}, {document.cover.kind}"


def heading(chapter: DocumentChapter) -> str:
    """Number and title of a chapter in one line, for formats that do not number themselves."""
    return " ".join(part for part in (chapter.number, chapter.title) if part)


def cover_facts(cover: Cover) -> Iterator[tuple[str, str]]:
    """What a title page tells below the title: label and fact, where there is a fact."""
    facts = (
        ("Avser", cover.covers),
        ("Läge", " ".join(part for part in (cover.status, cover.dated) if part)),
        ("Diarienummer", cover.diary_number),
    )
    yield from ((label, fact) for label, fact in facts if fact)
