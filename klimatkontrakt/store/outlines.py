"""Outlines and templates: the workspace's own before those that ship."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.failure import Failure
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.diagnostics.outcome import Outcome
from klimatkontrakt.i18n import N_
from klimatkontrakt.model.outline import Outline
from klimatkontrakt.resources import shipped_workspace
from klimatkontrakt.store.shape import shape
from klimatkontrakt.store.source import read_source

if TYPE_CHECKING:
    from pathlib import Path

    from klimatkontrakt.store.layout import Layout


@dataclass(frozen=True, slots=True)
class Outlines:
    """Every outline that a workspace can use, by the year of its version."""

    folders: tuple[Path, ...]

    def years(self) -> list[int]:
        """The versions that have an outline, oldest first."""
        found = {
            int(path.parent.name)
            for folder in self.folders
            for path in folder.glob("*/outline.yaml")
            if path.parent.name.isdigit()
        }
        return sorted(found)

    def read(self, year: int) -> Outline | None:
        """A version's outline, or ``None`` if it has none.

        Raises:
            Failure: the outline is broken.
        """
        path = self._find(f"{year}/outline.yaml")
        if path is None:
            return None
        source = read_source(path.read_bytes(), path.name, "outline")
        stand_in = {"version": year, "title": "", "chapters": []}
        shaped = shape(Outline, source.data or {}, "outline", stand_in)
        found = [*source.fault_diagnostics(), *map(source.diagnostic, shaped.findings)]
        if found:
            message = say(N_("the outline {file} is broken"), file=path.as_posix())
            remedy = say(N_("correct what is pointed out, or remove your copy of the file"))
            raise Failure(message, remedy, outcome=Outcome.of(found))
        return shaped.value

    def template(self, year: int | None, name: str) -> str | None:
        """A chapter's template: the version's own, else that of the version it extends."""
        while year is not None:
            path = self._find(f"{year}/chapters/{name}.md.j2")
            if path is not None:
                return path.read_text(encoding="utf-8")
            outline = self.read(year)
            year = outline.extends if outline else None
        return None

    def _find(self, name: str) -> Path | None:
        return next((path for folder in self.folders if (path := folder / name).is_file()), None)


def open_outlines(layout: Layout) -> Outlines:
    """The search path of a workspace."""
    own, shipped = layout.root / "templates", shipped_workspace() / "templates"
    return Outlines((own,) if own == shipped else (own, shipped))
