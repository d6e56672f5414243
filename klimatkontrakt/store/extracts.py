"""Extracts: a template a file, the workspace's own before those that ship."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from klimatkontrakt.resources import shipped_workspace

if TYPE_CHECKING:
    from pathlib import Path

SUFFIX = ".md.j2"
NAME = re.compile(r"[^\W_][\w .-]*").fullmatch
"""What a template may be called, so that no name leads out of its folder."""


@dataclass(frozen=True, slots=True)
class Extracts:
    """What can be taken out of a contract, looked for in these folders in turn."""

    folders: tuple[Path, ...]

    def names(self) -> list[str]:
        """The names, sorted."""
        found = {
            name
            for folder in self.folders
            for path in folder.glob(f"extracts/*{SUFFIX}")
            if NAME(name := path.name.removesuffix(SUFFIX)) and path.is_file()
        }
        return sorted(found)


def extracts_of(root: Path) -> Extracts:
    """Those of the workspace in a folder, and those that ship."""
    return Extracts((root / "templates", shipped_workspace() / "templates"))
