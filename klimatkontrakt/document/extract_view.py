"""What the template of an extract may see: the contract's view, and what only extracts tell."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from klimatkontrakt.document import words
from klimatkontrakt.document.consequences_view import consequences_view
from klimatkontrakt.document.follow_up_view import follow_up_view
from klimatkontrakt.document.swedish import (
    capital,
    counted,
    during,
    listing,
    paragraphs,
    sentence,
    when,
)
from klimatkontrakt.document.view import contract_view
from klimatkontrakt.model.known import is_known
from klimatkontrakt.model.lineage import items

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from klimatkontrakt.document.extract_types import (
        AheadView,
        AimView,
        ContactView,
        DocumentView,
        ExampleView,
        LetterView,
        PledgesView,
    )
    from klimatkontrakt.document.view_types import ActionView, ContractView, MilestoneView
    from klimatkontrakt.model.action import Action, Milestone
    from klimatkontrakt.model.contract import Contract
    from klimatkontrakt.model.goal import Goal
    from klimatkontrakt.model.outline import Outline

EXAMPLES = 3
TELLING = (
    "purpose",
    "text",
    "project",
    "decisions",
    "period",
    "milestones",
    "owners",
    "partners",
    "target_groups",
    "effects",
    "costs",
    "funding",
    "outputs",
    "outcomes",
    "co_benefits",
)
"""What an action may tell of; the more of it an action tells, the better an example it is."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What an extract tells beside the contract, in sentences that other rooms have written."""

    today: date
    """The day of the letter: what lies before it is no next step."""
    previous: Contract | None = None
    """The version before, if there is one that can be read."""
    changes: dict[str, list[str]] = field(default_factory=dict)
    """What has happened since: ``new``, ``changed``, ``details`` (what is now told of something
    that was there), ``gone``, ``done``, and ``limits`` (why it is not the whole truth)."""
    gaps: tuple[str, ...] = ()
    """What the contract leaves open."""


def extract_view(
    contract: Contract, outline: Outline, place_of: Callable[[str], str], beside: Beside
) -> dict[str, Any]:
    """The variables of an extract: those of a chapter, and besides them ``LetterView``."""
    view = contract_view(contract, outline, place_of)
    return {**view, **_letter(contract, outline, view, beside)}


def _letter(contract: Contract, outline: Outline, view: ContractView, beside: Beside) -> LetterView:
    told = beside.changes
    return {
        "document": _document(contract, outline, view),
        "previous": _previous(beside.previous),
        "changes": {
            "new": told.get("new", []),
            "changed": told.get("changed", []),
            "details": told.get("details", []),
            "gone": told.get("gone", []),
            "done": told.get("done", []),
            "limits": told.get("limits", []),
        },
        "gaps": list(beside.gaps),
        "contents": _contents(contract),
        "titles": [_short(action.title, 100) for action in contract.roadmap.actions],
        "aims": [_aim(goal, contract, view) for goal in contract.goals.goals],
        "examples": _examples(contract, view, beside.today),
        "pledges": _pledges(contract),
        "ahead": _ahead(contract, beside.today),
        "consequences": consequences_view(contract),
        "contacts": _contacts(contract),
        **follow_up_view(contract, beside.previous),
    }


def _document(contract: Contract, outline: Outline, view: ContractView) -> DocumentView:
    head, label = contract.head, contract.version.label
    signed = contract.signing if head.status == "signed" else None
    is_contract, name = head.kind == "contract", words.NAMES[head.kind]
    number = len(view["agencies"])
    agencies = "en myndighet" if number == 1 else f"{counted(number)} myndigheter"
    state, day = words.STATES[head.kind][head.status], during(signed) if signed else ""
    return {
        "kind": head.kind,
        "status": head.status,
        "noun": words.NOUNS[head.kind],
        "name": name,
        "title": f"{outline.title}{', version' if is_contract else ''} {label}",
        "about": f"{outline.title}, version {label}" if is_contract else f"{name} från {label}",
        "state": f"{state} {day}".strip() + ".",
        "signed_on": day,
        "agencies": agencies if number else "",
        "diary_number": head.diary_number or "" if is_known(head.diary_number) else "",
    }


def _contents(contract: Contract) -> str:
    """Kontraktet har tre klimatmål och tre insatser, or nothing."""
    goals, actions = len(contract.goals.goals), len(contract.roadmap.actions)
    counts = [
        f"{counted(goals)} klimatmål" if goals else "",
        "en insats" if actions == 1 else f"{counted(actions)} insatser" if actions else "",
    ]
    told = listing([item for item in counts if item])
    return f"{capital(words.NAMES[contract.head.kind])} har {told}." if told else ""


