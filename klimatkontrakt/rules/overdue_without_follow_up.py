"""A milestone should have been reached by now, but the follow-up says nothing of it.

Why: nobody can see whether it was reached late, moved or forgotten.

Do: write in follow_up.yaml what became of it, with ref milestone: and its id.

Wrong::

    # contract.yaml
    record: complete
    # goals.yaml
    goals:
    - id: koncern-2030
      statement: En klimatneutral kommunkoncern
      boundary: [municipal_group]
      end_state: climate_neutral
    # roadmap.yaml
    actions:
    - id: cykelplan
      title: Cykelplan
      milestones:
      - id: cykelplan-antagen
        due: 2026-Q1
        text: Cykelplanen antas

Right::

    # contract.yaml
    record: complete
    # goals.yaml
    goals:
    - id: koncern-2030
      statement: En klimatneutral kommunkoncern
      boundary: [municipal_group]
      end_state: climate_neutral
    # roadmap.yaml
    actions:
    - id: cykelplan
      title: Cykelplan
      milestones:
      - id: cykelplan-antagen
        due: 2026-Q1
        text: Cykelplanen antas
    # follow_up.yaml
    entries:
    - date: 2026-04-15
      ref: milestone:cykelplan-antagen
      comment: Beslutet är flyttat till hösten
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.dates import in_words
from klimatkontrakt.diagnostics.diagnostic import Aside
from klimatkontrakt.diagnostics.entry import Level
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.diagnostics.terms import named
from klimatkontrakt.i18n import N_
from klimatkontrakt.rules._case import OVER
from klimatkontrakt.rules._rule import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klimatkontrakt.diagnostics.diagnostic import Finding
    from klimatkontrakt.model.action import Action, Milestone
    from klimatkontrakt.model.when import When
    from klimatkontrakt.rules._case import Case

RULE = rule("KK307", Level.WARNING, __name__, __doc__)

NEEDS = ("roadmap", "investment", "follow_up", "shared")


@RULE
def check(case: Case) -> Iterator[Finding]:
    """Count what is overdue, in one finding for each contract that is still in force.

    A later version has taken over the promises of the one before, and what was due before the
    signing was told wrongly in the contract itself.
    """
    in_force = case.contract.head.status == "signed" and not case.has_successor
    if not in_force or not case.tells_all(*NEEDS):
        return
    overdue = [
        (route / "due", milestone, milestone.due)
        for route, milestone, action in case.milestones()
        if milestone.due is not None
        and _is_overdue(case, milestone, milestone.due)
        and not _is_told_of(case, milestone, action)
    ]
    if not overdue:
        return
    (first, milestone, due), *others = overdue
    words = N_("milestone {id} was to be reached {due}, but the follow-up says nothing of it")
    if others:
        words = N_(
            "{n} milestones were to be reached by now, but the follow-up says nothing of them; "
            "the first is {id}, {due}"
        )
    message = say(words, n=len(overdue), id=milestone.id, due=in_words(due))
    asides = [Aside(named(f"milestone:{other.id}"), route) for route, other, _ in others]
    yield RULE.finding(first, message, *asides)


def _is_overdue(case: Case, milestone: Milestone, due: When) -> bool:
    if milestone.recurring is not None or not due.has_passed(case.today):
        return False
    return case.signing_day is None or not due.has_passed(case.signing_day)


def _is_told_of(case: Case, milestone: Milestone, action: Action | None) -> bool:
    entries = [entry for _, entry in case.entries()]
    if any(entry.ref == f"milestone:{milestone.id}" for entry in entries):
        return True
    if action is None:
        return False
    notes = [entry for entry in entries if entry.ref == f"action:{action.id}"]
    over = {action.status, *(note.status for note in notes)} & OVER
    return bool(over) or any(_is_after(note.date, milestone.due) for note in notes)


def _is_after(day: When, due: When | None) -> bool:
    """Whether a note was made when the milestone should have been reached."""
    return day.end is not None and due is not None and due.has_passed(day.end)
