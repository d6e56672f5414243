"""Values of the model as words in a sentence about a change."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from klimatkontrakt.changes._change import Change, Fact
from klimatkontrakt.diagnostics.dates import in_words
from klimatkontrakt.diagnostics.message import Message, say
from klimatkontrakt.diagnostics.terms import word
from klimatkontrakt.i18n import N_
from klimatkontrakt.model.known import is_known
from klimatkontrakt.model.lineage import items

if TYPE_CHECKING:
    from collections.abc import Callable

    from klimatkontrakt.model.action import Funding
    from klimatkontrakt.model.decision import Decision
    from klimatkontrakt.model.goal import Target

MENTIONED = {"goal", "action", "milestone", "priority", "effort", "cooperation"}
"""Kinds of items that a contract mentions, and that a later one may mention no longer."""

TARGETS = {
    "reduce_by": N_("reduced by {amount}"),
    "reduce_to": N_("reduced to {amount}"),
    "at_most": N_("at most {amount}"),
    "at_least": N_("at least {amount}"),
    "reach": N_("{amount}"),
}

FIELDS = {
    "focus": N_("direction of the year"),
    "motivation": N_("why the municipality takes part"),
    "statement": N_("wording"),
    "title": N_("title"),
    "purpose": N_("purpose"),
    "text": N_("text"),
    "boundary_note": N_("boundary in more detail"),
    "residual": N_("remaining emissions"),
    "level": N_("level"),
    "parent": N_("goal above"),
    "boundary": N_("boundary"),
    "excludes": N_("exclusions"),
    "end_state": N_("end state"),
    "measure": N_("measure"),
    "target_year": N_("target year"),
    "target": N_("target value"),
    "baseline": N_("base year"),
    "annual_rate": N_("yearly rate"),
    "control": N_("degree of control"),
    "decisions": N_("decision"),
    "project": N_("project"),
    "period": N_("period"),
    "owners": N_("who is responsible"),
    "deputy": N_("deputy"),
    "partners": N_("partners"),
    "target_groups": N_("target groups"),
    "effects": N_("effect"),
    "costs": N_("cost"),
    "funding": N_("funding"),
    "outputs": N_("outputs"),
    "due": N_("due"),
    "done": N_("done"),
    "undated": N_("time"),
    "links": N_("links to documents"),
    "needs": N_("needs"),
    "instruments": N_("forms of funding"),
    "municipalities": N_("municipalities"),
    "reason": N_("reason"),
    "points": N_("points"),
    "kind": N_("kind"),
    "status": N_("status"),
    "plan_state": N_("state of the plan"),
    "relation": N_("stand"),
}


def names(values: tuple[str, ...]) -> Message:
    """Several words, with commas."""
    if not values:
        return say(N_("nothing"))
    first, *rest = values
    if not rest:
        return word(first)
    return say(N_("{first}, {rest}"), first=word(first), rest=names(tuple(rest)))


def target(value: Target) -> Message:
    """``reduced by 80 %``."""
    amount = value.value or value.share
    return say(TARGETS[value.kind], amount=amount.text if amount else "–")


def act(value: Decision) -> Message:
    """``adopted``."""
    return word(value.act)


def decided(value: Decision) -> Message:
    """``adopted 2019-04-23``."""
    return say("{act} {day}", act=act(value), day=value.date.text) if value.date else act(value)


def money(values: tuple[Funding, ...]) -> Message:
    """Funders with what each pays."""
    if not values:
        return say(N_("nothing"))
    parts = [
        f"{item.funder} ({item.amount.text})" if item.amount else item.funder for item in values
    ]
    return say("{text}", text=", ".join(parts))


def ended(change: Change, end: str) -> bool:
    """Whether an old item is gone and said to have ended so."""
    return change.fact is Fact.REMOVED and change.ending is not None and change.ending.end == end


def into(change: Change) -> str:
    """What an ended item went into, by the name that readers know; empty when nobody has said."""
    ref = (change.ending.into if change.ending else None) or ""
    known = items(change.sides[1]) if change.sides else {}
    return known[ref].label if ref in known else ref


def stands(value: Any) -> bool:
    """Whether a stand on a shared commitment is in favour: a relation, or a choice, or nothing."""
    relation = getattr(value, "relation", value)
    return relation in {"joins", "prioritises"}


def rewritten(before: str, after: str) -> Message:
    """Which words gave way to which, in short."""
    one, other = before.split(), after.split()
    parts = [
        _passage(" ".join(one[a:b]), " ".join(other[c:d]))
        for tag, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
        if tag != "equal"
    ]
    return _joined(parts)


def _passage(before: str, after: str) -> Message:
    if not before:
        return say(N_("added “{after}”"), after=after)
    if not after:
        return say(N_("removed “{before}”"), before=before)
    return say(N_("“{before}” became “{after}”"), before=before, after=after)


def _joined(parts: list[Message]) -> Message:
    first, *rest = parts
    return say(N_("{first}; {rest}"), first=first, rest=_joined(rest)) if rest else first


OWN_WORDS: dict[str, Callable[[Any], Message]] = {
    "Target": target,
    "Decision": decided,
    "When": in_words,
}
"""By the type's name: explaining a verdict imports this module, and needs no models."""


