"""Which codes a run is about, and how hard it is on them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.entry import Level
from klimatkontrakt.diagnostics.failure import Failure
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.diagnostics.suggest import nearest
from klimatkontrakt.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from klimatkontrakt.diagnostics.diagnostic import Diagnostic

READING = "KK1"
"""Codes of what cannot be read: where it is reported, rules have been silent."""


@dataclass(frozen=True, slots=True)
class Selection:
    """The codes asked for (``None`` for all), those that are left out, and whether to be strict."""

    asked: frozenset[str] | None = None
    left_out: frozenset[str] = frozenset()
    strict: bool = False

    def covers(self, code: str) -> bool:
        """Whether findings with this code are wanted."""
        return code not in self.left_out and (self.asked is None or code in self.asked)

    def of(self, found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """The findings that are wanted, with the level that they have in this run.

        An error of reading is told whatever codes were asked for or left out: rules could not look
        there, and a file that nobody read would pass as sound.
        """
        for item in found:
            code = item.entry.code
            unread = code.startswith(READING) and item.severity is Level.ERROR
            if unread or self.covers(code):
                lifted = self.strict and item.severity is Level.WARNING
                yield replace(item, level=Level.ERROR) if lifted else item


ALL = Selection()


def selection(
    select: Iterable[str] = (), ignore: Iterable[str] = (), *, strict: bool = False
) -> Selection:
    """What words typed by a person choose: codes, beginnings of codes (``KK2``) and names.

    A word may hold several, with commas between. What is ignored is so though it is selected too.

    Raises:
        Failure: a word is no code, or nothing is left to look for.
    """
    asked, left_out = _codes(select), _codes(ignore)
    if asked and asked <= left_out:
        message = say(N_("--select and --ignore together leave no code to look for"))
        raise Failure(message, say(N_("remove one of them")))
    return Selection(asked or None, left_out, strict)


def _codes(words: Iterable[str]) -> frozenset[str]:
    split = [part.strip() for word in words for part in word.split(",")]
    wanted = [part for part in split if part]
    if not wanted:
        return frozenset()
    # Only a run that names codes pays for knowing them all.
    from klimatkontrakt.app.explain import catalogue

    names = {entry.name: entry.code for entry in catalogue()}
    return frozenset[str]().union(*(_named(part, names) for part in wanted))


def _named(word: str, names: dict[str, str]) -> set[str]:
    if word.lower() in names:
        return {names[word.lower()]}
    start = word.upper()
    found = {code for code in names.values() if code.startswith(start)}
    if found and re.fullmatch(r"KK\d*", start):
        return found
    near = nearest(start, names.values()) or nearest(word.lower(), names)
    message = say(N_('there is no code "{word}"'), word=word)
    remedy = say(N_('did you mean "{near}"?'), near=near) if near else None
    raise Failure(message, remedy or say(N_("kk explain lists all codes")))
