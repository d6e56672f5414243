"""All that a run has to say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from klimatkontrakt.diagnostics.diagnostic import Diagnostic
    from klimatkontrakt.diagnostics.entry import Level


@dataclass(frozen=True, slots=True)
class Missing:
    """How many facts a contract leaves open, in one line: ``17 uppgifter saknas``."""

    municipality: str
    version: int
    count: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """Sorted diagnostics and what was checked."""

    diagnostics: tuple[Diagnostic, ...] = ()
    contracts: int = 0
    files: int = 0
    missing: tuple[Missing, ...] = ()

    @classmethod
    def of(
        cls,
        diagnostics: Iterable[Diagnostic],
        *,
        contracts: int = 0,
        files: int = 0,
        missing: Iterable[Missing] = (),
    ) -> Outcome:
        """An outcome in its order, each diagnostic once."""
        once = {(item.order(), item.fingerprint): item for item in diagnostics}
        ordered = sorted(once.values(), key=lambda item: item.order())
        return cls(tuple(ordered), contracts, files, tuple(missing))

    def number(self, level: Level) -> int:
        """How many diagnostics have this level."""
        return sum(item.severity is level for item in self.diagnostics)

    def reaches(self, level: Level) -> bool:
        """Whether anything is as serious as ``level`` or worse."""
        return any(item.severity.rank <= level.rank for item in self.diagnostics)

    @property
    def fixable(self) -> int:
        """How many diagnostics say how to mend the fault for certain."""
        return sum(bool(item.edits) for item in self.diagnostics)

    def worst_first(self) -> tuple[Diagnostic, ...]:
        """The diagnostics by level, in their usual order within each."""
        return tuple(sorted(self.diagnostics, key=lambda item: item.severity.rank))
