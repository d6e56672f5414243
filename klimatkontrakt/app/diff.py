"""Compare two versions, for one municipality or all, and the common side."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from klimatkontrakt.changes._common import common_gaps, compare_common
from klimatkontrakt.changes._comparison import Compared, Comparison, Judged
from klimatkontrakt.changes._verdict import judge
from klimatkontrakt.changes._words import fact_words
from klimatkontrakt.changes.compare import compare
from klimatkontrakt.diagnostics.entry import Level
from klimatkontrakt.diagnostics.failure import Failure
from klimatkontrakt.diagnostics.message import Message, say
from klimatkontrakt.diagnostics.outcome import Outcome
from klimatkontrakt.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from klimatkontrakt.app.sides import Side
    from klimatkontrakt.changes._change import Change
    from klimatkontrakt.diagnostics.place import Place
    from klimatkontrakt.diagnostics.route import Route
    from klimatkontrakt.model.contract import Contract
    from klimatkontrakt.store.reader import Part, Reading

    Progress = Callable[[Iterable[str]], Iterable[str]]


def diff(old: Side, new: Side, who: str | None = None, progress: Progress = iter) -> Comparison:
    """What changed from the old side to the new; ``who`` limits it to one municipality's slug.

    Raises:
        Failure: a contract cannot be read, so nothing can be said of what changed in it.
    """
    one_only = who or old.only or new.only
    parts = [] if one_only else [_common(old, new)]
    slugs = sorted({*old.slugs(), *new.slugs()})
    if old.only and new.only and old.only != new.only:
        message = say(N_("the two folders are those of different municipalities"))
        raise Failure(message, say(N_("choose two contracts of one municipality")))
    if one_only is not None and one_only not in slugs:
        known = new.reader.codes.by_slug[one_only].name
        message = say(N_("neither side has a contract of {name}"), name=known)
        raise Failure(message, say(N_("choose another municipality, or other versions")))
    chosen = [slug for slug in slugs if one_only in {None, slug}]
    parts += [_municipality(old, new, slug) for slug in progress(chosen)]
    return Comparison(old.word, new.word, tuple(p for p in parts if p.changes or p.gaps))


def _common(old: Side, new: Side) -> Compared:
    before, after = old.common(), new.common()
    if before is None or after is None:
        return Compared("", "", own=False, changes=())
    _require_sound([before, after])
    codes = new.reader.codes.by_code
    changes = []
    for change in compare_common(before.value, after.value):
        known = codes.get(change.label)
        named = replace(change, label=known.name) if known else change
        changes.append(
            judged_change(
                named, _place_in(before, old, change.old), _place_in(after, new, change.new)
            )
        )
    gaps = common_gaps(before.value, after.value) if changes and old.year != new.year else ()
    return Compared("", "", own=False, changes=tuple(changes), gaps=tuple(gaps))


def _place_in(part: Part, side: Side, route: Route | None) -> Place | None:
    if route is None:
        return None
    place = part.source.place(part.source.original(route))
    return replace(place, file=f"{side.mark}{place.file}")


def _municipality(old: Side, new: Side, slug: str) -> Compared:
    before, after = old.reading(slug), new.reading(slug)
    readings = [reading for reading in (before, after) if reading is not None]
    for reading in readings:
        _require_sound([], reading)
    municipality = next(r.contract.municipality for r in readings if r.contract)
    own = municipality.code in new.reader.layout.settings.own
    one, other = (reading.contract if reading else None for reading in (before, after))
    if before is None or after is None or one is None or other is None:
        gap = _absent(old if before is None else new)
        return Compared(municipality.name, municipality.code, own, (), (gap,))
    changes = [
        _accepted(
            judged_change(change, _place(before, old, change.old), _place(after, new, change.new)),
            other,
        )
        for change in compare(one, other)
    ]
    gaps = tuple(_gaps(one, other, changes))
    return Compared(municipality.name, municipality.code, own, tuple(changes), gaps)


def _require_sound(parts: list[Part], reading: Reading | None = None) -> None:
    """A comparison of half-read files would call what could not be read removed."""
    found = [item for part in parts for item in part.diagnostics]
    found += reading.diagnostics if reading else []
    errors = Outcome.of(item for item in found if item.severity is Level.ERROR)
    if errors.diagnostics:
        message = say(N_("a contract has errors, so it cannot be compared"))
        raise Failure(
            message,
            say(N_("correct them; kk validate shows them all")),
            exit_code=1,
            outcome=errors,
        )


def _place(reading: Reading, side: Side, route: Route | None) -> Place | None:
    if route is None:
        return None
    place = reading.place(route)
    return replace(place, file=f"{side.mark}{place.file}")


def judged_change(change: Change, old: Place | None, new: Place | None) -> Judged:
    """A fact with what it means, if anything, and its places on both sides."""
    found = judge(change)
    if found is None:
        return Judged(change, None, fact_words(change), old, new)
    verdict, message = found
    return Judged(change, verdict, message, old, new)


def _accepted(judged: Judged, new: Contract) -> Judged:
    """The same, with the reason if the municipality has accepted it."""
    if judged.verdict is None:
        return judged
    names = {judged.change.ref, judged.fingerprint}
    waivers = new.waivers
    index = waivers.accepting(judged.verdict.entry.code, names, new.version.version)
    return judged if index is None else replace(judged, accepted=waivers.waivers[index].reason)


def _absent(side: Side) -> Message:
    return say(N_("no contract in the records for version {year}"), year=side.year)


def _gaps(old: Contract, new: Contract, changes: list[Judged]) -> Iterator[Message]:
    """Why something is said to be new to the records, or missing from them."""
    sides = {item.change.gap for item in changes}
    for side, contract in (("old", old), ("new", new)):
        if side in sides:
            yield say(
                N_(
                    "the record of version {label} is not complete, so nothing is concluded from it"
                ),
                label=contract.version.label,
            )
