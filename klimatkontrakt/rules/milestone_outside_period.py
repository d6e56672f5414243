"""A milestone lies outside the period of its action.

Why: either the milestone or the period is wrong, and follow-up would count it in the wrong year.

Do: correct the milestone's date or the action's period.

Wrong::

    # roadmap.yaml
    actions:
    - id: cykelplan
      title: Cykelplan
      period: 2025/2026
      milestones:
      - id: cykelplan-antagen
        due: 2027
        text: Cykelplanen antas

Right::

    # roadmap.yaml
    actions:
    - id: cykelplan
      title: Cykelplan
      period: 2025/2027
      milestones:
      - id: cykelplan-antagen
        due: 2027
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
    from klimatkontrakt.model.when import When
    from klimatkontrakt.rules._case import Case

RULE = rule("KK301", Level.WARNING, __name__, __doc__)


@RULE
def check(case: Case) -> Iterator[Finding]:
    """Compare every milestone with the period of its action, where both are dated."""
    for route, milestone, action in case.milestones():
        if action is None or action.period is None:
            continue
        for key, when in (("due", milestone.due), ("done", milestone.done)):
            if when is None or (key == "done" and case.lies_ahead(when.start)):
                continue
            if _lies_outside(when, action.period):
                message = say(
                    N_("milestone {id} lies in {when}, outside the action's period {period}"),
                    id=milestone.id,
                    when=in_words(when),
                    period=in_words(action.period),
                )
                steps = route.steps[:2]
                aside = Aside(say(N_("the period")), type(route)(route.document, steps) / "period")
                yield RULE.finding(route / key, message, aside)


def _lies_outside(when: When, period: When) -> bool:
    if when.end is None:
        return False
    start, last = when.start, period.end
    too_late = start is not None and last is not None and start > last
    too_early = period.start is not None and when.end < period.start
    return too_late or too_early
