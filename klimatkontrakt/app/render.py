"""Write a contract out as a document."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from klimatkontrakt.app.given import maker
from klimatkontrakt.app.validate import judge
from klimatkontrakt.diagnostics.entry import Level
from klimatkontrakt.diagnostics.failure import Failure
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.diagnostics.outcome import Outcome
from klimatkontrakt.document.compose import compose, compose_extract
from klimatkontrakt.document.part import part
from klimatkontrakt.document.pictures._picture import Facts, illustrations
from klimatkontrakt.formats._format import FORMATS, by_suffix
from klimatkontrakt.i18n import N_
from klimatkontrakt.resources import emissions_csv
from klimatkontrakt.store.documents import Product, Put, put_all
from klimatkontrakt.store.emissions import read_emissions
from klimatkontrakt.store.layout import outline_name
from klimatkontrakt.store.writer import differs

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from klimatkontrakt.app.workspace import Chosen, Workspace
    from klimatkontrakt.document.document import Document
    from klimatkontrakt.document.pictures._picture import Illustration
    from klimatkontrakt.formats._format import Format
    from klimatkontrakt.model.contract import Contract
    from klimatkontrakt.model.outline import Outline
    from klimatkontrakt.store.reader import Reading


@dataclass(frozen=True, slots=True)
class Rendered:
    """The document's bytes, and how many errors it was made in spite of, as a draft."""

    data: bytes
    errors: int


@dataclass(frozen=True, slots=True)
class Written:
    """A file, and whether it was another before; a check leaves such a file as it is."""

    path: Path
    changed: bool
    errors: int = 0
    put: Put | None = None
    """Where the new version stands, when that is not in the file itself."""


@dataclass(frozen=True, slots=True)
class How:
    """What is asked of the files, beside whose contract they hold."""

    draft: bool = False
    check: bool = False
    """Only compare: no file is touched."""
    force: bool = False
    """Replace also what kk did not make, or somebody has changed since."""
    reference: Path | None = None
    """The file whose look is taken by the formats that can."""
    extract: str | None = None
    """The name of what is to be taken out of the contract, instead of the whole."""
    part: str | None = None
    """The party whose part is wanted, instead of the whole."""
    into: Path | None = None
    """The file with marks where the part is to stand, for the formats that can."""


AS_USUAL = How()


def render(  # noqa: PLR0913  what to render and how are different things
    workspace: Workspace,
    who: str,
    version: str | None,
    today: date,
    *,
    form: str = "markdown",
    how: How = AS_USUAL,
) -> Rendered:
    """One municipality's contract, the newest when no version is given, as text for a screen.

    Raises:
        Failure: there is no such contract or no outline for its version, the data has errors and
            a draft was not asked for, or the format is not text.
    """
    chosen_format = FORMATS.discover()[form]
    if not chosen_format.text:
        message = say(N_("{format} is not text, so it cannot be shown here"), format=form)
        suffix = chosen_format.suffixes[0]
        raise Failure(message, say(N_("write it to a file: -o contract{suffix}"), suffix=suffix))
    chosen = workspace.contract_of(who, version)
    document, errors = document_of(workspace, chosen, today, how)
    return Rendered(chosen_format.write(document), errors)


def render_to(
    workspace: Workspace,
    chosen: Chosen,
    paths: Sequence[Path],
    today: date,
    how: How = AS_USUAL,
) -> list[Written]:
    """A contract into files; a suffix chooses the format, and a file is replaced if it changed.

    Every format is made before the first file is touched.

    Raises:
        Failure: as :func:`render`, or a suffix has no format, or a file cannot be written.
    """
    formats = [_format_of(path) for path in paths]
    make = maker(workspace, how, formats)
    document, errors = document_of(workspace, chosen, today, how)
    made: list[Product] = []
    for path, item in zip(paths, formats, strict=True):
        made.append(Product(path, item.seal(make(item, document)), item.sealed))
        made += (
            Product(path.with_name(name), item.seal(data), item.sealed)
            for name, data in item.beside(document).items()
        )
    if how.check:
        return [Written(item.path, differs(item.path, item.data), errors) for item in made]
    return [
        Written(item.path, put.changed, errors, put if put.path != item.path else None)
        for item, put in zip(made, put_all(made, force=how.force), strict=True)
    ]


