"""A goal's words and its end state are of different kinds, or the words mix two end states.

Why: climate neutral, fossil free and net zero are reached in different ways and measured apart.

Do: write the end_state that the statement names, or make one goal of each end state.

Wrong::

    # goals.yaml
    goals:
    - id: koncern-2030
      statement: En klimatneutral och fossilfri kommunkoncern
      boundary: [municipal_group]
      end_state: climate_neutral

Right::

    # goals.yaml
    goals:
    - id: koncern-2030
      statement: En klimatneutral kommunkoncern
      boundary: [municipal_group]
      end_state: climate_neutral
    - id: fossilfri-koncern-2030
      statement: En fossilfri kommunkoncern
      boundary: [municipal_group]
      end_state: fossil_free
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.entry import Level
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.diagnostics.terms import word
from klimatkontrakt.i18n import N_
from klimatkontrakt.rules._rule import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klimatkontrakt.diagnostics.diagnostic import Finding
    from klimatkontrakt.rules._case import Case

RULE = rule("KK207", Level.WARNING, __name__, __doc__)

NAMED = {
    "climate_neutral": r"klimatneutral\w*\b(?! (?:städer|kommuner) 2030)",
    "net_zero": r"netto-?noll\w*|noll nettoutsläpp|nettonollutsläpp",
    "fossil_free": r"fossilfri\w*\b(?! sverige)",
    "climate_positive": r"klimatpositiv\w*",
    "no_impact": r"ingen (?:påverkan på klimatet|klimatpåverkan)",
}
"""How Swedish goals name each end state; one that is enabling or other may name any.

Klimatneutrala städer 2030 and Fossilfritt Sverige are names of programmes.
"""
PATTERNS = {state: re.compile(rf"\b(?:{words})", re.IGNORECASE) for state, words in NAMED.items()}
JOINED = re.compile(r"(?:,| och| samt| eller|/)\s*(?:en |ett |helt )?", re.IGNORECASE)


@RULE
def check(case: Case) -> Iterator[Finding]:
    """Look at the end states that a goal's statement names."""
    for route, goal in case.goals():
        if goal.end_state not in NAMED:
            continue
        statement = " ".join(goal.statement.split())
        found = _named(statement)
        mixed = _mixed(statement, found)
        if mixed is not None:
            message = say(
                N_("goal {id} mixes two end states: {one} and {other}"),
                id=goal.id,
                one=word(mixed[0]),
                other=word(mixed[1]),
            )
            remedy = say(N_("make one goal of each, or write end_state: other"))
            yield RULE.finding(route / "statement", message, remedy=remedy)
        elif len(states := {state for _, _, state in found}) == 1 and goal.end_state not in states:
            named = states.pop()
            message = say(
                N_("goal {id} says {words}, but its end state is {state}"),
                id=goal.id,
                words=word(named),
                state=word(goal.end_state),
            )
            remedy = say(N_('write "{near}" if that is what is meant'), near=named)
            yield RULE.finding(route / "end_state", message, remedy=remedy)


def _named(statement: str) -> list[tuple[int, int, str]]:
    """Where each end state begins and ends in the statement, in order."""
    return sorted(
        (match.start(), match.end(), state)
        for state, pattern in PATTERNS.items()
        for match in pattern.finditer(statement)
    )


def _mixed(statement: str, found: list[tuple[int, int, str]]) -> tuple[str, str] | None:
    """Two end states side by side; one that qualifies another thing in the sentence is none."""
    for (_, end, one), (start, _, other) in pairwise(found):
        if one != other and JOINED.fullmatch(statement[end:start]):
            return one, other
    return None
