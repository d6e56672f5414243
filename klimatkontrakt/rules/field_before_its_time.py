"""A part of the contract belongs to a later version than the contract's own.

Why: nobody signed it in that version, and it would be taken for a promise.

Do: remove it, or move it to the version in which it was signed.

Wrong::

    # 2024/commitments.yaml
    shared_commitments:
    - number: 1
      relation: joins

Right::

    # 2024/commitments.yaml
    cooperation_areas:
    - title: Transport och mobilitet
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from klimatkontrakt.diagnostics.entry import Level
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.diagnostics.route import Route
from klimatkontrakt.i18n import N_
from klimatkontrakt.model.known import is_known
from klimatkontrakt.rules._case import DOCUMENTS
from klimatkontrakt.rules._rule import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

    from klimatkontrakt.diagnostics.diagnostic import Finding
    from klimatkontrakt.rules._case import Case

RULE = rule("KK703", Level.ERROR, __name__, __doc__)


@RULE
def check(case: Case) -> Iterator[Finding]:
    """Compare the tag of every field that says something with the contract's version."""
    # Explaining a rule imports this module, and needs no models.
    from klimatkontrakt.model.base import newest_version

    version = case.contract.version
    for name in DOCUMENTS:
        document: BaseModel = case.document(name)
        if newest_version(type(document)) <= version.version:
            continue  # nothing can be too early, and walking every value takes its time
        for route, key, first in _early(Route(name), document, version.version):
            message = say(
                N_("{key} is new in version {first}, and this is version {label}"),
                key=key,
                first=first,
                label=version.label,
            )
            yield RULE.finding(replace(route, at="key"), message)


def _early(route: Route, holder: Any, version: int) -> Iterator[tuple[Route, str, int]]:  # noqa: ANN401  any model
    # Explaining a rule imports this module, and needs no models.
    from klimatkontrakt.model.base import first_version

    for name in type(holder).model_fields:
        if name not in holder.model_fields_set:
            continue
        value, here = getattr(holder, name), route / name
        first = first_version(type(holder), name)
        if first is not None and version < first and is_known(value):
            yield here, name, first
            continue
        for index, item in enumerate(value if isinstance(value, tuple) else ()):
            if hasattr(item, "model_fields_set"):
                yield from _early(here / index, item, version)
        if hasattr(value, "model_fields_set"):
            yield from _early(here, value, version)
