"""An amount in kronor and the same amount in euro cannot both be right.

Why: one of them is wrong many times over, and that may be the one that readers repeat.

Do: count it again; a euro is worth between 5 and 20 kronor.

Wrong::

    # contract.yaml
    focus: Kommunen behöver 2,5 miljarder kronor (220 000 miljoner euro).

Right::

    # contract.yaml
    focus: Kommunen behöver 2,5 miljarder kronor (220 miljoner euro).
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.entry import Level
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_
from klimatkontrakt.rules._rule import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klimatkontrakt.diagnostics.diagnostic import Finding
    from klimatkontrakt.rules._case import Case

RULE = rule("KK504", Level.WARNING, __name__, __doc__)

LOWEST, HIGHEST = 5, 20
"""Kronor for a euro: wider than the rate has ever been, so that rounding is no fault."""

SCALES = {
    **dict.fromkeys(("tusen", "t", "k"), 10**3),
    **dict.fromkeys(("miljon", "m", "mn"), 10**6),
    **dict.fromkeys(("miljard", "md", "b"), 10**9),
}

_AMOUNT = (
    r"(?<![\d.,])(?P<{name}>(?P<{name}_whole>\d{{1,3}}(?:\s\d{{3}}|[.,]000)+|\d+)"
    r"(?P<{name}_part>[.,]\d+)?\s*(?:(?P<{name}_word>tusen|miljon|miljard)(?:er)?\s*)?"
    r"(?:(?P<{name}_mark>t|k|mn|md|m|b)?{unit}))"
)
_SEK = _AMOUNT.format(name="sek", unit=r"(?:sek\b|kr\b|kronor\b)")
_EUR = _AMOUNT.format(name="eur", unit=r"(?:eur\b|euro\b|€)")
_ALSO = r"motsvarande|vilket\s+motsvarar|det\s+vill\s+säga|dvs\.?|d\.v\.s\.|=|≈"
_ABOUT = r"\s*(?:cirka|ca\.?|ungefär|omkring|runt|drygt|knappt|nästan)?\s*"
_SAME = (
    rf"{{one}}\s*\(\s*(?:{_ALSO})?{_ABOUT}{{other}}\s*[),;]",
    rf"{{one}},?\s*(?:{_ALSO}){_ABOUT}{{other}}",
)
"""What says that two amounts are one; with other words between them one may be a part."""


@cache
def _pairs() -> tuple[re.Pattern[str], ...]:
    """Made when a text first speaks of euro, which most contracts never do."""
    return tuple(
        re.compile(form.format(one=one, other=other), re.IGNORECASE)
        for form in _SAME
        for one, other in ((_SEK, _EUR), (_EUR, _SEK))
    )


@RULE
def check(case: Case) -> Iterator[Finding]:
    """Read every text for amounts that are told in both currencies."""
    for route, _, _, value in case.values():
        if not isinstance(value, str) or not ("€" in value or "eur" in value.lower()):
            continue
        for found in (found for pair in _pairs() for found in pair.finditer(value)):
            kronor, euro = _amount(found, "sek"), _amount(found, "eur")
            if not LOWEST * euro <= kronor <= HIGHEST * euro:
                message = say(
                    N_('"{kronor}" cannot be the same as "{euro}"'),
                    kronor=" ".join(found["sek"].split()),
                    euro=" ".join(found["eur"].split()),
                )
                yield RULE.finding(route, message)


def _amount(found: re.Match[str], name: str) -> Decimal:
    digits = re.sub(r"[\s.,]", "", found[f"{name}_whole"])
    part = (found[f"{name}_part"] or "").replace(",", ".")
    scale = SCALES.get((found[f"{name}_word"] or found[f"{name}_mark"] or "").lower(), 1)
    return Decimal(digits + part) * scale
