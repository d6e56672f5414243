"""Actions wait for each other in a ring.

Why: none of them could ever begin.

Do: remove one of depends_on or enables, so that one action can come first.

Wrong::

    # roadmap.yaml
    actions:
    - id: cykelplan
      title: Cykelplan
      depends_on: [parkeringsplan]
    - id: parkeringsplan
      title: Parkeringsplan
      depends_on: [cykelplan]

Right::

    # roadmap.yaml
    actions:
    - id: cykelplan
      title: Cykelplan
      depends_on: [parkeringsplan]
    - id: parkeringsplan
      title: Parkeringsplan
      enables: [cykelplan]
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.diagnostic import Aside
from klimatkontrakt.diagnostics.entry import Level
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_
from klimatkontrakt.rules._rule import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klimatkontrakt.diagnostics.diagnostic import Finding
    from klimatkontrakt.diagnostics.message import Message
    from klimatkontrakt.diagnostics.route import Route
    from klimatkontrakt.rules._case import Case

    Waits = dict[str, dict[str, Route]]
    """Action → the actions that it waits for, and where that is said."""

RULE = rule("KK311", Level.ERROR, __name__, __doc__)


@RULE
def check(case: Case) -> Iterator[Finding]:
    """Look for the shortest way from every action back to itself; each ring is told once."""
    waits = _waits(case)
    told: set[str] = set()
    for start in waits:
        ring = () if start in told else _ring(waits, start)
        if not ring or not told.isdisjoint(ring):
            continue
        told.update(ring)
        pairs = [*pairwise(ring), (ring[-1], start)]
        first, *others = [waits[one][other] for one, other in pairs]
        message = say(
            N_("the actions wait for each other: {loop}")
            if others
            else N_("the action waits for itself: {loop}"),
            loop=_words(pairs),
            ids=", ".join(ring),
        )
        asides = [Aside(say(N_("here too")), route) for route in others]
        yield RULE.finding(first, message, *asides)


def _waits(case: Case) -> Waits:
    waits: Waits = {action.id: {} for _, action in case.actions()}
    for route, action in case.actions():
        for index, earlier in enumerate(action.depends_on):
            waits[action.id].setdefault(earlier, route / "depends_on" / index)
        for index, later in enumerate(action.enables):
            waits.get(later, {}).setdefault(action.id, route / "enables" / index)
    return waits


def _ring(waits: Waits, start: str) -> tuple[str, ...]:
    """The shortest ring through an action, from the action on; empty when there is none."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    for way in ways:
        for name in waits.get(way[-1], {}):
            if name == start:
                return way
            if name not in seen:
                seen.add(name)
                ways.append((*way, name))
    return ()


def _words(pairs: list[tuple[str, str]]) -> Message:
    (one, other), *rest = pairs
    words = say(N_("{first} waits for {second}"), first=one, second=other)
    for _, name in rest:
        words = say(N_("{loop}, which waits for {name}"), loop=words, name=name)
    return words
