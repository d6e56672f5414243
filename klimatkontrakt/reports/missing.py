"""Facts that a contract leaves open. Leaving them open is no fault; one should just see it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from klimatkontrakt.i18n import N_
from klimatkontrakt.model.known import is_known

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klimatkontrakt.model.contract import Contract


@dataclass(frozen=True, slots=True)
class MissingFact:
    """One open fact: whose (``goal:koncern-2030``; empty for the contract) and which key."""

    whose: str
    key: str
    name: str
    """English name of the fact, to be translated."""


HEAD = {
    "diary_number": N_("diary number"),
    "signatures": N_("signatures"),
    "motivation": N_("why the municipality takes part"),
    "contacts": N_("whom to ask"),
    "links": N_("links to documents"),
}
GOAL = {
    "target_year": N_("target year"),
    "target": N_("target value"),
    "baseline": N_("base year"),
    "control": N_("degree of control"),
    "decisions": N_("decision"),
}
ACTION = {
    "owners": N_("who is responsible"),
    "status": N_("status"),
    "milestones": N_("milestones"),
    "effects": N_("effect"),
    "costs": N_("cost"),
    "funding": N_("funding"),
}


def missing_facts(contract: Contract) -> tuple[MissingFact, ...]:
    """What a strategist would want to know and the contract does not tell."""
    found = list(_open(contract.head, HEAD, ""))
    for goal in contract.goals.goals:
        found += _open(goal, GOAL, f"goal:{goal.id}")
    for action in contract.roadmap.actions:
        found += _open(action, ACTION, f"action:{action.id}")
    return tuple(found)


def _open(item: object, facts: dict[str, str], whose: str) -> Iterator[MissingFact]:
    for key, name in facts.items():
        if not is_known(getattr(item, key)):
            yield MissingFact(whose, key, name)
