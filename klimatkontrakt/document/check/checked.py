"""What came out when a file was put beside what the data says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from klimatkontrakt.document.check.compare import Departure
    from klimatkontrakt.document.check.held import Judged
    from klimatkontrakt.document.check.reading import Comment

Way = Literal["paragraphs", "facts"]
"""Every paragraph, where the words should be the same; only the facts, where they should not."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What a file says beside what the data says."""

    file: str
    municipality: str
    version: str
    """As it is printed: 2025/26."""
    way: Way
    chosen: bool
    """Whether somebody asked for this way; otherwise the file and the contract decided."""
    paragraphs: int
    """Paragraphs, or facts of the data, that were looked for."""
    part: str = ""
    """The party whose part it was compared with, instead of the whole."""
    extract: str = ""
    """The name of the extract that it was compared with, instead of the whole."""
    inset: bool = False
    """Whether the part stands in a document of somebody else, which was not compared."""
    departures: tuple[Departure, ...] = ()
    """By paragraphs, with tracked changes accepted."""
    rejected: tuple[Departure, ...] | None = None
    """The same with tracked changes rejected; nothing where the file has none."""
    facts: tuple[Judged, ...] = ()
    """By facts, in the order of the contract, then what only the file says."""
    sentences: bool = False
    """By facts: whether those were compared too that only our own sentences tell."""
    tracked: bool = False
    """Whether the file has tracked changes."""
    comments: tuple[Comment, ...] = ()
    actions: tuple[str, ...] = ()
    """The sub-headings that name an action."""
    chapters: tuple[str, ...] = ()
    """By facts: number and title of the chapters that were looked through."""

    @property
    def mostly_missing(self) -> bool:
        """Whether the file hardly holds the contract, and nobody has said what it holds."""
        if self.part or self.extract:
            return False
        if self.way == "facts":
            sought = [item.state for item in self.facts if item.state != "unknown"]
            return 2 * sought.count("missing") > len(sought)
        return 2 * sum(item.what == "missing" for item in self.departures) > self.paragraphs

    @property
    def agrees(self) -> bool:
        """Whether the file, with tracked changes accepted, says what the data says."""
        return not self.departures and all(item.state == "held" for item in self.facts)
