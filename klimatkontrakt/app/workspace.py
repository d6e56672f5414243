"""An opened workspace and what a person means by the words that name things in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.failure import Failure
from klimatkontrakt.diagnostics.message import count, say
from klimatkontrakt.diagnostics.suggest import nearest
from klimatkontrakt.i18n import N_, NN_
from klimatkontrakt.resources import MARKER
from klimatkontrakt.store.layout import LASTING_FILES, REGISTER, open_layout
from klimatkontrakt.store.outlines import Outlines, open_outlines
from klimatkontrakt.store.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from klimatkontrakt.diagnostics.message import Message
    from klimatkontrakt.model.municipality import Municipality
    from klimatkontrakt.store.codes import Codes
    from klimatkontrakt.store.layout import Layout

NOTHING_TO_CHECK = 3

_VERSION = re.compile(r"(\d{4})(?:/\d{2}(?:\d{2})?)?").fullmatch


@dataclass(frozen=True, slots=True, order=True)
class Chosen:
    """One contract folder: whose and which version."""

    slug: str
    year: int


@dataclass(frozen=True, slots=True)
class Workspace:
    """A workspace, ready to be read."""

    root: Path
    layout: Layout
    reader: Reader
    outlines: Outlines

    def place_of(self, code: str) -> str:
        """A municipality's name by its code; an unknown code stays as it is."""
        found = self.reader.codes.by_code.get(code)
        return found.name if found else code

    def contracts(self) -> Iterator[Chosen]:
        """Every contract folder, by municipality and then year."""
        for slug in self.layout.municipalities():
            for year in self.layout.versions(slug):
                yield Chosen(slug, year)

    def municipality(self, word: str) -> Municipality:
        """The municipality that a word names.

        Raises:
            Failure: nobody has that name, or two have.
        """
        return one_municipality(self.reader.codes, word)

    def version(self, word: str) -> int:
        """The version that ``2025`` or ``2025/26`` names.

        Raises:
            Failure: the word is not a version.
        """
        found = _VERSION(word.strip())
        if found is None:
            message = say(N_('"{word}" is not a version'), word=word)
            raise Failure(message, say(N_("write the year of signing, for example 2025")))
        return int(found[1])

    def contract_of(self, who: str, version: str | None) -> Chosen:
        """One contract: the newest of a municipality when no version is given.

        Raises:
            Failure: the municipality has no such contract here.
        """
        municipality = self.municipality(who)
        years = self.layout.versions(municipality.slug)
        if not years:
            message = say(N_("there is no contract of {name} here"), name=municipality.name)
            here = ", ".join(self._names())
            raise Failure(message, say(N_("contracts here: {names}"), names=here) if here else None)
        if version is None:
            return Chosen(municipality.slug, years[-1])
        year = self.version(version)
        if year not in years:
            message = say(
                N_("there is no version {year} of {name} here"), year=year, name=municipality.name
            )
            raise Failure(message, versions_here(years))
        return Chosen(municipality.slug, year)

    def _names(self) -> list[str]:
        by_slug = self.reader.codes.by_slug
        return [by_slug[slug].name for slug in self.layout.municipalities() if slug in by_slug]

    def meant(self, word: str, folder: Path) -> Meant:
        """The contracts, and perhaps the one file or folder, that a word of ``validate`` means.

        A word that can be a version is one; then a path from ``folder``; then a municipality.

        Raises:
            Failure: the word names nothing here.
        """
        if _VERSION(word.strip()):
            year = self.version(word)
            return self._version_meant(year)
        path = (folder / word).resolve()
        if path.exists() and (path.is_file() or not self.reader.codes.find(word)):
            return self._path_meant(path)
        if any(mark in word for mark in "/\\") or word.lower().endswith((".yaml", ".yml")):
            siblings = [item.name for item in path.parent.glob("*")] if path.parent.is_dir() else []
            near = nearest(path.name, siblings)
            message = say(N_("there is no file or folder {path}"), path=word)
            raise Failure(message, say(N_('did you mean "{near}"?'), near=near) if near else None)
        slug = self.municipality(word).slug
        chosen = frozenset(item for item in self.contracts() if item.slug == slug)
        return Meant(chosen, (f"commitments/{slug}",))

    def _version_meant(self, year: int) -> Meant:
        chosen = frozenset(item for item in self.contracts() if item.year == year)
        if not chosen and year not in self.layout.shared_versions():
            message = say(N_("there is no version {year} here"), year=year)
            raise Failure(message, versions_here(self.layout.shared_versions()))
        files = [
            f"commitments/{item.slug}/{name}"
            for item in chosen
            for name in (str(year), *(f"{name}.yaml" for name in LASTING_FILES))
        ]
        shared = f"commitments/shared/{year}.yaml"
        return Meant(chosen, (shared, *files), common=year in self.layout.shared_versions())

    def _path_meant(self, path: Path) -> Meant:
        root = self.root.resolve()
        if not path.is_relative_to(root):
            message = say(
                N_("{path} lies outside the workspace {root}"), path=str(path), root=str(root)
            )
            raise Failure(message, say(N_("give the workspace's folder with --root")))
        relative = path.relative_to(root).as_posix()
        parts = relative.split("/")
        if relative == "." or parts == ["commitments"]:
            return Meant(frozenset(self.contracts()), ("commitments",))
        if relative == REGISTER:
            return Meant(frozenset(), (relative,), common=True)
        if parts[:2] == ["commitments", "shared"] or parts[0] != "commitments":
            return Meant(frozenset(self.contracts()), (relative,))
        chosen = (item for item in self.contracts() if item.slug == parts[1])
        if len(parts) > 2 and parts[2].isdigit():  # noqa: PLR2004  commitments/<slug>/<year>
            return Meant(
                frozenset(item for item in chosen if item.year == int(parts[2])), (relative,)
            )
        return Meant(frozenset(chosen), (relative,))


