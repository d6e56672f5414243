"""The shape of a printer, the list of all printers, and words that several of them use."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from klimatkontrakt.diagnostics.entry import Level
from klimatkontrakt.diagnostics.message import count, say
from klimatkontrakt.diagnostics.terms import COUNTED_LEVELS, typed
from klimatkontrakt.i18n import N_, NN_
from klimatkontrakt.registry import Registry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from klimatkontrakt.diagnostics.diagnostic import Diagnostic
    from klimatkontrakt.diagnostics.message import Message, Translator
    from klimatkontrakt.diagnostics.outcome import Outcome


class Write(Protocol):
    """How a printer is called.

    ``colour`` says whether the text goes to a coloured screen. ``folder`` is the workspace's place
    in its repository (``klimat/``, or nothing), for readers who know only the repository.
    """

    def __call__(
        self, outcome: Outcome, translator: Translator, *, colour: bool, folder: str = ""
    ) -> str:
        """The outcome as text, ending with a line break unless empty."""


@dataclass(frozen=True, slots=True)
class Printer:
    """A way to show an outcome."""

    name: str
    write: Write
    suffixes: tuple[str, ...] = ()
    """Endings of file names by which it is chosen when nobody named a printer."""


PRINTERS: Registry[Printer] = Registry("klimatkontrakt.printers")


def footer(outcome: Outcome) -> Iterator[Message]:
    """What was checked and how it went, what can be mended, and what is missing, a line each."""
    contracts = count(NN_("{n} contract checked", "{n} contracts checked"), outcome.contracts)
    errors, warnings, notes = (
        count(COUNTED_LEVELS[level], outcome.number(level)) for level in Level
    )
    if outcome.number(Level.NOTE):
        yield say(
            N_("{contracts}: {errors}, {warnings}, {notes}"),
            contracts=contracts,
            errors=errors,
            warnings=warnings,
            notes=notes,
        )
    elif outcome.diagnostics:
        yield say(
            N_("{contracts}: {errors}, {warnings}"),
            contracts=contracts,
            errors=errors,
            warnings=warnings,
        )
    else:
        yield say(N_("{contracts}: nothing to remark on"), contracts=contracts)
    if outcome.fixable:
        yield count(
            NN_(
                "{n} finding can be mended by kk: kk validate --fix",
                "{n} findings can be mended by kk: kk validate --fix",
            ),
            outcome.fixable,
        )
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


def counts(diagnostics: Iterable[Diagnostic], translator: Translator) -> str:
    """``2 fel, 1 varning``: the levels that there are any of."""
    numbers = Counter(item.severity for item in diagnostics)
    known = [count(COUNTED_LEVELS[level], numbers[level]) for level in Level if numbers[level]]
    return ", ".join(item.words(translator) for item in known)


def line_of(item: Diagnostic, translator: Translator, folder: str = "") -> str:
    """``path:12:5: KK204 error …``, for everything that reads one finding a line."""
    span, file = item.place.span, one_line(folder + item.place.file)
    said = one_line(item.message.words(translator))
    return f"{file}:{span.line}:{span.column}: {item.entry.code} {item.severity.value} {said}"


def remedy_of(item: Diagnostic, translator: Translator) -> str:
    """What to do: the finding's own advice, else the catalogue's."""
    return one_line((item.remedy or say(item.entry.remedy)).words(translator))


def one_line(text: str) -> str:
    """Text of the data with nothing in it that moves the cursor or cannot be seen."""
    return "".join(
        " " if letter.isspace() else letter if letter.isprintable() else "·" for letter in text
    )


def fingerprints(diagnostics: Iterable[Diagnostic]) -> Iterator[str]:
    """A fingerprint for each, no two alike: what is said twice is numbered from the second on."""
    seen: Counter[str] = Counter()
    for item in diagnostics:
        seen[item.fingerprint] += 1
        number = seen[item.fingerprint]
        yield item.fingerprint if number == 1 else f"{item.fingerprint}-{number}"
