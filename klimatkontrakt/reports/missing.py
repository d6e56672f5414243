"""Facts that a contract leaves open. Leaving them open is no fault; one should just see it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.diagnostics.route import Route
from klimatkontrakt.diagnostics.terms import named
from klimatkontrakt.i18n import N_
from klimatkontrakt.model.known import is_known

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from klimatkontrakt.diagnostics.message import Translator
    from klimatkontrakt.model.contract import Contract


@dataclass(frozen=True, slots=True)
class MissingFact:
    """One open fact: whose (``goal:koncern-2030``; empty for the contract) and which key."""

    whose: str
    key: str
    name: str
    """English name of the fact, to be translated."""
    route: Route
    """Where what it is missing from stands."""


HEAD = {
    "diary_number": N_("diary number"),
    "signatures": N_("signatures"),
    "motivation": N_("why the municipality takes part"),
    "contacts": N_("whom to ask"),
    "links": N_("links to documents"),
}
PARTS = {
    "goals": ("goals", N_("climate goals")),
    "roadmap": ("actions", N_("actions in the roadmap")),
    "investment": ("plan_state", N_("how far the climate investment plan has come")),
    "commitments": ("shared_commitments", N_("commitments with other municipalities")),
}
"""By file: what a contract has there, and what that is called."""
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
    signed = contract.head.status == "signed"
    head = {key: name for key, name in HEAD.items() if signed or key != "signatures"}
    found = list(_open(contract.head, head, "", Route("contract")))
    found += _parts(contract)
    for index, goal in enumerate(contract.goals.goals):
        found += _open(goal, GOAL, f"goal:{goal.id}", Route("goals", ("goals", index)))
    for index, action in enumerate(contract.roadmap.actions):
        route = Route("roadmap", ("actions", index))
        found += _open(action, ACTION, f"action:{action.id}", route)
    return tuple(found)


def _parts(contract: Contract) -> Iterator[MissingFact]:
    """The chapters of a contract of which nothing is told; a letter of intent need have none."""
    if contract.head.kind != "contract":
        return
    for document, (key, name) in PARTS.items():
        asked = document != "commitments" or contract.version.shared_commitments
        if asked and not is_known(getattr(getattr(contract, document), key)):
            yield MissingFact("", key, name, Route(document))


def _open(item: object, facts: dict[str, str], whose: str, route: Route) -> Iterator[MissingFact]:
    for key, name in facts.items():
        if not is_known(getattr(item, key)):
            yield MissingFact(whose, key, name, route)


def missing_list(contract: Contract, translator: Translator, place: Callable[[Route], str]) -> str:
    """Every open fact with the file and key to write it in; a sentence when nothing is open.

    ``place`` says where a route stands, as ``commitments/lulea/2025/goals.yaml:4``.
    """
    facts = missing_facts(contract)
    if not facts:
        return say(N_("No facts are missing.")).words(translator) + "\n"
    width = max(len(fact.key) for fact in facts)
    lines: list[str] = []
    for route in dict.fromkeys(fact.route for fact in facts):
        these = [fact for fact in facts if fact.route == route]
        whose = these[0].whose
        title = named(whose) if whose else say(N_("the contract"))
        lines += ["", f"{title.words(translator)}  {place(route)}"]
        lines += [f"  {fact.key:<{width}}  {translator.gettext(fact.name)}" for fact in these]
    return "\n".join(lines[1:]) + "\n"


def missing_in_short(contract: Contract, translator: Translator) -> list[str]:
    """A line each for the contract, its goals and its actions: ``Goals: base year (2 of 3)``.

    How many lack a fact is told where not all do.
    """
    facts, is_contract = missing_facts(contract), contract.head.kind == "contract"
    whole = N_("The contract") if is_contract else N_("The letter of intent")
    parts = (
        ("", whole, 1),
        ("goal:", N_("Goals"), len(contract.goals.goals)),
        ("action:", N_("Actions"), len(contract.roadmap.actions)),
    )
    lines = []
    for mark, heading, number in parts:
        found = [fact.name for fact in facts if _kind(fact) == mark]
        told = [
            _of_all(translator, name, found.count(name), number) for name in dict.fromkeys(found)
        ]
        if told:
            lines.append(f"{translator.gettext(heading)}: {', '.join(told)}.")
    return lines


def _kind(fact: MissingFact) -> str:
    kind, colon, _ = fact.whose.partition(":")
    return kind + colon


def _of_all(translator: Translator, name: str, lacking: int, number: int) -> str:
    told = translator.gettext(name)
    if lacking == number:
        return told
    share = say(N_("{lacking} of {number}"), lacking=lacking, number=number)
    unbroken = share.words(translator).replace(" ", "\u00a0")
    return f"{told} ({unbroken})"