@dataclass(frozen=True, slots=True)
class Meant:
    """What a word chose: contracts to read, and files and folders whose findings are shown."""

    contracts: frozenset[Chosen]
    paths: tuple[str, ...]
    common: bool = False
    """Whether the common side was among what was asked, and so was checked with no contract."""

    def covers(self, file: str) -> bool:
        """Whether a finding in this file belongs to what was asked."""
        return any(file == path or file.startswith(f"{path}/") for path in self.paths)


def one_municipality(codes: Codes, word: str) -> Municipality:
    """The municipality that a word names.

    Raises:
        Failure: nobody has that name, or two have.
    """
    found = codes.find(word)
    if len(found) == 1:
        return found[0]
    if found:
        names = ", ".join(f"{item.name} ({item.code})" for item in found)
        message = say(N_('"{word}" may be {names}'), word=word, names=names)
        raise Failure(message, say(N_("give the municipality's code")))
    near = codes.near(word)
    message = say(N_('there is no municipality "{word}"'), word=word)
    remedy = say(N_('did you mean "{near}"?'), near=near) if near else None
    raise Failure(message, remedy)


def versions_here(years: Sequence[int]) -> Message:
    """Which versions there are, for one who has named another."""
    forms = NN_("version here: {versions}", "versions here: {versions}")
    return count(forms, len(years), versions=", ".join(map(str, years)))


def open_workspace(root: Path) -> Workspace:
    """Open the workspace in a folder.

    Raises:
        Failure: it is none, or its settings cannot be used.
    """
    layout = open_layout(root)
    reader = Reader(layout)
    for code in layout.settings.own:
        if code not in reader.codes.by_code:
            message = say(
                N_('{file}: there is no municipality "{word}" for own'), file=MARKER, word=code
            )
            raise Failure(message, say(N_("correct the code in {file}"), file=MARKER))
    return Workspace(root, layout, reader, open_outlines(root))
