"""A fact is later than the source it comes from.

Why: a source cannot tell of what had not happened when it came out, so one of the two is wrong.

Do: correct the year, or name the source in which the fact stands.

Wrong::

    # goals.yaml
    goals:
    - id: omradet-2030
      statement: Utsläppen minskar till 2030
      boundary: [territory]
      end_state: reduction
      target_year: 2030
      baseline:
        year: 2022
        value: 285 kt
      source: energiplan
    # contract.yaml
    sources:
    - id: energiplan
      title: Energiplan
      published: 2019

Right::

    # goals.yaml
    goals:
    - id: omradet-2030
      statement: Utsläppen minskar till 2030
      boundary: [territory]
      end_state: reduction
      target_year: 2030
      baseline:
        year: 2018
        value: 285 kt
      source: energiplan
    # contract.yaml
    sources:
    - id: energiplan
      title: Energiplan
      published: 2019
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.dates import in_words
from klimatkontrakt.diagnostics.diagnostic import Aside
from klimatkontrakt.diagnostics.entry import Level
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.diagnostics.route import Route
from klimatkontrakt.i18n import N_
from klimatkontrakt.rules._case import HAPPENED
from klimatkontrakt.rules._rule import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klimatkontrakt.diagnostics.diagnostic import Finding
    from klimatkontrakt.model.when import When
    from klimatkontrakt.rules._case import Case

RULE = rule("KK721", Level.WARNING, __name__, __doc__)


_Fact = tuple[Route, date | None, object, str | None]


@RULE
def check(case: Case) -> Iterator[Finding]:
    """Compare everything that has happened with the day on which its source came out."""
    published = _published(case)
    for route, start, words, name in _facts(case):
        last = case.today if route.document == "documents" else case.last_day()
        if start is None or start > last or name not in published:
            continue
        place, day = published[name]
        if day.end is not None and start > day.end:
            message = say(
                N_('the fact is from {when}, but its source "{source}" came out {day}'),
                when=words,
                source=name,
                day=in_words(day),
            )
            yield RULE.finding(route, message, Aside(say(N_("the source")), place))


def _published(case: Case) -> dict[str, tuple[Route, When]]:
    """Where and when each source came out; of two with one id, the first."""
    found: dict[str, tuple[Route, When]] = {}
    for name in ("contract", "goals", "roadmap", "investment", "documents", "shared"):
        for index, source in enumerate(case.document(name).sources):
            if source.published is not None:
                place = Route(name, ("sources", index, "published"))
                found.setdefault(source.id, (place, source.published))
    return found


def _facts(case: Case) -> Iterator[_Fact]:
    """Route, first day, that day in words, and the id of the source, of all that has happened."""
    yield from _measured(case)
    for route, milestone, action in case.milestones():
        if milestone.done is not None:
            source = milestone.source or (action.source if action is not None else None)
            yield route / "done", milestone.done.start, in_words(milestone.done), source
    for number, document in enumerate(case.contract.documents.documents):
        for index, decision in enumerate(document.decisions):
            if decision.date is not None:
                here = Route("documents", ("documents", number, "decisions", index, "date"))
                source = decision.source or document.source
                yield here, decision.date.start, in_words(decision.date), source


def _measured(case: Case) -> Iterator[_Fact]:
    for route, goal in case.goals():
        base = goal.baseline
        if base is not None and base.value is not None:
            yield route / "baseline" / "year", _first_day(base.year), base.year, goal.source
    for route, action in case.actions():
        for index, effect in enumerate(action.effects):
            if effect.year is not None and effect.certainty in HAPPENED:
                here, source = route / "effects" / index / "year", effect.source or action.source
                yield here, _first_day(effect.year), effect.year, source


def _first_day(year: int) -> date:
    return date(year, 1, 1)
