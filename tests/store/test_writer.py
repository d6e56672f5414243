"""A file is replaced whole or not at all."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from klimatkontrakt.diagnostics.failure import Failure
from klimatkontrakt.i18n import translations
from klimatkontrakt.store.writer import create_files, replace_file

if TYPE_CHECKING:
    from pathlib import Path

SWEDISH = translations("sv")
LONG_AGO = 1_000_000_000_000_000_000
"""Nanoseconds: no file system rounds it to now."""


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_new_file_is_written(tmp_path: Path) -> None:
    path = tmp_path / "kontrakt.md"

    assert replace_file(path, b"Lule\xc3\xa5\n")
    assert path.read_bytes() == b"Lule\xc3\xa5\n"
    assert names(tmp_path) == ["kontrakt.md"]


def test_content_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "kontrakt.md"
    path.write_bytes(b"gammal och l\xc3\xa4ngre")

    assert replace_file(path, b"ny")
    assert path.read_bytes() == b"ny"
    assert names(tmp_path) == ["kontrakt.md"]


def test_unchanged_file_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "kontrakt.md"
    path.write_bytes(b"samma")
    os.utime(path, ns=(LONG_AGO, LONG_AGO))
    before = path.stat()

    assert not replace_file(path, b"samma")
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == (LONG_AGO, before.st_ino)


def test_line_breaks_are_kept_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "kontrakt.md"

    replace_file(path, b"a\r\nb\n")

    assert path.read_bytes() == b"a\r\nb\n"


def test_empty_file_can_be_written(tmp_path: Path) -> None:
    assert replace_file(tmp_path / "tom", b"")
    assert not replace_file(tmp_path / "tom", b"")


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right of their own on Windows")
def test_link_stays_a_link_and_what_it_points_to_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "mapp").mkdir()
    target = tmp_path / "mapp" / "kontrakt.md"
    target.write_bytes(b"gammal")
    link = tmp_path / "kontrakt.md"
    link.symlink_to(target)

    assert replace_file(link, b"ny")
    assert (link.is_symlink(), target.is_symlink(), target.read_bytes()) == (True, False, b"ny")
    assert names(tmp_path / "mapp") == ["kontrakt.md"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_rights_are_kept(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "kontrakt.md"
    path.write_bytes(b"gammal")
    path.chmod(mode)

    replace_file(path, b"ny")

    assert path.stat().st_mode & 0o777 == mode


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")
def test_new_file_has_the_rights_of_other_new_files(tmp_path: Path) -> None:
    (tmp_path / "annan").write_bytes(b"")

    replace_file(tmp_path / "kontrakt.md", b"ny")

    assert (tmp_path / "kontrakt.md").stat().st_mode == (tmp_path / "annan").stat().st_mode


@pytest.mark.parametrize("missing", ["mapp/kontrakt.md", "fil/kontrakt.md", "upptagen"])
def test_failure_says_what_and_what_to_do_and_leaves_nothing_behind(
    tmp_path: Path, missing: str
) -> None:
    (tmp_path / "fil").write_bytes(b"en fil, ingen mapp")
    (tmp_path / "upptagen").mkdir()
    path = tmp_path / missing

    with pytest.raises(Failure) as failure:
        replace_file(path, b"ny")

    message, remedy = failure.value.message, failure.value.remedy
    assert message.key == "{file} could not be written: {reason}"
    assert message.values()["file"] == str(path)
    assert remedy is not None
    assert remedy.words(SWEDISH) == (
        "kontrollera att mappen finns och att filen inte är öppen eller skrivskyddad"
    )
    assert names(tmp_path) == ["fil", "upptagen"]
    assert failure.value.exit_code == 2


def test_old_content_stands_when_the_folder_may_not_be_written(tmp_path: Path) -> None:
    folder = tmp_path / "mapp"
    folder.mkdir()
    path = folder / "kontrakt.md"
    path.write_bytes(b"gammal")
    folder.chmod(0o500)
    try:
        if os.access(folder, os.W_OK):
            pytest.skip("rights do not bite here: the tests run as root, or on Windows")
        with pytest.raises(Failure):
            replace_file(path, b"ny")
        assert (path.read_bytes(), names(folder)) == (b"gammal", ["kontrakt.md"])
    finally:
        folder.chmod(0o700)


def test_new_files_are_written_with_their_folders(tmp_path: Path) -> None:
    create_files(tmp_path / "ny", {"a.yaml": b"1", "mapp/djup/b.yaml": b"2"})

    assert (tmp_path / "ny/a.yaml").read_bytes() == b"1"
    assert (tmp_path / "ny/mapp/djup/b.yaml").read_bytes() == b"2"


def test_one_file_that_stands_there_stops_them_all(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_bytes(b"gammal")
    with pytest.raises(Failure) as raised:
        create_files(tmp_path, {"a.yaml": b"1", "b.yaml": b"2"})

    assert raised.value.message.words(SWEDISH) == "b.yaml finns redan, och inget skrivs över"
    assert names(tmp_path) == ["b.yaml"]
    assert (tmp_path / "b.yaml").read_bytes() == b"gammal"


def test_nothing_is_left_when_one_file_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "upptagen").write_bytes(b"")
    with pytest.raises(Failure) as raised:
        create_files(tmp_path, {"mapp/a.yaml": b"1", "upptagen/b.yaml": b"2"})

    assert raised.value.message.key == "{file} could not be written: {reason}"
    assert names(tmp_path) == ["upptagen"]
