"""A share does not follow from the amounts that it is a share of.

Why: a reader cannot know which of the numbers holds, and follow-up would depend on the choice.

Do: count the share again, or correct the amount that is wrong.

Wrong::

    # goals.yaml
    goals:
    - id: omradet-2030
      statement: Utsläppen ska minska
      boundary: [territory]
      end_state: reduction
      target_year: 2030
      target:
        kind: reduce_by
        share: 80 %
        value: 140 kt
      baseline:
        year: 2010
        value: 1 400 kt

Right::

    # goals.yaml
    goals:
    - id: omradet-2030
      statement: Utsläppen ska minska
      boundary: [territory]
      end_state: reduction
      target_year: 2030
      target:
        kind: reduce_by
        share: 80 %
        value: 280 kt
      baseline:
        year: 2010
        value: 1 400 kt
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.diagnostic import Aside
from klimatkontrakt.diagnostics.entry import Level
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_
from klimatkontrakt.rules._rule import rule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from klimatkontrakt.diagnostics.diagnostic import Finding
    from klimatkontrakt.model.goal import Target
    from klimatkontrakt.rules._case import Case

RULE = rule("KK505", Level.WARNING, __name__, __doc__)

WHOLE = 100
LEEWAY = 1
"""Per cent of the whole that a share may be off, besides what the written digits leave open."""


@RULE
def check(case: Case) -> Iterator[Finding]:
    """Count the share of every goal that has both its amounts."""
    for route, goal in case.goals():
        target, baseline = goal.target, goal.baseline
        if target is None or target.share is None or target.value is None or target.of == "total":
            continue
        if baseline is None or baseline.value is None or not _counted(target):
            continue
        value, base, share = target.value, baseline.value, target.share
        if value.dimension != base.dimension or share.dimension != "share" or base.value <= 0:
            continue
        if not 0 <= share.value <= WHOLE:
            continue  # no share of anything, as another rule says
        # "Reduce by 80 %" may stand beside what is left or beside what goes: both are read.
        remaining = WHOLE - share.value
        meant = [remaining, share.value] if target.kind == "reduce_by" else [share.value]
        low = WHOLE * (value.value - value.rounding) / (base.value + base.rounding)
        high = (
            WHOLE * (value.value + value.rounding) / max(base.value - base.rounding, base.rounding)
        )
        if not any(low - LEEWAY <= part <= high + LEEWAY for part in meant):
            message = say(
                N_("{value} of {base} is {actual} per cent, which does not give {share}"),
                value=value.text,
                base=base.text,
                actual=_rounded(WHOLE * value.value / base.value),
                share=share.text,
            )
            asides = (
                Aside(say(N_("the target value")), route / "target" / "value"),
                Aside(say(N_("the value of the base year")), route / "baseline" / "value"),
            )
            yield RULE.finding(route / "target" / "share", message, *asides)


def _counted(target: Target) -> bool:
    """Whether the share is one of the base year's value."""
    return target.kind in {"reduce_by", "reduce_to"} or target.of == "baseline"


def _rounded(share: Decimal) -> str:
    return f"{share:.1f}".removesuffix(".0").replace(".", ",")
