"""Check contracts against the model, the rules and the version before."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from klimatkontrakt.app.around import Around
from klimatkontrakt.app.selection import ALL
from klimatkontrakt.app.workspace import NOTHING_TO_CHECK
from klimatkontrakt.diagnostics.diagnostic import Diagnostic, Related
from klimatkontrakt.diagnostics.failure import Failure
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.diagnostics.outcome import Missing, Outcome
from klimatkontrakt.diagnostics.route import Route
from klimatkontrakt.i18n import N_
from klimatkontrakt.reports.missing import missing_facts
from klimatkontrakt.rules._case import Case, Part
from klimatkontrakt.rules._rule import RULES
from klimatkontrakt.store import faults
from klimatkontrakt.store.layout import outline_name
from klimatkontrakt.store.reader import Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date
    from pathlib import Path

    from klimatkontrakt.app.selection import Selection
    from klimatkontrakt.app.workspace import Chosen, Workspace

    Progress = Callable[[Iterable[Chosen]], Iterable[Chosen]]

NO_LONGER_MENTIONED = "KK821"


def validate(  # noqa: PLR0913  what to check, against what day, and how are different things
    workspace: Workspace,
    words: tuple[str, ...],
    folder: Path,
    today: date,
    progress: Progress = iter,
    *,
    selection: Selection = ALL,
) -> Outcome:
    """Check what the words mean, or everything when there are none.

    Municipalities are read one at a time; what one of them has wrong never hides the next.
    ``folder`` is where relative paths begin; ``progress`` may show how far the run has come;
    ``selection`` says which findings are wanted.

    Raises:
        Failure: a word names nothing, or there is nothing to check.
    """
    meant = [workspace.meant(word, folder) for word in words]
    everything = frozenset(workspace.contracts())
    chosen = sorted(frozenset().union(*(m.contracts for m in meant)) if words else everything)
    run = _Run(workspace, today, Around(workspace))
    for item in progress(chosen):
        run.contract(item)
    run.waivers(chosen, selection)
    common = [*workspace.reader.common_diagnostics(), *_judge_common(workspace)]
    found = [*common, *run.diagnostics]
    shown = [d for d in found if not words or any(m.covers(d.place.file) for m in meant)]
    if not (chosen or shown or any(m.common for m in meant)):
        message = say(N_("there is nothing to check here"))
        remedy = say(N_("give another municipality, version or path"))
        raise Failure(message, remedy, exit_code=NOTHING_TO_CHECK)
    wanted = selection.of(shown)
    return Outcome.of(wanted, contracts=len(chosen), files=run.files, missing=run.missing)


def judge(
    workspace: Workspace, reading: Reading, year: int, today: date, around: Around | None = None
) -> Iterator[Diagnostic]:
    """What the rules say of one contract, each finding with its place.

    ``around`` lets the judging of many contracts share what it reads of others.
    """
    if reading.contract is None:
        return
    around = around or Around(workspace)
    earlier = around.before(reading.contract.municipality.slug, year)
    before = earlier.contract if earlier else None
    outline = around.outline(outline_name(reading.contract.head.kind, year))
    versions = workspace.layout.versions(reading.contract.municipality.slug)
    case = Case(
        contract=reading.contract,
        today=today,
        municipalities=workspace.reader.codes.by_code.keys(),
        chapters=outline.slugs() if outline else None,
        has_successor=any(version > year for version in versions),
        before=before if before and not before.incomplete else None,
        neighbour=partial(around.beside, year=year),
        register=workspace.reader.register.value.municipalities,
    )
    for rule in RULES.discover():
        for finding in rule.findings(case):
            yield replace(reading.diagnostic(finding), level=rule.level(case))


def _judge_common(workspace: Workspace) -> Iterator[Diagnostic]:
    """What the rules say of each file that no contract owns, the common sides among them.

    A common side is also judged with every contract of its version; each finding is told once.
    """
    reader = workspace.reader
    versions = (reader.version(year) for year in workspace.layout.shared_versions())
    outside = (
        ("register", reader.register),
        *(("background", part) for part in reader.backgrounds),
        *(("shared", part) for part in versions if part is not None),
    )
    for document, part in outside:
        reading = Reading(sources={document: part.source})
        alone = Part(document, part.value, whole=not part.incomplete)
        for rule in RULES.discover():
            for finding in rule.findings_in(alone):
                yield reading.diagnostic(finding)


@dataclass(slots=True)
class _Run:
    workspace: Workspace
    today: date
    around: Around
    diagnostics: list[Diagnostic] = field(default_factory=list)
    missing: list[Missing] = field(default_factory=list)
    files: int = 0
    used: set[tuple[str, int]] = field(default_factory=set)
    """Waivers that have silenced something, by municipality and place in its list."""
    waiving: dict[str, Reading | None] = field(default_factory=dict)
    """The last reading of each municipality that has waivers; most have none to come back to."""

    def contract(self, item: Chosen) -> None:
        reading = self.around.reading(item.slug, item.year)
        self.files += sum(bool(source.text) for source in reading.sources.values())
        self.diagnostics += reading.diagnostics
        for found in judge(self.workspace, reading, item.year, self.today, self.around):
            if not self._waived(reading, item, found.entry.code, {found.ref, found.fingerprint}):
                self.diagnostics.append(found)
        self._compare(item, reading)
        contract = reading.contract
        has_waivers = contract is not None and bool(contract.waivers.waivers)
        self.waiving[item.slug] = reading if has_waivers else None
        if contract is not None and (number := len(missing_facts(contract))):
            name, version = contract.municipality.name, contract.version.version
            self.missing.append(Missing(name, version, number))

    def _waived(self, reading: Reading, item: Chosen, code: str, names: set[str]) -> bool:
        if reading.contract is None:
            return False
        index = reading.contract.waivers.accepting(code, names, item.year)
        if index is not None:
            self.used.add((item.slug, index))
        return index is not None

    def _compare(self, item: Chosen, reading: Reading) -> None:
        """Hold the contract against the version before, if that is here too."""
        before = self.around.before(item.slug, item.year)
        if before is None or before.contract is None or reading.contract is None:
            return
        if before.contract.incomplete or reading.contract.incomplete:
            return
        # Only a municipality with a history pays for what comparing imports.
        from klimatkontrakt.app.diff import judged_change
        from klimatkontrakt.changes.compare import compare

        for change in compare(before.contract, reading.contract):
            judged = judged_change(change, None, None)
            if judged.verdict is None:
                continue
            entry, names = judged.verdict.entry, {change.ref, judged.fingerprint}
            waived = self._waived(reading, item, entry.code, names)
            if entry.code == NO_LONGER_MENTIONED and not waived and change.old is not None:
                stood = Related(say(N_("it stood here")), before.place(change.old))
                place = reading.place(Route(change.old.document, change.old.steps[:1], "key"))
                message = say(N_("{label} is no longer mentioned"), label=change.label)
                self.diagnostics.append(Diagnostic(entry, place, message, (stood,)))

    def waivers(self, chosen: list[Chosen], selection: Selection) -> None:
        """Report waivers that silence nothing, where every version of a municipality was read.

        Nothing is said of a waiver whose code is left out of the run.
        """
        for slug, reading in sorted(self.waiving.items()):
            if reading is None or reading.contract is None:
                continue
            years = [item.year for item in chosen if item.slug == slug]
            if years != self.workspace.layout.versions(slug):
                continue
            if "waivers" in reading.contract.incomplete:
                continue
            for index, waiver in enumerate(reading.contract.waivers.waivers):
                if (slug, index) not in self.used and waiver.code not in selection.left_out:
                    route = Route("waivers", ("waivers", index, "code"))
                    message = say(N_("the waiver of {code} silences nothing"), code=waiver.code)
                    place = reading.place(route)
                    self.diagnostics.append(Diagnostic(faults.UNUSED_WAIVER, place, message))