def _previous(contract: Contract | None) -> str:
    if contract is None:
        return ""
    label = contract.version.label
    if contract.head.kind == "contract":
        return f"version {label}"
    return f"avsiktsförklaringen från {label}"


def _aim(goal: Goal, contract: Contract, view: ContractView) -> AimView:
    """A goal in short: its words, its year and, unless that is told of all, that it is proposed."""
    decisions = {
        decision.id: decision
        for document in contract.documents.documents
        for decision in document.decisions
    }
    latest = decisions.get(goal.decisions[-1]) if goal.decisions else None
    facts = [f"Målåret är {goal.target_year}."] if isinstance(goal.target_year, int) else []
    if latest is not None and latest.act == "proposed" and not view["goals"]["decision"]:
        facts.append("Målet är föreslaget men inte beslutat.")
    return {"statement": _short(sentence(goal.statement), 180), "facts": facts}


def _examples(contract: Contract, view: ContractView, today: date) -> list[ExampleView]:
    """The actions of which most is told, in the contract's order; of equals the first ones.

    One that has been cancelled, or of which neither purpose, text nor a milestone is told, is none.
    """
    actions = contract.roadmap.actions
    fit = [
        index
        for index, action in enumerate(actions)
        if action.status != "cancelled" and (action.purpose or action.text or action.milestones)
    ]
    best = sorted(fit, key=lambda index: (-_telling(actions[index]), index))[:EXAMPLES]
    return [_example(actions[i], view["roadmap"]["actions"][i], today) for i in sorted(best)]


def _telling(action: Action) -> int:
    return sum(bool(getattr(action, key)) for key in TELLING) + (action.status != "unknown")


def _example(action: Action, told: ActionView, today: date) -> ExampleView:
    return {
        "title": action.title,
        "lead": (told["purpose"] + told["text"])[:1],
        "status": told["status"] if action.status in {"completed", "paused"} else "",
        "next": [_step(step) for step in _next(action, told, today)],
        "done": [_step(step) for step in told["done"][-1:]],
    }


def _next(action: Action, told: ActionView, today: date) -> list[MilestoneView]:
    """The earliest that is not past; one without a day only where none has a day."""
    if action.status == "completed":
        return []
    planned = [milestone.due for milestone in action.milestones if not milestone.done]
    ends = [(due.end if due else None) or date.max for due in planned]
    coming = [(end, step) for end, step in zip(ends, told["planned"], strict=True) if end >= today]
    return [step for _, step in sorted(coming, key=lambda item: item[0])[:1]]


def _step(step: MilestoneView) -> MilestoneView:
    """A milestone whose time stands within a sentence."""
    return {"time": step["time"][:1].lower() + step["time"][1:], "text": step["text"]}


def _pledges(contract: Contract) -> PledgesView:
    known = items(contract)

    def named(relation: str) -> list[str]:
        return [
            known[f"commitment:{choice.number}"].label.replace("Åtagande", "åtagande", 1)
            for choice in contract.commitments.shared_commitments
            if choice.relation == relation
        ]

    return {
        "joined": named("joins"),
        "prioritised": named("prioritises"),
        "declined": named("declines"),
    }


def _ahead(contract: Contract, today: date) -> list[AheadView]:
    """Dated milestones that are not past, the next one first."""
    dated = [
        (milestone.due.end, milestone, of)
        for milestone, of in _milestones(contract)
        if milestone.due is not None and milestone.due.end is not None
    ]
    return [
        {
            "time": capital(when(milestone.due)) if milestone.due else "",
            "text": _short(" ".join(paragraphs(milestone.text)), 140),
            "of": _short(of, 70),
        }
        for end, milestone, of in sorted(dated, key=lambda item: item[0])
        if end >= today
    ]


def _milestones(contract: Contract) -> Iterator[tuple[Milestone, str]]:
    for action in contract.roadmap.actions:
        yield from ((milestone, action.title) for milestone in action.milestones)
    yield from (
        (milestone, "Klimatinvesteringsplanen") for milestone in contract.investment.milestones
    )


def _short(text: str, letters: int) -> str:
    """The text, ended where it grows too long for a page that must hold it all."""
    if len(text) <= letters:
        return text
    return text[: letters - 1].rsplit(" ", 1)[0].rstrip(" .,;:") + "…"


def _contacts(contract: Contract) -> list[ContactView]:
    names = {unit.id: unit.name for unit in contract.units.units}
    return [
        {
            "role": capital(contact.role),
            "unit": names.get(contact.unit or "", ""),
            "deputy": names.get(contact.deputy or "", ""),
        }
        for contact in contract.head.contacts
    ]
