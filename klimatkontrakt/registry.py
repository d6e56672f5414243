"""A list of parts that a package is made of: one file, one part."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator

Part = TypeVar("Part")


class Registry(Generic[Part]):
    """Parts by name. A name used twice is refused: it would hide a file."""

    def __init__(self, package: str) -> None:
        self._package = package
        self._parts: dict[str, Part] = {}
        self._discovered = False

    def add(self, name: str, part: Part) -> Part:
        """Register a part under its name.

        Raises:
            ValueError: the name is taken.
        """
        if name in self._parts:
            message = f"{name} stands twice in {self._package}"
            raise ValueError(message)
        self._parts[name] = part
        return part

    def discover(self) -> Registry[Part]:
        """Import every file of the package that is a part (its name has no leading underscore)."""
        if not self._discovered:
            self._discovered = True
            for name in part_names(self._package):
                import_module(f"{self._package}.{name}")
        return self

    def load(self, name: str) -> Part:
        """The part of this name from the file of this name, where parts are called as their files.

        Only that file is imported.
        """
        import_module(f"{self._package}.{name}")
        return self._parts[name]

    def __getitem__(self, name: str) -> Part:
        return self._parts[name]

    def __contains__(self, name: object) -> bool:
        return name in self._parts

    def __iter__(self) -> Iterator[Part]:
        """The parts in order of their names."""
        return iter([self._parts[name] for name in self.names()])

    def names(self) -> tuple[str, ...]:
        """The names, sorted."""
        return tuple(sorted(self._parts))


def part_names(package: str) -> tuple[str, ...]:
    """The names of a package's files that are parts, sorted; none of them is imported."""
    folder = import_module(package).__path__
    return tuple(sorted(m.name for m in iter_modules(folder) if not m.name.startswith("_")))
