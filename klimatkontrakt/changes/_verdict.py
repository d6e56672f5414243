"""The shape of a verdict, and the list of all verdicts.

A verdict is one file: a docstring with what it says, why it matters, what to do, and an example
before and after; then a function from a fact to a sentence, or to nothing.
"""

from __future__ import annotations

import re
from enum import Enum
from textwrap import dedent
from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.entry import Entry, Level
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

_DOCSTRING = re.compile(
    r"(?P<what>.+?)\n\nWhy: (?P<why>.+?)\n\nDo: (?P<remedy>.+?)\n\n"
    r"Before::\n\n(?P<wrong>.+?)\n\nAfter::\n\n(?P<right>.+?)\n?",
    re.DOTALL,
)


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
    parts = _DOCSTRING.fullmatch(docstring or "")
    if parts is None:
        message = f"{module}: the docstring should have what, Why, Do, Before and After"
        raise ValueError(message)
    prose = {key: " ".join(parts[key].split()) for key in ("what", "why", "remedy")}
    prose |= {key: prose[key].removesuffix(".") for key in ("why", "remedy")}
    examples = {key: dedent(parts[key]).strip() for key in ("wrong", "right")}
    name = module.rpartition(".")[2].replace("_", "-")
    entry = Entry(code=code, name=name, level=level, **prose, **examples)
    return VERDICTS.add(code, Verdict(entry, direction, opposite))
