"""A finished text before a file type is chosen: blocks and the pieces of their lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class Text:
    """Words as they are."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that matter more."""

    parts: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words with stress, or the name of a work."""

    parts: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address: http, https or mailto, nothing else."""

    parts: tuple[Inline, ...]
    address: str


Inline = Text | Strong | Emphasis | Link


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph."""

    parts: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Subheading:
    """An unnumbered heading inside a chapter; ``level`` counts from the document's title, 0."""

    level: int
    parts: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Items:
    """A list; numbered when ``start`` is given."""

    items: tuple[tuple[Block, ...], ...]
    start: int | None = None


Block = Paragraph | Subheading | Items


@dataclass(frozen=True, slots=True)
class DocumentChapter:
    """One chapter: number and title apart, so that each format can number in its own way."""

    slug: str
    number: str
    """``5``, ``5.1`` or, for an appendix, ``Bilaga 1``."""
    title: str
    """Empty for all the text of an extract, whose headings stand in the text itself."""
    level: int
    """Depth below the document's title, from 1; 0 without a title."""
    body: str
    """The blocks in the project's Markdown; may be empty."""
    blocks: tuple[Block, ...] = ()

    @property
    def appendix(self) -> bool:
        """Whether it stands outside the numbering of chapters."""
        return self.level == 1 and not self.number[:1].isdigit()


@dataclass(frozen=True, slots=True)
class Cover:
    """What a title page tells, each empty where it is not known."""

    municipality: str
    kind: str
    """``version 2025/26`` as it stands after the municipality's name."""
    covers: str
    status: str
    """``Utkast``, ``Undertecknat`` and so on."""
    dated: str
    """The day of signing in words."""
    day: date | None
    """The day that the file itself is dated: that of signing, never today."""
    diary_number: str


@dataclass(frozen=True, slots=True)
class Document:
    """One municipality's contract in words."""

    title: str
    subtitle: str
    """Whose, which version, signed when and under which number: a line below the title."""
    notice: str
    """What must stand first and last, such as that this is a summary; empty for a signed text."""
    chapters: tuple[DocumentChapter, ...]
    cover: Cover
    short: bool = False
    """An extract, which is a letter and not a book: no title page and no list of contents."""


def plain(parts: tuple[Inline, ...]) -> str:
    """The words alone."""
    return "".join(part.text if isinstance(part, Text) else plain(part.parts) for part in parts)
