"""What is written about a code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.changes._verdict import VERDICTS
from klimatkontrakt.diagnostics.failure import Failure
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.diagnostics.suggest import nearest
from klimatkontrakt.i18n import N_
from klimatkontrakt.rules._rule import RULES
from klimatkontrakt.store.faults import FAULTS

if TYPE_CHECKING:
    from klimatkontrakt.diagnostics.entry import Entry


def catalogue() -> tuple[Entry, ...]:
    """Every code that ``kk`` can report, sorted."""
    verdicts = (verdict.entry for verdict in VERDICTS.discover())
    rules = (rule.entry for rule in RULES.discover())
    entries = [*FAULTS.values(), *rules, *verdicts]
    return tuple(sorted(entries, key=lambda entry: entry.code))


def beginning_with(prefix: str) -> tuple[Entry, ...]:
    """The codes that begin with some letters and digits, such as ``KK2``; all with ``""``.

    Raises:
        Failure: none does.
    """
    found = tuple(entry for entry in catalogue() if entry.code.startswith(prefix.upper()))
    if not found:
        message = say(N_('no code begins with "{word}"'), word=prefix)
        raise Failure(message, say(N_("kk rules lists all codes")))
    return found


def explain(word: str) -> Entry:
    """The entry of a code (``KK204``) or name (``target-before-baseline``).

    Raises:
        Failure: there is no such code.
    """
    entries = {key: entry for entry in catalogue() for key in (entry.code, entry.name)}
    for key in (word.upper(), word.lower()):
        if key in entries:
            return entries[key]
    near = nearest(word.upper(), entries) or nearest(word.lower(), entries)
    message = say(N_('there is no code "{word}"'), word=word)
    remedy = say(N_('did you mean "{near}"?'), near=near) if near else None
    raise Failure(message, remedy or say(N_("kk rules lists all codes")))
