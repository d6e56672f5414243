"""What a file that people have edited or signed says, whatever type of file it was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from klimatkontrakt.diagnostics.message import Message

Address = tuple[str, "Message"]
"""An address, and where in the file a link leads to it."""
Kind = Literal["heading", "paragraph", "item", "cell", "picture"]
"""A picture is known by its caption."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, or one line of it where the file only knows lines."""

    text: str
    """As it stands; a line break in it may or may not stand for a space."""
    place: Message
    """Where, in words: ``page 4``, ``paragraph 12``."""
    kind: Kind = "paragraph"
    starts: bool = True
    """Whether a paragraph seems to begin here; known, or guessed where the file knows lines."""
    by: tuple[str, ...] = ()
    """Who has changed it while Word tracked changes."""


@dataclass(frozen=True, slots=True)
class Comment:
    """A remark in the margin: by whom, what, and the words that it stands at."""

    author: str
    text: str
    at: str
    place: Message
    under: str = ""
    """The heading that it stands under; empty where there is none."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as it was read."""

    pieces: tuple[Piece, ...]
    """With tracked changes accepted."""
    rejected: tuple[Piece, ...] | None = None
    """With tracked changes rejected; nothing where the file has none."""
    comments: tuple[Comment, ...] = ()
    links: tuple[Address, ...] | None = ()
    """The addresses that its links lead to; nothing for a file type that has no links."""
