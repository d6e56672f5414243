"""What a text says as facts that the data does not know."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.document.check.part import Part
from klimatkontrakt.document.check.passage import related, same
from klimatkontrakt.document.check.values import LETTERS, values
from klimatkontrakt.document.check.words import folded, numbered, tight, unmarked
from klimatkontrakt.i18n import N_
from klimatkontrakt.model.quantity import UNITS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from klimatkontrakt.diagnostics.message import Message
    from klimatkontrakt.document.check.facts import Fact
    from klimatkontrakt.document.check.passage import Word

_LINK = re.compile(r"https?://[^\s<>]+")
TITLE = 8
"""Words up to which a line by itself is taken for a title."""
KNOWN = 0.6
"""The share of a title's words that one paragraph of ours must have for it to be known to us."""


@dataclass(frozen=True, slots=True)
class OnlyThere:
    """Something that only the text says."""

    what: Message
    said: str
    piece: int
    """The piece of the text that says it."""


def unheld(
    facts: Sequence[Fact],
    ours: Part,
    theirs: Part,
    known: Collection[str],
    titles: Sequence[str],
) -> Iterator[OnlyThere]:
    """Times, amounts, counts, names, titles, commitments and links that only the text has.

    ``known`` are all words of the data, ``titles`` the headings by which both are divided.
    """
    yield from _values(ours, theirs, titles)
    yield from _names(theirs, known)
    yield from _titles(ours, theirs)
    yield from _commitments(facts, theirs)
    yield from _links(facts, theirs)


def _values(ours: Part, theirs: Part, titles: Sequence[str]) -> Iterator[OnlyThere]:
    """A value is known where the data has it under the same heading."""
    whats = {"time": N_("time"), "amount": N_("amount"), "count": N_("number")}
    shared = [title for title in titles if ours.at(title) and theirs.at(title)]
    starts = sorted((theirs.at(title)[-1], title) for title in shared)
    everywhere = values(ours.passage)
    parts = Part(ours.pieces, shared, shared)
    under = {title: values(parts.under(title)) for title in shared}
    seen: set[tuple[str, ...]] = set()
    for value in values(theirs.passage):
        title = next((name for at, name in reversed(starts) if at <= value.piece), "")
        key = (title, *value.parts)
        is_known = value.held_by(under.get(title, everywhere)) or value.named_in(everywhere)
        if key not in seen and not is_known:
            seen.add(key)
            yield OnlyThere(say(whats[value.kind]), value.text, value.piece)


def _names(theirs: Part, known: Collection[str]) -> Iterator[OnlyThere]:
    seen: set[str] = set()
    for name in _capitals(theirs.passage.words):
        said = " ".join(word.text for word in name)
        is_known = all(any(same(word.key, key) for key in known) for word in name)
        if not is_known and said not in seen:
            seen.add(said)
            yield OnlyThere(say(N_("name")), said, name[0].piece)


def _capitals(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Words with a capital letter inside a sentence, those beside each other together."""
    name: list[Word] = []
    for word in words:
        is_name = word.text[:1].isupper() and not word.first and word.text not in UNITS
        if name and not (is_name and word.close):
            yield name
            name = []
        if is_name:
            name.append(word)
    if name:
        yield name


def _titles(ours: Part, theirs: Part) -> Iterator[OnlyThere]:
    """Headings and short items of which no paragraph of ours has most words."""
    told: dict[int, set[str]] = {}
    for word in ours.passage.words:
        told.setdefault(word.paragraph, set()).add(word.key)
    for number in dict.fromkeys(word.paragraph for word in theirs.passage.words):
        words = theirs.passage.paragraph(number).words
        pieces = dict.fromkeys(word.piece for word in words)
        text = " ".join(folded(theirs.pieces[piece].text) for piece in pieces)
        is_title = len(words) <= TITLE and not text.endswith((".", ":", ",", ";", "!", "?"))
        content = [word.key for word in words if len(word.key) >= LETTERS]
        if is_title and content and not any(_tells(mine, content) for mine in told.values()):
            said = numbered(unmarked(text))[1]
            yield OnlyThere(say(N_("title or item")), said, words[0].piece)


def _tells(ours: Collection[str], title: Sequence[str]) -> bool:
    common = sum(any(related(key, own) for own in ours) for key in title)
    return common >= KNOWN * len(title)


def _commitments(facts: Sequence[Fact], theirs: Part) -> Iterator[OnlyThere]:
    chosen = {int(fact.value) for fact in facts if fact.kind == "commitment"}
    for number, span in theirs.commitments.items():
        if number not in chosen:
            yield OnlyThere(say(N_("commitment")), f"Åtagande {number}", span.start)


def _links(facts: Sequence[Fact], theirs: Part) -> Iterator[OnlyThere]:
    known = [tight(fact.value) for fact in facts if fact.kind == "link"]
    for index, piece in enumerate(theirs.pieces):
        for link in _LINK.findall(piece.text):
            told = tight(link.rstrip(".,;)"))
            if not any(other.startswith(told) for other in known):
                yield OnlyThere(say(N_("link")), link, index)
