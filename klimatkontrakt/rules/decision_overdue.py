"""A decision was expected by now, but is still only proposed.

Why: readers would take the goal for undecided, or for decided, without knowing which.

Do: add the decision with act, body and date when it is taken, or write when it is now expected.

Wrong::

    # documents.yaml
    documents:
    - id: klimatplan
      title: Klimatplan
      decisions:
      - id: klimatplan-forslag
        act: proposed
        expected: 2025-12

Right::

    # documents.yaml
    documents:
    - id: klimatplan
      title: Klimatplan
      decisions:
      - id: klimatplan-forslag
        act: proposed
        expected: 2025-12
      - id: klimatplan-antagen
        act: adopted
        body: Kommunfullmäktige
        date: 2025-12-15
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.dates import in_words
from klimatkontrakt.diagnostics.entry import Level
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.diagnostics.route import Route
from klimatkontrakt.i18n import N_
from klimatkontrakt.rules._rule import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klimatkontrakt.diagnostics.diagnostic import Finding
    from klimatkontrakt.rules._case import Case

RULE = rule("KK205", Level.WARNING, __name__, __doc__)


@RULE
def check(case: Case) -> Iterator[Finding]:
    """Look for proposals that nothing followed in time."""
    for number, document in enumerate(case.contract.documents.documents):
        for index, decision in enumerate(document.decisions):
            followed = any(later.act != "proposed" for later in document.decisions[index + 1 :])
            expected = decision.expected
            if decision.act != "proposed" or followed or expected is None:
                continue
            if expected.has_passed(case.today):
                route = Route("documents", ("documents", number, "decisions", index, "expected"))
                message = say(
                    N_("a decision on {title} was expected {expected} but is still proposed"),
                    title=document.title,
                    expected=in_words(expected),
                )
                yield RULE.finding(route, message)