def value(item: object) -> Message:
    """Any value of the model in short."""
    if item is None or item == ():
        return say(N_("nothing"))
    if isinstance(item, tuple):
        return _several(item)
    if (says := OWN_WORDS.get(type(item).__name__)) is not None:
        return says(item)
    return word(item) if isinstance(item, (str, int)) else say("{text}", text=short(item))


def _several(items: tuple[Any, ...]) -> Message:
    if isinstance(items[0], str):
        return names(items)
    if type(items[0]).__name__ == "Funding":
        return money(items)
    return say("{text}", text="; ".join(map(short, items)))


def short(item: object) -> str:
    """What a reader would call a value of the model."""
    if (text := getattr(item, "text", None)) is not None:
        return str(text)
    if (year := getattr(item, "year", None)) is not None and hasattr(item, "value"):
        known = getattr(item, "value", None)
        return f"{year} ({short(known)})" if known else str(year)
    for key in ("title", "name", "organisation", "municipality", "funder", "amount", "min", "low"):
        if (found := getattr(item, key, None)) is not None:
            return found if isinstance(found, str) else short(found)
    return str(getattr(item, "kind", item))


def _field(change: Change) -> Message:
    if change.fact in {Fact.POINT_CHOSEN, Fact.POINT_DROPPED}:
        return say(N_("point {point}"), point=change.before or change.after)
    return say(FIELDS.get(change.field, change.field))


def _side(change: Change, index: int) -> Message:
    """The value of one side; units by their names, not by the ids that the data has."""
    item = (change.before, change.after)[index]
    if change.field not in {"owners", "deputy"} or not item or change.sides is None:
        return value(item)
    known = {unit.id: unit.name for unit in change.sides[index].units.units}
    ids: tuple[str, ...] = item if isinstance(item, tuple) else (item,)
    return names(tuple(known.get(unit, unit) for unit in ids))


def fact_words(change: Change) -> Message:
    """What differs, where no verdict says it better."""
    if change.fact is Fact.ADDED:
        return say(N_("new to the records")) if change.gap else say(N_("added"))
    if change.fact is Fact.REMOVED:
        return say(N_("missing from the records")) if change.gap else say(N_("removed"))
    name = _field(change)
    if change.gap:
        new, missing = N_("{field}: new to the records"), N_("{field}: missing from the records")
        return say(missing if is_known(change.before) else new, field=name)
    if change.field == "focus":
        return say(N_("{field}: {after}"), field=name, after=value(change.after))
    before, after = _side(change, 0), _side(change, 1)
    if before == after:  # the difference lies in what the short words leave out
        return say(N_("{field}: {after}"), field=name, after=say(N_("changed")))
    return say(N_("{field}: {before} became {after}"), field=name, before=before, after=after)
