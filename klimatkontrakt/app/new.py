"""Begin a contract: from an earlier version of the same municipality, or from nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.app.validate import judge
from klimatkontrakt.app.workspace import Chosen, Workspace
from klimatkontrakt.diagnostics.entry import Level
from klimatkontrakt.diagnostics.failure import Failure
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.diagnostics.outcome import Outcome
from klimatkontrakt.i18n import N_, translations
from klimatkontrakt.reports.next_steps import NOT_FITTING, BegunContract
from klimatkontrakt.resources import shipped_workspace
from klimatkontrakt.store.carry import as_draft, commented_out, with_comments, with_modeline
from klimatkontrakt.store.layout import DATA, Layout, open_layout, outline_name
from klimatkontrakt.store.reader import Reader
from klimatkontrakt.store.skeleton import lasting_skeleton, skeleton
from klimatkontrakt.store.tree import Laid
from klimatkontrakt.store.writer import create_files, refuse_existing

if TYPE_CHECKING:
    from datetime import date

    from klimatkontrakt.diagnostics.diagnostic import Diagnostic
    from klimatkontrakt.store.reader import Reading

LANGUAGE = "sv"
"""What is written into a contract's files is Swedish, whoever runs kk."""
SCHEMAS = ".vscode/scheman"
"""Where an editor looks for the schemas; kk init --editor writes them there and says so to it."""
BEGUN = "# Utkast som utgår från version "


def new(  # noqa: PLR0913  what, from what, and when are different things
    workspace: Workspace,
    who: str,
    version: str,
    start: str | None,
    today: date,
    *,
    modeline: bool = False,
) -> BegunContract:
    """Make the folder of a contract, with everything that can be carried over or derived.

    ``start`` is the version to carry over from; otherwise the newest before this one, if any.

    Raises:
        Failure: the version is not known, something stands there already, or the earlier contract
            has errors.
    """
    municipality = workspace.municipality(who)
    chosen = Chosen(municipality.slug, workspace.version(version))
    folder = workspace.layout.contract(chosen.slug, chosen.year)
    common = _common(workspace.layout, chosen.year)
    refuse_existing(workspace.root, [folder])
    source = _source(workspace, who, chosen, start)
    files = common | begun_files(laid_over(workspace, common), chosen)
    shut = 0
    if source is not None:
        files |= _carried(laid_over(workspace, common), source, chosen, today)
        files, shut = _fitted(workspace, chosen, files, today)
    if modeline:
        files = {name: _with_modeline(name, text) for name, text in files.items()}
    create_files(workspace.root, {name: text.encode() for name, text in files.items()})
    carried_from = source.year if source else None
    return BegunContract(
        municipality.name,
        chosen.year,
        folder,
        tuple(files),
        carried_from,
        shut,
        has_outline=workspace.outlines.read(outline_name("contract", chosen.year)) is not None,
    )


def _with_modeline(path: str, text: str) -> str:
    if path.startswith(f"{DATA}/shared/"):
        return text  # a copy of what ships stays one
    document = path.rpartition("/")[2].removesuffix(".yaml")
    up = "../" * path.count("/")
    return with_modeline(text, f"{up}{SCHEMAS}/{document}.schema.json")


def laid_over(workspace: Workspace, files: dict[str, str]) -> Workspace:
    """The workspace as it would be with some more files."""
    laid = Laid(workspace.layout.tree, {name: text.encode() for name, text in files.items()})
    layout = Layout(laid, workspace.layout.settings)
    return Workspace(workspace.root, layout, Reader(layout), workspace.outlines)


def begun_files(workspace: Workspace, chosen: Chosen) -> dict[str, str]:
    """The files of a contract from nothing, and those beside it that are not there yet."""
    municipality = workspace.reader.codes.by_slug[chosen.slug]
    version = workspace.reader.version(chosen.year)
    if version is None or version.incomplete:
        message = say(N_("version {year} cannot be read"), year=chosen.year)
        raise Failure(message, say(N_("see what is wrong with kk validate")))
    outline = workspace.outlines.read(outline_name("contract", chosen.year))
    folder = workspace.layout.contract(chosen.slug, chosen.year)
    above = folder.rpartition("/")[0]
    files = skeleton(municipality, version.value, outline)
    lasting = lasting_skeleton(municipality, chosen.year)
    standing = workspace.layout.tree.files(above)
    return {f"{folder}/{name}.yaml": text for name, text in files.items()} | {
        f"{above}/{name}.yaml": text
        for name, text in lasting.items()
        if f"{name}.yaml" not in standing
    }


