"""One contract at a glance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.entry import Level
from klimatkontrakt.diagnostics.failure import Failure
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.diagnostics.outcome import Outcome
from klimatkontrakt.i18n import N_

if TYPE_CHECKING:
    from klimatkontrakt.app.workspace import Workspace
    from klimatkontrakt.model.contract import Contract


@dataclass(frozen=True, slots=True)
class Shown:
    """A contract, and how many errors keep something of it from being seen."""

    contract: Contract
    errors: int


def show(workspace: Workspace, who: str, version: str | None) -> Shown:
    """The contract that is asked for; what is broken in it is left out, and counted.

    Raises:
        Failure: there is no such contract, or it cannot be read at all.
    """
    chosen = workspace.contract_of(who, version)
    reading = workspace.reader.contract(chosen.slug, chosen.year)
    found = Outcome.of(reading.diagnostics)
    if reading.contract is None:
        message = say(N_("the contract cannot be read"))
        raise Failure(message, exit_code=1, outcome=found)
    return Shown(reading.contract, found.number(Level.ERROR))
