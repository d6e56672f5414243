"""A file that kk made is told from one that somebody has changed, in every format."""

from __future__ import annotations

import re
import shutil
import subprocess
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest

from klimatkontrakt.formats._format import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Ran

SUFFIXES = {"markdown": "md", "html": "html", "docx": "docx", "pdf": "pdf"}
DIGEST = re.compile(rb"sha256:[0-9a-f]{64}")


@pytest.fixture
def made(kk: Callable[..., Ran], tmp_path: Path) -> Callable[[str], bytes]:
    """The bytes of a file that kk has written, in a format."""

    def make(form: str) -> bytes:
        path = tmp_path / f"kontrakt.{SUFFIXES[form]}"
        assert kk("render", "luleå", "-o", str(path)).code == 0
        return path.read_bytes()

    return make


def sealed(form: str, data: bytes) -> bool:
    return FORMATS.discover()[form].sealed(data)


@pytest.mark.parametrize("form", SUFFIXES)
def test_what_kk_wrote_is_known_and_anything_else_is_not(
    made: Callable[[str], bytes], form: str
) -> None:
    data = made(form)
    other = DIGEST.sub(b"sha256:" + b"0" * 64, data)

    assert sealed(form, data)
    assert [
        sealed(form, changed)
        for changed in (
            b"",
            data[: len(data) // 2],
            data[:-9],
            other,
            data.replace(b"Lule", b"Bode"),
            b"PK\x03\x04 kk sha256:" + b"0" * 64,
        )
    ] == [False] * 6


@pytest.mark.parametrize("form", ["markdown", "html", "pdf"])
def test_what_is_added_at_the_end_is_seen(made: Callable[[str], bytes], form: str) -> None:
    """As a signature is, in a PDF."""
    assert not sealed(form, made(form) + b"%%EOF\n")


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_line_ends_of_another_machine_are_no_change(
    made: Callable[[str], bytes], form: str
) -> None:
    assert sealed(form, made(form).replace(b"\n", b"\r\n"))


def test_one_word_in_word(made: Callable[[str], bytes]) -> None:
    data, saved = made("docx"), BytesIO()
    word = docx.Document(BytesIO(data))
    word.paragraphs[-2].add_run(" Tillagt.")
    word.save(saved)

    assert not sealed("docx", saved.getvalue())


def test_the_same_parts_packed_by_another_program(made: Callable[[str], bytes]) -> None:
    packed = BytesIO()
    with ZipFile(BytesIO(made("docx"))) as old, ZipFile(packed, "w") as new:
        for name in old.namelist():
            kind = None if name == "docProps/app.xml" else ZIP_DEFLATED
            new.writestr(name, old.read(name), kind)

    assert sealed("docx", packed.getvalue())


def test_a_word_file_names_kk_as_its_program(made: Callable[[str], bytes]) -> None:
    with ZipFile(BytesIO(made("docx"))) as file:
        text = file.read("docProps/app.xml").decode()

    assert re.sub(r"[0-9a-f]{64}", "…", text) == (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
        'extended-properties"><Application>kk sha256:…</Application></Properties>'
    )


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed here")
def test_saved_by_libreoffice(made: Callable[[str], bytes], tmp_path: Path) -> None:
    made("docx")
    home = f"-env:UserInstallation={(tmp_path / 'hem').as_uri()}"
    folder = tmp_path / "sparad"
    command = ["soffice", home, "--headless", "--convert-to", "docx", "--outdir", str(folder)]
    subprocess.run([*command, str(tmp_path / "kontrakt.docx")], check=True, capture_output=True)

    assert not sealed("docx", (folder / "kontrakt.docx").read_bytes())


def test_the_seal_of_a_text_stands_before_what_must_be_last(made: Callable[[str], bytes]) -> None:
    lines = made("markdown").decode().split("\n")
    notice = "Sammanfattning – inte det undertecknade kontraktet"

    assert (lines[0], lines[-2:]) == (notice, [notice, ""])
    assert (lines[-5], re.sub(r"[0-9a-f]{64}", "…", lines[-4]), lines[-3]) == (
        "",
        '[kk]: # "sha256:…"',
        "",
    )


def test_the_seal_of_a_text_without_notice_comes_last() -> None:
    text = FORMATS.discover()["markdown"]
    data = text.seal("# Klimatkontrakt\n\n- ett\n\n- två\n".encode())

    assert DIGEST.sub(b"", data).decode() == '# Klimatkontrakt\n\n- ett\n\n- två\n\n[kk]: # ""\n'
    assert text.sealed(data)


def test_a_picture_beside_a_text() -> None:
    text = FORMATS.discover()["markdown"]
    data = text.seal(b"<svg></svg>")

    assert DIGEST.sub(b"", data) == b"<svg></svg>\n<!-- kk  -->\n"
    assert (text.sealed(data), text.sealed(data.replace(b"</svg>", b"<g/></svg>"))) == (True, False)
