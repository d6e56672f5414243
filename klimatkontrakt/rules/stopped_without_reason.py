"""Something is paused or cancelled, but no reason is given.

Why: a promise that stops without a reason is read as one that was forgotten.

Do: write the reason: comment in follow_up.yaml, reason for an ending, barriers or text for an
action.

Wrong::

    # follow_up.yaml
    entries:
    - date: 2026-10-01
      ref: action:cykelplan
      status: paused
    # roadmap.yaml
    actions:
    - id: cykelplan
      title: Cykelplan

Right::

    # follow_up.yaml
    entries:
    - date: 2026-10-01
      ref: action:cykelplan
      status: paused
      comment: Upphandlingen är överklagad
    # roadmap.yaml
    actions:
    - id: cykelplan
      title: Cykelplan
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.entry import Level
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.diagnostics.route import Route
from klimatkontrakt.diagnostics.terms import named
from klimatkontrakt.i18n import N_
from klimatkontrakt.rules._rule import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klimatkontrakt.diagnostics.diagnostic import Finding
    from klimatkontrakt.model.action import Action
    from klimatkontrakt.model.follow_up import Entry
    from klimatkontrakt.rules._case import Case

RULE = rule("KK306", Level.WARNING, __name__, __doc__, draft=Level.NOTE)

STOPPED = {
    "paused": N_("{item} is paused, but no reason is given"),
    "cancelled": N_("{item} is cancelled, but no reason is given"),
}
TELLS_OF_STOP = re.compile(
    r"paus|avbr[uioö]|avslut|stopp|vilande|vilar|vänta|skjut|upphör|läggs? ne[dr]|lagts? ne[dr]"
    r"|återremi|ställs in|inställ",
    re.IGNORECASE,
)
"""An action's text that speaks of the stop may well give the reason; no rule can tell."""


@RULE
def check(case: Case) -> Iterator[Finding]:
    """Look for a reason beside every stop: in notes, in endings and in the roadmap."""
    if not case.is_whole("follow_up"):
        return
    follow_up = case.contract.follow_up
    explained = {entry.ref for entry in follow_up.entries if entry.comment}
    explained |= {ending.ref for ending in follow_up.endings if ending.reason}
    last: dict[str, tuple[Route, Entry]] = {}
    for route, entry in case.entries():
        if entry.status:
            last[entry.ref] = route, entry
    for ref, (route, entry) in last.items():
        if entry.status in STOPPED and ref not in explained:
            yield RULE.finding(
                route / "status", say(STOPPED[entry.status], item=named(ref), ref=ref)
            )
    for index, ending in enumerate(follow_up.endings):
        if ending.end == "cancelled" and ending.ref not in explained | last.keys():
            route = Route("follow_up", ("endings", index, "end"))
            yield RULE.finding(
                route, say(STOPPED["cancelled"], item=named(ending.ref), ref=ending.ref)
            )
    if case.tells_all("roadmap"):
        yield from _stopped_at_signing(case, explained | last.keys())


def _stopped_at_signing(case: Case, told: set[str]) -> Iterator[Finding]:
    for route, action in case.actions():
        ref = f"action:{action.id}"
        if action.status in STOPPED and ref not in told and not _explains(action):
            yield RULE.finding(
                route / "status", say(STOPPED[action.status], item=named(ref), ref=ref)
            )


def _explains(action: Action) -> bool:
    words = f"{action.purpose} {action.text}"
    return bool(action.barriers) or TELLS_OF_STOP.search(words) is not None
