"""Something is said to have happened on a day that has not come.

Why: what lies ahead can be expected or due, but it has not been decided, read or followed up.

Do: correct the date; for a decision that is to be taken write expected instead of date.

Wrong::

    # follow_up.yaml
    entries:
    - date: 2027-03-01
      ref: action:cykelplan
      status: in_progress
    # roadmap.yaml
    actions:
    - id: cykelplan
      title: Cykelplan

Right::

    # follow_up.yaml
    entries:
    - date: 2026-03-01
      ref: action:cykelplan
      status: in_progress
    # roadmap.yaml
    actions:
    - id: cykelplan
      title: Cykelplan
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

RULE = rule("KK723", Level.ERROR, __name__, __doc__)

HAPPENED = {
    ("Entry", "date"): N_("the note is dated {when}, a day that has not come"),
    ("Evidence", "date"): N_("the evidence is dated {when}, a day that has not come"),
    ("Decision", "date"): N_("the decision is dated {when}, a day that has not come"),
    ("Signature", "signed_on"): N_("the signature is dated {when}, a day that has not come"),
    ("Source", "published"): N_("the source is said to have come out {when}, which has not come"),
    ("Source", "retrieved"): N_("the source is said to have been read {when}, which has not come"),
}
"""Dates of what has happened. A contract's own day may be set ahead of its signing."""


@RULE
def check(case: Case) -> Iterator[Finding]:
    """Compare the dates of what has happened with today."""
    for route, holder, name, value in case.values():
        words = HAPPENED.get((holder, name))
        if words is None or value is None or value.start is None:
            continue
        if value.start > case.today:
            yield RULE.finding(route, say(words, when=in_words(value)))
