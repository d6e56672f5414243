"""What a document should say, against what a file says, paragraph by paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Literal
from urllib.parse import unquote

from klimatkontrakt.document.check.pairs import paired
from klimatkontrakt.document.check.paragraphs import (
    forms,
    gathered,
    rejoined,
    says,
    without_drawn,
    without_notes,
)
from klimatkontrakt.document.check.told import Told
from klimatkontrakt.document.check.words import edits, folded, numbered, tight, unmarked, vocabulary

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from klimatkontrakt.diagnostics.message import Message
    from klimatkontrakt.document.check.paragraphs import Found
    from klimatkontrakt.document.check.reading import Address, Piece
    from klimatkontrakt.document.check.words import Edit

    Pair = tuple[Told | None, Found | None]

CONTENTS = ("Innehåll", "Innehållsförteckning")
_LEADER = re.compile(r"(?:[\s.…]{2,}|\s)\d+$")


@dataclass(frozen=True, slots=True)
class Departure:
    """One paragraph in which a file says something else than the data."""

    what: Literal["changed", "missing", "added", "moved"]
    chapter: str
    """Number and title of the chapter; empty on the title page."""
    under: str
    """The sub-heading that it stands under; empty where there is none."""
    expected: str
    """What the data says; empty for what is added."""
    found: str = ""
    """What the file says; empty for what is missing."""
    place: Message | None = None
    """Where in the file."""
    edits: tuple[Edit, ...] = ()
    """The words that differ, for what is changed."""
    heading: bool = False
    """Whether it is a heading."""
    tracked: bool = False
    """Whether it departs only with tracked changes accepted."""
    by: tuple[str, ...] = ()
    """Who has tracked the change; may be empty."""


def compared(
    expected: Sequence[Told], pieces: Sequence[Piece], links: Sequence[Address] | None = None
) -> list[Departure]:
    """Every departure, in the order of the document; links after the text, where they are known."""
    left, sought = without_notes(rejoined(pieces, expected), expected)
    found = without_drawn(_without_contents(gathered(left, sought), sought), sought)
    pairs = _moved(_aligned(sought, found))
    known = vocabulary([form for item in expected for form in forms(item)])
    departures = [item for item in _departures(pairs, known) if not _is_beside(item, expected)]
    return departures if links is None else [*departures, *_links(expected, links)]


def _is_beside(departure: Departure, expected: Sequence[Told]) -> bool:
    """Whether what is added are words that some files tell besides."""
    here = [item for item in expected if item.chapter == departure.chapter]
    known = vocabulary([item.beside for item in here])
    beginning = tight(departure.found).rstrip(".")
    is_short = any(
        len(item.text) > ENDLESS and tight(item.text).startswith(beginning)
        for item in here
        if item.kind == "heading"
    )
    return departure.what == "added" and (is_short or vocabulary([departure.found]) <= known)


def _links(expected: Sequence[Told], links: Sequence[Address]) -> Iterator[Departure]:
    """Addresses that a link no longer leads to, and those that only the file's links lead to."""
    theirs = {same_address(address) for address, _ in links}
    ours = {same_address(address): item for item in expected for address in item.links}
    for address, item in ours.items():
        if address not in theirs:
            yield Departure("missing", item.chapter, item.under, address)
    last = next((item for item in reversed(expected) if item.links), Told(""))
    for address, place in links:
        is_outward = address.partition(":")[0] in {"http", "https", "mailto"}
        if is_outward and same_address(address) not in ours:
            yield Departure("added", last.chapter, "", "", address, place)


def same_address(address: str) -> str:
    """An address as it is compared: with its percent signs resolved."""
    return unquote(address)


def share_of_own(expected: Sequence[Told], pieces: Sequence[Piece]) -> float:
    """How many of our longer paragraphs a file has, of 1; 0 where we have none."""
    held, all_ = own_held(expected, pieces)
    return held / max(all_, 1)


def own_held(expected: Sequence[Told], pieces: Sequence[Piece]) -> tuple[int, int]:
    """How many of our longer paragraphs a file has, and how many we have; else of the shorter."""
    found = {item.key for item in gathered(pieces, expected)}
    all_keys = [tight(item.text) for item in expected]
    longer = [key for key in all_keys if len(key) > OWN]
    keys = longer or [key for key in all_keys if len(key) > OWN / 3]
    return sum(key in found for key in keys), len(keys)


