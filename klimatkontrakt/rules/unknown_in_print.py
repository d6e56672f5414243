"""A text is unknown, but the document would print that word as it stands.

Why: unknown is a word for kk; a reader of the contract would not know what it means there.

Do: leave the line out if nothing is known, or write what should stand there.

Wrong::

    # roadmap.yaml
    actions:
    - id: cykelplan
      title: Cykelplan
      milestones:
      - id: cykelplan-antagen
        due: 2027
        text: unknown

Right::

    # roadmap.yaml
    actions:
    - id: cykelplan
      title: Cykelplan
      milestones:
      - id: cykelplan-antagen
        due: 2027
        text: Cykelplanen är antagen
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.entry import Level
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_
from klimatkontrakt.rules._rule import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klimatkontrakt.diagnostics.diagnostic import Finding
    from klimatkontrakt.rules._case import Case

RULE = rule("KK731", Level.WARNING, __name__, __doc__, draft=Level.NOTE)

MAY_BE_UNKNOWN = {
    ("Head", "motivation"),
    ("Head", "focus"),
    ("Head", "diary_number"),
    ("Section", "text"),
    ("SharedCommitment", "text"),
    ("SharedCommitment", "theme"),
    ("Goal", "boundary"),
    ("Goal", "target_year"),
    ("Action", "status"),
    ("Effect", "per"),
    ("Effect", "method"),
    ("GoverningDocument", "diary_number"),
    ("GoverningDocument", "url"),
    ("Investment", "plan_state"),
}
"""Fields in which unknown is a value, and the document says nothing or says it in words."""

NOT_PRINTED = {"Source", "Evidence", "Entry", "Unit", "Indicator"}
"""Kinds of items of which the document does not print the texts, or prints the name only."""


@RULE
def check(case: Case) -> Iterator[Finding]:
    """Look for the word where a text should stand."""
    for route, holder, name, value in case.values():
        told_apart = (holder, name) in MAY_BE_UNKNOWN or holder in NOT_PRINTED
        if value == "unknown" and not told_apart and route.document != "shared":
            message = say(N_('"{key}" is unknown, and would be printed so'), key=name)
            yield RULE.finding(route, message)
