"""Data with one thing written otherwise, to see what would come of it before a file is touched."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from klimatkontrakt.store.yaml12 import read_data

if TYPE_CHECKING:
    from collections.abc import Mapping

    from klimatkontrakt.diagnostics.route import Route, Step


def laid_in(
    data: Mapping[str, Any], route: Route, rewrite: str
) -> tuple[dict[str, Any], tuple[Step, ...]] | None:
    """A copy of the data as the rewriting would make it, and where the new thing stands in it.

    ``None`` where the rewriting is no YAML, the route leads nowhere, or a key would stand twice.
    """
    value, found = read_data(rewrite)
    if found or not route.steps:
        return None
    changed: Any = deepcopy(dict(data))
    here, last = changed, route.steps[-1]
    try:
        for step in route.steps[:-1]:
            here = here[step]
        here[last]
    except (KeyError, IndexError, TypeError):
        return None
    if route.at == "value":
        here[last] = value
        return changed, route.steps
    if not isinstance(here, dict) or not isinstance(value, str):
        return None
    if value in here and value != last:
        return None
    renamed = {value if key == last else key: item for key, item in here.items()}
    here.clear()
    here.update(renamed)
    return changed, (*route.steps[:-1], value)
