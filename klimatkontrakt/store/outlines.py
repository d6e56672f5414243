"""Outlines and templates: the workspace's own before those that ship."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.diagnostic import Diagnostic
from klimatkontrakt.diagnostics.failure import Failure
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.diagnostics.outcome import Outcome
from klimatkontrakt.diagnostics.route import Route
from klimatkontrakt.i18n import N_
from klimatkontrakt.model.outline import Outline
from klimatkontrakt.resources import shipped_workspace
from klimatkontrakt.store import faults
from klimatkontrakt.store.shape import shape
from klimatkontrakt.store.source import read_source

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from klimatkontrakt.store.source import Source


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

    def read(self, name: str) -> Outline | None:
        """The outline of a version (``2025``) or of a kind of document (``letter_of_intent``).

        Raises:
            Failure: the outline is broken.
        """
        path = self._find(f"{name}/outline.yaml")
        if path is None:
            return None
        source = read_source(path.read_bytes(), path.name, "outline")
        shaped = shape(Outline, source.data or {}, "outline", {"title": "–", "chapters": []})
        found = [*source.fault_diagnostics(), *map(source.diagnostic, shaped.findings)]
        found += _wrong_year(name, shaped.value, source)
        if found:
            message = say(N_("the outline {file} is broken"), file=path.as_posix())
            remedy = say(N_("correct what is pointed out, or remove your copy of the file"))
            raise Failure(message, remedy, outcome=Outcome.of(found))
        outline = shaped.value
        parent = self.read(str(outline.extends)) if outline.extends else None
        if parent is None or outline.chapters:
            return outline
        figures = outline.figures or parent.figures
        return outline.model_copy(update={"chapters": parent.chapters, "figures": figures})

    def template(self, name: str, chapter: str) -> str | None:
        """A chapter's template: the outline's own, else that of the one it extends."""
        path = self._find(f"{name}/chapters/{chapter}.md.j2")
        if path is not None:
            return path.read_text(encoding="utf-8")
        outline = self.read(name)
        if outline is None or outline.extends is None:
            return None
        return self.template(str(outline.extends), chapter)

    def _find(self, name: str) -> Path | None:
        return next((path for folder in self.folders if (path := folder / name).is_file()), None)


def _wrong_year(name: str, outline: Outline, source: Source) -> Iterator[Diagnostic]:
    """An outline copied from another year's that still says so."""
    if not name.isdigit() or outline.version in {None, int(name)}:
        return
    message = say(
        N_("the file is that of {name}, but says {version}"), name=name, version=outline.version
    )
    place = source.place(Route("outline", ("version",)))
    yield Diagnostic(faults.WRONG_YEAR, place, message)


def open_outlines(root: Path) -> Outlines:
    """The search path of the workspace in a folder."""
    own, shipped = root / "templates", shipped_workspace() / "templates"
    return Outlines((own,) if own == shipped else (own, shipped))
