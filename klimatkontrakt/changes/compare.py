"""Two contracts → facts. Order, quotes, line breaks and comments make no difference."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from klimatkontrakt.changes._change import Change, Fact
from klimatkontrakt.changes._order import latest_decision
from klimatkontrakt.diagnostics.route import Route
from klimatkontrakt.diagnostics.suggest import likeness
from klimatkontrakt.model.base import is_known
from klimatkontrakt.model.lineage import Item, Pair, pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klimatkontrakt.model.action import Milestone
    from klimatkontrakt.model.contract import Contract

    Fields = tuple[tuple[str, Fact], ...]

GOAL: Fields = (
    ("statement", Fact.REWORDED),
    ("level", Fact.VALUE),
    ("parent", Fact.VALUE),
    ("boundary", Fact.VALUE),
    ("boundary_note", Fact.REWORDED),
    ("excludes", Fact.VALUE),
    ("end_state", Fact.VALUE),
    ("measure", Fact.VALUE),
    ("target_year", Fact.VALUE),
    ("target", Fact.VALUE),
    ("baseline", Fact.VALUE),
    ("annual_rate", Fact.VALUE),
    ("residual", Fact.REWORDED),
    ("control", Fact.VALUE),
)
ACTION: Fields = (
    ("title", Fact.REWORDED),
    ("purpose", Fact.REWORDED),
    ("text", Fact.REWORDED),
    ("project", Fact.VALUE),
    ("status", Fact.STATUS),
    ("period", Fact.VALUE),
    ("owners", Fact.RESPONSIBLE),
    ("deputy", Fact.RESPONSIBLE),
    ("partners", Fact.VALUE),
    ("target_groups", Fact.VALUE),
    ("effects", Fact.VALUE),
    ("costs", Fact.VALUE),
    ("funding", Fact.VALUE),
    ("outputs", Fact.VALUE),
)
MILESTONE: Fields = (
    ("text", Fact.REWORDED),
    ("owners", Fact.RESPONSIBLE),
)
COMMITMENT: Fields = (
    ("relation", Fact.RELATION),
    ("text", Fact.REWORDED),
    ("reason", Fact.REWORDED),
)
FIELDS: dict[str, Fields] = {
    "goal": GOAL,
    "action": ACTION,
    "milestone": MILESTONE,
    "commitment": COMMITMENT,
    "priority": (),
    "effort": (),
    "cooperation": (("municipalities", Fact.VALUE),),
}
HEAD: Fields = (
    ("kind", Fact.STATUS),
    ("status", Fact.STATUS),
    ("motivation", Fact.REWORDED),
    ("focus", Fact.REWORDED),
    ("links", Fact.VALUE),
)
INVESTMENT: Fields = (
    ("plan_state", Fact.STATUS),
    ("text", Fact.REWORDED),
    ("needs", Fact.VALUE),
    ("instruments", Fact.VALUE),
)


def compare(old: Contract, new: Contract) -> Iterator[Change]:
    """Everything that differs, goals before actions before commitments."""
    for change in _changes(old, new):
        yield replace(change, sides=(old, new))


def _changes(old: Contract, new: Contract) -> Iterator[Change]:
    yield from _whole("contract", "contract", "", HEAD, old.head, new.head, old, new)
    found = pairs(old, new, likeness)
    gone = {pair.old.ref for pair in found if pair.old and pair.new is None}
    came = {pair.new.ref for pair in found if pair.new and pair.old is None}
    for pair in found:
        if pair.old is not None and pair.new is not None:
            yield from _item(pair, pair.old, pair.new, old, new)
        elif pair.new is not None and pair.new.parent not in came:
            yield _added(pair.new, old, new)
        elif pair.old is not None and pair.old.parent not in gone:
            yield _removed(pair.old, pair, old, new)
    yield from _whole(
        "investment",
        "investment",
        "investment",
        INVESTMENT,
        old.investment,
        new.investment,
        old,
        new,
    )


def _whole(
    kind: str,
    document: str,
    ref: str,
    fields: Fields,
    before: Any,
    after: Any,
    old: Contract,
    new: Contract,
) -> Iterator[Change]:
    base = Change(Fact.VALUE, kind, ref or kind, "", old=Route(document), new=Route(document))
    yield from _fields(base, fields, before, after, old, new)


def _item(pair: Pair, before: Item, after: Item, old: Contract, new: Contract) -> Iterator[Change]:
    base = Change(
        Fact.VALUE,
        after.kind,
        after.ref,
        after.label,
        old=Route(before.document, before.steps),
        new=Route(after.document, after.steps),
        likeness=pair.likeness,
    )
    if before.id != after.id:
        yield replace(base, fact=Fact.RENAMED, before=before.id, after=after.id)
    if _moved(before, after):
        yield replace(base, fact=Fact.MOVED, before=before.parent, after=after.parent)
    yield from _fields(base, FIELDS[after.kind], before.value, after.value, old, new)
    if after.kind in {"goal", "action"}:
        yield from _decision(base, before, after, old, new)
    if after.kind == "milestone":
        yield from _time(base, before.value, after.value)
    if after.kind == "commitment":
        yield from _points(base, before.value.points, after.value.points)


def _moved(before: Item, after: Item) -> bool:
    """Whether an item stands elsewhere; a parent with another id may be the same parent renamed."""
    return before.parent != after.parent and before.document != after.document


def _fields(
    base: Change, fields: Fields, before: Any, after: Any, old: Contract, new: Contract
) -> Iterator[Change]:
    for name, fact in fields:
        one, other = getattr(before, name), getattr(after, name)
        if _same(one, other):
            continue
        if fact is Fact.REWORDED and not (_official(old) and _official(new)):
            continue  # a change in a summary is a change in our own words
        yield replace(
            base,
            fact=fact,
            field=name,
            before=one,
            after=other,
            old=base.old / name if base.old else None,
            new=base.new / name if base.new else None,
            gap=_gap(is_known(one), is_known(other), old, new),
        )


def _official(contract: Contract) -> bool:
    return contract.head.wording == "official"


def _same(one: Any, other: Any) -> bool:
    """Equal, or saying equally little; a list says the same in any order."""
    if not is_known(one) and not is_known(other):
        return True
    if isinstance(one, tuple) and isinstance(other, tuple):
        return _sorted(one) == _sorted(other)
    if isinstance(one, str) and isinstance(other, str):
        return one.split() == other.split()
    return bool(one == other)


def _sorted(values: tuple[Any, ...]) -> list[str]:
    return sorted(repr(value) for value in values)


def _gap(known_before: bool, known_after: bool, old: Contract, new: Contract) -> str:
    """Which side's record is too thin to tell whether something came or went."""
    if not known_before and old.head.record != "complete":
        return "old"
    if not known_after and new.head.record != "complete":
        return "new"
    return ""


