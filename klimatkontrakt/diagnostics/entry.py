"""What is written about a code once, wherever it is reported."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Level(Enum):
    """How serious a finding is. Members are ordered from worst to least."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return list(Level).index(self)


@dataclass(frozen=True, slots=True)
class Entry:
    """A code of the catalogue: ``KK204``. Codes are never reused.

    ``what``, ``why`` and ``remedy`` are English source texts; ``wrong`` and ``right`` are small
    YAML files, the first line of each a comment with the file's name.
    """

    code: str
    name: str
    level: Level
    what: str
    why: str
    remedy: str
    wrong: str
    right: str
