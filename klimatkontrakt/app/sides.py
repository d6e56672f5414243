"""What a person may put on either side of a comparison: a version, ``REV:version``, a folder."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.failure import Failure
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_
from klimatkontrakt.store.layout import DATA, find_root, layout_of, open_layout
from klimatkontrakt.store.mounted import Mounted
from klimatkontrakt.store.reader import Reader
from klimatkontrakt.store.revisions import open_revision
from klimatkontrakt.store.source import read_source

if TYPE_CHECKING:
    from pathlib import Path

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

    def slugs(self) -> list[str]:
        """Municipalities with a folder for this version."""
        layout = self.reader.layout
        if self.only is not None:
            return [self.only]
        return [slug for slug in layout.municipalities() if self.year in layout.versions(slug)]

    def common(self) -> Part | None:
        """The common side of this version."""
        return self.reader.version(self.year)

    def reading(self, slug: str) -> Reading | None:
        """One municipality's contract, if it has a folder."""
        return self.reader.contract(slug, self.year) if slug in self.slugs() else None


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
        tree = open_revision(folder, root, revision)
        inner = Reader(layout_of(tree, revision))
        return _checked(Side(word, inner, int(found[1]), f"{revision}:"))
    path = (folder / word).resolve()
    if path.is_dir():
        return _folder(word, path, reader)
    message = say(
        N_('"{word}" is not a version, a revision with a version, or a folder'), word=word
    )
    raise Failure(message, say(N_("write for example 2024, HEAD~1:2025 or commitments/lulea/2025")))


def _checked(side: Side) -> Side:
    if side.year not in side.reader.layout.shared_versions():
        known = ", ".join(map(str, side.reader.layout.shared_versions()))
        message = say(N_("there is no version {year} in {side}"), year=side.year, side=side.word)
        raise Failure(message, say(N_("versions here: {versions}"), versions=known))
    return side


def _folder(word: str, path: Path, reader: Reader | None) -> Side:
    """A contract folder: its units and documents are those of the folder above it."""
    head = path / "contract.yaml"
    data = read_source(
        head.read_bytes() if head.is_file() else b"", "contract.yaml", "contract"
    ).data
    code = (data or {}).get("municipality")
    if not isinstance(code, str) or not _VERSION(path.name):
        message = say(N_("{folder} is not a contract folder"), folder=word)
        remedy = say(
            N_("its name is a year, and it holds a contract.yaml with a municipality code")
        )
        raise Failure(message, remedy)
    base = reader or _around(path)
    municipality = base.codes.by_code.get(code)
    if municipality is None:
        message = say(N_('there is no municipality "{word}"'), word=code)
        raise Failure(message, say(N_("correct the code in {file}"), file=str(head)))
    place = f"{DATA}/{municipality.slug}"
    layout = base.layout
    mounted = type(layout)(Mounted(layout.tree, place, path.parent), layout.settings)
    return Side(word, Reader(mounted), int(path.name), f"{word}: ", municipality.slug)


def _around(path: Path) -> Reader:
    root = find_root(path)
    if root is None:
        message = say(N_("{folder} lies in no workspace"), folder=str(path))
        raise Failure(message, say(N_("give the workspace's folder with --root")))
    return Reader(open_layout(root))
