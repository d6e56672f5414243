"""The common sides of two versions → facts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from klimatkontrakt.changes._change import Change, Fact
from klimatkontrakt.diagnostics.message import Message, say
from klimatkontrakt.diagnostics.route import Route
from klimatkontrakt.i18n import N_
from klimatkontrakt.model.known import is_known

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from klimatkontrakt.model.commitment import SharedCommitment
    from klimatkontrakt.model.version import Version


def compare_common(old: Version, new: Version) -> Iterator[Change]:
    """Figures, parties, who signed, shared commitments and promises that differ."""
    for change in _listed("figure", "figures", old.figures, new.figures, lambda item: item.id):
        if change.fact is Fact.VALUE:  # a figure on one side only says what was written down
            yield change
    yield from _listed("party", "parties", old.parties, new.parties, lambda item: item.id)
    if _borne(old.known.signings, new.known.signings):
        yield from _listed(
            "signing", "signings", old.signings, new.signings, lambda item: item.municipality
        )
    yield from _commitments(old, new)
    if _borne(old.known.promises, new.known.promises):
        yield from _listed("promise", "promises", old.promises, new.promises, _place_of)


GAPS = {
    "promises": N_("the text of the common chapters of version {label} is not known"),
    "signings": N_("not all who signed version {label} are known"),
    "shared_commitments": N_("not all shared commitments of version {label} are known"),
}


def common_gaps(old: Version, new: Version) -> Iterator[Message]:
    """What cannot be said because one side is not known."""
    for key, sentence in GAPS.items():
        for version in (old, new):
            if getattr(version.known, key) in {"unknown", "partial"}:
                yield say(sentence, label=version.label)


def _borne(before: str, after: str) -> bool:
    return before == after == "complete"


def _place_of(item: SharedCommitment) -> str:
    return item.chapter or str(item.number)


def _commitments(old: Version, new: Version) -> Iterator[Change]:
    before, after = old.known.shared_commitments, new.known.shared_commitments
    if before == "not_applicable" and after not in {"not_applicable", "unknown"}:
        yield Change(
            Fact.ADDED,
            "shared_commitments",
            "shared_commitments",
            "",
            after=new.shared_commitments,
            new=Route("shared", ("shared_commitments",)),
        )
    elif _borne(before, after):
        yield from _listed(
            "shared_commitment",
            "shared_commitments",
            old.shared_commitments,
            new.shared_commitments,
            _place_of,
        )


def _listed(
    kind: str,
    key: str,
    before: tuple[Any, ...],
    after: tuple[Any, ...],
    name_of: Callable[[Any], str],
) -> Iterator[Change]:
    """Items of a list, found again by name; those of equal text differ in nothing."""
    old = {name_of(item): (index, item) for index, item in enumerate(before)}
    new = {name_of(item): (index, item) for index, item in enumerate(after)}
    for name in [*new, *(name for name in old if name not in new)]:
        one, other = old.get(name), new.get(name)
        change = Change(
            Fact.VALUE if one and other else Fact.ADDED if other else Fact.REMOVED,
            kind,
            f"{kind}:{name}",
            _label((other or one or (0, None))[1]),
            before=one[1] if one else None,
            after=other[1] if other else None,
            old=Route("shared", (key, one[0])) if one else None,
            new=Route("shared", (key, other[0])) if other else None,
        )
        if _differs(change):
            yield _signed(change) if kind == "signing" else change


def _signed(change: Change) -> Change:
    """Of somebody who signed both times, what was signed; the rest is known."""
    if change.fact is not Fact.VALUE:
        return change
    return replace(change, field="signed", before=change.before.signed, after=change.after.signed)


def _label(item: Any) -> str:
    return str(
        next(
            value
            for key in ("short_name", "theme", "text", "municipality")
            if (value := getattr(item, key, None))
        )
    )


def _differs(change: Change) -> bool:
    """Whether facts differ; the words of a summary are our own and may be bettered at any time."""
    one, other = change.before, change.after
    if one is None or other is None:
        return True
    if change.kind == "figure":
        return bool(one.value != other.value)
    if change.kind in {"shared_commitment", "promise"}:
        official = one.wording == other.wording == "official"
        known = is_known(one.text) and is_known(other.text)
        return official and known and one.text.split() != other.text.split()
    if change.kind == "signing":
        return bool(one.signed != other.signed)
    return bool((one.kind, one.legal_name) != (other.kind, other.legal_name))
