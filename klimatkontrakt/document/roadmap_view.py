"""Actions, milestones and money in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.document import words
from klimatkontrakt.document.markdown import prose
from klimatkontrakt.document.swedish import (
    amount,
    capital,
    counted,
    listing,
    paragraphs,
    sentence,
    span,
    when,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from klimatkontrakt.document.view_types import (
        ActionView,
        InvestmentView,
        MilestonesView,
        RoadmapView,
    )
    from klimatkontrakt.model.action import Action, Cost, Effect, Funding, Milestone, Partner
    from klimatkontrakt.model.contract import Contract
    from klimatkontrakt.model.quantity import Quantity
    from klimatkontrakt.model.when import When

    NameOf = Callable[[str], str]


def roadmap_view(contract: Contract, place_of: NameOf) -> RoadmapView:
    """What the chapter on the roadmap may see; ``place_of`` names a municipality by its code."""
    roadmap = contract.roadmap
    titles = {document.id: document.title for document in contract.documents.documents}
    period = roadmap.priorities_period
    return {
        "priorities": _priorities([item.title for item in roadmap.priorities], period),
        "priorities_document": titles.get(roadmap.priorities_document or "", ""),
        "efforts": [item.title for item in roadmap.efforts],
        "actions": [_action(action, contract, place_of) for action in roadmap.actions],
    }


def _priorities(titles: list[str], period: When | None) -> str:
    """Kommunkoncernen har fem prioriterade områden för 2026–2028: …, or nothing."""
    if not titles:
        return ""
    areas = "prioriterat område" if len(titles) == 1 else "prioriterade områden"
    span = f" för {when(period)}" if period else ""
    return f"Kommunkoncernen har {counted(len(titles))} {areas}{span}: {listing(titles)}."


def investment_view(contract: Contract) -> InvestmentView:
    """What the chapter on the investment plan may see."""
    plan = contract.investment
    return {
        "state": words.PLAN_STATES[plan.plan_state],
        "text": prose(plan.text) if plan.text else [],
        "needs": list(plan.needs),
        "instruments": listing(plan.instruments),
        "items": [
            {"title": item.title, "facts": [*costs_told(item.costs), *funding_told(item.funding)]}
            for item in plan.items
        ],
        **_milestones(plan.milestones),
    }


def _action(action: Action, contract: Contract, place_of: NameOf) -> ActionView:
    facts = list(_facts(action, contract, place_of))
    said = (action.purpose, action.text, action.project, action.milestones, facts)
    return {
        "title": f"{action.number} {action.title}" if action.number else action.title,
        "purpose": prose(action.purpose) if action.purpose else [],
        "text": prose(action.text) if action.text else [],
        "status": words.STATUSES[action.status],
        "project": _project(action, place_of),
        "silence": "" if any(said) else "Kontraktet beskriver inte insatsen närmare.",
        "facts": facts,
        **_milestones(action.milestones),
    }


def _milestones(milestones: Iterable[Milestone]) -> MilestonesView:
    """Done and planned apart, each with its time in words, or without where that is unknown."""
    shown: MilestonesView = {"done": [], "planned": []}
    for milestone in milestones:
        dated = milestone.done or milestone.due
        time = when(dated) if dated and dated.precision != "unknown" else milestone.undated or ""
        yearly = " (varje år)" if milestone.recurring else ""
        shown["done" if milestone.done else "planned"].append(
            {
                "time": capital(f"{time}{yearly}".strip()),
                "text": " ".join(paragraphs(milestone.text)),
            }
        )
    return shown


def _project(action: Action, place_of: NameOf) -> str:
    project = action.project
    if project is None:
        return ""
    said = f"Insatsen har stöd av projektet {project.name}"
    if project.programme:
        said += f" inom {project.programme}"
    if project.period:
        said += f" ({when(project.period)})"
    names = [_name(partner, place_of) for partner in project.partners]
    if names:
        said += f", där {listing(names)} samarbetar" if len(names) > 1 else f", med {names[0]}"
    return f"{said}."


def _name(partner: Partner, place_of: NameOf) -> str:
    return partner.organisation or place_of(partner.municipality or "")


def _facts(action: Action, contract: Contract, place_of: NameOf) -> Iterator[str]:
    """Every other fact that the action has, as ``Ansvarig: …``."""
    units = {unit.id: unit.name for unit in contract.units.units}
    if action.owners:
        yield f"Ansvarig: {listing([units.get(owner, owner) for owner in action.owners])}."
    if action.deputy:
        yield f"Ersättare: {units.get(action.deputy, action.deputy)}."
    if action.period:
        yield f"Tid: {when(action.period)}."
    roles = list(dict.fromkeys(partner.role for partner in action.partners))
    for role in roles:
        names = [_name(item, place_of) for item in action.partners if item.role == role]
        yield f"{capital(role) if role else 'Andra som deltar'}: {listing(names)}."
    for label, items in (
        ("Målgrupper", action.target_groups),
        ("Omfattning", action.outputs),
        ("Mervärden", action.co_benefits),
        ("Hinder", action.barriers),
    ):
        if items:
            yield f"{label}: {listing(items)}."
    for outcome in action.outcomes:
        stage = "Tidigt utfall" if outcome.stage == "early" else "Utfall på längre sikt"
        yield f"{stage}: {sentence(outcome.text)}"
    yield from effects_told(action.effects)
    yield from costs_told(action.costs)
    yield from funding_told(action.funding)


def effects_told(effects: Iterable[Effect]) -> Iterator[str]:
    """A sentence an effect: what, how much, and how sure it is."""
    for effect in effects:
        parts = [
            words.EFFECTS[effect.kind],
            _amount(effect.amount, effect.low, effect.high),
            words.PERIODS[effect.per],
            f"jämfört med {words.AGAINST[effect.against]}" if effect.against else "",
            f"({', '.join(details)})" if (details := _details(effect)) else "",
        ]
        yield f"Effekt: {' '.join(part for part in parts if part)}."


def _details(effect: Effect) -> list[str]:
    certainty = words.CERTAINTIES[effect.certainty] if effect.certainty else ""
    year = str(effect.year) if effect.year else ""
    return [item for item in (certainty, effect.sector, year, effect.method) if item]


def costs_told(costs: Iterable[Cost]) -> Iterator[str]:
    """A sentence a cost: which kind, how much, who pays and for what."""
    for cost in costs:
        payer = f", betalas av {cost.payer}" if cost.payer else ""
        covers = f", för {cost.covers}" if cost.covers else ""
        parts = [
            words.COSTS[cost.kind],
            _amount(cost.amount, cost.low, cost.high),
            words.PERIODS[cost.per],
        ]
        yield f"Kostnad: {' '.join(part for part in parts if part)}{payer}{covers}."


def funding_told(funding: Iterable[Funding]) -> Iterator[str]:
    """A sentence a funder."""
    for item in funding:
        amounts = [amount(known) for known in (item.amount, item.share) if known]
        details = ", ".join([*([item.form] if item.form else []), *amounts])
        yield f"Finansiering: {item.funder}{f' ({details})' if details else ''}."


def _amount(known: Quantity | None, low: Quantity | None, high: Quantity | None) -> str:
    if known:
        return amount(known)
    if low and high:
        return span(low, high)
    if low:
        return f"minst {amount(low)}"
    return f"högst {amount(high)}" if high else ""
