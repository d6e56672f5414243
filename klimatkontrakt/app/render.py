"""Write a contract out as a document."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from klimatkontrakt.app.validate import judge
from klimatkontrakt.diagnostics.entry import Level
from klimatkontrakt.diagnostics.failure import Failure
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.diagnostics.outcome import Outcome
from klimatkontrakt.document.compose import compose, compose_extract
from klimatkontrakt.document.pictures._picture import Facts, illustrations
from klimatkontrakt.formats._format import FORMATS, by_suffix
from klimatkontrakt.i18n import N_
from klimatkontrakt.resources import emissions_csv
from klimatkontrakt.store.emissions import read_emissions
from klimatkontrakt.store.layout import outline_name
from klimatkontrakt.store.writer import differs, replace_file

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


def render(  # noqa: PLR0913  what to render and how are different things
    workspace: Workspace,
    who: str,
    version: str | None,
    today: date,
    *,
    form: str = "markdown",
    extract: str | None = None,
    draft: bool = False,
) -> Rendered:
    """One municipality's contract, the newest when no version is given, as text for a screen.

    ``extract`` names what is to be taken out of it; otherwise it is whole.

    Raises:
        Failure: there is no such contract or no outline for its version, the data has errors and
            ``draft`` was not asked for, or the format is not text.
    """
    chosen_format = FORMATS.discover()[form]
    if not chosen_format.text:
        message = say(N_("{format} is not text, so it cannot be shown here"), format=form)
        suffix = chosen_format.suffixes[0]
        raise Failure(message, say(N_("write it to a file: -o contract{suffix}"), suffix=suffix))
    chosen = workspace.contract_of(who, version)
    document, errors = document_of(workspace, chosen, today, extract=extract, draft=draft)
    return Rendered(chosen_format.write(document), errors)


def render_to(  # noqa: PLR0913  as above
    workspace: Workspace,
    chosen: Chosen,
    paths: Sequence[Path],
    today: date,
    *,
    extract: str | None = None,
    draft: bool = False,
    check: bool = False,
) -> list[Written]:
    """A contract into files; a suffix chooses the format, and a file is replaced if it changed.

    Every format is made before the first file is touched. With ``check`` none is.

    Raises:
        Failure: as :func:`render`, or a suffix has no format, or a file cannot be written.
    """
    formats = [_format_of(path) for path in paths]
    document, errors = document_of(workspace, chosen, today, extract=extract, draft=draft)
    made: dict[Path, bytes] = {}
    for path, item in zip(paths, formats, strict=True):
        made[path] = item.write(document)
        made |= {path.with_name(name): data for name, data in item.beside(document).items()}
    put = differs if check else replace_file
    return [Written(path, put(path, data), errors) for path, data in made.items()]


def document_of(
    workspace: Workspace, chosen: Chosen, today: date, *, extract: str | None = None, draft: bool
) -> tuple[Document, int]:
    """The document of one contract, or an extract of it, and errors that it was made in spite of.

    Raises:
        Failure: as :func:`render`.
    """
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
    return made, errors


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
