"""A contract as a document: the whole of it, a party's part, or an extract."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from klimatkontrakt.app.validate import judge
from klimatkontrakt.diagnostics.entry import Level
from klimatkontrakt.diagnostics.failure import Failure
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.diagnostics.outcome import Outcome
from klimatkontrakt.document.compose import compose, compose_extract
from klimatkontrakt.document.cover import part_notice
from klimatkontrakt.document.part import part
from klimatkontrakt.document.pictures._picture import Facts, illustrations
from klimatkontrakt.i18n import N_
from klimatkontrakt.resources import emissions_csv
from klimatkontrakt.store.emissions import read_emissions
from klimatkontrakt.store.layout import outline_name

if TYPE_CHECKING:
    from datetime import date

    from klimatkontrakt.app.render import How
    from klimatkontrakt.app.workspace import Chosen, Workspace
    from klimatkontrakt.document.document import Document
    from klimatkontrakt.document.pictures._picture import Illustration
    from klimatkontrakt.model.contract import Contract
    from klimatkontrakt.model.outline import Outline
    from klimatkontrakt.store.reader import Reading


def document_of(
    workspace: Workspace, chosen: Chosen, today: date, how: How
) -> tuple[Document, int]:
    """The document of one contract, and how many errors it was made in spite of.

    Raises:
        Failure: there is no outline for its version, or no such extract; or the data has errors
            and a draft was not asked for.
    """
    if how.extract is not None and how.part is not None:
        message = say(N_("--extract and --part cannot be given together"))
        raise Failure(message, say(N_("choose one of them")))
    reading = workspace.reader.contract(chosen.slug, chosen.year)
    kind = reading.contract.head.kind if reading.contract else "contract"
    name = outline_name(kind, chosen.year)
    outline = _outline(workspace, name, chosen.year)
    contract, errors = _sound(workspace, reading, chosen, today, draft=how.draft)
    if how.extract is not None:
        told = _extract(workspace, chosen, contract, outline, today=today, how=how)
        return told, errors
    _require_figures(workspace, contract, outline)
    whole = compose(
        contract,
        outline,
        partial(workspace.outlines.template, name),
        workspace.place_of,
        illustrations=_illustrations(contract, outline),
        draft=how.draft,
    )
    if how.part is None:
        return whole, errors
    return part(whole, outline, how.part, part_notice(contract, draft=how.draft)), errors


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


def _outline(workspace: Workspace, name: str, year: int) -> Outline:
    outline = workspace.outlines.read(name)
    if outline is None:
        message = say(N_("version {year} has no outline, so it cannot be rendered"), year=year)
        years = ", ".join(map(str, workspace.outlines.years()))
        raise Failure(message, say(N_("versions with an outline: {years}"), years=years))
    return outline


def _extract(  # noqa: PLR0913  what is told and on which day are different things
    workspace: Workspace,
    chosen: Chosen,
    contract: Contract,
    outline: Outline,
    *,
    today: date,
    how: How,
) -> Document:
    from klimatkontrakt.app.extract import beside, require_extract, templates_of

    name = require_extract(workspace, how.extract or "")
    return compose_extract(
        contract,
        outline,
        templates_of(workspace, outline_name(contract.head.kind, chosen.year)),
        workspace.place_of,
        beside(workspace, chosen, contract, today),
        name=name,
        illustrations=_illustrations(contract, outline),
        draft=how.draft,
    )


def _illustrations(contract: Contract, outline: Outline) -> tuple[Illustration, ...]:
    """The pictures of a version that shows any, with public statistics beside the contract."""
    if all(chapter.only_with != "pictures" for chapter in outline.chapters):
        return ()
    return illustrations(
        contract, Facts(read_emissions(emissions_csv(), contract.municipality.code))
    )


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
