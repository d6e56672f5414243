"""The shape of a rule, and the list of all rules.

A rule is one file: a docstring with what is wrong, why that matters, what to do, and a wrong and a
right example; then a generator. Its name is the file's.
"""

from __future__ import annotations

import re
from textwrap import dedent
from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.diagnostic import Aside, Finding
from klimatkontrakt.diagnostics.entry import Entry, Level
from klimatkontrakt.registry import Registry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from klimatkontrakt.diagnostics.message import Message
    from klimatkontrakt.diagnostics.route import Route
    from klimatkontrakt.rules._case import Case

    Check = Callable[[Case], Iterator[Finding]]

RULES: Registry[Rule] = Registry("klimatkontrakt.rules")

_DOCSTRING = re.compile(
    r"(?P<what>.+?)\n\nWhy: (?P<why>.+?)\n\nDo: (?P<remedy>.+?)\n\n"
    r"Wrong::\n\n(?P<wrong>.+?)\n\nRight::\n\n(?P<right>.+?)\n?",
    re.DOTALL,
)


class Rule:
    """A code with its documentation and its check; used as a decorator of the check."""

    def __init__(self, entry: Entry) -> None:
        self.entry = entry
        self._check: Check | None = None

    def __call__(self, check: Check) -> Check:
        """Take the function that looks for the fault."""
        self._check = check
        return check

    def findings(self, case: Case) -> Iterator[Finding]:
        """What the rule has to say of a contract."""
        if self._check is not None:
            yield from self._check(case)

    def finding(
        self, route: Route, message: Message, *asides: Aside, remedy: Message | None = None
    ) -> Finding:
        """A finding with this rule's code."""
        return Finding(self.entry, route, message, asides, remedy)


def rule(code: str, level: Level, module: str, docstring: str | None) -> Rule:
    """Register the rule that a module's docstring describes.

    Raises:
        ValueError: the docstring lacks a part, or the code is taken.
    """
    parts = _DOCSTRING.fullmatch(docstring or "")
    if parts is None:
        message = f"{module}: the docstring should have what, Why, Do, Wrong and Right"
        raise ValueError(message)
    prose = {key: " ".join(parts[key].split()) for key in ("what", "why", "remedy")}
    prose |= {key: prose[key].removesuffix(".") for key in ("why", "remedy")}
    examples = {key: dedent(parts[key]).strip() for key in ("wrong", "right")}
    name = module.rpartition(".")[2].replace("_", "-")
    return RULES.add(code, Rule(Entry(code=code, name=name, level=level, **prose, **examples)))
