"""Which contracts there are here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.reports.listing import Listed

if TYPE_CHECKING:
    from klimatkontrakt.app.workspace import Workspace
    from klimatkontrakt.model.register import Register

ORDER = {"å": 228, "ä": 229}
"""Where Swedish has another order than Unicode."""


def contracts(workspace: Workspace) -> tuple[Listed, ...]:
    """Every municipality that has a contract here, in Swedish order of their names."""
    found = (_listed(workspace, slug) for slug in workspace.layout.municipalities())
    return tuple(sorted((item for item in found if item.heads), key=_alphabetical))


def _listed(workspace: Workspace, slug: str) -> Listed:
    register: Register = workspace.reader.register.value
    known = workspace.reader.codes.by_slug.get(slug)
    code = known.code if known else ""
    row = next((row for row in register.municipalities if row.code == code), None)
    twin_of = row.twin_of if row else None
    readings = (
        (year, workspace.reader.contract(slug, year).contract)
        for year in workspace.layout.versions(slug)
    )
    return Listed(
        code=code,
        name=known.name if known else slug,
        slug=slug,
        role=row.role if row else "unknown",
        twin_of=twin_of,
        twin=workspace.place_of(twin_of) if twin_of else None,
        heads=tuple((year, contract.head if contract else None) for year, contract in readings),
    )


def _alphabetical(item: Listed) -> list[int]:
    return [ORDER.get(letter, ord(letter)) for letter in item.name.lower()]
