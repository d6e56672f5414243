"""An address is not one that a reader can open: it does not begin with http, https or mailto.

Why: a link to somebody's own disk, or without its beginning, leads nowhere for everybody else.

Do: copy the whole address from the browser's address field, beginning with https://.

Wrong::

    # contract.yaml
    links:
    - title: Klimatplan
      url: www.pahittkoping.example/klimatplan

Right::

    # contract.yaml
    links:
    - title: Klimatplan
      url: https://www.pahittkoping.example/klimatplan
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

RULE = rule("KK710", Level.WARNING, __name__, __doc__, everywhere=True)

OPENS = re.compile(r"https?://[^/?#\s]+\S*|mailto:[^@\s]+@[^@\s]+", re.IGNORECASE)
POST = re.compile(r"[^@\s/:]+@[^@\s/:]+\.[a-zåäö]{2,}", re.IGNORECASE)
HOST = re.compile(r"(?:[a-zåäö0-9-]+\.)+[a-zåäö]{2,}(?:[/?#]\S*)?", re.IGNORECASE)


@RULE
def check(case: Valued) -> Iterator[Finding]:
    """Look at how every address begins."""
    for route, _, name, value in case.values():
        if name != "url" or not is_known(value) or OPENS.fullmatch("".join(value.split())):
            continue
        near = None
        if POST.fullmatch(value):
            near = f"mailto:{value}"
        elif HOST.fullmatch(value):
            near = f"https://{value}"
        remedy = say(N_('write "{near}"'), near=near) if near else None
        message = say(N_('"{url}" is not an address on the web'), url=value)
        yield RULE.finding(route, message, remedy=remedy)
