"""Extracts: a template a file, the workspace's own before those that ship."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from klimatkontrakt.resources import shipped_workspace

if TYPE_CHECKING:
    from pathlib import Path

SUFFIX = ".md.j2"


@dataclass(frozen=True, slots=True)
class Extracts:
    """What can be taken out of a contract, looked for in these folders in turn."""

    folders: tuple[Path, ...]

    def names(self) -> list[str]:
        """The names, sorted. A file that begins with ``_`` is a part of others."""
        found = {
            path.name.removesuffix(SUFFIX)
            for folder in self.folders
            for path in folder.glob(f"extracts/*{SUFFIX}")
        }
        return sorted(name for name in found if not name.startswith("_"))

    def template(self, name: str) -> str | None:
        """The template of this name."""
        paths = (folder / "extracts" / f"{name}{SUFFIX}" for folder in self.folders)
        path = next((path for path in paths if path.is_file()), None)
        return path.read_text(encoding="utf-8") if path else None


def extracts_of(root: Path) -> Extracts:
    """Those of the workspace in a folder, and those that ship."""
    return Extracts((root / "templates", shipped_workspace() / "templates"))