def document_of(
    workspace: Workspace, chosen: Chosen, today: date, how: How = AS_USUAL
) -> tuple[Document, int]:
    """The document of one contract, an extract of it or a party's part, and the errors in it.

    Raises:
        Failure: as :func:`render`.
    """
    extract, draft = how.extract, how.draft
    if extract is not None and how.part is not None:
        message = say(N_("--extract and --part cannot be given together"))
        raise Failure(message, say(N_("choose one of them")))
    if extract is not None:
        from klimatkontrakt.app.extract import require_extract

        require_extract(workspace, extract)
    reading = workspace.reader.contract(chosen.slug, chosen.year)
    kind = reading.contract.head.kind if reading.contract else "contract"
    name = outline_name(kind, chosen.year)
    outline = workspace.outlines.read(name)
    if outline is None:
        message = say(
            N_("version {year} has no outline, so it cannot be rendered"), year=chosen.year
        )
        years = ", ".join(map(str, workspace.outlines.years()))
        raise Failure(message, say(N_("versions with an outline: {years}"), years=years))
    contract, errors = _sound(workspace, reading, chosen, today, draft=draft)
    pictured = _illustrations(contract, outline)
    if extract is not None:
        from klimatkontrakt.app.extract import beside, templates_of

        found = beside(workspace, chosen, contract)
        templates = templates_of(workspace, name)
        place_of = workspace.place_of
        made = compose_extract(
            contract,
            outline,
            templates,
            place_of,
            found,
            name=extract,
            illustrations=pictured,
            draft=draft,
        )
        return made, errors
    _require_figures(workspace, contract, outline)
    template_of = partial(workspace.outlines.template, name)
    made = compose(
        contract,
        outline,
        template_of,
        workspace.place_of,
        illustrations=pictured,
        draft=draft,
    )
    return part(made, outline, how.part) if how.part else made, errors


def _illustrations(contract: Contract, outline: Outline) -> tuple[Illustration, ...]:
    """The pictures of a version that shows any, with public statistics beside the contract."""
    if all(chapter.only_with != "pictures" for chapter in outline.chapters):
        return ()
    return illustrations(
        contract, Facts(read_emissions(emissions_csv(), contract.municipality.code))
    )


def _sound(
    workspace: Workspace, reading: Reading, chosen: Chosen, today: date, *, draft: bool
) -> tuple[Contract, int]:
    found = [*reading.diagnostics, *judge(workspace, reading, chosen.year, today)]
    errors = Outcome.of((item for item in found if item.severity is Level.ERROR), contracts=1)
    if reading.contract is None or (errors.diagnostics and not draft):
        message = say(N_("the contract has errors, so it is not rendered"))
        can_be_draft = reading.contract is not None
        remedy = say(N_("correct them, or ask for a draft with --draft")) if can_be_draft else None
        raise Failure(message, remedy, exit_code=1, outcome=errors)
    return reading.contract, len(errors.diagnostics)


def _require_figures(workspace: Workspace, contract: Contract, outline: Outline) -> None:
    """The common text states numbers; without one of them it would state nothing, or nonsense."""
    file = workspace.layout.shared(contract.version.version)
    if outline.figures and all(party.kind != "programme" for party in contract.version.parties):
        message = say(N_("{file} names no programme among the parties"), file=file)
        raise Failure(message, say(N_("add it under parties, with kind: programme")))
    missing = sorted(set(outline.figures) - {figure.id for figure in contract.version.figures})
    if missing:
        message = say(N_("{file} lacks figures: {names}"), file=file, names=", ".join(missing))
        raise Failure(message, say(N_("add them under figures, with id, value and text")))


def _format_of(path: Path) -> Format:
    found = by_suffix(path.suffix)
    if found is None:
        known = ", ".join(suffix for item in FORMATS for suffix in item.suffixes)
        message = say(N_('kk does not write files that end in "{suffix}"'), suffix=path.suffix)
        raise Failure(message, say(N_("use one of {words}"), words=known))
    return found
