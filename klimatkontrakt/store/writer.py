"""Writing files so that nothing is lost on failure."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.failure import Failure
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Move = Callable[[Path, Path], object]

REASONS = {
    errno.ENOENT: N_("the folder does not exist"),
    errno.ENOTDIR: N_("the folder does not exist"),
    errno.EACCES: N_("you may not write there"),
    errno.EPERM: N_("you may not write there"),
    errno.EROFS: N_("you may not write there"),
    errno.EEXIST: N_("a file has that name"),
    errno.EISDIR: N_("it is a folder"),
    errno.ENOSPC: N_("the disk is full"),
}
HELD = {5, 32, 33}
"""What Windows answers when a file is to be replaced that a program has open."""


class OpenElsewhere(Failure):
    """A file cannot be replaced while another program has it open."""

    def __init__(self, path: Path) -> None:
        message = say(N_("{file} is open in another program"), file=str(path))
        super().__init__(message, say(N_("close it there, and run it again")))


def differs(path: Path, data: bytes, *, text: bool = False) -> bool:
    """Whether the file is missing or holds something else.

    Of ``text`` the ends of lines do not count: git may give them those of the machine.
    """
    if not path.is_file():
        return True
    found = path.read_bytes()
    return (found.replace(b"\r\n", b"\n") if text else found) != data


def make_folder(path: Path) -> None:
    """Make a folder, and those above it, unless it is there.

    Raises:
        Failure: it cannot be made.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(path, error) from None


def replace_file(path: Path, data: bytes, move: Move = Path.replace) -> bool:
    """Put ``data`` in the file, whole or not at all; say whether that changed it.

    ``move`` puts the finished file, written beside it, in its place.

    Raises:
        OpenElsewhere: another program has the file, as only Windows says.
        Failure: the folder is missing, or the file cannot be written.
    """
    try:
        if not differs(path, data):
            return False
        _replace(path, data, move)
    except OSError as error:
        raise cannot_write(path, error) from None
    return True


def append(path: Path, data: bytes, largest: int) -> bool:
    """Put ``data`` after what is in the file, unless that would make it too large; say whether.

    Raises:
        Failure: the folder is missing, or the file cannot be written.
    """
    try:
        if (path.stat().st_size if path.exists() else 0) + len(data) > largest:
            return False
        with path.open("ab") as file:
            file.write(data)
    except OSError as error:
        raise cannot_write(path, error) from None
    return True


def fill_folder(folder: Path, files: Mapping[str, bytes]) -> int:
    """Put files in a folder, made if it is missing; say how many changed.

    Raises:
        Failure: the folder cannot be made, or a file cannot be written.
    """
    make_folder(folder)
    return sum(replace_file(folder / name, data) for name, data in files.items())


def create_files(root: Path, files: Mapping[str, bytes]) -> None:
    """Write new files, by their path from ``root``: all of them or none, and never over another.

    Raises:
        Failure: one of them exists, or cannot be written; then nothing has been left behind.
    """
    refuse_existing(root, list(files))
    made: list[Path] = []
    path = root
    try:
        for name, data in files.items():
            path = root / name
            for folder in reversed([path.parent, *path.parent.parents]):
                if not folder.exists():
                    folder.mkdir()
                    made.append(folder)
            with path.open("xb") as file:
                made.append(path)
                file.write(data)
    except OSError as error:
        for item in reversed(made):
            item.rmdir() if item.is_dir() else item.unlink()
        raise cannot_write(path, error) from None


def refuse_existing(root: Path, names: list[str]) -> None:
    """See that nothing stands where something is to be made.

    Raises:
        Failure: something does; it is named.
    """
    standing = [name for name in names if (root / name).exists() or (root / name).is_symlink()]
    if standing:
        message = say(N_("{files} already exists, and nothing is overwritten"), files=standing[0])
        if len(standing) > 1:
            files = ", ".join(standing)
            message = say(N_("{files} already exist, and nothing is overwritten"), files=files)
        raise Failure(message, say(N_("move or remove what is there, or choose another place")))


def cannot_write(path: Path, error: OSError) -> Failure:
    """What to say of a file that the system does not let us write."""
    known = REASONS.get(error.errno or 0)
    reason = say(known) if known else error.strerror or str(error)
    message = say(N_("{file} could not be written: {reason}"), file=str(path), reason=reason)
    remedy = say(N_("check that the folder exists and that the file is not open or read-only"))
    return Failure(message, remedy)


def _replace(path: Path, data: bytes, move: Move) -> None:
    target = path.resolve()  # a link stays a link; what it points to is replaced
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        temporary.chmod(target.stat().st_mode if target.exists() else _mode_of_new_files())
        _move(temporary, target, path, move)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _move(temporary: Path, target: Path, path: Path, move: Move) -> None:
    try:
        move(temporary, target)
    except PermissionError as error:
        if getattr(error, "winerror", None) in HELD:
            raise OpenElsewhere(path) from None
        raise


def _mode_of_new_files() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
