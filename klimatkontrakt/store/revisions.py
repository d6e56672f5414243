"""Files as they were in a git revision, from the object store; the work tree is not touched."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.failure import Failure
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_
from klimatkontrakt.resources import MARKER

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Revision:
    """A tree in the object store; paths are from the workspace, not from the repository."""

    blobs: Mapping[str, bytes]
    _folders: dict[str, set[str]] = field(default_factory=dict, init=False, repr=False)
    _files: dict[str, set[str]] = field(default_factory=dict, init=False, repr=False)

    def __post_init__(self) -> None:
        """Note what lies in each folder, once: a reader asks for folders thousands of times."""
        for path in self.blobs:
            above, _, name = path.rpartition("/")
            self._files.setdefault(above, set()).add(name)
            while above:
                above, _, name = above.rpartition("/")
                self._folders.setdefault(above, set()).add(name)

    def read(self, path: str) -> bytes | None:
        """As :meth:`klimatkontrakt.store.tree.Tree.read`."""
        return self.blobs.get(path)

    def folders(self, path: str) -> list[str]:
        """As :meth:`klimatkontrakt.store.tree.Tree.folders`."""
        return sorted(self._folders.get(path, ()))

    def files(self, path: str) -> list[str]:
        """As :meth:`klimatkontrakt.store.tree.Tree.files`."""
        return sorted(self._files.get(path, ()))


def open_revision(folder: Path, root: Path | None, revision: str) -> Revision:
    """The workspace as it was in a revision of the repository around ``folder``.

    ``root`` is the workspace on disk, if there is one; in a bare repository the one nearest the
    top of the tree is used.

    Raises:
        Failure: there is no git, no repository or no such revision, or it holds no workspace, or
            its files are elsewhere, as they may be in a partial clone.
    """
    where = root or folder
    if shutil.which("git") is None:
        raise Failure(say(N_("git is not installed")), say(N_("install git, or compare versions")))
    if _git(where, "rev-parse", "--git-dir") is None:
        message = say(N_("{folder} is not in a git repository"), folder=str(where))
        raise Failure(message, say(N_("go to the repository, or compare versions or folders")))
    commit = _git(
        where, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
    )
    if commit is None:
        raise _unknown(where, revision)
    names = _names(where, commit.decode().strip())
    if names is None:
        raise _unknown(where, revision)
    prefix = _prefix(where, root, names)
    wanted = {
        name.removeprefix(prefix): blob
        for name, blob in names.items()
        if name.startswith(prefix) and _is_ours(name.removeprefix(prefix))
    }
    if MARKER not in wanted:
        message = say(N_("revision {revision} holds no {file}"), revision=revision, file=MARKER)
        raise Failure(message, say(N_("choose a revision that has contracts")))
    blobs = _blobs(where, wanted)
    if blobs is None:
        raise _unknown(where, revision)
    return Revision(blobs)


def _unknown(where: Path, revision: str) -> Failure:
    message = say(N_("there is no revision {revision} here"), revision=revision)
    if (_git(where, "rev-parse", "--is-shallow-repository") or b"").strip() == b"true":
        return Failure(message, say(N_("the clone is shallow; run: git fetch --unshallow")))
    return Failure(
        message, say(N_("git log shows the revisions; a branch or tag may need git fetch"))
    )


def _is_ours(name: str) -> bool:
    """Whether a workspace reads it; hidden files are left out, as on disk."""
    return name == MARKER or (name.startswith("commitments/") and "/." not in name)


def _names(where: Path, commit: str) -> dict[str, str] | None:
    """Path from the top of the repository → blob. A path may be in any encoding."""
    listing = _git(where, "ls-tree", "-r", "-z", "--full-tree", commit)
    if listing is None:
        return None
    text = listing.decode("utf-8", "surrogateescape")
    rows = (row.partition("\t") for row in text.split("\0") if row)
    return {name: head.split()[2] for head, _, name in rows if head.split()[1] == "blob"}


def _prefix(where: Path, root: Path | None, names: Mapping[str, str]) -> str:
    if root is not None:
        prefix = _git(where, "rev-parse", "--show-prefix") or b""
        return prefix.decode("utf-8", "surrogateescape").strip("\n")
    markers = [name for name in names if name.rpartition("/")[2] == MARKER]
    return min(markers, key=lambda name: (name.count("/"), name), default=MARKER)[: -len(MARKER)]


def _blobs(where: Path, wanted: Mapping[str, str]) -> dict[str, bytes] | None:
    """Every wanted file's bytes, fetched in one call; ``None`` when one of them is not here."""
    request = "".join(f"{blob}\n" for blob in wanted.values()).encode()
    answer = _git(where, "cat-file", "--batch", stdin=request)
    if answer is None:
        return None
    found, at = {}, 0
    for name in wanted:
        start = answer.index(b"\n", at) + 1
        head = answer[at:start].split()
        if head[1] != b"blob":
            return None
        found[name] = answer[start : start + int(head[2])]
        at = start + int(head[2]) + 1
    return found


def _git(where: Path, *arguments: str, stdin: bytes = b"") -> bytes | None:
    """What git answers, or ``None`` when it refuses."""
    command = ["git", "-C", str(where), *arguments]
    ran = subprocess.run(command, input=stdin, capture_output=True, check=False)  # noqa: S603  no shell
    return ran.stdout if ran.returncode == 0 else None
