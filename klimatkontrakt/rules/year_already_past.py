"""Something is to be reached by a year that had passed when the contract was signed.

Why: a promise about a year that is over cannot be kept, only followed up.

Do: correct the year, or tell in follow_up.yaml how the goal went.

Wrong::

    # goals.yaml
    goals:
    - id: fordon-2020
      statement: Kommunens fordon är fossilfria
      boundary: [municipal_administration]
      end_state: fossil_free
      target_year: 2020

Right::

    # goals.yaml
    goals:
    - id: fordon-2030
      statement: Kommunens fordon är fossilfria
      boundary: [municipal_administration]
      end_state: fossil_free
      target_year: 2030
"""

from __future__ import annotations

import re
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
    from klimatkontrakt.diagnostics.message import Message
    from klimatkontrakt.model.goal import Goal
    from klimatkontrakt.model.when import When
    from klimatkontrakt.rules._case import Case

RULE = rule("KK221", Level.WARNING, __name__, __doc__)

OVER = {"completed", "cancelled"}
YEAR = re.compile(r"\b(?:19|20|21)\d{2}\b")
BY = re.compile(r"\b(?:senast|före|till|utgången av|slutet av)(?: år)? ((?:19|20|21)\d{2})\b")


@RULE
def check(case: Case) -> Iterator[Finding]:
    """Compare target years, and dates that say by, with the day of signing."""
    first = case.first_day()
    if first is None or not case.is_whole("contract", "shared", "follow_up"):
        return
    told = {entry.ref for entry in case.contract.follow_up.entries}
    for route, goal in case.goals():
        found = _reached_by(route, goal)
        if found is not None and found[1] < first.year and f"goal:{goal.id}" not in told:
            year = say(N_("goal {id} is to be reached by {year}"), id=goal.id, year=found[1])
            yield RULE.finding(found[0], _passed(case, year))
    for route, when in _periods(case):
        if when is not None and when.precision == "by" and when.has_passed(first):
            what = say(N_('"{key}" says {when}'), key=route.steps[-1], when=in_words(when))
            yield RULE.finding(route, _passed(case, what))


def _periods(case: Case) -> Iterator[tuple[Route, When | None]]:
    """Times that promise something; a governing document may be old."""
    yield Route("contract", ("covers",)), case.contract.head.covers
    yield Route("roadmap", ("priorities_period",)), case.contract.roadmap.priorities_period
    for route, action in case.actions():
        if action.status not in OVER:
            yield route / "period", action.period
            yield route / "project" / "period", action.project.period if action.project else None


def _reached_by(route: Route, goal: Goal) -> tuple[Route, int] | None:
    """The year that the goal gives, or the last one that its words give."""
    if isinstance(goal.target_year, int):
        if goal.baseline is not None and goal.target_year < goal.baseline.year:
            return None  # said of the base year
        return route / "target_year", goal.target_year
    years = YEAR.findall(goal.statement)
    by = BY.search(goal.statement)
    if goal.target_year is None and by is not None and by[1] == max(years):
        return route / "statement", int(by[1])
    return None


def _passed(case: Case, what: Message) -> Message:
    signed = case.signed_on()
    if signed is None:
        return say(N_("{what}, but that year has passed"), what=what)
    words = N_("{what}, but that year had passed when the contract was signed {day}")
    return say(words, what=what, day=in_words(signed))