ENDLESS = 1_000
"""Letters beyond which a heading may be told twice: its beginning, and then the whole."""
OWN = 60
"""Letters from which a paragraph is hardly the same in two texts by chance."""


def _without_contents(found: list[Found], expected: Sequence[Told]) -> list[Found]:
    """The paragraphs without the list of contents, which repeats the headings."""
    headings = {tight(form) for item in expected if item.kind == "heading" for form in forms(item)}
    lines = [folded(item.text) for item in found]
    entries = [line if tight(line) in headings else _LEADER.sub("", line) for line in lines]
    is_entry = [tight(line) in headings or line != lines[i] for i, line in enumerate(entries)]
    titles = [
        i for i, line in enumerate(lines) if line in CONTENTS and all(is_entry[i + 1 : i + 3])
    ]
    if not titles:
        return found
    title, end = titles[0], titles[0] + 1
    while end < len(found) and is_entry[end] and entries[end] not in entries[title:end]:
        end += 1
    return found[:title] + found[end:]


def _aligned(expected: Sequence[Told], found: Sequence[Found]) -> Iterator[Pair]:
    """Each paragraph with what stands in its place, or with nothing."""
    canonical = {tight(form): tight(item.text) for item in expected for form in forms(item)}
    ours = [tight(item.text) for item in expected]
    theirs = [canonical.get(item.key, item.key) for item in found]
    for tag, a, b, c, d in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from zip(expected[a:b], found[c:d], strict=True)
        else:
            yield from paired(expected[a:b], found[c:d])


def _moved(pairs: Iterator[Pair]) -> list[tuple[Told | None, Found | None, bool]]:
    """The pairs, with what is missing in one place and added in another put together."""
    listed = list(pairs)
    added: dict[str, list[Found]] = {}
    for item, found in listed:
        if item is None and found:
            for key in {tight(found.text), tight(unmarked(found.text))}:
                added.setdefault(key, []).append(found)
    taken: dict[int, Found] = {}
    for index, (item, found) in enumerate(listed):
        if item and not found and not item.either:
            alike = [other for form in forms(item) for other in added.get(tight(form), ())]
            same = next((other for other in alike if says(item, other.text)), None)
            if same is not None:
                taken[index] = same
                for key in {tight(same.text), tight(unmarked(same.text))}:
                    added[key].remove(same)
    gone = set(map(id, taken.values()))
    return [
        (item, taken.get(index, found), index in taken)
        for index, (item, found) in enumerate(listed)
        if item or id(found) not in gone
    ]


def _departures(
    pairs: list[tuple[Told | None, Found | None, bool]], known: Collection[str]
) -> Iterator[Departure]:
    told_of = {item.either for item, found, _ in pairs if item and found}
    last: Told | None = None
    for item, found, moved in pairs:
        last = item or last
        chapter, under = (last.chapter, last.under) if last else ("", "")
        if item is None and found:
            yield Departure("added", chapter, under, "", _shown(found), found.place)
        elif item and found is None:
            if item.either and (item.either in told_of or item.either.startswith("(")):
                continue
            told_of.add(item.either)
            yield Departure("missing", chapter, under, item.text, heading=item.kind == "heading")
        elif item and found and moved:
            yield Departure("moved", chapter, under, item.text, _shown(found), found.place)
        elif item and found and not says(item, found.text):
            yield _changed(item, found, known)


def _changed(item: Told, found: Found, known: Collection[str]) -> Departure:
    text = unmarked(found.text)
    number, rest = numbered(text)
    expected = item.text
    if item.number and number == item.number:
        text = rest
    elif item.number and number and item.kind == "heading":
        expected = f"{item.number} {item.text}"
    words = edits(expected, text, known)
    return Departure(
        "changed",
        item.chapter,
        item.under,
        expected,
        _shown(found),
        found.place,
        words,
        item.kind == "heading",
    )


def _shown(found: Found) -> str:
    return " ".join(unmarked(found.text).split())
