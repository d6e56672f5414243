"""Contract → what of the municipality's own part is a fact: names, times, amounts, links.

What is told in running text is not taken up: another wording of it is no other fact.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.document.swedish import when
from klimatkontrakt.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from klimatkontrakt.diagnostics.message import Message
    from klimatkontrakt.model.action import Action, Cost, Effect, Funding, Milestone, Partner
    from klimatkontrakt.model.contract import Contract
    from klimatkontrakt.model.goal import Goal
    from klimatkontrakt.model.quantity import Quantity
    from klimatkontrakt.model.when import When

    NameOf = Callable[[str], str]

RELATIONS = {"joins": "ingår i", "prioritises": "prioriterar", "declines": "avstår från"}
"""What a municipality says of a commitment."""
Kind = Literal["party", "name", "value", "link", "commitment", "relation", "points", "sentence"]


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of the data."""

    about: str
    """What it is a fact about, by its name in the data; empty for the whole."""
    what: Message
    """What kind of fact: target year, partner."""
    value: str
    """As the data renders it."""
    kind: Kind = "name"
    near: str = ""
    """The name that it must stand by: in the part under that heading, else in its paragraph."""
    points: tuple[str, ...] = ()
    """For a commitment: the points that are chosen, in words."""
    labels: tuple[str, ...] = ()
    """For what our own sentences tell: how the one begins that tells it."""


def facts(contract: Contract, place_of: NameOf, titles: Mapping[str, str]) -> list[Fact]:
    """Every fact, in the order of the contract.

    ``titles`` are those of the chapters on ``goals``, ``roadmap`` and ``investment``, where the
    document has them.
    """
    return [
        *_head(contract, place_of),
        *(fact for goal in contract.goals.goals for fact in _goal(goal, contract, titles)),
        *_named(N_("method"), contract.goals.methods),
        *_directions(contract, titles),
        *(fact for action in contract.roadmap.actions for fact in _action(action, place_of)),
        *_investment(contract, titles),
        *_commitments(contract),
        *_named(
            N_("area of cooperation"),
            [area.title for area in contract.commitments.cooperation_areas],
        ),
        *(Fact(link.title, say(N_("link")), link.url, "link") for link in contract.head.links),
        *_named(N_("title of a link"), [link.title for link in contract.head.links]),
    ]


def _named(what: str, names: Iterable[str], about: str = "") -> Iterator[Fact]:
    yield from (Fact(about, say(what), name) for name in names)


def _value(about: str, what: str, value: str, near: str) -> Fact:
    return Fact(about, say(what), value, "value", near)


def _head(contract: Contract, place_of: NameOf) -> Iterator[Fact]:
    head = contract.head
    name = head.name or contract.municipality.formal_name
    yield Fact("", say(N_("municipality")), name, "party")
    if head.arena is not None:
        yield Fact("", say(N_("local arena")), head.arena.name)
        names = [_partner(item, place_of) for item in head.arena.partners]
        yield from _named(N_("partner"), names, head.arena.name)


def _partner(partner: Partner, place_of: NameOf) -> str:
    return partner.organisation or place_of(partner.municipality or "")


def _goal(goal: Goal, contract: Contract, titles: Mapping[str, str]) -> Iterator[Fact]:
    about, near = goal.label or goal.statement, goal.statement
    yield Fact(about, say(N_("goal")), goal.statement)
    if isinstance(goal.target_year, int):
        yield _value(about, N_("target year"), str(goal.target_year), near)
    if goal.target:
        yield from _amounts(about, near, N_("target"), (goal.target.share, goal.target.value))
    if goal.baseline:
        yield _value(about, N_("base year"), str(goal.baseline.year), near)
        yield from _amounts(about, near, N_("base value"), (goal.baseline.value,))
    if goal.annual_rate:
        rates = (goal.annual_rate.min, goal.annual_rate.max)
        yield from _amounts(about, near, N_("yearly rate"), rates)
    yield from _named(N_("exception"), goal.excludes, about)
    decisions = [item for document in contract.documents.documents for item in document.decisions]
    for decision in decisions:
        if goal.decisions[-1:] == (decision.id,):
            told = decision.expected if decision.act == "proposed" else decision.date
            if told is not None and told.precision != "unknown":
                yield _value(about, N_("decision"), when(told), titles.get("goals", ""))


