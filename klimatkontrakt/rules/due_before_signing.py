"""A milestone was due at a time that had passed when the contract was signed.

Why: what should already have been done is no promise, and nobody can see whether it was done.

Do: write done if it was done by then, or a later date; once signed, tell in follow_up.yaml.

Wrong::

    # roadmap.yaml
    actions:
    - id: cykelplan
      title: Cykelplan
      milestones:
      - id: cykelplan-antagen
        due: 2025-spring
        text: Cykelplanen antas

Right::

    # roadmap.yaml
    actions:
    - id: cykelplan
      title: Cykelplan
      milestones:
      - id: cykelplan-antagen
        done: 2025-spring
        text: Cykelplanen antogs
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.dates import in_words
from klimatkontrakt.diagnostics.entry import Level
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_
from klimatkontrakt.rules._case import OVER
from klimatkontrakt.rules._rule import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klimatkontrakt.diagnostics.diagnostic import Finding
    from klimatkontrakt.rules._case import Case

RULE = rule("KK220", Level.WARNING, __name__, __doc__)


@RULE
def check(case: Case) -> Iterator[Finding]:
    """Compare what is due with the day of signing, or with today before that."""
    first = case.first_day()
    if first is None or not case.is_whole("contract", "shared", "follow_up"):
        return
    told = {entry.ref for entry in case.contract.follow_up.entries}
    signed = case.signed_on()
    for route, milestone, action in case.milestones():
        due = milestone.due
        if due is None or not due.has_passed(first) or milestone.recurring is not None:
            continue
        if f"milestone:{milestone.id}" in told or (action and action.status in OVER):
            continue
        words = N_("milestone {id} was due {due}, before the contract was signed {day}")
        message = (
            say(
                N_("milestone {id} was due {due}, which has passed"),
                id=milestone.id,
                due=in_words(due),
            )
            if signed is None
            else say(words, id=milestone.id, due=in_words(due), day=in_words(signed))
        )
        yield RULE.finding(route / "due", message)
