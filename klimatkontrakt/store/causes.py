"""Why reading stopped: often a line before, where a colon, space or hyphen is not as it should."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.edit import Edit
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_
from klimatkontrakt.store.swedish import KEYS
from klimatkontrakt.store.text import span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klimatkontrakt.diagnostics.message import Message

Position = tuple[int, int]

_HAS_KEY = re.compile(r"(?:[^\s\"'\[{#&*!|>@`%-][^:#]*|\"[^\"]*\"|'[^']*'):(?:\s|$)").match
_GLUED_COLON = re.compile(r"((?: |- )*)([a-z][a-z_]*)( *[:=] *)(?!//)([^\s:=].*)").fullmatch
_GLUED_HYPHEN = re.compile(r"( *-)([a-z_]+: .*|[^\W\d_][\w -]*)").fullmatch
_COMMON_KEYS = frozenset(key for known in KEYS.values() for key in known)
_MERGE = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?: .*)?").fullmatch


@dataclass(frozen=True, slots=True)
class Cause:
    """Where the cause stands, 0-based, what to do, and the edits that do it for certain."""

    place: Position
    remedy: Message | None = None
    edits: tuple[Edit, ...] = ()


def cause_of(lines: Sequence[str], stopped: int, within: Position | None) -> Cause | None:
    """The cause of a stop at a line, if it can be told; ``within`` is what was being read."""
    return _merge(lines) or _glued_hyphen(lines, stopped) or _without_key(lines, stopped, within)


def _merge(lines: Sequence[str]) -> Cause | None:
    for number, line in enumerate(lines):
        if _MERGE(line):
            remedy = say(N_("git could not merge two versions here: keep one and remove the marks"))
            return Cause((number, 0), remedy)
    return None


def _glued_hyphen(lines: Sequence[str], stopped: int) -> Cause | None:
    """``-id: x`` where reading stopped or on the line before."""
    for number in (stopped, _before(lines, stopped)):
        if number is None or number >= len(lines):
            continue
        if found := _GLUED_HYPHEN(lines[number].rstrip()):
            column = len(found[1]) - 1
            remedy = say(N_("write a space after the hyphen"))
            return Cause((number, column), remedy, (Edit(span(number + 1, column + 1), "- "),))
    return None


def _without_key(lines: Sequence[str], stopped: int, within: Position | None) -> Cause | None:
    """The line before, or the one being read, if a key should stand there and none does."""
    candidates = list[int]()
    before = _before(lines, stopped)
    here = lines[stopped] if stopped < len(lines) else ""
    if before is not None and not lines[before].lstrip().startswith("-"):
        level = not here.strip() or _indent(lines[before]) == _indent(here)
        candidates += [before] if level else []
    if within is not None and within[0] < stopped and within[1] == _start(lines[within[0]]):
        candidates.append(within[0])
    for number in candidates:
        line = lines[number]
        body = line[_start(line) :]
        if body and body[0] not in "[{\"'-" and not _HAS_KEY(body):
            remedy, edits = _colon_meant(line, number)
            return Cause((number, _start(line)), remedy, edits)
    return None


def _before(lines: Sequence[str], stopped: int) -> int | None:
    """The line before that is neither empty nor a comment."""
    for number in range(min(stopped, len(lines)) - 1, -1, -1):
        if lines[number].strip() and not lines[number].lstrip().startswith("#"):
            return number
    return None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _start(line: str) -> int:
    """Where the text of a line begins, behind indentation and hyphens."""
    found = re.match(r"(?: |- )*", line)
    return found.end() if found else 0


def _colon_meant(line: str, number: int) -> tuple[Message | None, tuple[Edit, ...]]:
    """What to write where ``:`` has no space behind it, is missing, or is ``=``."""
    if (found := _GLUED_COLON(line.rstrip())) and found[3] != ": ":
        start = len(found[1]) + len(found[2]) + 1
        meant = say(N_('write "{near}"'), near=f"{found[2]}: {found[4]}")
        return meant, (Edit(span(number + 1, start, len(found[3])), ": "),)
    key = line.strip().removeprefix("- ").partition(" ")[0]
    if key in _COMMON_KEYS or re.fullmatch(r"[a-z]+(?:_[a-z]+)+", key):
        return say(N_('write a colon after "{key}"'), key=key), ()
    return None, ()
