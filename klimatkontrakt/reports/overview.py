"""One contract on one screen."""

from __future__ import annotations

from collections import Counter
from textwrap import shorten, wrap
from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.dates import in_words
from klimatkontrakt.diagnostics.message import count, say
from klimatkontrakt.diagnostics.terms import COUNTED_LEVELS, typed, word
from klimatkontrakt.i18n import N_, NN_
from klimatkontrakt.model.known import is_known
from klimatkontrakt.reports.missing import missing_facts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from klimatkontrakt.diagnostics.message import Message, Translator
    from klimatkontrakt.diagnostics.outcome import Outcome
    from klimatkontrakt.model.action import Milestone
    from klimatkontrakt.model.commitment import ChosenCommitment
    from klimatkontrakt.model.contract import Contract, Signature
    from klimatkontrakt.model.goal import Goal

RECORDS = {
    "complete": N_("the whole contract is recorded"),
    "partial": N_("a part of the contract is recorded"),
    "head_only": N_("only the head of the contract is recorded"),
}
WIDTH = 100
MOST = 6
"""Items of one kind that are shown; the rest are counted."""
ALL = 9
"""Shared commitments that a version has had at most."""
NEXT = 3
"""Milestones that are shown as the next ones."""
PLAN_STATES = {
    "not_started": N_("the plan is not begun"),
    "method": N_("the method is being worked out"),
    "in_progress": N_("the plan is being worked out"),
    "adopted": N_("the plan is adopted"),
    "unknown": N_("unknown status"),
}
WORDINGS = {"official": N_("in the signed words"), "summary": N_("in summary")}


def overview(contract: Contract, found: Outcome, today: date, translator: Translator) -> str:
    """What it holds, what comes next, how much is missing or wrong; ends with a line break."""
    messages = [*_head(contract), *_goals(contract), *_actions(contract)]
    messages += [*_next(contract, today), *_investment(contract), *_commitments(contract)]
    messages += [*_missing(contract, found)]
    return "".join(
        f"{row}\n"
        for line in messages
        for row in _rows(line.words(translator) if line else "", WIDTH)
    )


def _rows(text: str, width: int) -> list[str]:
    """A line broken where it is wider than the screen, and indented further from there."""
    indent = " " * (len(text) - len(text.lstrip()) + 4)
    return wrap(text, width, subsequent_indent=indent, break_on_hyphens=False) or [""]


def _few(messages: Iterable[Message], most: int) -> Iterator[Message]:
    """The first of many, and how many more there are."""
    known = list(messages)
    yield from known[:most]
    if len(known) > most:
        yield say(N_("  … and {n} more"), n=len(known) - most)


def _head(contract: Contract) -> Iterator[Message | None]:
    head, version = contract.head, contract.version
    name = head.name or contract.municipality.formal_name
    yield say(
        N_("{name}, {kind}, version {label}"),
        name=name,
        kind=word(head.kind),
        label=version.label,
    )
    signed_on = contract.signing if head.status == "signed" else None
    told = head.status == "signed" or head.wording == "summary"
    yield say(
        N_("{status}{day}; {record}{wording}"),
        status=word(head.status),
        day=say(" {day}", day=in_words(signed_on)) if signed_on else "",
        record=say(RECORDS[head.record]),
        wording=say(", {wording}", wording=say(WORDINGS[head.wording])) if told else "",
    )
    if head.signatures:
        yield say(N_("Signed by"))
        yield from _few(map(_signature, head.signatures), MOST)


def _signature(signature: Signature) -> Message:
    """Name, title and organisation, as far as they are known."""
    known = (signature.name, signature.title, signature.organisation)
    return say("  {who}", who=", ".join(part for part in known if is_known(part) and part))


def _goals(contract: Contract) -> Iterator[Message | None]:
    if not contract.goals.goals:
        return
    yield None
    yield say(N_("Goals"))
    yield from _few((_goal(contract, goal) for goal in contract.goals.goals), MOST)


