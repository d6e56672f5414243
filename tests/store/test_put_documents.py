"""Documents are put over nothing of anybody's, and beside what is open in another program."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from klimatkontrakt.diagnostics.failure import Failure
from klimatkontrakt.i18n import translations
from klimatkontrakt.store.documents import Product, Put, lock_of, put_all, read_given

if TYPE_CHECKING:
    from pathlib import Path

SWEDISH = translations("sv")
OURS, NEW = b"kk: gammal", b"kk: ny"


def product(path: Path) -> Product:
    return Product(path, NEW, lambda data: data.startswith(b"kk:"))


def said(failure: pytest.ExceptionInfo[Failure]) -> tuple[str, str, int]:
    value = failure.value
    assert value.remedy is not None
    return value.message.words(SWEDISH), value.remedy.words(SWEDISH), value.exit_code


def held(_temporary: Path, _target: Path) -> None:
    """Windows, where a program has the file open."""
    error = PermissionError(13, "Permission denied")
    error.winerror = 5  # type: ignore[attr-defined,unused-ignore]
    raise error


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.mark.parametrize("before", [None, b"", OURS, NEW], ids=["none", "empty", "ours", "same"])
def test_new_empty_ours_and_unchanged(tmp_path: Path, before: bytes | None) -> None:
    path = tmp_path / "k.docx"
    if before is not None:
        path.write_bytes(before)

    assert put_all([product(path)]) == [Put(path, changed=before != NEW)]
    assert contents(tmp_path) == {"k.docx": NEW}


def test_one_foreign_file_stops_them_all(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("a.md", "b.md", "c.md")]
    paths[1].write_bytes("någons".encode())

    with pytest.raises(Failure) as failure:
        put_all(list(map(product, paths)))

    assert said(failure) == (
        f"{paths[1]} skrivs inte över: kk har inte gjort filen, eller så har någon ändrat i den",
        "se vad som är ändrat med kk check-document; välj sedan ett annat namn, "
        "flytta filen, eller skriv över den med --force",
        2,
    )
    assert contents(tmp_path) == {"b.md": "någons".encode()}


def test_foreign_files_are_named_together(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("a.md", "b.md")]
    for path in paths:
        path.write_bytes("någons".encode())

    with pytest.raises(Failure) as failure:
        put_all(list(map(product, paths)))

    assert said(failure) == (
        f"{paths[0]}, {paths[1]} skrivs inte över: "
        "kk har inte gjort filerna, eller så har någon ändrat i dem",
        "se vad som är ändrat med kk check-document; välj sedan andra namn, "
        "flytta filerna, eller skriv över dem med --force",
        2,
    )


def test_force_replaces_what_is_not_ours(tmp_path: Path) -> None:
    path = tmp_path / "k.md"
    path.write_bytes("någons".encode())

    assert put_all([product(path)], force=True) == [Put(path, changed=True)]
    assert contents(tmp_path) == {"k.md": NEW}


def test_when_the_third_cannot_be_written_the_first_two_are_named(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("a.md", "b.md", "finns/inte.md")]
    paths[0].write_bytes(NEW)

    with pytest.raises(Failure) as failure:
        put_all(list(map(product, paths)))

    assert said(failure) == (
        f"{paths[2]} gick inte att skriva: mappen finns inte; före det skrevs {paths[1]}",
        "kontrollera att mappen finns och att filen inte är öppen eller skrivskyddad",
        2,
    )


def test_a_folder_is_no_file_of_anybodys(tmp_path: Path) -> None:
    with pytest.raises(Failure) as failure:
        put_all([product(tmp_path)])

    assert said(failure)[0] == f"{tmp_path} gick inte att skriva: det är en mapp"


@pytest.mark.parametrize(
    ("name", "lock"),
    [
        ("kontrakt.docx", "~$ntrakt.docx"),
        ("Klimatkontrakt Luleå.docx", "~$imatkontrakt Luleå.docx"),
        ("avtalet.docx", "~$vtalet.docx"),
        ("avtal6.docx", "~$avtal6.docx"),
        ("k.docx", "~$k.docx"),
        ("k.docx", ".~lock.k.docx#"),
        ("kontrakt.pdf", ".~lock.kontrakt.pdf#"),
    ],
)
def test_a_file_that_is_open_gets_its_new_version_beside_it(
    tmp_path: Path, name: str, lock: str
) -> None:
    path = tmp_path / name
    path.write_bytes("någons".encode())
    (tmp_path / lock).write_bytes(b"")
    new = path.with_name(f"{path.stem}.nytt{path.suffix}")

    assert put_all([product(path)]) == [Put(new, changed=True, lock=tmp_path / lock)]
    assert put_all([product(path)]) == [Put(new, changed=False, lock=tmp_path / lock)]
    assert (path.read_bytes(), new.read_bytes()) == ("någons".encode(), NEW)


def test_what_is_open_and_up_to_date_stays(tmp_path: Path) -> None:
    path = tmp_path / "k.docx"
    path.write_bytes(NEW)
    (tmp_path / "~$k.docx").write_bytes(b"")

    assert put_all([product(path)]) == [Put(path, changed=False)]


def test_locks_of_other_files_are_not_taken_for_ones_own(tmp_path: Path) -> None:
    for name in ("~$kontrakt.docx", "~$trakt.docx", ".~lock.kontrakt.pdf#", "kontrakt.docx"):
        (tmp_path / name).write_bytes(b"")

    assert lock_of(tmp_path / "kontrakt.docx") is None


def test_the_new_version_is_not_put_over_anybodys_either(tmp_path: Path) -> None:
    path, new = tmp_path / "k.docx", tmp_path / "k.nytt.docx"
    path.write_bytes(OURS)
    new.write_bytes("någons".encode())
    (tmp_path / "~$k.docx").write_bytes(b"")

    with pytest.raises(Failure) as failure:
        put_all([product(path)])

    assert said(failure)[0].startswith(f"{new} skrivs inte över: ")
    assert put_all([product(path)], force=True) == [
        Put(new, changed=True, lock=tmp_path / "~$k.docx")
    ]


def test_both_open(tmp_path: Path) -> None:
    path = tmp_path / "k.docx"
    path.write_bytes(OURS)
    for name in ("~$k.docx", "~$k.nytt.docx"):
        (tmp_path / name).write_bytes(b"")

    with pytest.raises(Failure) as failure:
        put_all([product(path)])

    assert said(failure) == (
        f"{tmp_path / 'k.nytt.docx'} är öppen i ett annat program",
        "stäng den där och kör igen",
        2,
    )


@pytest.mark.parametrize("force", [False, True])
def test_windows_says_that_it_is_open(tmp_path: Path, force: bool) -> None:  # noqa: FBT001
    path, new = tmp_path / "k.pdf", tmp_path / "k.nytt.pdf"
    path.write_bytes(OURS)

    def one_held(temporary: Path, target: Path) -> None:
        if target == path:
            held(temporary, target)
        temporary.replace(target)

    assert put_all([product(path)], force=force, move=one_held) == [Put(new, changed=True)]
    assert contents(tmp_path) == {"k.nytt.pdf": NEW, "k.pdf": OURS}


def test_windows_says_that_both_are_open(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("k.pdf", "k.nytt.pdf")]
    for path in paths:
        path.write_bytes(OURS)

    with pytest.raises(Failure) as failure:
        put_all([product(paths[0])], move=held)

    assert said(failure)[0] == f"{paths[1]} är öppen i ett annat program"
    assert contents(tmp_path) == {"k.nytt.pdf": OURS, "k.pdf": OURS}


def test_windows_has_the_new_version_open_that_a_lock_led_to(tmp_path: Path) -> None:
    path = tmp_path / "k.docx"
    path.write_bytes(OURS)
    (tmp_path / "~$k.docx").write_bytes(b"")

    with pytest.raises(Failure) as failure:
        put_all([product(path)], move=held)

    assert said(failure)[0] == f"{tmp_path / 'k.nytt.docx'} är öppen i ett annat program"


def test_a_right_that_is_missing_is_not_taken_for_an_open_file(tmp_path: Path) -> None:
    def refused(_temporary: Path, _target: Path) -> None:
        raise PermissionError(13, "Permission denied")

    with pytest.raises(Failure) as failure:
        put_all([product(tmp_path / "k.pdf")], move=refused)

    assert said(failure)[0] == (
        f"{tmp_path / 'k.pdf'} gick inte att skriva: du får inte skriva där"
    )
    assert contents(tmp_path) == {}


def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "k.docx"
    path.write_bytes(OURS)
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("rights do not bite here: the tests run as root, or on Windows")

    with pytest.raises(Failure) as failure:
        put_all([product(path)])
    assert said(failure)[0] == f"{path} gick inte att skriva: du får inte skriva där"
    with pytest.raises(Failure) as failure:
        read_given(path)
    assert said(failure)[:2] == (
        f"{path} gick inte att läsa: Permission denied",
        "kontrollera vem som får läsa filen och att den inte är öppen",
    )