def _added(item: Item, old: Contract, new: Contract) -> Change:
    route = Route(item.document, item.steps)
    gap = _gap(known_before=False, known_after=True, old=old, new=new)
    if item.kind == "commitment" and old.version.known.shared_commitments == "not_applicable":
        gap = ""  # there was nothing to choose among before
    return Change(Fact.ADDED, item.kind, item.ref, item.label, after=item.value, new=route, gap=gap)


def _removed(item: Item, pair: Pair, old: Contract, new: Contract) -> Change:
    route = Route(item.document, item.steps)
    gap = "" if pair.ending else _gap(known_before=True, known_after=False, old=old, new=new)
    return Change(
        Fact.REMOVED,
        item.kind,
        item.ref,
        item.label,
        before=item.value,
        old=route,
        gap=gap,
        ending=pair.ending,
    )


def _decision(
    base: Change, before: Item, after: Item, old: Contract, new: Contract
) -> Iterator[Change]:
    """Where the decision behind an item stands; it may move without the item."""
    one = latest_decision(old, before.value.decisions)
    other = latest_decision(new, after.value.decisions)
    if (one and (one.act, one.date)) == (other and (other.act, other.date)):
        return
    yield replace(
        base,
        fact=Fact.DECISION,
        field="decisions",
        before=one,
        after=other,
        old=base.old / "decisions" if base.old else None,
        new=base.new / "decisions" if base.new else None,
        gap=_gap(one is not None, other is not None, old, new),
    )


def _time(base: Change, before: Milestone, after: Milestone) -> Iterator[Change]:
    """When a milestone is due, was done, or what is said in place of a date."""
    one, other = _dated(before), _dated(after)
    if one == other:
        return
    yield replace(
        base,
        field=other[0],
        before=one[1],
        after=other[1],
        old=base.old / one[0] if base.old else None,
        new=base.new / other[0] if base.new else None,
    )


def _dated(milestone: Milestone) -> tuple[str, Any]:
    keys = ("due", "done", "undated")
    return next((key, value) for key in keys if (value := getattr(milestone, key)) is not None)


def _points(base: Change, before: tuple[str, ...], after: tuple[str, ...]) -> Iterator[Change]:
    for fact, points, others in (
        (Fact.POINT_DROPPED, before, after),
        (Fact.POINT_CHOSEN, after, before),
    ):
        for point in sorted(set(points) - set(others)):
            yield replace(
                base,
                fact=fact,
                field="points",
                before=point if fact is Fact.POINT_DROPPED else None,
                after=point if fact is Fact.POINT_CHOSEN else None,
                old=base.old / "points" if base.old else None,
                new=base.new / "points" if base.new else None,
            )
