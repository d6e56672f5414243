"""Files by their path from the workspace: from a folder on disk, or wherever else they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from klimatkontrakt.diagnostics.failure import Failure
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


class Tree(Protocol):
    """What the reader needs of a place where files are. Paths have forward slashes."""

    def read(self, path: str) -> bytes | None:
        """A file's bytes, or ``None`` if there is no such file."""

    def folders(self, path: str) -> list[str]:
        """Names of the folders in a folder, sorted; none if there is no such folder."""

    def files(self, path: str) -> list[str]:
        """Names of the files in a folder, sorted; none if there is no such folder."""


@dataclass(frozen=True, slots=True)
class Folder:
    """A tree on disk."""

    root: Path

    def read(self, path: str) -> bytes | None:
        """As :meth:`Tree.read`."""
        file = self.root / path
        try:
            return file.read_bytes() if file.is_file() else None
        except OSError as error:
            reason = error.strerror or str(error)
            message = say(N_("{file} could not be read: {reason}"), file=str(file), reason=reason)
            raise Failure(message, say(N_("check who may read the file"))) from None

    def folders(self, path: str) -> list[str]:
        """As :meth:`Tree.folders`; hidden ones are left out."""
        return sorted(item.name for item in self._items(path) if item.is_dir())

    def files(self, path: str) -> list[str]:
        """As :meth:`Tree.files`; hidden ones are left out."""
        return sorted(item.name for item in self._items(path) if item.is_file())

    def _items(self, path: str) -> list[Path]:
        folder = self.root / path
        found = folder.iterdir() if folder.is_dir() else ()
        return [item for item in found if not item.name.startswith(".")]


@dataclass(frozen=True, slots=True)
class Laid:
    """A tree with new files laid over it, to see what they would mean before they are written."""

    below: Tree
    laid: Mapping[str, bytes]

    def read(self, path: str) -> bytes | None:
        """As :meth:`Tree.read`."""
        return self.laid[path] if path in self.laid else self.below.read(path)

    def folders(self, path: str) -> list[str]:
        """As :meth:`Tree.folders`."""
        return sorted({*self.below.folders(path), *(names[0] for names in self._names(path, 2))})

    def files(self, path: str) -> list[str]:
        """As :meth:`Tree.files`."""
        alone = (names[0] for names in self._names(path, 1) if len(names) == 1)
        return sorted({*self.below.files(path), *alone})

    def _names(self, path: str, least: int) -> list[list[str]]:
        """What lies in a folder, as names from there on; ``least`` 2 leaves plain files out."""
        inner = (name.removeprefix(f"{path}/") for name in self.laid if name.startswith(f"{path}/"))
        return [names for name in inner if len(names := name.split("/")) >= least]
