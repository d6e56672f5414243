"""Two contracts → facts. Order, quotes, line breaks and comments make no difference."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from klimatkontrakt.changes._change import Change, Fact
from klimatkontrakt.changes._order import latest_decision
from klimatkontrakt.diagnostics.route import Route
from klimatkontrakt.diagnostics.suggest import likeness
from klimatkontrakt.model.known import is_known
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
    ("focus", Fact.VALUE),
    ("links", Fact.VALUE),
)
INVESTMENT: Fields = (
    ("plan_state", Fact.STATUS),
    ("text", Fact.REWORDED),
    ("needs", Fact.VALUE),
    ("instruments", Fact.VALUE),
)


TOLD = {
    name
    for fields in (*FIELDS.values(), HEAD, INVESTMENT)
    for name, fact in fields
    if fact is Fact.REWORDED
}
"""Fields whose words say how something is told rather than what it is."""


def compare(old: Contract, new: Contract) -> Iterator[Change]:
    """Everything that differs, goals before actions before commitments."""
    for change in _Two(old, new).changes():
        yield replace(change, sides=(old, new))


@dataclass(frozen=True, slots=True)
class _Two:
    old: Contract
    new: Contract

    def changes(self) -> Iterator[Change]:
        old, new = self.old, self.new
        base = Change(Fact.VALUE, "contract", "contract", "")
        yield from self._whole(base, "contract", HEAD, old.head, new.head)
        found = pairs(old, new, likeness)
        gone = {pair.old.ref for pair in found if pair.old and pair.new is None}
        came = {pair.new.ref for pair in found if pair.new and pair.old is None}
        for pair in found:
            if pair.old is not None and pair.new is not None:
                yield from self._item(pair, pair.old, pair.new)
            elif pair.new is not None and pair.new.parent not in came:
                yield self._added(pair.new)
            elif pair.old is not None and pair.old.parent not in gone:
                yield self._removed(pair.old, pair)
        base = Change(Fact.VALUE, "investment", "investment", "")
        yield from self._whole(base, "investment", INVESTMENT, old.investment, new.investment)

    def _whole(
        self, base: Change, document: str, fields: Fields, before: Any, after: Any
    ) -> Iterator[Change]:
        placed = replace(base, old=Route(document), new=Route(document))
        yield from self._fields(placed, fields, before, after)

    def _item(self, pair: Pair, before: Item, after: Item) -> Iterator[Change]:
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
        if before.document != after.document:
            yield replace(base, fact=Fact.MOVED, before=before.parent, after=after.parent)
        yield from self._fields(base, FIELDS[after.kind], before.value, after.value)
        if after.kind in {"goal", "action"}:
            yield from self._decision(base, before, after)
        if after.kind == "milestone":
            yield from _time(base, before.value, after.value)
        if after.kind == "commitment":
            yield from self._points(base, before.value.points, after.value.points)

    def _fields(self, base: Change, fields: Fields, before: Any, after: Any) -> Iterator[Change]:
        for name, fact in fields:
            one, other = getattr(before, name), getattr(after, name)
            if _same(one, other):
                continue
            if name in TOLD and not self._official():
                continue  # a change in a summary is a change in our own words
            gap = self._gap(before=is_known(one), after=is_known(other))
            yield replace(_at(base, name, name), fact=fact, before=one, after=other, gap=gap)

    def _official(self) -> bool:
        return self.old.head.wording == self.new.head.wording == "official"

    def _gap(self, *, before: bool, after: bool) -> str:
        """Which side's record is too thin to tell whether something came or went.

        Only two complete records tell that; the one that lacks the thing is blamed first.
        """
        if before and after:
            return ""
        sides = {"old": self.old, "new": self.new}
        thin = [name for name, side in sides.items() if side.head.record != "complete"]
        lacking = "new" if before else "old"
        return lacking if lacking in thin else next(iter(thin), "")

    def _added(self, item: Item) -> Change:
        route = Route(item.document, item.steps)
        gap = self._gap(before=False, after=True)
        none_before = self.old.version.known.shared_commitments == "not_applicable"
        if item.kind == "commitment" and none_before:
            gap = ""  # there was nothing to choose among
        change = Change(Fact.ADDED, item.kind, item.ref, item.label, after=item.value, new=route)
        return replace(change, gap=gap)

    def _removed(self, item: Item, pair: Pair) -> Change:
        route = Route(item.document, item.steps)
        gap = "" if pair.ending else self._gap(before=True, after=False)
        change = Change(Fact.REMOVED, item.kind, item.ref, item.label, before=item.value, old=route)
        return replace(change, gap=gap, ending=pair.ending)

    def _decision(self, base: Change, before: Item, after: Item) -> Iterator[Change]:
        """Where the decision behind an item stands; it may move without the item."""
        one = latest_decision(self.old, before.value.decisions)
        other = latest_decision(self.new, after.value.decisions)
        if (one and (one.act, one.date)) == (other and (other.act, other.date)):
            return
        gap = self._gap(before=one is not None, after=other is not None)
        placed = _at(base, "decisions", "decisions")
        yield replace(placed, fact=Fact.DECISION, before=one, after=other, gap=gap)

    def _points(
        self, base: Change, before: tuple[str, ...], after: tuple[str, ...]
    ) -> Iterator[Change]:
        placed = _at(base, "points", "points")
        for point in sorted(set(before) - set(after)):
            gap = self._gap(before=True, after=False)
            yield replace(placed, fact=Fact.POINT_DROPPED, before=point, gap=gap)
        for point in sorted(set(after) - set(before)):
            gap = self._gap(before=False, after=True)
            yield replace(placed, fact=Fact.POINT_CHOSEN, after=point, gap=gap)


def _at(base: Change, old: str, new: str) -> Change:
    """The change in a key of the item, which may have another name on the other side."""
    return replace(
        base,
        field=new,
        old=base.old / old if base.old else None,
        new=base.new / new if base.new else None,
    )


def _same(one: Any, other: Any) -> bool:
    """Equal, or saying equally little."""
    return not (is_known(one) or is_known(other)) or bool(_form(one) == _form(other))


def _form(value: Any) -> Any:
    """The value as it is compared: lists in no order, words without line breaks, no sources."""
    if isinstance(value, tuple):
        return frozenset(Counter(map(_form, value)).items())
    if isinstance(value, str):
        return tuple(value.split())
    fields = getattr(type(value), "model_fields", None)
    if fields is None:
        return value
    return tuple((name, _form(getattr(value, name))) for name in fields if name != "source")


def _time(base: Change, before: Milestone, after: Milestone) -> Iterator[Change]:
    """When a milestone is due, was done, or what is said in place of a date."""
    one, other = _dated(before), _dated(after)
    if one != other:
        yield replace(_at(base, one[0], other[0]), before=one[1], after=other[1])


def _dated(milestone: Milestone) -> tuple[str, Any]:
    keys = ("due", "done", "undated")
    return next((key, value) for key in keys if (value := getattr(milestone, key)) is not None)
