"""The signatures are here, but one of the parties is missing among them.

Why: the contract binds those who signed it, and readers would take the party for one that did not.

Do: add the party's signature; if it did not sign, say so in a waiver.

Wrong::

    # contract.yaml
    record: complete
    wording: official
    signatures:
    - organisation: Påhittköping kommun
    - organisation: Viable Cities
    # goals.yaml
    goals:
    - id: koncern-2030
      statement: En klimatneutral kommunkoncern
      boundary: [municipal_group]
      end_state: climate_neutral

Right::

    # contract.yaml
    record: complete
    wording: official
    signatures:
    - organisation: Påhittköping kommun
    - organisation: Viable Cities
    - organisation: Formas
    # goals.yaml
    goals:
    - id: koncern-2030
      statement: En klimatneutral kommunkoncern
      boundary: [municipal_group]
      end_state: climate_neutral
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.entry import Level
from klimatkontrakt.diagnostics.message import count, say
from klimatkontrakt.diagnostics.route import Route
from klimatkontrakt.i18n import N_, NN_
from klimatkontrakt.rules._rule import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klimatkontrakt.diagnostics.diagnostic import Finding
    from klimatkontrakt.diagnostics.message import Message
    from klimatkontrakt.rules._case import Case

RULE = rule("KK406", Level.WARNING, __name__, __doc__)


@RULE
def check(case: Case) -> Iterator[Finding]:
    """Look for every party among the signatures, where any agency or the programme is there."""
    head, version = case.contract.head, case.contract.version
    is_official = head.status == "signed" and head.wording == "official"
    if not is_official or not case.tells_all("shared"):
        return
    signed = {signature.organisation for signature in head.signatures}
    formal_name = case.contract.municipality.formal_name
    own_names = {formal_name, head.name or formal_name}
    parties = [
        (party.short_name, {party.legal_name, party.short_name}) for party in version.parties
    ]
    if all(signed.isdisjoint(names) for _, names in parties):
        return
    everybody = [(head.name or formal_name, own_names), *parties]
    missing = [name for name, names in everybody if signed.isdisjoint(names)]
    if missing:
        words = NN_(
            "{names} is a party to version {label}, but has not signed",
            "{names} are parties to version {label}, but have not signed",
        )
        message = count(words, len(missing), names=_listed(missing), label=version.label)
        yield RULE.finding(Route("contract", ("signatures",), "key"), message)


def _listed(names: list[str]) -> Message | str:
    *others, last = names
    return say(N_("{names} and {last}"), names=", ".join(others), last=last) if others else last
