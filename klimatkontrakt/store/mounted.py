"""A contract folder from anywhere, seen in its place in a workspace."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from klimatkontrakt.store.tree import Folder

if TYPE_CHECKING:
    from pathlib import Path

    from klimatkontrakt.store.tree import Tree


@dataclass(frozen=True, slots=True)
class Mounted:
    """``folder`` stands in for ``place``; everything else is the workspace's."""

    base: Tree
    place: str
    folder: Path

    def read(self, path: str) -> bytes | None:
        """As :meth:`klimatkontrakt.store.tree.Tree.read`."""
        tree, inner = self._of(path)
        return tree.read(inner)

    def folders(self, path: str) -> list[str]:
        """As :meth:`klimatkontrakt.store.tree.Tree.folders`."""
        tree, inner = self._of(path)
        return tree.folders(inner)

    def files(self, path: str) -> list[str]:
        """As :meth:`klimatkontrakt.store.tree.Tree.files`."""
        tree, inner = self._of(path)
        return tree.files(inner)

    def _of(self, path: str) -> tuple[Tree, str]:
        if path == self.place or path.startswith(f"{self.place}/"):
            return Folder(self.folder), path[len(self.place) + 1 :] or "."
        return self.base, path
