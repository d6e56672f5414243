"""What is written about a code once, wherever it is reported."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from textwrap import dedent

DOCS = "https://github.com/klimatkontrakt/klimatkontrakt/blob/main/docs/rules.md"
"""Where every code is described on the web; one anchor a code."""


class Level(Enum):
    """How serious a finding is. Members are ordered from worst to least."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return list(Level).index(self)


@dataclass(frozen=True, slots=True)
class Entry:
    """A code of the catalogue: ``KK204``. Codes are never reused.

    ``what``, ``why`` and ``remedy`` are English source texts; ``wrong`` and ``right`` are small
    YAML files, the first line of each a comment with the file's name.
    """

    code: str
    name: str
    level: Level
    what: str
    why: str
    remedy: str
    wrong: str
    right: str
    draft: Level | None = None
    """The level while the contract is a draft, if it is another."""
    since: int | None = None
    """The first version of which it speaks, if not all."""

    @property
    def docs(self) -> str:
        """The address at which the code is described."""
        return f"{DOCS}#{self.code.lower()}"


def described(
    code: str, level: Level, module: str, docstring: str | None, examples: tuple[str, str]
) -> Entry:
    """The entry that a module's docstring describes; the entry's name is the module's.

    The docstring says what, then ``Why:``, ``Do:`` and two examples under the headings in
    ``examples``, such as ``("Wrong", "Right")``.

    Raises:
        ValueError: the docstring lacks a part.
    """
    first, second = examples
    parts = re.fullmatch(
        r"(?P<what>.+?)\n\nWhy: (?P<why>.+?)\n\nDo: (?P<remedy>.+?)\n\n"
        rf"{first}::\n\n(?P<wrong>.+?)\n\n{second}::\n\n(?P<right>.+?)\n?",
        docstring or "",
        re.DOTALL,
    )
    if parts is None:
        message = f"{module}: the docstring should have what, Why, Do, {first} and {second}"
        raise ValueError(message)
    what, why, remedy = (" ".join(parts[key].split()) for key in ("what", "why", "remedy"))
    return Entry(
        code=code,
        name=module.rpartition(".")[2].replace("_", "-"),
        level=level,
        what=what,
        why=why.removesuffix("."),
        remedy=remedy.removesuffix("."),
        wrong=dedent(parts["wrong"]).strip(),
        right=dedent(parts["right"]).strip(),
    )