def _goal(contract: Contract, goal: Goal) -> Message:
    year = say(" ({year})", year=word(goal.target_year))
    return say(
        N_("  {label}{statement}{year}{decision}"),
        label=f"{goal.label}: " if goal.label else "",
        statement=" ".join(goal.statement.split()),
        year=year if goal.target_year is not None else "",
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
    actions = contract.roadmap.actions
    if not actions:
        return
    yield None
    statuses = Counter(action.status for action in actions)
    known = [f"{{{status}}}: {number}" for status, number in statuses.items()]
    words = {status: word(status) for status in statuses} | {"unknown": say(N_("unknown status"))}
    yield say(
        N_("Actions: {number} ({statuses})"),
        number=len(actions),
        statuses=say(", ".join(known), **words),
    )
    lines = (
        say(
            N_("  {title}: {milestones}"),
            title=" ".join(action.title.split()),
            milestones=_counted(action.milestones),
        )
        for action in actions
    )
    yield from _few(lines, MOST)


def _counted(milestones: tuple[Milestone, ...]) -> Message:
    done = sum(milestone.done is not None for milestone in milestones)
    return say(N_("{done} of {total} milestones reached"), done=done, total=len(milestones))


def _next(contract: Contract, today: date) -> Iterator[Message | None]:
    """Milestones that come next, and those whose day has passed with nothing written since."""
    told = {entry.ref for entry in contract.follow_up.entries}
    every = [item for action in contract.roadmap.actions for item in action.milestones]
    due = [
        (item.due.end, item)
        for item in (*every, *contract.investment.milestones)
        if item.due and item.due.end and f"milestone:{item.id}" not in told
    ]
    coming = sorted(((end, item) for end, item in due if end >= today), key=lambda pair: pair[0])
    if coming:
        yield None
        yield say(N_("Next"))
        yield from _few((_coming(item) for _, item in coming), NEXT)
    if passed := len(due) - len(coming):
        yield None
        yield count(
            NN_(
                "{n} milestone is past its date and has no follow-up",
                "{n} milestones are past their dates and have no follow-up",
            ),
            passed,
        )


def _coming(milestone: Milestone) -> Message:
    return say(
        N_("  {due}: {text}"),
        due=in_words(milestone.due) if milestone.due else "",
        text=shorten(milestone.text, WIDTH - 30, placeholder=" …"),
    )


def _investment(contract: Contract) -> Iterator[Message | None]:
    plan = contract.investment
    if plan.plan_state != "unknown" or plan.milestones:
        yield None
        yield say(
            N_("Climate investment plan: {state} ({milestones})"),
            state=say(PLAN_STATES[plan.plan_state]),
            milestones=_counted(plan.milestones),
        )


def _commitments(contract: Contract) -> Iterator[Message | None]:
    chosen = contract.commitments
    if chosen.shared_commitments:
        yield None
        yield say(N_("Shared commitments"))
        yield from _few((_choice(contract, c) for c in chosen.shared_commitments), ALL)
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


def _missing(contract: Contract, found: Outcome) -> Iterator[Message | None]:
    who, version = typed(contract.municipality.name), contract.version.version
    numbers = [
        count(forms, found.number(level))
        for level, forms in COUNTED_LEVELS.items()
        if found.number(level)
    ]
    number = len(missing_facts(contract))
    if numbers or number:
        yield None
    if numbers:
        names = {f"n{place}": message for place, message in enumerate(numbers)}
        said = say(", ".join(f"{{{name}}}" for name in names), **names)
        yield say(N_("{numbers}: kk validate {who}"), numbers=said, who=who)
    if number:
        yield count(
            NN_(
                "{n} fact is missing: kk show {who} {version} --missing",
                "{n} facts are missing: kk show {who} {version} --missing",
            ),
            number,
            who=who,
            version=version,
        )
