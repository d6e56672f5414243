"""A reference leads to something that does not exist.

Why: what it should lead to would be missing from the contract without anybody noticing.

Do: correct the id, or add what it refers to.

Wrong::

    # goals.yaml
    goals:
    - id: koncern-2030
      statement: En klimatneutral kommunkoncern
      boundary: [municipal_group]
      end_state: climate_neutral
      decisions: [klimatplan-antagen]

Right::

    # goals.yaml
    goals:
    - id: koncern-2030
      statement: En klimatneutral kommunkoncern
      boundary: [municipal_group]
      end_state: climate_neutral
      decisions: [klimatplan-antagen]
    # documents.yaml
    documents:
    - id: klimatplan
      title: Klimatplan
      decisions:
      - id: klimatplan-antagen
        act: adopted
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.entry import Level
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.diagnostics.route import Route
from klimatkontrakt.diagnostics.suggest import nearest
from klimatkontrakt.i18n import N_
from klimatkontrakt.model.lineage import items
from klimatkontrakt.rules._case import DOCUMENTS, Part
from klimatkontrakt.rules._rule import rule

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Iterator

    from klimatkontrakt.diagnostics.diagnostic import Finding
    from klimatkontrakt.diagnostics.message import Message
    from klimatkontrakt.rules._case import Case

RULE = rule("KK602", Level.ERROR, __name__, __doc__, everywhere=True)

REFERENCES = {
    ("Goal", "decisions"): "decision",
    ("Goal", "parent"): "goal",
    ("Goal", "indicators"): "indicator",
    ("Action", "decisions"): "decision",
    ("Action", "owners"): "unit",
    ("Action", "deputy"): "unit",
    ("Action", "depends_on"): "action",
    ("Action", "enables"): "action",
    ("Effect", "shared_by"): "action",
    ("Cost", "shared_by"): "action",
    ("Milestone", "owners"): "unit",
    ("InvestmentItem", "actions"): "action",
    ("Contact", "unit"): "unit",
    ("Contact", "deputy"): "unit",
    ("Roadmap", "priorities_document"): "document",
    ("Section", "chapter"): "chapter",
    ("Section", "after"): "chapter",
    ("SharedCommitment", "chapter"): "chapter",
    ("SharedCommitment", "process"): "chapter",
    ("Partner", "municipality"): "municipality",
    ("Head", "partners"): "municipality",
    ("CooperationArea", "municipalities"): "municipality",
    ("Signing", "municipality"): "municipality",
    ("Entry", "by"): "unit",
}
"""Which field of which type refers to what; a field named source always refers to a source."""

NAMES = {
    "decision": N_("the decision"),
    "goal": N_("the goal"),
    "unit": N_("the unit"),
    "action": N_("the action"),
    "milestone": N_("the milestone"),
    "document": N_("the governing document"),
    "chapter": N_("the chapter"),
    "municipality": N_("the municipality with the code"),
    "indicator": N_("the indicator"),
    "source": N_("the source"),
    "commitment": N_("the shared commitment"),
    "point": N_("the point"),
    "priority": N_("the priority area"),
    "effort": N_("the strategic effort"),
    "cooperation": N_("the area of cooperation"),
    "reference": N_("the kind of reference"),
}
FEW = 8
"""So many names can be listed as what to choose from."""
HOLDERS = {
    "Decision": "decision",
    "Goal": "goal",
    "Unit": "unit",
    "Action": "action",
    "Milestone": "milestone",
    "GoverningDocument": "document",
    "Indicator": "indicator",
    "Source": "source",
}
NEEDS = {
    "decision": ("documents",),
    "document": ("documents",),
    "goal": ("goals",),
    "unit": ("units",),
    "indicator": ("indicators",),
    "action": ("roadmap",),
    "milestone": ("roadmap", "investment"),
    "source": DOCUMENTS,
    "commitment": ("shared",),
    "point": ("shared",),
    "priority": ("roadmap",),
    "effort": ("roadmap",),
    "cooperation": ("commitments",),
}
"""Files that must be whole before something can be said to be missing from them."""


@RULE
def check(case: Case | Part) -> Iterator[Finding]:
    """Look every reference up among what exists; a file by itself refers to its own sources."""
    if isinstance(case, Part):
        yield from _sources(case)
        return
    known = _known(case)
    for route, kind, word, prefix in _references(case):
        exists = _elsewhere(case, prefix) if prefix[:-1].isdigit() else known.get(kind)
        if exists is None or word in exists or not case.is_whole(*NEEDS.get(kind, ())):
            continue
        message = say(N_('{kind} "{word}" does not exist'), kind=say(NAMES[kind]), word=word)
        remedy = _remedy(word, exists, prefix) if isinstance(exists, (set, frozenset)) else None
        yield RULE.finding(route, message, remedy=remedy)
    yield from _followed(case, known)


def _remedy(word: str, exists: Collection[str], prefix: str = "") -> Message | None:
    """The nearest name, or all of them where they are few."""
    near = nearest(word, exists)
    if near is not None:
        return say(N_('write "{near}"'), near=prefix + near)
    if not 0 < len(exists) <= FEW:
        return None
    known = ", ".join(sorted(exists))
    return say(N_("correct the reference, or add what it is about; known: {words}"), words=known)


def _sources(part: Part) -> Iterator[Finding]:
    values = list(part.values())
    known = {value for _, holder, name, value in values if (holder, name) == ("Source", "id")}
    for route, _, name, value in values:
        if name == "source" and value is not None and value not in known and part.whole:
            message = say(
                N_('{kind} "{word}" does not exist'), kind=say(NAMES["source"]), word=value
            )
            yield RULE.finding(route, message, remedy=_remedy(value, known))


def _followed(case: Case, known: dict[str, Container[str] | None]) -> Iterator[Finding]:
    """Look up what is followed up here, and what has ended, which only the version before has."""
    now = items(case.contract).keys()
    for route, ref, refs in _follow_up(case, now):
        kind, _, word = ref.partition(":")
        if kind in case.municipalities:
            continue  # it has moved to another municipality, whose contract is not at hand
        message = say(N_('{kind} "{word}" does not exist'), kind=say(NAMES["reference"]), word=ref)
        if kind in NAMES:
            also = known.get(kind) if refs is not None else None
            if refs is None or ref in refs or (also is not None and word in also):
                continue
            if not case.is_whole(*NEEDS.get(kind, ()), "commitments"):
                continue
            message = say(N_('{kind} "{word}" does not exist'), kind=say(NAMES[kind]), word=word)
        near = nearest(ref, refs) if refs else None
        yield RULE.finding(
            route, message, remedy=say(N_('write "{near}"'), near=near) if near else None
        )


def _follow_up(
    case: Case, now: Collection[str]
) -> Iterator[tuple[Route, str, Collection[str] | None]]:
    """Route, reference, and what it may lead to; ``None`` where that is not known."""
    before = case.before
    sound = before is not None and before.head.record == "complete" and not before.incomplete
    then = items(before).keys() if before is not None else ()
    for index, entry in enumerate(case.contract.follow_up.entries):
        yield Route("follow_up", ("entries", index, "ref")), entry.ref, {*now, *then}
    for index, ending in enumerate(case.contract.follow_up.endings):
        here = Route("follow_up", ("endings", index))
        yield here / "ref", ending.ref, set(then) if sound else None
        if ending.into is not None:
            yield here / "into", ending.into, set(now)


def _known(case: Case) -> dict[str, Container[str] | None]:
    found: dict[str, set[str]] = {kind: set() for kind in HOLDERS.values()}
    for _, holder, name, value in case.values():
        if name == "id" and holder in HOLDERS:
            found[HOLDERS[holder]].add(value)
    shared = case.contract.version.shared_commitments
    return {
        **found,
        "commitment": {str(item.number) for item in shared},
        "point": {point.id for item in shared for point in item.points},
        "municipality": case.municipalities,
        "chapter": _chapters(case),
        "reference": frozenset(),
    }


def _chapters(case: Case) -> frozenset[str] | None:
    """Chapters of the outline and the municipality's own; nothing is known without an outline."""
    own = {section.chapter for section in case.contract.head.sections if section.after}
    return None if case.chapters is None else case.chapters | own


def _elsewhere(case: Case, prefix: str) -> Container[str] | None:
    """The actions of another municipality, where all of them are known."""
    other = case.neighbour(prefix[:-1])
    if other is None or other.head.record != "complete":
        return None
    return {action.id for action in other.roadmap.actions}


def _references(case: Case) -> Iterator[tuple[Route, str, str, str]]:
    """Route, kind, the name referred to, and what stands before the name where it is written."""
    for route, holder, name, value in case.values():
        if value is None:
            continue
        if (holder, name) == ("Tie", "to"):
            kind, _, word = value.partition(":")
            known = kind in NAMES
            yield (route, kind, word, f"{kind}:") if known else (route, "reference", value, "")
        elif name == "shared_by" and ":" in value:
            code, _, word = value.partition(":")
            if code in case.municipalities:
                yield route, "action", word, f"{code}:"
            else:
                yield route, "municipality", code, ""
        elif name == "source":
            yield route, "source", value, ""
        elif (holder, name) in REFERENCES:
            yield route, REFERENCES[holder, name], value, ""
