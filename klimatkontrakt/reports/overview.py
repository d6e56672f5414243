"""One contract on one screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.dates import in_words
from klimatkontrakt.diagnostics.message import count, say
from klimatkontrakt.diagnostics.terms import word
from klimatkontrakt.i18n import N_, NN_
from klimatkontrakt.reports.missing import missing_facts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klimatkontrakt.diagnostics.message import Message, Translator
    from klimatkontrakt.model.action import Milestone
    from klimatkontrakt.model.commitment import ChosenCommitment
    from klimatkontrakt.model.contract import Contract
    from klimatkontrakt.model.goal import Goal

RECORDS = {
    "complete": N_("the whole contract is recorded"),
    "partial": N_("a part of the contract is recorded"),
    "head_only": N_("only the head of the contract is recorded"),
}
WORDINGS = {"official": N_("in the signed words"), "summary": N_("in summary")}


def overview(contract: Contract, translator: Translator) -> str:
    """Goals, actions, commitments and how much is missing; ends with a line break."""
    messages = [*_head(contract), *_goals(contract), *_actions(contract)]
    messages += [*_investment(contract), *_commitments(contract), *_missing(contract)]
    return "".join(f"{line.words(translator) if line else ''}\n" for line in messages)


def missing_list(contract: Contract, translator: Translator) -> str:
    """Every open fact, grouped by whose it is; a sentence when nothing is open."""
    facts = missing_facts(contract)
    if not facts:
        return say(N_("No facts are missing.")).words(translator) + "\n"
    lines = []
    for whose in dict.fromkeys(fact.whose for fact in facts):
        names = [translator.gettext(fact.name) for fact in facts if fact.whose == whose]
        label = whose or translator.gettext(N_("the contract"))
        lines.append(f"{label}: {', '.join(names)}\n")
    return "".join(lines)


def _head(contract: Contract) -> Iterator[Message | None]:
    head, version = contract.head, contract.version
    name = head.name or contract.municipality.formal_name
    yield say(
        N_("{name}, {kind}, version {label}"),
        name=name,
        kind=word(head.kind),
        label=version.label,
    )
    yield say(
        N_("{status}; {record}, {wording}"),
        status=word(head.status),
        record=say(RECORDS[head.record]),
        wording=say(WORDINGS[head.wording]),
    )


def _goals(contract: Contract) -> Iterator[Message | None]:
    if not contract.goals.goals:
        return
    yield None
    yield say(N_("Goals"))
    for goal in contract.goals.goals:
        label = f"{goal.label}: " if goal.label else ""
        year = f" ({goal.target_year})" if goal.target_year is not None else ""
        yield say(
            N_("  {label}{statement}{year}{decision}"),
            label=label,
            statement=goal.statement,
            year=year,
            decision=_decision(contract, goal),
        )


def _decision(contract: Contract, goal: Goal) -> Message:
    decisions = {
        decision.id: decision
        for document in contract.documents.documents
        for decision in document.decisions
    }
    latest = decisions.get(goal.decisions[-1]) if goal.decisions else None
    if latest is None:
        return say("")
    if latest.expected and latest.act == "proposed":
        return say(
            N_(", proposed, decision expected {expected}"), expected=in_words(latest.expected)
        )
    return say(N_(", {act}"), act=word(latest.act))


def _actions(contract: Contract) -> Iterator[Message | None]:
    if not contract.roadmap.actions:
        return
    yield None
    yield say(N_("Actions"))
    for action in contract.roadmap.actions:
        yield say(
            N_("  {title}: {milestones}"),
            title=action.title,
            milestones=_counted(action.milestones),
        )


def _counted(milestones: tuple[Milestone, ...]) -> Message:
    done = sum(milestone.done is not None for milestone in milestones)
    return say(N_("{done} done, {planned} planned"), done=done, planned=len(milestones) - done)


def _investment(contract: Contract) -> Iterator[Message | None]:
    plan = contract.investment
    if plan.plan_state != "unknown" or plan.milestones:
        yield None
        yield say(
            N_("Climate investment plan: {state} ({milestones})"),
            state=word(plan.plan_state),
            milestones=_counted(plan.milestones),
        )


def _commitments(contract: Contract) -> Iterator[Message | None]:
    chosen = contract.commitments
    if chosen.shared_commitments:
        yield None
        yield say(N_("Shared commitments"))
        yield from (_choice(contract, choice) for choice in chosen.shared_commitments)
    if chosen.cooperation_areas:
        titles = ", ".join(area.title for area in chosen.cooperation_areas)
        yield say(N_("  wants to cooperate on: {titles}"), titles=titles)


def _choice(contract: Contract, choice: ChosenCommitment) -> Message:
    commitment = contract.version.commitment(choice.number)
    theme = commitment.theme if commitment else "?"
    points = f" ({', '.join(choice.points)})" if choice.points else ""
    return say(
        N_("  {number} {theme}: {relation}{points}"),
        number=choice.number,
        theme=theme,
        relation=word(choice.relation),
        points=points,
    )


def _missing(contract: Contract) -> Iterator[Message | None]:
    number = len(missing_facts(contract))
    if number:
        yield None
        yield count(
            NN_(
                "{n} fact is missing: kk show {who} {version} --missing",
                "{n} facts are missing: kk show {who} {version} --missing",
            ),
            number,
            who=contract.municipality.name.lower(),
            version=contract.version.version,
        )
