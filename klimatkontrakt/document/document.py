"""A finished text before a file type is chosen."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DocumentChapter:
    """One chapter: number and title apart, so that each format can number in its own way."""

    slug: str
    number: str
    """``5``, ``5.1`` or, for an appendix, ``Bilaga 1``."""
    title: str
    level: int
    """Depth below the document's title, from 1."""
    body: str
    """Paragraphs, lists and unnumbered sub-headings in the project's Markdown; may be empty."""


@dataclass(frozen=True, slots=True)
class Document:
    """One municipality's contract in words."""

    title: str
    subtitle: str
    notice: str
    """What must stand first and last, such as that this is a summary; empty for a signed text."""
    chapters: tuple[DocumentChapter, ...]
