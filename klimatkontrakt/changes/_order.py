"""Which way a change goes: -1 for less far-reaching, 1 for more, 0 where the data does not say."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from klimatkontrakt.changes._change import Fact

if TYPE_CHECKING:
    from klimatkontrakt.changes._change import Change
    from klimatkontrakt.model.action import Funding
    from klimatkontrakt.model.contract import Contract
    from klimatkontrakt.model.decision import Decision
    from klimatkontrakt.model.goal import Target
    from klimatkontrakt.model.when import When

SMALLER_IS_MORE = {"reduce_to", "at_most"}
LARGER_IS_MORE = {"reduce_by", "at_least"}

WITHIN = {
    "municipal_group": {"municipal_administration"},
    "territory": {"city_area"},
}
"""Boundaries that surely hold others; nothing else is said to be wider or narrower."""

BINDING = re.compile(r"\b(ska|skall|måste|åtar sig)\b", re.IGNORECASE)
WISHING = re.compile(
    r"\b(avser|bör|verka för|verkar för|på sikt|strävar efter|ambitionen är)\b", re.IGNORECASE
)

STANDING = {"repealed": 0, "proposed": 1, "revised": 2, "adopted": 2}


def _sign(value: Any) -> int:
    return int(value > 0) - int(value < 0)


def year(change: Change) -> int:
    """An earlier target year is more; a year moved by a decision before the old version is not."""
    one, other = change.before, change.after
    if change.field != "target_year" or not (isinstance(one, int) and isinstance(other, int)):
        return 0
    return 0 if _decided_before(change) else _sign(one - other)


def ambition(change: Change) -> int:
    """A target of the same kind and measure whose number asks for more is more."""
    if change.field != "target" or change.before is None or change.after is None:
        return 0
    one, other = _number(change.before), _number(change.after)
    alike = (change.before.kind, change.before.of) == (change.after.kind, change.after.of)
    if not alike or one is None or other is None or one[0] != other[0]:
        return 0
    if not _same_base(change) or _decided_before(change):
        return 0
    larger = _sign(other[1] - one[1])
    kind = change.after.kind
    return larger if kind in LARGER_IS_MORE else -larger if kind in SMALLER_IS_MORE else 0


def _number(target: Target) -> tuple[str, Decimal] | None:
    amount = target.value or target.share
    return (amount.dimension, amount.value) if amount else None


def _same_base(change: Change) -> bool:
    """Whether both targets count from the same base year and measure the same."""
    goals = [_goal(side, change) for side in change.sides or ()]
    return len({(goal.baseline, goal.measure) for goal in goals if goal}) == 1


def _goal(contract: Contract, change: Change) -> Any:
    route = change.old if change.sides and contract is change.sides[0] else change.new
    if route is None:
        return None
    return contract.goals.goals[int(route.steps[1])]


def scope(change: Change) -> int:
    """A boundary that holds the other, or fewer exclusions, is more."""
    if change.field == "boundary" and "unknown" not in (*change.before, *change.after):
        one, other = _expanded(change.before), _expanded(change.after)
    elif change.field == "excludes":
        one, other = set(change.after), set(change.before)
    else:
        return 0
    return 1 if one < other else -1 if one > other else 0


def _expanded(boundary: tuple[str, ...]) -> set[str]:
    return set(boundary).union(*(WITHIN.get(name, set()) for name in boundary))


def decision(change: Change) -> int:
    """Adopted after proposed is more; proposed after adopted, or repealed, is less."""
    if change.fact is not Fact.DECISION or change.before is None or change.after is None:
        return 0
    return _sign(STANDING[change.after.act] - STANDING[change.before.act])


def _decided_before(change: Change) -> bool:
    """Whether the goal had its last decision before either version was signed.

    The later version tells which decision that is; of two revisions of one version, either may.
    """
    sides = change.sides or ()
    years = [side.version.version for side in sides]
    signed = [_signed(side) for side in sides if side.version.version == min(years)]
    taken = [_taken(side, change) for side in sides if side.version.version == max(years)]
    known = [day for day in signed if day]
    return len(known) == len(signed) and any(day and day <= min(known) for day in taken)


def _signed(contract: Contract) -> date | None:
    return _last_day(contract.signing)


def _taken(contract: Contract, change: Change) -> date | None:
    goal = _goal(contract, change)
    found = latest_decision(contract, goal.decisions, ("adopted", "revised")) if goal else None
    return _last_day(found.date) if found else None


def _last_day(when: When | None) -> date | None:
    return when.end if when else None


def latest_decision(
    contract: Contract, ids: tuple[str, ...], acts: tuple[str, ...] = tuple(STANDING)
) -> Decision | None:
    """The last of the decisions named, of those acts; a proposal only where nothing is decided.

    A document lists its decisions in order of time; between documents the day tells.
    """
    named = [
        [item for item in document.decisions if item.id in ids and item.act in acts]
        for document in contract.documents.documents
    ]
    decided = [[item for item in found if item.act != "proposed"] for found in named]
    last = [found[-1] for found in decided if found] or [found[-1] for found in named if found]
    return max(last, key=lambda item: (_last_day(item.date) or date.min, item.id), default=None)


def milestone(change: Change) -> int:
    """An earlier last day is more, as long as the milestone is still due on both sides."""
    one, other = change.before, change.after
    keys = {route.steps[-1] for route in (change.old, change.new) if route}
    if change.kind != "milestone" or change.field != "due" or keys != {"due"}:
        return 0
    if one is None or other is None or one.end is None or other.end is None:
        return 0
    return _sign((one.end - other.end).days)


def binding(change: Change) -> int:
    """More binding words and no fewer wishes lost is more; both must point the same way."""
    if change.fact is not Fact.REWORDED:
        return 0
    one, other = str(change.before or ""), str(change.after or "")
    bound = _sign(len(BINDING.findall(other)) - len(BINDING.findall(one)))
    wished = _sign(len(WISHING.findall(other)) - len(WISHING.findall(one)))
    return bound if bound == -wished else 0


def funding(change: Change) -> int:
    """More funders, or more money from the same ones, is more, if nothing speaks against it."""
    if change.field != "funding":
        return 0
    one, other = _funders(change.before), _funders(change.after)
    kept = one.keys() & other.keys()
    if any((one[name] is None) != (other[name] is None) for name in kept):
        return 0
    signs = {_sign((other[name] or 0) - (one[name] or 0)) for name in kept}
    signs |= {1 for name in other if name not in one} | {-1 for name in one if name not in other}
    signs -= {0}
    return signs.pop() if len(signs) == 1 else 0


def _funders(items: tuple[Funding, ...]) -> dict[str, Decimal | None]:
    """What each funder pays in all; ``None`` where some part of it is not told."""
    found: dict[str, Decimal | None] = {}
    for item in items:
        earlier = found.get(item.funder, Decimal(0))
        if item.amount is None or earlier is None:
            found[item.funder] = None
        else:
            found[item.funder] = earlier + item.amount.value
    return found


def responsible(change: Change) -> int:
    """Somebody named where nobody was is more."""
    if change.field != "owners":
        return 0
    return bool(change.after) - bool(change.before)


def reached(change: Change) -> bool:
    """Whether a milestone that was to come has been reached."""
    if change.kind != "milestone" or change.field != "done" or change.old is None:
        return False
    done: When | None = change.after
    return done is not None and change.old.steps[-1] in {"due", "undated"}
