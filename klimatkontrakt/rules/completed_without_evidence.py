"""Something is said to be completed or fulfilled, but nothing shows it.

Why: anybody may ask how it is known, and next year nobody remembers.

Do: add evidence to the entry in follow_up.yaml: a decision, a report, a page or a picture.

Wrong::

    # follow_up.yaml
    entries:
    - date: 2026-10-01
      ref: action:cykelplan
      status: completed
    # roadmap.yaml
    actions:
    - id: cykelplan
      title: Cykelplan

Right::

    # follow_up.yaml
    entries:
    - date: 2026-10-01
      ref: action:cykelplan
      status: completed
      evidence:
      - kind: report
        title: Slutrapport om cykelplanen
    # roadmap.yaml
    actions:
    - id: cykelplan
      title: Cykelplan
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.entry import Level
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.diagnostics.terms import named
from klimatkontrakt.i18n import N_
from klimatkontrakt.rules._rule import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klimatkontrakt.diagnostics.diagnostic import Finding
    from klimatkontrakt.diagnostics.route import Route
    from klimatkontrakt.model.follow_up import Entry
    from klimatkontrakt.rules._case import Case

RULE = rule("KK305", Level.NOTE, __name__, __doc__)


@RULE
def check(case: Case) -> Iterator[Finding]:
    """Look at the last note of everything, and at completed actions that no note is about."""
    if not case.is_whole("follow_up"):
        return
    shown = {entry.ref for _, entry in case.entries() if entry.evidence or entry.source}
    last: dict[str, tuple[Route, Entry]] = {}
    for route, entry in case.entries():
        if entry.status or entry.outcome:
            last[entry.ref] = route, entry
    for ref, (route, entry) in last.items():
        if ref in shown:
            continue
        if entry.status == "completed":
            words = N_("according to the follow-up {item} is completed, but nothing shows it")
            yield RULE.finding(route / "status", say(words, item=named(ref), ref=ref))
        elif entry.outcome == "fulfilled":
            words = N_("according to the follow-up {item} is fulfilled, but nothing shows it")
            yield RULE.finding(route / "outcome", say(words, item=named(ref), ref=ref))
    if case.tells_all("roadmap"):
        yield from _completed_at_signing(case, shown | last.keys())


def _completed_at_signing(case: Case, told: set[str]) -> Iterator[Finding]:
    for route, action in case.actions():
        names = {f"action:{action.id}", *(f"milestone:{item.id}" for item in action.milestones)}
        is_open = any(item.due and item.recurring is None for item in action.milestones)
        is_shown = action.source or any(item.done and item.source for item in action.milestones)
        if is_open or is_shown:
            continue  # whether it is completed at all is another rule's question
        if action.status == "completed" and told.isdisjoint(names):
            words = N_("action {id} is completed, but the follow-up names nothing that shows it")
            yield RULE.finding(route / "status", say(words, id=action.id))
