"""Goals in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.document import words
from klimatkontrakt.document.swedish import amount, during, listing, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klimatkontrakt.document.view_types import GoalsView
    from klimatkontrakt.model.contract import Contract
    from klimatkontrakt.model.decision import Decision
    from klimatkontrakt.model.goal import Goal, Target


def goals_view(contract: Contract) -> GoalsView:
    """What the chapter on goals may see.

    ``decision`` is a sentence about all goals where one decision stands behind them all; where
    they differ, every goal tells its own.
    """
    decisions = {
        decision.id: decision
        for document in contract.documents.documents
        for decision in document.decisions
    }
    latest = [
        decisions.get(goal.decisions[-1]) if goal.decisions else None
        for goal in contract.goals.goals
    ]
    together = len(latest) > 1 and len({decision and decision.id for decision in latest}) == 1
    return {
        "decision": _decision("Målen", "na", latest[0]) if together else "",
        "goals": [
            {
                "label": goal.label or "",
                "statement": sentence(goal.statement),
                "facts": [
                    *_facts(goal),
                    *([] if together else [_decision("Målet", "t", decision)]),
                ],
            }
            for goal, decision in zip(contract.goals.goals, latest, strict=True)
        ],
        "methods": listing(contract.goals.methods),
    }


_ENDINGS = {
    "proposed": {"na": "föreslagna men inte beslutade", "t": "föreslaget men inte beslutat"},
    "adopted": {"na": "beslutade", "t": "beslutat"},
    "revised": {"na": "reviderade", "t": "reviderat"},
    "repealed": {"na": "upphävda", "t": "upphävt"},
}


def _decision(goals: str, ending: str, decision: Decision | None) -> str:
    if decision is None:
        return ""
    said = f"{goals} är {_ENDINGS[decision.act][ending]}"
    if decision.act == "proposed":
        expected = decision.expected
        return f"{said}. Beslut väntas {during(expected)}." if expected else f"{said}."
    body = f" av {decision.body}" if decision.body else ""
    day = f" {during(decision.date)}" if decision.date else ""
    reference = f" ({decision.reference})" if decision.reference else ""
    return f"{said}{body}{day}{reference}."


def _facts(goal: Goal) -> Iterator[str]:
    if goal.target_year == "ongoing":
        yield "Målet har inget slutår."
    elif isinstance(goal.target_year, int):
        yield f"Målåret är {goal.target_year}."
    yield from _boundary(goal)
    if goal.target:
        yield _target(goal.target, goal)
    if goal.annual_rate:
        most = f" och högst {amount(goal.annual_rate.max)}" if goal.annual_rate.max else ""
        yield f"Minskningen ska vara minst {amount(goal.annual_rate.min)}{most} om året."
    if goal.measure and (measure := words.MEASURES[goal.measure]):
        yield f"Det som mäts är {measure}."
    yield from (sentence(note) for note in (goal.measure_note, goal.residual) if note)
    if goal.control:
        yield words.CONTROLS[goal.control]


def _boundary(goal: Goal) -> Iterator[str]:
    names = [name for key in goal.boundary if (name := words.BOUNDARIES[key])]
    if names:
        yield f"Målet gäller {listing(names)}."
    if goal.boundary_note:
        yield sentence(goal.boundary_note)
    if goal.excludes:
        yield f"Målet omfattar inte {listing(goal.excludes)}."


def _target(target: Target, goal: Goal) -> str:
    amounts = [amount(known) for known in (target.share, target.value) if known]
    base = goal.baseline
    value = f" ({amount(base.value)})" if base and base.value else ""
    of = f" räknat från {base.year}{value}" if base else ""
    return words.TARGETS[target.kind].format(amount=listing(amounts, "eller"), of=of)
