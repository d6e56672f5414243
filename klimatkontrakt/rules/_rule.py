"""The shape of a rule, and the list of all rules.

A rule is one file: a docstring with what is wrong, why that matters, what to do, and a wrong and a
right example; then a generator. Its name is the file's.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from klimatkontrakt.diagnostics.diagnostic import Aside, Finding
from klimatkontrakt.diagnostics.entry import Entry, Level, described
from klimatkontrakt.registry import Registry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from klimatkontrakt.diagnostics.message import Message
    from klimatkontrakt.diagnostics.route import Route
    from klimatkontrakt.rules._case import Case, Part

    Check = Callable[[Any], Iterator[Finding]]

RULES: Registry[Rule] = Registry("klimatkontrakt.rules")


class Rule:
    """A code with its documentation and its check; used as a decorator of the check."""

    def __init__(self, entry: Entry, *, everywhere: bool = False) -> None:
        self.entry = entry
        self.everywhere = everywhere
        """Whether it asks only for values, so that it can judge files that no contract owns."""
        self._check: Check | None = None

    def __call__(self, check: Check) -> Check:
        """Take the function that looks for the fault."""
        self._check = check
        return check

    def findings(self, case: Case) -> Iterator[Finding]:
        """What the rule has to say of a contract."""
        since = self.entry.since
        applies = since is None or case.contract.version.version >= since
        if self._check is not None and applies:
            yield from self._check(case)

    def findings_in(self, part: Part) -> Iterator[Finding]:
        """What the rule has to say of a file that belongs to no contract."""
        if self._check is not None and self.everywhere:
            yield from self._check(part)

    def level(self, case: Case) -> Level | None:
        """The level of its findings where the contract's status changes it."""
        return self.entry.draft if case.contract.head.status == "draft" else None

    def finding(
        self, route: Route, message: Message, *asides: Aside, remedy: Message | None = None
    ) -> Finding:
        """A finding with this rule's code."""
        return Finding(self.entry, route, message, asides, remedy)


def rule(  # noqa: PLR0913  a rule's one line of metadata
    code: str,
    level: Level,
    module: str,
    docstring: str | None,
    *,
    draft: Level | None = None,
    since: int | None = None,
    everywhere: bool = False,
) -> Rule:
    """Register the rule that a module's docstring describes.

    ``draft`` is its level while the contract is a draft, ``since`` the first version it speaks of;
    with ``everywhere`` its check takes anything that has ``values()``.

    Raises:
        ValueError: the docstring lacks a part, or the code is taken.
    """
    entry = described(code, level, module, docstring, ("Wrong", "Right"))
    entry = replace(entry, draft=draft, since=since)
    return RULES.add(code, Rule(entry, everywhere=everywhere))
