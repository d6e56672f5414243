"""A span of characters in a file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """From the first character to the one after the last; lines and columns count from 1."""

    line: int
    column: int
    end_line: int
    end_column: int

    @property
    def start(self) -> tuple[int, int]:
        """Line and column of the first character."""
        return self.line, self.column

    @property
    def end(self) -> tuple[int, int]:
        """Line and column behind the last character."""
        return self.end_line, self.end_column


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A span in a file, with the path of keys that leads there and the lines around it.

    ``file`` is relative to the workspace, with forward slashes. ``path`` names list items by
    their id: ``goals[koncern-2030].target_year``. ``excerpt`` holds (number, text) of each line.
    """

    file: str
    span: Span
    path: str = ""
    excerpt: tuple[tuple[int, str], ...] = ()
