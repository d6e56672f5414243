"""Check contracts against the model and the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.app.workspace import NOTHING_TO_CHECK
from klimatkontrakt.diagnostics.failure import Failure
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.diagnostics.outcome import Missing, Outcome
from klimatkontrakt.i18n import N_
from klimatkontrakt.reports.missing import missing_facts
from klimatkontrakt.rules._case import Case
from klimatkontrakt.rules._rule import RULES
from klimatkontrakt.store.layout import outline_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date
    from pathlib import Path

    from klimatkontrakt.app.workspace import Chosen, Workspace
    from klimatkontrakt.diagnostics.diagnostic import Diagnostic
    from klimatkontrakt.store.reader import Reading

    Progress = Callable[[Iterable[Chosen]], Iterable[Chosen]]


def validate(
    workspace: Workspace,
    words: tuple[str, ...],
    folder: Path,
    today: date,
    progress: Progress = iter,
) -> Outcome:
    """Check what the words mean, or everything when there are none.

    Municipalities are read one at a time; what one of them has wrong never hides the next.
    ``folder`` is where relative paths begin; ``progress`` may show how far the run has come.

    Raises:
        Failure: a word names nothing, or there is nothing to check.
    """
    meant = [workspace.meant(word, folder) for word in words]
    chosen = sorted(
        frozenset().union(*(item.contracts for item in meant))
        if words
        else set(workspace.contracts())
    )
    diagnostics, missing, files = list(workspace.reader.common_diagnostics()), list[Missing](), 0
    for item in progress(chosen):
        reading = workspace.reader.contract(item.slug, item.year)
        diagnostics += reading.diagnostics
        diagnostics += judge(workspace, reading, item.year, today)
        files += sum(bool(source.text) for source in reading.sources.values())
        missing += _missing(reading)
    shown = [d for d in diagnostics if not words or any(m.covers(d.place.file) for m in meant)]
    if not chosen and not shown:
        message = say(N_("there is nothing to check here"))
        raise Failure(
            message,
            say(N_("look at kk show, or give another municipality, version or path")),
            exit_code=NOTHING_TO_CHECK,
        )
    return Outcome.of(shown, contracts=len(chosen), files=files, missing=missing)


def judge(workspace: Workspace, reading: Reading, year: int, today: date) -> Iterator[Diagnostic]:
    """What the rules say of one contract, each finding with its place."""
    if reading.contract is None:
        return
    outline = workspace.outlines.read(outline_name(reading.contract.head.kind, year))
    case = Case(
        contract=reading.contract,
        today=today,
        municipalities=workspace.reader.codes.by_code.keys(),
        chapters=outline.slugs() if outline else None,
    )
    for rule in RULES.discover():
        for finding in rule.findings(case):
            yield reading.diagnostic(finding)


def _missing(reading: Reading) -> Iterator[Missing]:
    contract = reading.contract
    if contract is not None and (number := len(missing_facts(contract))):
        yield Missing(contract.municipality.name, contract.version.version, number)
