"""An action is cancelled, but one of its milestones is still to come.

Why: readers would wait for something that nobody means to do.

Do: remove the milestone, or let another action take it over; if the work goes on, correct the
action's status.

Wrong::

    # roadmap.yaml
    actions:
    - id: cykelplan
      title: Cykelplan
      status: cancelled
      milestones:
      - id: cykelplan-antagen
        due: 2027
        text: Cykelplanen antas

Right::

    # roadmap.yaml
    actions:
    - id: cykelplan
      title: Cykelplan
      status: cancelled
      milestones:
      - id: cykelplan-utredd
        done: 2024
        text: Cykelplanen utreddes
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.dates import in_words
from klimatkontrakt.diagnostics.diagnostic import Aside
from klimatkontrakt.diagnostics.entry import Level
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_
from klimatkontrakt.rules._rule import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klimatkontrakt.diagnostics.diagnostic import Finding
    from klimatkontrakt.rules._case import Case

RULE = rule("KK304", Level.WARNING, __name__, __doc__)


@RULE
def check(case: Case) -> Iterator[Finding]:
    """Look for milestones with a due date in cancelled actions.

    Only the contract's own words count: what follow-up cancels later leaves what was signed as it
    is.
    """
    for route, action in case.actions():
        if action.status != "cancelled":
            continue
        for index, milestone in enumerate(action.milestones):
            if milestone.due is not None:
                message = say(
                    N_("action {id} is cancelled, but milestone {milestone} is due {due}"),
                    id=action.id,
                    milestone=milestone.id,
                    due=in_words(milestone.due),
                )
                aside = Aside(say(N_("the milestone")), route / "milestones" / index / "due")
                yield RULE.finding(route / "status", message, aside)
