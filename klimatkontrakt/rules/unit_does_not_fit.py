"""An amount has a unit that measures something else.

Why: kronor cannot be added to tonnes, and a sum of them would be wrong without anybody noticing.

Do: write the amount in a unit of the right kind.

Wrong::

    # roadmap.yaml
    actions:
    - id: cykelplan
      title: Cykelplan
      costs:
      - kind: investment
        amount: 12 GWh

Right::

    # roadmap.yaml
    actions:
    - id: cykelplan
      title: Cykelplan
      costs:
      - kind: investment
        amount: 12 Mkr
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.entry import Level
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_
from klimatkontrakt.rules._rule import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klimatkontrakt.diagnostics.diagnostic import Finding
    from klimatkontrakt.rules._case import Case

RULE = rule("KK502", Level.ERROR, __name__, __doc__)

FITTING = {
    **{("Cost", key): ("money", "cost_per_tonne") for key in ("amount", "low", "high")},
    **{("Effect", key): ("emissions", "energy", "power") for key in ("amount", "low", "high")},
    ("Funding", "amount"): ("money",),
    ("Funding", "share"): ("share",),
    ("Target", "share"): ("share",),
    ("Rate", "min"): ("share",),
    ("Rate", "max"): ("share",),
}
"""What each field may measure, the most usual first."""

UNITS = {
    "money": N_("kronor (kr, Mkr)"),
    "cost_per_tonne": N_("kronor per tonne (kr/ton)"),
    "share": N_("per cent (%)"),
    "emissions": N_("tonnes (t, kt)"),
    "energy": N_("energy (MWh, GWh)"),
    "power": N_("power (MW)"),
}


@RULE
def check(case: Case) -> Iterator[Finding]:
    """Compare the unit of every amount with what its field measures."""
    for route, holder, name, value in case.values():
        fitting = FITTING.get((holder, name))
        if fitting is not None and value is not None and value.dimension not in fitting:
            message = say(
                N_('"{text}" does not measure what {key} tells'), text=value.text, key=name
            )
            remedy = say(N_("write it in {unit}"), unit=say(UNITS[fitting[0]]))
            yield RULE.finding(route, message, remedy=remedy)
