"""An address has a per cent sign that does not stand before two digits or letters from A to F.

Why: browsers read %C3%A5 as one letter, and stop or guess where the code is broken off.

Do: copy the address again from the browser; a per cent sign of its own is written %25.

Wrong::

    # contract.yaml
    links:
    - title: Klimatplan
      url: https://www.pahittkoping.example/p%C3%A5g%zz

Right::

    # contract.yaml
    links:
    - title: Klimatplan
      url: https://www.pahittkoping.example/p%C3%A5g%C3%A5r
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

RULE = rule("KK711", Level.WARNING, __name__, __doc__, everywhere=True)

BROKEN = re.compile(r"%(?![0-9A-F]{2})\S{0,2}", re.IGNORECASE)


@RULE
def check(case: Valued) -> Iterator[Finding]:
    """Look at what follows every per cent sign."""
    for route, _, name, value in case.values():
        if name != "url" or not is_known(value):
            continue
        found = BROKEN.search(value)
        if found is not None:
            yield RULE.finding(route, say(N_('"{code}" in the address is no code'), code=found[0]))
