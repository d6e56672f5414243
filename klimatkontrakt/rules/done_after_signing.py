"""A milestone is said to be done at a time that had not come when the contract was signed.

Why: a signed contract can only tell what had happened by then.

Do: write due instead of done, or correct the date.

Wrong::

    # roadmap.yaml
    actions:
    - id: cykelplan
      title: Cykelplan
      milestones:
      - id: cykelplan-antagen
        done: 2026-autumn
        text: Cykelplanen antogs

Right::

    # roadmap.yaml
    actions:
    - id: cykelplan
      title: Cykelplan
      milestones:
      - id: cykelplan-antagen
        due: 2026-autumn
        text: Cykelplanen antas
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.dates import in_words
from klimatkontrakt.diagnostics.entry import Level
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_
from klimatkontrakt.rules._rule import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klimatkontrakt.diagnostics.diagnostic import Finding
    from klimatkontrakt.rules._case import Case

RULE = rule("KK302", Level.ERROR, __name__, __doc__)


@RULE
def check(case: Case) -> Iterator[Finding]:
    """Compare what is done with the day of signing, or with today before that."""
    if not case.is_whole("contract", "shared"):
        return
    for route, milestone, _ in case.milestones():
        done = milestone.done
        if done is not None and case.lies_ahead(done.start):
            message = say(
                N_("milestone {id} is done {when}, which is after {day}"),
                id=milestone.id,
                when=in_words(done),
                day=case.last_day().isoformat(),
            )
            yield RULE.finding(route / "done", message)
