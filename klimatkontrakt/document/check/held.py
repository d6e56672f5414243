"""Which facts of the data a text holds, changes or lacks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.document.check.compare import same_address
from klimatkontrakt.document.check.facts import RELATIONS
from klimatkontrakt.document.check.part import COMMITMENT, Part, own_pieces
from klimatkontrakt.document.check.passage import keys, passage, related
from klimatkontrakt.document.check.reading import Piece, Reading
from klimatkontrakt.document.check.sentences import told_in
from klimatkontrakt.document.check.unheld import unheld
from klimatkontrakt.document.check.values import LETTERS, values
from klimatkontrakt.document.check.words import folded, numbered, tight, unmarked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klimatkontrakt.diagnostics.message import Message
    from klimatkontrakt.document.check.facts import Fact
    from klimatkontrakt.document.check.passage import Passage
    from klimatkontrakt.document.check.told import Told
    from klimatkontrakt.document.check.values import Value

State = Literal["held", "changed", "missing", "unknown"]

_PRIORITISES = re.compile(r"prioriter\w*[^.:]*åtagande")
_DECLINES = re.compile(r"avstå\w*[^.:]*åtagande")
POINT = 2
"""Words that a point of ours and one of theirs must have in common, where ours has as many."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One fact, and what the text makes of it."""

    about: str
    what: Message
    value: str
    """What the data says; empty where only the text says something."""
    state: State
    """``held``; ``changed``, the text says something else; ``missing`` in the text; ``unknown`` to
    the data."""
    found: str = ""
    """What the text says instead."""
    place: Message | None = None


def judged(
    facts: Sequence[Fact],
    told: Sequence[Told],
    own: frozenset[str],
    reading: Reading,
    sentences: Sequence[Fact] = (),
) -> list[Judged]:
    """Both ways: the facts of the data, then what only the text has.

    ``told`` is the whole document; ``own`` the names of the chapters that are the municipality's;
    ``sentences`` the facts that only our own words tell, where the text should have those. Of them
    only what the document does tell is looked for: a municipality may have other templates.
    """
    cover = {tight(item.text) for item in told if item.either}
    body = [piece for piece in reading.pieces if tight(piece.text) not in cover]
    mine = [item for item in told if item.chapter in own]
    headings = [item for item in mine if item.kind == "heading"]
    chapters = [item.text for item in headings if not item.under]
    titles = [item.text for item in headings if not COMMITMENT.fullmatch(item.text)]
    tops = [item for item in told if item.kind == "heading" and not item.under]
    ours = Part([Piece(item.text, say(""), item.kind) for item in mine], chapters, titles)
    theirs = Part(own_pieces(body, tops, own), chapters, titles)
    if sentences:
        theirs.rename()
        us = _Judge(facts, ours, Reading(ours.pieces))
        facts = [*facts, *(fact for fact in sentences if us.judge(fact).state == "held")]
    judge = _Judge(facts, theirs, reading)
    found = [judge.judge(fact) for fact in facts]
    instead = {part for item in found if item.state == "changed" for part in item.found.split(", ")}
    known = {key for item in told for key in keys(item.text)}
    return [
        *found,
        *(
            Judged("", only.what, "", "unknown", only.said, theirs.pieces[only.piece].place)
            for only in unheld(facts, ours, theirs, known, titles)
            if only.said not in instead
        ),
    ]


