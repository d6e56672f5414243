"""A figure names no source, though the contract's other facts do.

Why: an amount that nobody can trace cannot be checked, and cannot be compared next year.

Do: write source with the id of a source; if the file has one source only, that is understood.

Wrong::

    # goals.yaml
    goals:
    - id: omradet-2030
      statement: Utsläppen minskar till 2030
      boundary: [territory]
      end_state: reduction
      target_year: 2030
      baseline:
        year: 2010
        value: 285 kt
    # contract.yaml
    sources:
    - id: kontrakt
      title: Klimatkontraktet

Right::

    # goals.yaml
    goals:
    - id: omradet-2030
      statement: Utsläppen minskar till 2030
      boundary: [territory]
      end_state: reduction
      target_year: 2030
      baseline:
        year: 2010
        value: 285 kt
      source: kontrakt
    # contract.yaml
    sources:
    - id: kontrakt
      title: Klimatkontraktet
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.diagnostic import Aside
from klimatkontrakt.diagnostics.entry import Level
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.diagnostics.route import Route
from klimatkontrakt.i18n import N_
from klimatkontrakt.rules._rule import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klimatkontrakt.diagnostics.diagnostic import Finding
    from klimatkontrakt.model.action import Action
    from klimatkontrakt.model.investment import InvestmentItem
    from klimatkontrakt.rules._case import Case

RULE = rule("KK720", Level.WARNING, __name__, __doc__, draft=Level.NOTE)

FILES = ("contract", "goals", "roadmap", "investment", "commitments", "units", "documents")
"""The municipality's own files, in any of which its sources may stand."""


@RULE
def check(case: Case) -> Iterator[Finding]:
    """Look for figures without a source, and report the first of each file."""
    listed = {name: len(case.document(name).sources) for name in FILES}
    if not any(listed.values()) or not case.is_whole(*FILES):
        return
    bare = list(_bare(case))
    for name in ("goals", "roadmap", "investment"):
        here = [item for item in bare if item[0].document == name]
        if listed[name] == 1 or not here:
            continue
        route, text = here[0]
        others = [Aside(say(N_("also without source")), other) for other, _ in here[1:]]
        yield RULE.finding(route, say(N_("the figure {text} has no source"), text=text), *others)


def _bare(case: Case) -> Iterator[tuple[Route, str]]:
    for route, goal in case.goals():
        if goal.source is None and goal.baseline is not None and goal.baseline.value is not None:
            yield route / "baseline" / "value", goal.baseline.value.text
    for route, action in case.actions():
        if action.source is None:
            yield from _money(route, action)
    for index, item in enumerate(case.contract.investment.items):
        if item.source is None:
            yield from _money(Route("investment", ("items", index)), item)


def _money(route: Route, holder: Action | InvestmentItem) -> Iterator[tuple[Route, str]]:
    for key, items in (("costs", holder.costs), ("funding", holder.funding)):
        for index, item in enumerate(items):
            figures = {name: getattr(item, name, None) for name in ("amount", "low", "share")}
            given = next(((n, value) for n, value in figures.items() if value is not None), None)
            if item.source is None and given is not None:
                yield route / key / index / given[0], given[1].text
