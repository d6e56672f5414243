"""An action is completed, but one of its milestones is still to come.

Why: follow-up would count the action as done while something promised in it is not.

Do: write done for the milestone, or in_progress for the action.

Wrong::

    # roadmap.yaml
    actions:
    - id: cykelplan
      title: Cykelplan
      status: completed
      milestones:
      - id: cykelplan-antagen
        due: 2026
        text: Cykelplanen antas

Right::

    # roadmap.yaml
    actions:
    - id: cykelplan
      title: Cykelplan
      status: in_progress
      milestones:
      - id: cykelplan-antagen
        due: 2026
        text: Cykelplanen antas
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

RULE = rule("KK303", Level.WARNING, __name__, __doc__)


@RULE
def check(case: Case) -> Iterator[Finding]:
    """Look for milestones with a due date in completed actions."""
    for route, action in case.actions():
        if action.status != "completed":
            continue
        for index, milestone in enumerate(action.milestones):
            if milestone.due is not None and milestone.recurring is None:
                message = say(
                    N_("action {id} is completed, but milestone {milestone} is due {due}"),
                    id=action.id,
                    milestone=milestone.id,
                    due=in_words(milestone.due),
                )
                aside = Aside(say(N_("the milestone")), route / "milestones" / index / "due")
                yield RULE.finding(route / "status", message, aside)