class _Judge:
    def __init__(self, facts: Sequence[Fact], theirs: Part, reading: Reading) -> None:
        self._beside: dict[str, list[Value]] = {}
        """By what they stand near: the values of all facts, which are no change of each other."""
        for fact in facts:
            self._beside.setdefault(fact.near, []).extend(_values(fact))
        self._part = theirs
        self._text = theirs.passage
        self._whole = passage(reading.pieces)
        self._run = tight("".join(piece.text for piece in theirs.pieces))
        self._addresses = {same_address(address) for address, _ in reading.links or ()}

    def judge(self, fact: Fact) -> Judged:
        """One fact of the data."""
        match fact.kind:
            case "party":
                found = next(self._whole.find(fact.value), None)
                return _answer(fact, held=found is not None)
            case "name":
                return self._named(fact)
            case "value":
                return self._value(fact)
            case "sentence":
                piece, said = told_in(fact, self._scope(fact.near))
                return _answer(fact, None if piece is None else self._place(piece), said=said)
            case "link":
                held = same_address(fact.value) in self._addresses
                return _answer(fact, held=held or tight(fact.value) in self._run)
            case _:
                return self._commitment(fact)

    def _named(self, fact: Fact) -> Judged:
        if fact.value in self._part.renamed:
            piece = self._part.renamed[fact.value]
            said = numbered(unmarked(folded(self._part.pieces[piece].text)))[1]
            return _answer(fact, self._place(piece), said=said)
        at = next(self._text.find(fact.value), None)
        return _answer(fact, None if at is None else self._place(self._text.words[at].piece))

    def _place(self, piece: int) -> Message:
        return self._part.pieces[piece].place

    def _value(self, fact: Fact) -> Judged:
        sought = _values(fact)
        if not sought:
            return self._named(fact)
        scope = self._scope(fact.near)
        others = values(scope)
        if all(item.held_by(others) for item in sought):
            at = next(item for item in others if sought[0].held_by([item]))
            return _answer(fact, self._place(at.piece))
        for paragraph in dict.fromkeys(word.paragraph for word in scope.words):
            here = values(scope.paragraph(paragraph))
            bare = next((item for item in here if _said_apart(sought[0], item, here)), None)
            if bare is not None:
                return _answer(fact, self._place(bare.piece))
        is_found = fact.near and scope is not self._text
        known = self._beside.get(fact.near, [])
        instead = [
            item
            for item in (others if is_found else ())
            if _same_kind(sought[0], item) and not item.held_by(known)
        ]
        said = ", ".join(dict.fromkeys(item.text for item in instead))
        return _answer(fact, self._place(instead[0].piece) if instead else None, said=said)

    def _scope(self, near: str) -> Passage:
        """Where a value must stand: under a heading, else in the paragraph of some words."""
        if not near:
            return self._text
        if number := COMMITMENT.fullmatch(near):
            span = self._part.commitments.get(int(number[1]), range(0))
            return self._text.within(span)
        if self._part.section(near) is not None:
            return self._part.under(near)
        at = next(self._text.find(near), None)
        return self._text if at is None else self._text.paragraph(self._text.words[at].paragraph)

    def _commitment(self, fact: Fact) -> Judged:
        span = self._part.commitments.get(int(fact.about.split()[-1]))
        if span is None:
            return _answer(fact)
        said = ""
        if fact.kind == "relation":
            told = self._relation(span)
            said = "" if told == fact.value else told
        elif fact.kind == "points":
            said = _other_points(fact.points, self._part.items(span))
        return _answer(fact, self._place(span.start), said=said)

    def _relation(self, span: range) -> str:
        """What the text says of a commitment: the last that is said before it begins."""
        lines = (folded(piece.text) for piece in self._part.pieces[: span.start])
        before = " ".join(lines).replace("\n", " ")
        said = {
            "prioritises": [found.start() for found in _PRIORITISES.finditer(before)],
            "declines": [found.start() for found in _DECLINES.finditer(before)],
        }
        last = max(said, key=lambda key: said[key][-1:])
        return RELATIONS[last if said[last] else "joins"]


def _values(fact: Fact) -> list[Value]:
    return values(passage([Piece(fact.value, say(""))])) if fact.kind == "value" else []


def _answer(
    fact: Fact, place: Message | None = None, *, held: bool | None = None, said: str = ""
) -> Judged:
    """Held where it stands somewhere; changed where something else does."""
    is_held = place is not None if held is None else held
    state: State = "changed" if said else "held" if is_held else "missing"
    return Judged(fact.about, fact.what, fact.value, state, said, place)


def _said_apart(sought: Value, found: Value, here: Sequence[Value]) -> bool:
    """Whether a month is named without the year that its paragraph names elsewhere."""
    is_month = sought.kind == "time" and not sought.parts[0].isdigit()
    if not is_month or found.parts != sought.parts[:-1]:
        return False
    return any(sought.parts[-1] in item.parts for item in here)


def _same_kind(one: Value, other: Value) -> bool:
    """Whether one may have been put in the other's place."""
    match one.kind, other.kind:
        case "time", "time":
            digits = one.parts[0].isdigit()
            same_size = not digits or len(one.parts) == len(other.parts)
            return digits == other.parts[0].isdigit() and same_size
        case "amount", "amount":
            return one.parts[1] == other.parts[1]
        case _:
            return one.kind == other.kind


def _other_points(ours: Sequence[str], theirs: Sequence[str]) -> str:
    """Their number, or their words, where they are not the points of the data."""
    if len(ours) != len(theirs):
        return str(len(theirs))
    known = all(any(_is_point(point, item) for item in theirs) for point in ours)
    return "" if known else "; ".join(theirs)


def _is_point(ours: str, theirs: str) -> bool:
    """Whether a point of theirs has words of ours."""
    known = {key for key in keys(theirs) if len(key) > LETTERS}
    sought = {key for key in keys(ours) if len(key) > LETTERS}
    common = sum(any(related(key, other) for other in known) for key in sought)
    return common >= min(POINT, len(sought))
