"""A line that should begin with a key and a colon, and does not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klimatkontrakt.diagnostics.message import Message

_HAS_KEY = re.compile(r"(?:- +)*(?:[^\s\"'\[{#&*!|>@`%-][^:#]*|\"[^\"]*\"|'[^']*'):(?:\s|$)").match
_GLUED = re.compile(r"((?: |- )*)([a-z][a-z_]*)( *[:=] *)(?!//)([^\s:=].*)").fullmatch


def keyless(lines: Sequence[str], stopped: int) -> tuple[int, int] | None:
    """The line where reading stopped or the one before, if a key should stand there and none does.

    0-based line and column; ``None`` when the fault must be another.
    """
    for number in range(min(stopped, len(lines)) - 1, -1, -1):
        line = lines[number]
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        indent = len(line) - len(line.lstrip())
        here = lines[stopped] if stopped < len(lines) else ""
        same = not here.strip() or indent == len(here) - len(here.lstrip())
        lacks_key = not _HAS_KEY(line.strip()) and line.lstrip()[0] not in "-[{\"'"
        return (number, indent) if same and lacks_key else None
    return None


def colon_meant(line: str) -> tuple[Message | None, tuple[tuple[int, int], ...]]:
    """What to write where ``:`` has no space behind it, is missing, or is ``=``.

    Also column and width, from 1, of what a colon and a space should take the place of.
    """
    if (found := _GLUED(line.rstrip())) and found[3] != ": ":
        start = len(found[1]) + len(found[2]) + 1
        meant = say(N_('write "{near}"'), near=f"{found[2]}: {found[4]}")
        return meant, ((start, len(found[3])),)
    key = line.strip().partition(" ")[0]
    if re.fullmatch(r"[a-z]+(_[a-z]+)+", key):
        return say(N_('write a colon after "{key}"'), key=key), ()
    return None, ()
