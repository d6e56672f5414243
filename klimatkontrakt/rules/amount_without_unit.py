"""A number stands in a text where nobody can see what it counts.

Why: 80 could be per cent or tonnes, and 27 kilometres or bicycles; each reader would guess.

Do: write what the number counts: 80 procent, 285 kt, 27 km, 1 300 hushåll.

Wrong::

    # goals.yaml
    goals:
    - id: omradet-2030
      statement: Utsläppen ska minska med 80 till 2030
      boundary: [territory]
      end_state: reduction

Right::

    # goals.yaml
    goals:
    - id: omradet-2030
      statement: Utsläppen ska minska med 80 procent till 2030
      boundary: [territory]
      end_state: reduction
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.entry import Level
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_
from klimatkontrakt.rules._rule import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klimatkontrakt.diagnostics.diagnostic import Finding
    from klimatkontrakt.rules._case import Case

RULE = rule("KK208", Level.WARNING, __name__, __doc__)

SENTENCES = {("Goal", "statement"), ("Decision", "text"), ("Milestone", "text")}
AMOUNTS = {("Action", "outputs"), ("Outcome", "text"), ("Investment", "needs")}
"""Fields that hold sentences, and fields that may hold an amount and nothing else."""

_NUMBER = r"[−-]?\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|[−-]?\d+(?:[.,]\d+)?"
_RANGE = rf"(?:{_NUMBER})(?:\s*[-–]\s*(?:{_NUMBER}))?"
_ABOUT = r"(?:(?:minst|högst|ungefär|omkring|cirka|ca\.?) )?"
_YEAR = r"(?:år )?(?:19|20|21)\d{2}\b"
ONLY = re.compile(rf"{_ABOUT}({_RANGE})", re.IGNORECASE)
DIGIT = re.compile(r"\d")
COUNTED = re.compile(r"\b(?:antal|befolkning|folkmängd)", re.IGNORECASE)
"""Words that already say what a number counts: antalet cyklister ökar till 5 000."""
CHANGE = re.compile(
    rf"\b(?:minsk|sänk|reducer|begräns|ök)\w*(?: \w+)? (?:med|till) {_ABOUT}(?!{_YEAR})"
    rf"({_RANGE})(?=[.;)]?$|[,;] (?!\d)|[.] [A-ZÅÄÖ]"
    rf"| (?:till|från|senast|före|under|fram till|jämfört med) (?:utgången av )?{_YEAR}"
    r"| (?:varje|per|om) år)",
    re.IGNORECASE | re.MULTILINE,
)


@RULE
def check(case: Case) -> Iterator[Finding]:
    """Look for numbers with nothing behind them."""
    for route, holder, name, value in case.values():
        if (holder, name) in AMOUNTS:
            found = ONLY.fullmatch(value)
        elif (holder, name) in SENTENCES and value is not None:
            has_digit = DIGIT.search(value) is not None  # most texts have none, and CHANGE is slow
            found = CHANGE.search(" ".join(value.split())) if has_digit else None
            if found is not None and COUNTED.search(value):
                continue
        else:
            continue
        if found is not None and found[1] != "0":
            message = say(N_('"{text}" has no unit'), text=found[1])
            yield RULE.finding(route, message)