def _common(layout: Layout, year: int) -> dict[str, str]:
    """The common side of a version, if it must be brought here from what ships."""
    if year in layout.shared_versions():
        return {}
    shipped = open_layout(shipped_workspace())
    data = shipped.tree.read(shipped.shared(year))
    if data is None:
        known = sorted({*layout.shared_versions(), *shipped.shared_versions()})
        message = say(N_("version {year} is not known"), year=year)
        versions = ", ".join(map(str, known))
        raise Failure(message, say(N_("known versions: {versions}"), versions=versions))
    return {layout.shared(year): data.decode()}


def _source(workspace: Workspace, who: str, chosen: Chosen, start: str | None) -> Chosen | None:
    if start is not None:
        return workspace.contract_of(who, start)
    earlier = [year for year in workspace.layout.versions(chosen.slug) if year < chosen.year]
    return Chosen(chosen.slug, earlier[-1]) if earlier else None


def _carried(workspace: Workspace, source: Chosen, chosen: Chosen, today: date) -> dict[str, str]:
    """The files of the earlier contract, as those of a draft."""
    reading = workspace.reader.contract(source.slug, source.year)
    errors = _errors(workspace, reading, source.year, today)
    if errors:
        message = say(N_("version {year} has errors, so nothing is carried over"), year=source.year)
        remedy = say(N_("correct them first; kk validate shows where they are"))
        raise Failure(message, remedy, exit_code=1, outcome=Outcome.of(errors, contracts=1))
    earlier = reading.contract
    in_full = earlier is not None and earlier.head.record == "complete"
    yearly = workspace.layout.contract(source.slug, source.year)
    folder = workspace.layout.contract(chosen.slug, chosen.year)
    texts = {
        f"{folder}/{name}.yaml": item.text
        for name, item in reading.sources.items()
        if item.file == f"{yearly}/{name}.yaml" and item.text and name != "follow_up"
    }
    head = f"{folder}/contract.yaml"
    told = f"{BEGUN}{source.year}. Gå igenom allt, och ändra det som inte längre gäller.\n"
    lines = texts[head].splitlines(keepends=True)
    kept = "".join(line for line in lines if not line.startswith(BEGUN))
    texts |= {head: told + as_draft(kept, in_full=in_full)}
    years = (source.year, chosen.year)
    one, other = (part.value.label if part else "" for part in map(workspace.reader.version, years))
    names = {
        f"version {one}": f"version {other}",
        f"shared/{source.year}.": f"shared/{chosen.year}.",
    }
    return {name: with_comments(text, names) for name, text in texts.items()}


def _fitted(
    workspace: Workspace, chosen: Chosen, files: dict[str, str], today: date
) -> tuple[dict[str, str], int]:
    """The files with what has no place in the version made comments, and how much that was.

    A chapter may be gone, a shared commitment may have got another number: nothing is thrown away,
    and nothing is left that would be an error. Each turn makes at least one line a comment.
    """
    shut = 0
    while True:
        laid = laid_over(workspace, files)
        reading = laid.reader.contract(chosen.slug, chosen.year)
        found: dict[str, list[tuple[int, str]]] = {}
        for item in _errors(laid, reading, chosen.year, today):
            words = item.message.words(translations(LANGUAGE))
            note = f"{NOT_FITTING} i version {chosen.year}: {words}"
            found.setdefault(item.place.file, []).append((item.place.span.line, note))
        ours = {file: faults for file, faults in found.items() if file in files}
        if not ours:
            return files, shut
        for file, faults in ours.items():
            text, number = commented_out(files[file], faults)
            files = {**files, file: text}
            shut += number


def _errors(workspace: Workspace, reading: Reading, year: int, today: date) -> list[Diagnostic]:
    found = [*reading.diagnostics, *judge(workspace, reading, year, today)]
    return [item for item in found if item.severity is Level.ERROR]
