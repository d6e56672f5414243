"""The contract was signed before what it rests on was decided.

Why: whoever signs for a municipality can only promise what it has decided.

Do: correct the day of the decision or of the signing; if the decision was only proposed at the
signing, refer to the proposal.

Wrong::

    # goals.yaml
    goals:
    - id: koncern-2030
      statement: En klimatneutral kommunkoncern
      boundary: [municipal_group]
      end_state: climate_neutral
      decisions: [klimatplan-antagen]
    # documents.yaml
    documents:
    - id: klimatplan
      title: Klimatplan
      decisions:
      - id: klimatplan-antagen
        act: adopted
        date: 2026-03-24

Right::

    # goals.yaml
    goals:
    - id: koncern-2030
      statement: En klimatneutral kommunkoncern
      boundary: [municipal_group]
      end_state: climate_neutral
      decisions: [klimatplan-antagen]
    # documents.yaml
    documents:
    - id: klimatplan
      title: Klimatplan
      decisions:
      - id: klimatplan-antagen
        act: adopted
        date: 2025-03-24
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.dates import in_words
from klimatkontrakt.diagnostics.diagnostic import Aside
from klimatkontrakt.diagnostics.entry import Level
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.diagnostics.route import Route
from klimatkontrakt.diagnostics.terms import named
from klimatkontrakt.i18n import N_
from klimatkontrakt.rules._rule import rule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from klimatkontrakt.diagnostics.diagnostic import Finding
    from klimatkontrakt.model.action import Action
    from klimatkontrakt.model.decision import Decision, GoverningDocument
    from klimatkontrakt.model.goal import Goal
    from klimatkontrakt.rules._case import Case

RULE = rule("KK408", Level.WARNING, __name__, __doc__)

KINDS = {"goals": "goal", "roadmap": "action"}
TAKEN = {"adopted", "revised", "repealed"}
TITLE = re.compile(r"(?:\w+s |\w+ kommuns )?klimatkontrakt(?:et)?(?: 2030)?\b(.*)")
"""``Klimatkontrakt 2030, version 2025/26``, perhaps after whose it is; a follow-up is another."""


@RULE
def check(case: Case) -> Iterator[Finding]:
    """Compare the day of signing with the decisions behind the contract, its goals and actions."""
    day = case.signing_day
    is_signed = case.contract.head.status == "signed"
    if day is None or not is_signed or not case.is_whole("contract", "shared", "documents"):
        return
    yield from _contract_itself(case, day)
    decisions = {
        decision.id: (Route("documents", ("documents", number, "decisions", index)), decision)
        for number, document in enumerate(case.contract.documents.documents)
        for index, decision in enumerate(document.decisions)
    }
    items: list[tuple[Route, Goal | Action]] = [*case.goals(), *case.actions()]
    for route, item in items:
        behind = [decisions[name] for name in item.decisions if name in decisions]
        if not behind or not all(_is_later(decision, day) for _, decision in behind):
            continue
        place, decision = behind[0]
        if decision.date is not None and decision.date.start and decision.date.start > case.today:
            continue  # no decision at all yet, as another rule says
        message = say(
            N_("the contract was signed {day}, but {item} rests on a decision of {when}"),
            day=day.isoformat(),
            item=named(f"{KINDS[route.document]}:{item.id}"),
            when=in_words(decision.date) if decision.date else "",
        )
        aside = Aside(say(N_("the decision")), place / "date")
        yield RULE.finding(route / "decisions" / item.decisions.index(decision.id), message, aside)


def _contract_itself(case: Case, day: date) -> Iterator[Finding]:
    for number, document in enumerate(case.contract.documents.documents):
        if not _is_about(case, document):
            continue
        route = Route("documents", ("documents", number, "decisions"))
        taken = [(i, item) for i, item in enumerate(document.decisions) if item.act in TAKEN]
        if document.decisions and not taken:
            message = say(
                N_("the contract was signed {day}, but the decision on it is only proposed"),
                day=day.isoformat(),
            )
            yield RULE.finding(route / (len(document.decisions) - 1) / "act", message)
        elif taken and all(_is_later(item, day) for _, item in taken):
            index, decision = taken[0]
            message = say(
                N_("the contract was signed {day}, before it was decided: {when}"),
                day=day.isoformat(),
                when=in_words(decision.date) if decision.date else "",
            )
            yield RULE.finding(route / index / "date", message)


def _is_about(case: Case, document: GoverningDocument) -> bool:
    """Whether a document is this contract: its title says so, and which version."""
    found = TITLE.fullmatch(document.title.casefold())
    version = case.contract.version
    names = (version.label.casefold(), str(version.version))
    return found is not None and any(name in found[1] for name in names)


def _is_later(decision: Decision, day: date) -> bool:
    start = decision.date.start if decision.date is not None else None
    return decision.act in TAKEN and start is not None and start > day
