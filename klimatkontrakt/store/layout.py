"""Where things lie on disk."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.failure import Failure
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_
from klimatkontrakt.resources import MARKER

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = 1
"""The file format that this program reads; not the version of a contract."""

CONTRACT_FILES = ("contract", "goals", "roadmap", "investment", "commitments")
MUNICIPALITY_FILES = ("units", "documents")
_SETTINGS = {"format", "language"}
_YEAR = re.compile(r"\d{4}").fullmatch


@dataclass(frozen=True, slots=True)
class Settings:
    """``klimatkontrakt.toml``."""

    language: str | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """A workspace: the folder with ``klimatkontrakt.toml`` and what lies under it."""

    root: Path
    settings: Settings

    @property
    def commitments(self) -> Path:
        """The folder of the data."""
        return self.root / "commitments"

    def municipalities(self) -> list[str]:
        """The folders of municipalities, sorted."""
        return [name for name in _folders(self.commitments) if name != "shared"]

    def versions(self, slug: str) -> list[int]:
        """The years for which a municipality has a folder, oldest first."""
        return [int(name) for name in _folders(self.commitments / slug) if _YEAR(name)]

    def shared(self, year: int) -> Path:
        """The common side of a version."""
        return self.commitments / "shared" / f"{year}.yaml"

    def shared_versions(self) -> list[int]:
        """The versions whose common side is here, oldest first."""
        names = [path.stem for path in _files(self.commitments / "shared")]
        return [int(name) for name in names if _YEAR(name)]

    def relative(self, path: Path) -> str:
        """The path as it is shown: from the workspace, with forward slashes."""
        return path.relative_to(self.root).as_posix()

    def strays(self) -> list[tuple[Path, tuple[str, ...]]]:
        """Data files and folders that nobody reads, each with the names that are read there."""
        top = [path for path in _files(self.commitments) if path.name != "register.yaml"]
        found: list[tuple[Path, tuple[str, ...]]] = [(path, ("register.yaml",)) for path in top]
        found += [
            (path, ())
            for path in _files(self.commitments / "shared")
            if path.suffix != ".yaml" or not _YEAR(path.stem)
        ]
        for slug in self.municipalities():
            found += _unexpected(self.commitments / slug, MUNICIPALITY_FILES)
            for name in _folders(self.commitments / slug):
                folder = self.commitments / slug / name
                found += _unexpected(folder, CONTRACT_FILES) if _YEAR(name) else [(folder, ())]
        return found


def _unexpected(folder: Path, names: tuple[str, ...]) -> list[tuple[Path, tuple[str, ...]]]:
    expected = tuple(f"{name}.yaml" for name in names)
    return [(path, expected) for path in _files(folder) if path.name not in expected]


def _folders(folder: Path) -> list[str]:
    if not folder.is_dir():
        return []
    return sorted(path.name for path in folder.iterdir() if path.is_dir() and path.name[0] != ".")


def _files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    paths = [path for path in folder.iterdir() if path.suffix.lower() in {".yaml", ".yml"}]
    return sorted(path for path in paths if path.is_file())


def find_root(start: Path) -> Path | None:
    """The nearest folder upward that is a workspace."""
    return next((path for path in (start, *start.parents) if (path / MARKER).is_file()), None)


def open_layout(root: Path) -> Layout:
    """Read the settings of a workspace.

    Raises:
        Failure: the settings cannot be read, or the data has a newer format than this program.
    """
    file = root / MARKER
    try:
        settings = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        message = say(N_("there is no {file} in {folder}"), file=MARKER, folder=str(root))
        raise Failure(message, say(N_("give the workspace's folder with --root"))) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        message = say(N_("{file} cannot be read: {reason}"), file=str(file), reason=str(error))
        raise Failure(message, say(N_("correct the file; it is TOML in UTF-8"))) from None
    _refuse(settings, file)
    return Layout(root, Settings(settings.get("language")))


def _refuse(settings: dict[str, object], file: Path) -> None:
    for key in sorted(set(settings) - _SETTINGS):
        message = say(N_('{file}: there is no setting "{key}"'), file=str(file), key=key)
        raise Failure(message, say(N_("correct the spelling or remove the setting")))
    number = settings.get("format")
    if type(number) is not int or number < 1:
        message = say(N_("{file}: the setting format is missing"), file=str(file))
        raise Failure(message, say(N_("write format = {number}"), number=FORMAT))
    if number > FORMAT:
        message = say(
            N_("the data has format {theirs}, and this kk reads format {ours}"),
            theirs=number,
            ours=FORMAT,
        )
        raise Failure(message, say(N_("upgrade kk: pip install --upgrade klimatkontrakt")))
    if not isinstance(settings.get("language", "sv"), str):
        message = say(N_("{file}: language should be sv or en"), file=str(file))
        raise Failure(message, say(N_('write language = "sv"')))
