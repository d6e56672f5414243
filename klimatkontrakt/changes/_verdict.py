"""The shape of a verdict, and the list of all verdicts.

A verdict is one file: a docstring with what it says, why it matters, what to do, and an example
before and after; then a function from a fact to a sentence, or to nothing.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.entry import Entry, Level, described
from klimatkontrakt.registry import Registry

if TYPE_CHECKING:
    from collections.abc import Callable

    from klimatkontrakt.changes._change import Change
    from klimatkontrakt.diagnostics.message import Message

    Judge = Callable[[Change], Message | None]


class Direction(Enum):
    """Which way a change goes."""

    LESS = "less"
    MORE = "more"
    NEUTRAL = "neutral"


class Verdict:
    """A code with its documentation, its direction and its opposite; decorates its judge."""

    def __init__(self, entry: Entry, direction: Direction, opposite: str | None) -> None:
        self.entry = entry
        self.direction = direction
        self.opposite = opposite
        self._judge: Judge | None = None

    def __call__(self, judge: Judge) -> Judge:
        """Take the function that judges one fact."""
        self._judge = judge
        return judge

    def says(self, change: Change) -> Message | None:
        """What the verdict has to say of a fact, if anything."""
        return self._judge(change) if self._judge is not None else None


VERDICTS: Registry[Verdict] = Registry("klimatkontrakt.changes")


def judge(change: Change) -> tuple[Verdict, Message] | None:
    """The verdict on a fact and its sentence; none where a record cannot bear one."""
    if change.gap:
        return None
    for item in VERDICTS.discover():
        message = item.says(change)
        if message is not None:
            return item, message
    return None


def verdict(  # noqa: PLR0913, PLR0917  the columns of the catalogue
    code: str,
    direction: Direction,
    opposite: str | None,
    module: str,
    docstring: str | None,
    level: Level = Level.NOTE,
) -> Verdict:
    """Register the verdict that a module's docstring describes.

    Raises:
        ValueError: the docstring lacks a part, or the code is taken.
    """
    entry = described(code, level, module, docstring, ("Before", "After"))
    return VERDICTS.add(code, Verdict(entry, direction, opposite))
