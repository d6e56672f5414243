"""What a person may put on either side of a comparison: a version, ``REV:version``, a folder."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from klimatkontrakt.app.workspace import versions_here
from klimatkontrakt.diagnostics.failure import Failure
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.diagnostics.outcome import Outcome
from klimatkontrakt.i18n import N_
from klimatkontrakt.store.layout import find_root, layout_of, open_layout
from klimatkontrakt.store.reader import Reader
from klimatkontrakt.store.revisions import open_revision
from klimatkontrakt.store.source import read_source

if TYPE_CHECKING:
    from pathlib import Path

    from klimatkontrakt.diagnostics.diagnostic import Diagnostic
    from klimatkontrakt.diagnostics.place import Place
    from klimatkontrakt.store.reader import Part, Reading

_VERSION = re.compile(r"(\d{4})(?:/\d{2}(?:\d{2})?)?").fullmatch


@dataclass(frozen=True, slots=True)
class Side:
    """One side: where to read, which version, and whose, if only one municipality's."""

    word: str
    reader: Reader
    year: int
    mark: str = ""
    """What stands before a path to say where it is: ``HEAD~1:``."""
    only: str | None = None
    folder: str = ""
    """Where that municipality's contract lies, if elsewhere than in its own place."""

    def slugs(self) -> list[str]:
        """Municipalities with a folder for this version."""
        layout = self.reader.layout
        if self.only is not None:
            return [self.only]
        return [slug for slug in layout.municipalities() if self.year in layout.versions(slug)]

    def common(self) -> Part | None:
        """The common side of this version."""
        part = self.reader.version(self.year)
        return part and replace(part, diagnostics=self._marked(part.diagnostics))

    def reading(self, slug: str) -> Reading | None:
        """One municipality's contract, if it has a folder."""
        layout = self.reader.layout
        if not (slug == self.only if self.only else self.year in layout.versions(slug)):
            return None
        folder = self.folder or layout.contract(slug, self.year)
        reading = self.reader.contract_in(folder, slug, self.year)
        return replace(reading, diagnostics=self._marked(reading.diagnostics))

    def _marked(self, found: list[Diagnostic]) -> list[Diagnostic]:
        """What is wrong, each in its place on this side, where kk validate --fix does not reach."""
        return [
            replace(
                item,
                place=self._place(item.place),
                edits=(),
                related=tuple(
                    replace(aside, place=self._place(aside.place)) for aside in item.related
                ),
            )
            for item in found
        ]

    def _place(self, place: Place) -> Place:
        return replace(place, file=f"{self.mark}{place.file}")


def side_of(word: str, reader: Reader | None, root: Path | None, folder: Path) -> Side:
    """Read a side as it was typed. ``reader`` and ``root`` are of the workspace, if there is one.

    Raises:
        Failure: the word is none of the three, or what it names is not there.
    """
    if found := _VERSION(word):
        if reader is None:
            message = say(N_("there is no workspace here to find version {year} in"), year=word)
            raise Failure(
                message, say(N_("go to the folder with your contracts, or name it with --root"))
            )
        return _checked(Side(word, reader, int(found[1])))
    revision, _, version = word.rpartition(":")
    if revision and (found := _VERSION(version)):
        layout = layout_of(open_revision(folder, root, revision), revision)
        if reader is not None:  # whose municipalities are one's own is for the workspace to say
            layout = replace(layout, settings=reader.layout.settings)
        return _checked(Side(word, Reader(layout), int(found[1]), f"{revision}:"))
    path = (folder / word).resolve()
    if path.is_dir():
        return _folder(word, path, reader, root)
    message = say(
        N_('"{word}" is not a version, a revision with a version, or a folder'), word=word
    )
    raise Failure(message, say(N_("write for example 2024, HEAD~1:2025 or commitments/lulea/2025")))


def _checked(side: Side) -> Side:
    if side.year not in side.reader.layout.shared_versions():
        message = (
            say(N_("there is no version {year} in {side}"), year=side.year, side=side.word)
            if side.mark
            else say(N_("there is no version {year} here"), year=side.year)
        )
        raise Failure(message, versions_here(side.reader.layout.shared_versions()))
    return side


def _folder(word: str, path: Path, reader: Reader | None, root: Path | None) -> Side:
    """A contract folder: its units and documents are those of the folder above it."""
    head = path / "contract.yaml"
    if not (head.is_file() and _VERSION(path.name)):
        raise _no_contract(word)
    root = root or _around(path)
    folder = _from(root.resolve(), path)
    source = read_source(head.read_bytes(), f"{folder}/contract.yaml", "contract")
    if source.data is None:
        message = say(N_("a contract has errors, so it cannot be compared"))
        remedy = say(N_("correct them; kk validate shows them all"))
        outcome = Outcome.of(source.fault_diagnostics())
        raise Failure(message, remedy, exit_code=1, outcome=outcome)
    code = source.data.get("municipality")
    if code is None:
        raise _no_contract(word)
    base = reader or Reader(open_layout(root))
    municipality = base.codes.by_code.get(str(code).zfill(4))
    if municipality is None:
        message = say(N_('there is no municipality "{word}"'), word=code)
        raise Failure(message, say(N_("correct the code in {file}"), file=str(head)))
    return Side(word, base, int(path.name), only=municipality.slug, folder=folder)


def _no_contract(word: str) -> Failure:
    message = say(N_("{folder} is not a contract folder"), folder=word)
    remedy = say(N_("its name is a year, and it holds a contract.yaml with a municipality code"))
    return Failure(message, remedy)


def _from(root: Path, path: Path) -> str:
    """A folder by its path from the workspace, or by its whole path if it lies outside."""
    if not path.is_relative_to(root):
        return path.as_posix()
    return f"./{path.name}" if path.parent == root else path.relative_to(root).as_posix()


def _around(path: Path) -> Path:
    root = find_root(path)
    if root is None:
        message = say(N_("{folder} lies in no workspace"), folder=str(path))
        raise Failure(message, say(N_("give the workspace's folder with --root")))
    return root
