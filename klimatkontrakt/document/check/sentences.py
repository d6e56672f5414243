"""Contract → what our own sentences tell of it beside names, times and amounts.

Other words may tell the same, so these are only looked for in a file that is a rendering of ours.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.document import words
from klimatkontrakt.document.check.facts import Fact
from klimatkontrakt.document.check.passage import passage
from klimatkontrakt.document.check.reading import Piece
from klimatkontrakt.document.check.words import folded, unmarked
from klimatkontrakt.document.swedish import listing
from klimatkontrakt.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from klimatkontrakt.document.check.passage import Passage
    from klimatkontrakt.model.action import Action, Cost
    from klimatkontrakt.model.contract import Contract
    from klimatkontrakt.model.goal import Goal

_END = re.compile(r"(?<=[a-zåäö)])\.\s")
STATUS = ("Insatsen har inte", "Insatsen pågår", "Insatsen är")
"""How a sentence on the status of an action may begin."""


def sentences(contract: Contract, place_of: Callable[[str], str]) -> list[Fact]:
    """Who is responsible, how it goes, who pays, what is held against it, and why not."""
    return [
        *(fact for goal in contract.goals.goals for fact in _goal(goal)),
        *(fact for action in contract.roadmap.actions for fact in _action(action, contract)),
        *(fact for item in contract.investment.items for fact in _costs(item.title, item.costs)),
        *_reasons(contract),
        *_cooperation(contract, place_of),
    ]


def _told(
    about: str, what: str, near: str, labels: tuple[str, ...], *values: str
) -> Iterator[Fact]:
    for value in values:
        yield Fact(about, say(what), value.rstrip("."), "sentence", near, labels=labels)


def _goal(goal: Goal) -> Iterator[Fact]:
    about = goal.label or goal.statement
    names = [name for key in goal.boundary if (name := words.BOUNDARIES[key])]
    if names:
        near, label = goal.statement, ("Målet gäller",)
        yield from _told(about, N_("boundary"), near, label, listing(names))


def _action(action: Action, contract: Contract) -> Iterator[Fact]:
    units = {unit.id: unit.name for unit in contract.units.units}
    about = action.title
    if status := words.STATUSES[action.status]:
        yield from _told(about, N_("status"), about, STATUS, status)
    owners = [units.get(owner, owner) for owner in action.owners]
    yield from _told(about, N_("responsible"), about, ("Ansvarig:",), *owners)
    if action.deputy:
        deputy = units.get(action.deputy, action.deputy)
        yield from _told(about, N_("deputy"), about, ("Ersättare:",), deputy)
    for partner in action.partners:
        if partner.organisation:
            role = (f"{partner.role or 'Andra som deltar'}:",)
            yield from _told(about, N_("what the partner does"), about, role, partner.organisation)
    for what, label, items in (
        (N_("target group"), "Målgrupper:", action.target_groups),
        (N_("co-benefit"), "Mervärden:", action.co_benefits),
        (N_("barrier"), "Hinder:", action.barriers),
    ):
        yield from _told(about, what, about, (label,), *items)
    yield from _costs(about, action.costs)


def _costs(about: str, costs: Iterable[Cost]) -> Iterator[Fact]:
    for cost in costs:
        yield from _told(about, N_("kind of cost"), about, ("Kostnad:",), words.COSTS[cost.kind])
        if cost.payer:
            yield from _told(about, N_("payer"), about, ("betalas av",), cost.payer)


def _reasons(contract: Contract) -> Iterator[Fact]:
    for choice in contract.commitments.shared_commitments:
        if choice.reason:
            about = f"Åtagande {choice.number}"
            yield from _told(about, N_("reason"), about, ("Skäl:",), choice.reason)


def _cooperation(contract: Contract, place_of: Callable[[str], str]) -> Iterator[Fact]:
    for area in contract.commitments.cooperation_areas:
        names = [place_of(code) for code in area.municipalities]
        about, what = area.title, N_("municipality in the cooperation")
        yield from _told(about, what, about, (about,), *names)


def told_in(fact: Fact, scope: Passage) -> tuple[int | None, str]:
    """The piece where the sentence stands that a fact belongs in, and what it says instead.

    Nothing of both where there is no such sentence.
    """
    found: tuple[int | None, str] = (None, "")
    for number in dict.fromkeys(word.paragraph for word in scope.words):
        pieces = list(dict.fromkeys(word.piece for word in scope.paragraph(number).words))
        line = " ".join(unmarked(folded(scope.pieces[piece].text)) for piece in pieces)
        for label in (label for label in fact.labels if label in line):
            _, _, after = line.partition(label)
            said = label + after if fact.value.startswith(label) or fact.labels[1:] else after
            said = _END.split(said)[0].strip(" .()")
            if next(passage([Piece(said, say(""))]).find(fact.value), None) is not None:
                return pieces[0], ""
            found = (pieces[0], said)
    return found
