"""An address has a space in it.

Why: most programs take the address to end at the space, so the link leads astray.

Do: remove the space, or write %20 if it belongs to the file's name.

Wrong::

    # contract.yaml
    links:
    - title: Klimatplan
      url: https://www.pahittkoping.example/klimatplan 2030.pdf

Right::

    # contract.yaml
    links:
    - title: Klimatplan
      url: https://www.pahittkoping.example/klimatplan%202030.pdf
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
    from klimatkontrakt.rules._case import Valued

RULE = rule("KK712", Level.WARNING, __name__, __doc__, everywhere=True)


@RULE
def check(case: Valued) -> Iterator[Finding]:
    """Look for addresses in more than one piece."""
    for route, _, name, value in case.values():
        if name != "url" or value is None or len(pieces := value.split()) == 1:
            continue
        if not pieces[0].lower().startswith(("http", "mailto:")):
            continue  # words, not an address
        message = say(N_('the address has a space after "{piece}"'), piece=pieces[0])
        yield RULE.finding(route, message)
