"""One contract at a glance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from klimatkontrakt.app.validate import validate
from klimatkontrakt.diagnostics.entry import Level
from klimatkontrakt.diagnostics.failure import Failure
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.diagnostics.outcome import Outcome
from klimatkontrakt.i18n import N_
from klimatkontrakt.store.layout import DATA

if TYPE_CHECKING:
    from datetime import date

    from klimatkontrakt.app.workspace import Chosen, Workspace
    from klimatkontrakt.diagnostics.route import Route
    from klimatkontrakt.model.contract import Contract
    from klimatkontrakt.store.reader import Reading


@dataclass(frozen=True, slots=True)
class Shown:
    """A contract, what kk has to say of it, and where its parts stand."""

    contract: Contract
    reading: Reading
    found: Outcome

    @property
    def errors(self) -> int:
        """Errors that keep something of it from being seen."""
        return Outcome.of(self.reading.diagnostics).number(Level.ERROR)

    def place(self, route: Route) -> str:
        """The file of a route; with its line when it is one of several in the file."""
        place = self.reading.place(route)
        return f"{place.file}:{place.span.line}" if route.steps else place.file


def read(workspace: Workspace, who: str, version: str | None) -> tuple[Chosen, Reading, Contract]:
    """The contract that is asked for, whatever is broken in it left out.

    Raises:
        Failure: there is no such contract, or it cannot be read at all.
    """
    chosen = workspace.contract_of(who, version)
    reading = workspace.reader.contract(chosen.slug, chosen.year)
    if reading.contract is None:
        message = say(N_("the contract cannot be read"))
        raise Failure(message, exit_code=1, outcome=Outcome.of(reading.diagnostics))
    return chosen, reading, reading.contract


def show(workspace: Workspace, who: str, version: str | None, today: date) -> Shown:
    """The contract that is asked for, and what is to be said of it on a day.

    Raises:
        Failure: as :func:`read`.
    """
    chosen, reading, contract = read(workspace, who, version)
    return Shown(contract, reading, _findings(workspace, chosen, today))


def _findings(workspace: Workspace, chosen: Chosen, today: date) -> Outcome:
    """What is to be said of the municipality's files, save those of its other versions."""
    folder = f"{DATA}/{chosen.slug}"
    years = (year for year in workspace.layout.versions(chosen.slug) if year != chosen.year)
    others = tuple(f"{folder}/{year}/" for year in years)
    found = validate(workspace, (folder,), workspace.root, today).diagnostics
    return Outcome.of(item for item in found if not item.place.file.startswith(others))
