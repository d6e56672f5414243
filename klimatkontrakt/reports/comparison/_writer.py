"""The shape of a writer of comparisons, the list of all, and what the readable ones share."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Protocol

from klimatkontrakt.changes._verdict import Direction
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_
from klimatkontrakt.registry import Registry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klimatkontrakt.changes._change import Fact
    from klimatkontrakt.changes._comparison import Compared, Comparison, Judged
    from klimatkontrakt.diagnostics.message import Translator
    from klimatkontrakt.diagnostics.place import Place


class Write(Protocol):
    """How a writer is called; ``judge`` adds the harder words for one's own municipalities."""

    def __call__(self, comparison: Comparison, translator: Translator, *, judge: bool) -> str:
        """The comparison as text, ending with a line break; empty where nothing changed."""


@dataclass(frozen=True, slots=True)
class Writer:
    """A form of a comparison."""

    name: str
    write: Write


WRITERS: Registry[Writer] = Registry("klimatkontrakt.reports.comparison")

HEADINGS = {
    "contract": N_("The contract"),
    "goal": N_("Goals"),
    "priority": N_("Priorities"),
    "effort": N_("Strategic efforts"),
    "action": N_("Actions"),
    "milestone": N_("Milestones"),
    "investment": N_("Climate investment plan"),
    "commitment": N_("Shared commitments"),
    "cooperation": N_("Cooperation with other municipalities"),
    "figure": N_("Figures"),
    "party": N_("Parties"),
    "signing": N_("Who has signed"),
    "shared_commitments": N_("Commitments between municipalities"),
    "shared_commitment": N_("Commitments between municipalities"),
    "promise": N_("Common chapters"),
}
"""Kinds in the order in which they are told."""

HARDER = {Direction.LESS: N_("weakened"), Direction.MORE: N_("strengthened")}


@dataclass(frozen=True, slots=True)
class Line:
    """One change in words."""

    text: str
    direction: Direction = Direction.NEUTRAL
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """One municipality, or the common side, in words."""

    title: str
    notes: tuple[str, ...] = ()
    groups: tuple[tuple[str, tuple[Line, ...]], ...] = field(default=())


def sections(comparison: Comparison, translator: Translator, *, judge: bool) -> list[Section]:
    """The whole comparison in words: municipality → goals → actions → commitments."""
    return [_section(part, translator, judge=judge) for part in comparison.parts]


def _section(part: Compared, translator: Translator, *, judge: bool) -> Section:
    order = list(HEADINGS)
    ordered = sorted(part.changes, key=lambda item: order.index(item.change.kind))
    groups = [
        (
            translator.gettext(HEADINGS[kind]),
            tuple(_lines(list(items), translator, judge=judge and part.own)),
        )
        for kind, items in groupby(ordered, key=lambda item: item.change.kind)
    ]
    title = f"{part.name} ({part.code})" if part.code else translator.gettext(N_("Common to all"))
    # Two revisions of one version lack the same things, which is said once.
    notes = tuple(dict.fromkeys(gap.words(translator) for gap in part.gaps))
    return Section(title, notes, tuple(groups))


def _lines(items: list[Judged], translator: Translator, *, judge: bool) -> Iterator[Line]:
    """A line a change; whole items that only the record makes new or missing share one line."""
    for thin, group in groupby(items, key=_thin):
        if not all(thin):
            yield from (_line(item, translator, judge=judge) for item in group)
            continue
        found = list(group)
        said = found[0].message.words(translator)
        labels = "; ".join(item.change.label.rstrip(".") for item in found)
        yield Line(capital(f"{said}: {labels}"), place=found[0].new or found[0].old)


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def _thin(item: Judged) -> tuple[str, bool, Fact]:
    """Which gap, whether of a whole item, and whether it came or went."""
    return item.change.gap, not item.change.field, item.change.fact


def _line(item: Judged, translator: Translator, *, judge: bool) -> Line:
    said = item.message.words(translator)
    label = item.change.label.rstrip(".")
    text = f"{label}: {said}" if label else said
    if judge and item.direction in HARDER:
        text += f" ({translator.gettext(HARDER[item.direction])})"
    if item.change.likeness is not None:
        text += " " + say(N_("(a guess: {likeness} % alike)"), likeness=item.change.likeness).words(
            translator
        )
    if item.accepted:
        text += " " + say(N_("(accepted: {reason})"), reason=item.accepted).words(translator)
    return Line(capital(text), item.direction, item.new or item.old)