def _amounts(
    about: str, near: str, what: str, amounts: Iterable[Quantity | None]
) -> Iterator[Fact]:
    yield from (_value(about, what, amount.text, near) for amount in amounts if amount)


def _directions(contract: Contract, titles: Mapping[str, str]) -> Iterator[Fact]:
    roadmap = contract.roadmap
    yield from _named(N_("priority"), [item.title for item in roadmap.priorities])
    if roadmap.priorities_period:
        near = titles.get("roadmap", "")
        yield _value("", N_("time of the priorities"), when(roadmap.priorities_period), near)
    names = {document.id: document.title for document in contract.documents.documents}
    if title := names.get(roadmap.priorities_document or ""):
        yield Fact("", say(N_("document")), title)
    yield from _named(N_("effort"), [item.title for item in roadmap.efforts])


def _action(action: Action, place_of: NameOf) -> Iterator[Fact]:
    about = action.title
    yield Fact(about, say(N_("action")), action.title)
    yield from _milestones(about, action.milestones, about)
    yield from _times(about, N_("time"), action.period, about)
    yield from _named(N_("partner"), [_partner(item, place_of) for item in action.partners], about)
    if action.project:
        project = action.project
        names = [_partner(item, place_of) for item in project.partners]
        yield Fact(about, say(N_("project")), project.name)
        yield from _named(N_("programme"), [project.programme] if project.programme else (), about)
        yield from _times(about, N_("time of the project"), project.period, about)
        yield from _named(N_("partner of the project"), names, about)
    yield from (_value(about, N_("extent"), output, about) for output in action.outputs)
    yield from _effects(about, action.effects)
    yield from _money(about, action.costs, action.funding)


def _times(about: str, what: str, time: When | None, near: str) -> Iterator[Fact]:
    if time is not None and time.end is not None:
        yield _value(about, what, when(time), near)


def _milestones(about: str, milestones: Iterable[Milestone], near: str) -> Iterator[Fact]:
    for milestone in milestones:
        what = N_("done") if milestone.done else N_("planned")
        yield from _times(about, what, milestone.done or milestone.due, near)


def _effects(about: str, effects: Iterable[Effect]) -> Iterator[Fact]:
    for effect in effects:
        amounts = (effect.amount, effect.low, effect.high)
        yield from _amounts(about, about, N_("effect"), amounts)


def _money(about: str, costs: Iterable[Cost], funding: Iterable[Funding]) -> Iterator[Fact]:
    for cost in costs:
        yield from _amounts(about, about, N_("cost"), (cost.amount, cost.low, cost.high))
    for item in funding:
        yield Fact(about, say(N_("funder")), item.funder)
        yield from _amounts(about, about, N_("funding"), (item.amount, item.share))


def _investment(contract: Contract, titles: Mapping[str, str]) -> Iterator[Fact]:
    plan = contract.investment
    title = titles.get("investment", "")
    yield from _milestones(title, plan.milestones, title)
    yield from _named(N_("instrument"), plan.instruments)
    for item in plan.items:
        yield Fact(item.title, say(N_("item of the investment plan")), item.title)
        yield from _money(item.title, item.costs, item.funding)


def _commitments(contract: Contract) -> Iterator[Fact]:
    for choice in contract.commitments.shared_commitments:
        about = f"Åtagande {choice.number}"
        commitment = contract.version.commitment(choice.number)
        texts = {point.id: point.text for point in commitment.points} if commitment else {}
        points = tuple(texts.get(point, "") for point in choice.points)
        yield Fact(about, say(N_("commitment")), str(choice.number), "commitment")
        yield Fact(
            about, say(N_("the municipality's stand")), RELATIONS[choice.relation], "relation"
        )
        if choice.relation == "joins":
            yield Fact(
                about, say(N_("number of points")), str(len(points)), "points", points=points
            )
