"""Where things lie in a workspace."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.failure import Failure
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import LANGUAGES, N_
from klimatkontrakt.resources import MARKER
from klimatkontrakt.store.tree import Folder

if TYPE_CHECKING:
    from klimatkontrakt.store.tree import Tree

FORMAT = 1
"""The file format that this program reads; not the version of a contract."""

DATA = "commitments"
REGISTER = f"{DATA}/register.yaml"
CONTRACT_FILES = ("contract", "goals", "roadmap", "investment", "commitments", "follow_up")
LASTING_FILES = ("units", "documents", "indicators", "waivers")
BACKGROUND = "background"
_SETTINGS = {"format", "language", "own", "reference"}
_LOOKS_LIKE_DATA = re.compile(r"\.ya?ml(\.\w+)?$", re.IGNORECASE).search
"""Also goals.yaml.txt, which is how a file is named when endings are hidden."""
_YEAR = re.compile(r"\d{4}").fullmatch


@dataclass(frozen=True, slots=True)
class Settings:
    """``klimatkontrakt.toml``."""

    language: str | None = None
    own: tuple[str, ...] = ()
    """Codes of the municipalities whose workspace this is; only they are judged in harder words."""
    reference: str | None = None
    """The Word file, from the root, whose look contracts get."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A workspace: its files and its settings. All paths are relative to its root."""

    tree: Tree
    settings: Settings

    def municipalities(self) -> list[str]:
        """The folders of municipalities, sorted."""
        return [name for name in self.tree.folders(DATA) if name != "shared"]

    def versions(self, slug: str) -> list[int]:
        """The years for which a municipality has a folder, oldest first."""
        return [int(name) for name in self.tree.folders(f"{DATA}/{slug}") if _YEAR(name)]

    def contract(self, slug: str, year: int) -> str:
        """The folder of one contract."""
        return f"{DATA}/{slug}/{year}"

    def shared(self, year: int) -> str:
        """The file with the common side of a version."""
        return f"{DATA}/shared/{year}.yaml"

    def shared_versions(self) -> list[int]:
        """The versions whose common side is here, oldest first."""
        names = [Path(name) for name in self.tree.files(f"{DATA}/shared")]
        return [int(name.stem) for name in names if name.suffix == ".yaml" and _YEAR(name.stem)]

    def background(self, slug: str) -> list[str]:
        """The files that tell what is known beside any contract."""
        folder = f"{DATA}/{slug}/{BACKGROUND}"
        return [f"{folder}/{name}" for name in self.tree.files(folder) if name.endswith(".yaml")]

    def strays(self) -> list[tuple[str, tuple[str, ...]]]:
        """Data files and folders that nobody reads, each with the names that are read there."""
        found = self.unexpected(DATA, ("register",))
        years = tuple(str(year) for year in self.shared_versions())
        found += self.unexpected(f"{DATA}/shared", years)
        for slug in self.municipalities():
            folder = f"{DATA}/{slug}"
            found += self.unexpected(folder, LASTING_FILES)
            for name in self.tree.folders(folder):
                if _YEAR(name):
                    found += self.unexpected(f"{folder}/{name}", CONTRACT_FILES)
                    inner = self.tree.folders(f"{folder}/{name}")
                    found += [(f"{folder}/{name}/{below}", ()) for below in inner]
                elif name != BACKGROUND:
                    found.append((f"{folder}/{name}", (BACKGROUND,)))
        return found

    def unexpected(self, folder: str, names: tuple[str, ...]) -> list[tuple[str, tuple[str, ...]]]:
        """Data files of a folder that nobody reads, each with the names that are read there."""
        expected = tuple(f"{name}.yaml" for name in names)
        return [
            (f"{folder}/{name}", expected)
            for name in self.tree.files(folder)
            if _LOOKS_LIKE_DATA(name) and name not in expected
        ]


def outline_name(kind: str, year: int) -> str:
    """The folder under ``templates/`` that a contract, or a letter of intent, is written out by."""
    return str(year) if kind == "contract" else kind


def find_root(start: Path) -> Path | None:
    """The nearest folder upward that is a workspace."""
    return next((path for path in (start, *start.parents) if (path / MARKER).is_file()), None)


def open_layout(root: Path) -> Layout:
    """The workspace in a folder.

    Raises:
        Failure: there is none, its settings cannot be read, or its data has a newer format.
    """
    return layout_of(Folder(root), str(root))


def layout_of(tree: Tree, name: str) -> Layout:
    """The workspace that a tree holds; ``name`` says in messages which one that is.

    Raises:
        Failure: as :func:`open_layout`.
    """
    data = tree.read(MARKER)
    if data is None:
        message = say(N_("there is no {file} in {folder}"), file=MARKER, folder=name)
        raise Failure(message, say(N_("give the workspace's folder with --root")))
    try:
        settings = tomllib.loads(data.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        found = re.search(r"line (\d+)", str(error))
        message = (
            say(N_("{file} cannot be read, at line {line}"), file=MARKER, line=found[1])
            if found
            else say(N_("{file} cannot be read"), file=MARKER)
        )
        raise Failure(message, say(N_("correct the file; it is TOML in UTF-8"))) from None
    _refuse(settings)
    own = tuple(str(code) for code in settings.get("own", []))
    return Layout(tree, Settings(settings.get("language"), own, settings.get("reference")))


def _refuse(settings: dict[str, object]) -> None:
    for key in sorted(set(settings) - _SETTINGS):
        message = say(N_('{file}: there is no setting "{key}"'), file=MARKER, key=key)
        raise Failure(message, say(N_("correct the spelling or remove the setting")))
    number = settings.get("format")
    if type(number) is not int or number < 1:
        message = say(N_("{file}: the setting format is missing"), file=MARKER)
        raise Failure(message, say(N_("write format = {number}"), number=FORMAT))
    if number > FORMAT:
        message = say(
            N_("the data has format {theirs}, and this kk reads format {ours}"),
            theirs=number,
            ours=FORMAT,
        )
        raise Failure(message, say(N_("upgrade kk: pip install --upgrade klimatkontrakt")))
    if settings.get("language", "sv") not in LANGUAGES:
        message = say(N_("{file}: language should be sv or en"), file=MARKER)
        raise Failure(message, say(N_('write language = "sv"')))
    if not isinstance(settings.get("own", []), list):
        message = say(N_("{file}: own should be a list of municipality codes"), file=MARKER)
        raise Failure(message, say(N_('write own = ["2580"]')))
    if not isinstance(settings.get("reference", ""), str):
        message = say(N_("{file}: reference should be the name of a Word file"), file=MARKER)
        raise Failure(message, say(N_('write reference = "mall.docx"')))


def folder_in_repository(root: Path) -> str:
    """Where a workspace lies in the git repository around it: ``klimat/``, or nothing at its top.

    Nothing too where there is no repository.
    """
    here = root.resolve()
    for above in (here, *here.parents):
        if (above / ".git").exists():
            inside = here.relative_to(above).as_posix()
            return "" if inside == "." else f"{inside}/"
    return ""
