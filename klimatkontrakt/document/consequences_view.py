"""What a contract is known to bring about and to cost, action by action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.document.roadmap_view import costs_told, effects_told, funding_told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from klimatkontrakt.document.extract_types import ConsequencesView
    from klimatkontrakt.model.action import Action
    from klimatkontrakt.model.contract import Contract
    from klimatkontrakt.model.investment import InvestmentItem


def consequences_view(contract: Contract) -> ConsequencesView:
    """Sentences about ``costs``, ``effects``, ``groups`` and ``benefits``; empty where unknown."""
    actions = contract.roadmap.actions
    paid: list[Action | InvestmentItem] = [*actions, *contract.investment.items]
    return {
        "costs": [
            line
            for item in paid
            for line in _about(item.title, [*costs_told(item.costs), *funding_told(item.funding)])
        ],
        "effects": [
            line for item in actions for line in _about(item.title, effects_told(item.effects))
        ],
        "groups": _each(group for item in actions for group in item.target_groups),
        "benefits": _each(benefit for item in actions for benefit in item.co_benefits),
    }


def _about(title: str, facts: Iterable[str]) -> Iterator[str]:
    """All that is known of one action in one line."""
    told = " ".join(facts)
    if told:
        yield f"{title}. {told}"


def _each(found: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(found))
