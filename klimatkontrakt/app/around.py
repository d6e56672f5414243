"""What stands around a contract that is judged: the version before, neighbours, the outline."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from klimatkontrakt.app.workspace import Workspace
    from klimatkontrakt.model.contract import Contract
    from klimatkontrakt.store.reader import Reading

KEPT = 16
"""Readings kept at a time: partners come in small groups, and 48 contracts need not stay."""


class Around:
    """Reads what somebody asks for, and keeps only the latest."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self.reading = lru_cache(maxsize=KEPT)(workspace.reader.contract)
        """One municipality's contract in one version, by folder and year."""
        self.outline = lru_cache(maxsize=KEPT)(workspace.outlines.read)
        """The outline by name: nearly all contracts of a run share one, which is long."""

    def before(self, slug: str, year: int) -> Reading | None:
        """The municipality's nearest earlier version that is here."""
        earlier = [other for other in self._workspace.layout.versions(slug) if other < year]
        return self.reading(slug, earlier[-1]) if earlier else None

    def beside(self, code: str, year: int) -> Contract | None:
        """Another municipality's contract of the version; nothing when not here, or broken."""
        municipality = self._workspace.reader.codes.by_code.get(code)
        if municipality is None or year not in self._workspace.layout.versions(municipality.slug):
            return None
        contract = self.reading(municipality.slug, year).contract
        return None if contract is None or contract.incomplete else contract
