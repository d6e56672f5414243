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
from klimatkontrakt.model.template import Template
from klimatkontrakt.resources import shipped_workspace
from klimatkontrakt.store import faults
from klimatkontrakt.store.extracts import NAME
from klimatkontrakt.store.shape import shape
from klimatkontrakt.store.source import read_source

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from klimatkontrakt.store.source import Source


SHIPPED = "kk"
"""Before a colon and a template's name: the one that ships with kk."""


@dataclass(frozen=True, slots=True)
class Outlines:
    """Every outline that a workspace can use, by the year of its version."""

    own: Path | None
    """The workspace's ``templates/``; nothing for the workspace that ships."""
    shipped: Path

    @property
    def folders(self) -> tuple[Path, ...]:
        """Where templates are looked for, in order."""
        return (self.own, self.shipped) if self.own else (self.shipped,)

    def years(self) -> list[int]:
        """The versions that have an outline, oldest first."""
        found = {
            int(path.parent.name)
            for folder in self.folders
            for path in folder.glob("*/outline.yaml")
            if path.parent.name.isdigit()
        }
        return sorted(found)

    def read(self, name: str, above: tuple[str, ...] = ()) -> Outline | None:
        """The outline of a version (``2025``) or of a kind of document (``letter_of_intent``).

        ``above`` are those that extend it.

        Raises:
            Failure: the outline is broken, or extends itself in the end.
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
        below = str(outline.extends or "")
        if below in (*above, name):
            message = say(N_("the outline {file} extends itself in the end"), file=path.as_posix())
            raise Failure(message, say(N_("let extends name an earlier version, or leave it out")))
        parent = self.read(below, (*above, name)) if below else None
        if parent is None or outline.chapters:
            return outline
        figures = outline.figures or parent.figures
        return outline.model_copy(update={"chapters": parent.chapters, "figures": figures})

    def template(self, name: str, chapter: str) -> Template | None:
        """A chapter's template: the outline's own, else that of the one it extends.

        ``name`` may also be a folder of templates that no outline puts in order.
        The workspace's comes before the one that ships. ``kk:roadmap`` is the one that ships, and
        ``2023:roadmap`` what the outline of that version has; so a chapter can extend another of
        its own name.

        Raises:
            Failure: the file is no text, or lies somewhere else.
        """
        prefix, colon, bare = chapter.rpartition(":")
        if not NAME(bare):
            return None
        if colon and prefix != SHIPPED:
            return self.template(prefix, bare) if NAME(prefix) and prefix != name else None
        folders = (self.shipped,) if colon else self.folders
        for outline in self.line(name):
            for folder in folders:
                for place in (f"{outline}/chapters", outline):
                    path = folder / place / f"{bare}.md.j2"
                    if path.is_file():
                        return self._read(folder, path)
        return None

    def names(self) -> list[str]:
        """Every folder with an outline, the versions first, then those without one."""
        holding = {
            (bool(list(inner.glob("*.md.j2"))), inner.name)
            for folder in self.folders
            for inner in folder.glob("*")
            if (inner / "outline.yaml").is_file() or list(inner.glob("*.md.j2"))
        }
        return [name for _, name in sorted(holding)]

    def outline_file(self, name: str) -> Template | None:
        """An outline as it is written."""
        folder = next((f for f in self.folders if (f / name / "outline.yaml").is_file()), None)
        return self._read(folder, folder / name / "outline.yaml") if folder else None

    def shipped_outline(self, name: str) -> Template | None:
        """The outline of that name that ships with kk, as it is written."""
        path = self.shipped / name / "outline.yaml"
        return self._read(self.shipped, path) if NAME(name) and path.is_file() else None

    def files(self, name: str) -> list[Template]:
        """Every file of a folder, the workspace's before the one that ships."""
        found: dict[str, Template] = {}
        for folder in self.folders:
            paths = (folder / name).rglob("*.md.j2")
            for path in sorted(path for path in paths if path.is_file()):
                item = self._read(folder, path)
                found.setdefault(item.file, item)
        return list(found.values())

    def line(self, name: str) -> Iterator[str]:
        """An outline's name and those of the ones that it extends."""
        seen: list[str] = []
        found: str | None = name
        while found is not None and found not in seen:
            seen.append(found)
            yield found
            outline = self.read(found)
            found = str(outline.extends) if outline and outline.extends else None

    def _read(self, folder: Path, path: Path) -> Template:
        file = f"templates/{path.relative_to(folder).as_posix()}"
        if not path.resolve().is_relative_to(folder.resolve()):
            message = say(N_("{file} leads out of the folder of templates"), file=file)
            raise Failure(message, say(N_("put the file itself there")))
        try:
            text = path.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError:
            message = say(N_("{file} is not text in UTF-8"), file=file)
            raise Failure(
                message, say(N_("open the file in your editor and save it with the encoding UTF-8"))
            ) from None
        return Template(text, file, own=folder == self.own)

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
    return Outlines(None if own.resolve() == shipped.resolve() else own, shipped)
