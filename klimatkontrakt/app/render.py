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
from klimatkontrakt.document.compose import compose
from klimatkontrakt.formats._format import FORMATS, by_suffix
from klimatkontrakt.i18n import N_
from klimatkontrakt.store.layout import outline_name
from klimatkontrakt.store.writer import replace_file

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from klimatkontrakt.app.workspace import Chosen, Workspace
    from klimatkontrakt.document.document import Document
    from klimatkontrakt.formats._format import Format
    from klimatkontrakt.model.contract import Contract
    from klimatkontrakt.model.outline import Outline
    from klimatkontrakt.store.reader import Reading


@dataclass(frozen=True, slots=True)
class Rendered:
    """The document's bytes, and whether a file was changed by them."""

    chosen: Chosen
    data: bytes
    errors: int
    """Errors in spite of which it was rendered, as a draft."""
    written: bool = False


def render(
    workspace: Workspace, who: str, version: str | None, today: date, *, draft: bool = False
) -> Rendered:
    """One municipality's contract as canonical Markdown; the newest when no version is given.

    Raises:
        Failure: there is no such contract or no outline for its version, or the data has errors
            and ``draft`` was not asked for.
    """
    chosen = workspace.contract_of(who, version)
    document, errors = document_of(workspace, chosen, today, draft=draft)
    return Rendered(chosen, FORMATS.discover()["markdown"].write(document), errors)


def render_to(  # noqa: PLR0913  what to render and where are different things
    workspace: Workspace,
    who: str,
    version: str | None,
    today: date,
    path: Path,
    *,
    draft: bool = False,
) -> Rendered:
    """The same into a file; its suffix chooses the format, and it is replaced only if it changed.

    Raises:
        Failure: as :func:`render`, or the suffix has no format, or the file cannot be written.
    """
    chosen_format = _format_of(path)
    chosen = workspace.contract_of(who, version)
    document, errors = document_of(workspace, chosen, today, draft=draft)
    data = chosen_format.write(document)
    return Rendered(chosen, data, errors, replace_file(path, data))


def document_of(
    workspace: Workspace, chosen: Chosen, today: date, *, draft: bool
) -> tuple[Document, int]:
    """The document of one contract, and how many errors it was made in spite of.

    Raises:
        Failure: as :func:`render`.
    """
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
    _require_figures(workspace, contract, outline)
    template_of = partial(workspace.outlines.template, name)
    return compose(contract, outline, template_of, workspace.place_of, draft=draft), errors


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
