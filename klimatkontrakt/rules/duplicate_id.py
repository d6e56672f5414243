"""Two items have the same id.

Why: a reference to it would mean both or neither, and next year's comparison would mix them up.

Do: give one of them another id.

Wrong::

    # goals.yaml
    goals:
    - id: klimatneutral
      statement: En klimatneutral kommunkoncern
      boundary: [municipal_group]
      end_state: climate_neutral
    - id: klimatneutral
      statement: Ett klimatneutralt område
      boundary: [territory]
      end_state: climate_neutral

Right::

    # goals.yaml
    goals:
    - id: klimatneutral-koncern
      statement: En klimatneutral kommunkoncern
      boundary: [municipal_group]
      end_state: climate_neutral
    - id: klimatneutralt-omrade
      statement: Ett klimatneutralt område
      boundary: [territory]
      end_state: climate_neutral
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

    from klimatkontrakt.diagnostics.diagnostic import Finding
    from klimatkontrakt.diagnostics.route import Route
    from klimatkontrakt.rules._case import Valued

RULE = rule("KK601", Level.ERROR, __name__, __doc__, everywhere=True)


@RULE
def check(case: Valued) -> Iterator[Finding]:
    """Look for ids that have been seen before, across kinds and files.

    The common side has ids of its own: a municipality cannot know them all. There an id stands
    once in its list; a source may have the name of a party.
    """
    first: dict[tuple[str, str], Route] = {}
    for route, holder, name, value in case.values():
        if name != "id":
            continue
        earlier = first.setdefault((holder if route.document == "shared" else "", value), route)
        if earlier is not route:
            aside = Aside(say(N_("first time here")), earlier)
            yield RULE.finding(route, say(N_('the id "{id}" stands twice'), id=value), aside)
