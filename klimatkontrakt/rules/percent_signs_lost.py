"""An address seems to have lost its per cent signs: C3A5 is how å is written in one, as %C3%A5.

Why: the signs fall away when text goes through Word or a PDF, and the link may lead astray.

Do: try the link, and copy the address again from the browser if it does not lead right.

Wrong::

    # contract.yaml
    links:
    - title: Mål
      url: https://www.pahittkoping.example/vC3A5ra-mC3A5l

Right::

    # contract.yaml
    links:
    - title: Mål
      url: https://www.pahittkoping.example/v%C3%A5ra-m%C3%A5l
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.entry import Level
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_
from klimatkontrakt.model.known import is_known
from klimatkontrakt.rules._rule import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klimatkontrakt.diagnostics.diagnostic import Finding
    from klimatkontrakt.rules._case import Valued

RULE = rule("KK713", Level.NOTE, __name__, __doc__, everywhere=True)

LETTERS = {"A5": "å", "A4": "ä", "B6": "ö", "85": "Å", "84": "Ä", "96": "Ö"}
LOST = re.compile(rf"(?<=[a-z])C3({'|'.join(LETTERS)})")
"""After a small letter: in an id of digits and capitals the same four signs mean nothing."""


@RULE
def check(case: Valued) -> Iterator[Finding]:
    """Look for the codes of Swedish letters without their signs."""
    for route, _, name, value in case.values():
        if name != "url" or not is_known(value):
            continue
        found = LOST.search(value)
        if found is not None:
            message = say(
                N_('"{code}" in the address is probably {letter} without its per cent signs'),
                code=found[0],
                letter=LETTERS[found[1]],
            )
            yield RULE.finding(route, message)
