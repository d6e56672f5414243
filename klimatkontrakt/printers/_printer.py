"""The shape of a printer, and the list of all printers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from klimatkontrakt.diagnostics.entry import Level
from klimatkontrakt.diagnostics.message import count, say
from klimatkontrakt.diagnostics.terms import typed
from klimatkontrakt.i18n import N_, NN_
from klimatkontrakt.registry import Registry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klimatkontrakt.diagnostics.message import Message, Translator
    from klimatkontrakt.diagnostics.outcome import Outcome


class Write(Protocol):
    """How a printer is called; ``colour`` says whether the text goes to a coloured screen."""

    def __call__(self, outcome: Outcome, translator: Translator, *, colour: bool) -> str:
        """The outcome as text, ending with a line break unless empty."""


@dataclass(frozen=True, slots=True)
class Printer:
    """A way to show an outcome."""

    name: str
    write: Write


PRINTERS: Registry[Printer] = Registry("klimatkontrakt.printers")

LEVELS = {
    Level.ERROR: N_("error"),
    Level.WARNING: N_("warning"),
    Level.NOTE: N_("note"),
}


def footer(outcome: Outcome) -> Iterator[Message]:
    """What was checked and how it went, then what is missing, a line each."""
    errors, warnings = outcome.number(Level.ERROR), outcome.number(Level.WARNING)
    contracts = count(NN_("{n} contract checked", "{n} contracts checked"), outcome.contracts)
    if outcome.diagnostics:
        yield say(
            N_("{contracts}: {errors}, {warnings}"),
            contracts=contracts,
            errors=count(NN_("{n} error", "{n} errors"), errors),
            warnings=count(NN_("{n} warning", "{n} warnings"), warnings),
        )
    else:
        yield say(N_("{contracts}: nothing to remark on"), contracts=contracts)
    for item in outcome.missing:
        yield count(
            NN_(
                "{who} {version}: {n} fact is missing: kk show {word} {version} --missing",
                "{who} {version}: {n} facts are missing: kk show {word} {version} --missing",
            ),
            item.count,
            who=item.municipality,
            word=typed(item.municipality),
            version=item.version,
        )
