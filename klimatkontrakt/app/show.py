"""One contract at a glance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.failure import Failure
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.diagnostics.outcome import Outcome
from klimatkontrakt.i18n import N_

if TYPE_CHECKING:
    from klimatkontrakt.app.workspace import Workspace
    from klimatkontrakt.model.contract import Contract


def show(workspace: Workspace, who: str, version: str | None) -> Contract:
    """The contract that is asked for; what is broken in it is left out.

    Raises:
        Failure: there is no such contract, or it cannot be read at all.
    """
    chosen = workspace.contract_of(who, version)
    reading = workspace.reader.contract(chosen.slug, chosen.year)
    if reading.contract is None:
        message = say(N_("the contract cannot be read"))
        raise Failure(message, exit_code=1, outcome=Outcome.of(reading.diagnostics))
    return reading.contract
