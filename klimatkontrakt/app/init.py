"""Make a workspace for one municipality: settings, common data, and a contract to fill in."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

from klimatkontrakt.app.new import SCHEMAS, begun_files, laid_over
from klimatkontrakt.app.schema import every_schema
from klimatkontrakt.app.workspace import Chosen, Workspace, one_municipality, open_workspace
from klimatkontrakt.diagnostics.failure import Failure
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_
from klimatkontrakt.reports.next_steps import MadeWorkspace
from klimatkontrakt.resources import MARKER, shipped_workspace, starter
from klimatkontrakt.store.layout import DATA, REGISTER, Layout, Settings
from klimatkontrakt.store.skeleton import settings
from klimatkontrakt.store.tree import Folder
from klimatkontrakt.store.writer import create_files, refuse_existing

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from klimatkontrakt.diagnostics.message import Message
    from klimatkontrakt.model.municipality import Municipality
    from klimatkontrakt.store.codes import Codes

    Ask = Callable[[Message], str | None]

EXTRAS = {
    "github": {".github/workflows/klimatkontrakt.yml": "github.yaml"},
    "gitlab": {".gitlab-ci.yml": "gitlab.yaml"},
    "hook": {".pre-commit-config.yaml": "pre-commit.yaml"},
    "editor": {
        ".vscode/settings.json": "vscode-settings.json",
        ".vscode/extensions.json": "vscode-extensions.json",
    },
}
"""What can be made beside the data: files, and the text that each begins from."""


def init(
    folder: Path, who: str | None, version: str | None, extras: tuple[str, ...], ask: Ask
) -> MadeWorkspace:
    """Make a workspace in a folder, all of it or nothing.

    ``who`` is asked for with ``ask`` where it is ``None``; ``version`` is otherwise the newest that
    can be written out; ``extras`` are names of :data:`EXTRAS`.

    Raises:
        Failure: something stands there already, or who or which version is meant is not clear.
    """
    wanted = {
        path: Template(starter(text)).substitute()
        for name in extras
        for path, text in EXTRAS[name].items()
    }
    if "editor" in extras:
        wanted |= {f"{SCHEMAS}/{name}": text for name, text in every_schema().items()}
    refuse_existing(folder, [MARKER, DATA, *wanted])
    shipped = open_workspace(shipped_workspace())
    year = _year(shipped, version)
    codes = shipped.reader.codes
    municipality = one_municipality(codes, who) if who is not None else _asked(codes, ask)
    common = {name: _shipped(shipped, name) for name in (REGISTER, shipped.layout.shared(year))}
    empty = Layout(Folder(folder), Settings())
    workspace = laid_over(Workspace(folder, empty, shipped.reader, shipped.outlines), common)
    contract = empty.contract(municipality.slug, year)
    begun = begun_files(workspace, Chosen(municipality.slug, year))
    files = {MARKER: settings(municipality), **common, **begun, **wanted}
    create_files(folder, {name: text.encode() for name, text in files.items()})
    return MadeWorkspace(municipality.name, contract, tuple(files))


def _year(shipped: Workspace, version: str | None) -> int:
    known = [year for year in shipped.outlines.years() if year in shipped.layout.shared_versions()]
    year = shipped.version(version) if version is not None else known[-1]
    if year not in known:
        message = say(N_("version {year} has no outline, so it cannot be rendered"), year=year)
        years = ", ".join(map(str, known))
        raise Failure(message, say(N_("versions with an outline: {years}"), years=years))
    return year


def _asked(codes: Codes, ask: Ask) -> Municipality:
    """The municipality that a person names; after a wrong answer the question comes again."""
    question = say(N_("Which municipality? Write its name or code:"))
    word = ask(question)
    while word is not None:
        try:
            return one_municipality(codes, word)
        except Failure as failure:
            wrong = "; ".join(["{message}"] + ["{remedy}"] * (failure.remedy is not None))
            said = say(wrong, message=failure.message, remedy=failure.remedy)
            word = ask(say("{said}\n{question}", said=said, question=question))
    message = say(N_("no municipality is named"))
    raise Failure(message, say(N_("name it, as in kk init --municipality luleå")))


def _shipped(shipped: Workspace, name: str) -> str:
    data = shipped.layout.tree.read(name)
    return (data or b"").decode()
