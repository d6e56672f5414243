"""A file that says nothing gets a sentence, never a traceback."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

import pypdf
import pypdfium2
import pytest
from papers import document, read, rendered

from klimatkontrakt.document.document import Note, Paragraph, Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Ran

REPOSITORY = Path(__file__).parents[2]


def locked() -> bytes:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("hemligt", algorithm="RC4-128")
    buffer = BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def scanned() -> bytes:
    file, buffer = pypdfium2.PdfDocument.new(), BytesIO()
    file.new_page(100, 100)
    file.save(buffer)
    return buffer.getvalue()


def zipped(**parts: bytes) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as file:
        for name, part in parts.items():
            file.writestr(name, part)
    return buffer.getvalue()


def bomb() -> bytes:
    return zipped(**{"word/document.xml": b"0" * (301 * 2**20)})


def entities() -> bytes:
    """A Word file whose text is an entity that grows without end."""
    whole = ZipFile(BytesIO(rendered(document(REPOSITORY, "luleå", "2024"), ".docx")))
    parts = {name: whole.read(name) for name in whole.namelist()}
    grows = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    parts["word/document.xml"] = (
        f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a0 "x">{grows}]><d>&a11;</d>'.encode()
    )
    return zipped(**parts)


def with_part(name: str, change: Callable[[bytes], bytes]) -> bytes:
    """A Word file of ours with a part changed."""
    made = document(REPOSITORY, "luleå", "2024")
    note = Note(1, (Text("En not."),))
    first = replace(made.chapters[0], blocks=(Paragraph((Text("Ett stycke."), note)),))
    whole = ZipFile(BytesIO(rendered(replace(made, chapters=(first,)), ".docx")))
    parts = {part: whole.read(part) for part in whole.namelist()}
    return zipped(**{**parts, name: change(parts[name])})


def without_body(xml: bytes) -> bytes:
    return re.sub(rb"<w:body>.*</w:body>", b"", xml, flags=re.DOTALL)


def far_too_much_xml() -> bytes:
    return zipped(**{"word/document.xml": b"<w:p/>" * (6 * 2**20)})


DAMAGED = "den är skadad eller ingen Word-fil\n    öppna den i Word och spara den som .docx"
CASES: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "locked pdf": (
        "a.pdf",
        locked,
        "a.pdf går inte att läsa: den är låst med lösenord\n    spara den utan lösenord",
    ),
    "scanned pdf": (
        "a.pdf",
        scanned,
        "a.pdf går inte att läsa: den innehåller bara bilder av sidor, ingen text\n"
        "    kör den genom textigenkänning, eller ta filen som den skrevs ut från",
    ),
    "no pdf": (
        "a.pdf",
        lambda: b"inte en pdf",
        "a.pdf går inte att läsa: den är skadad eller ingen PDF\n    gör om PDF-filen",
    ),
    "broken zip": ("a.docx", lambda: b"PK\x03\x04skrap", f"a.docx går inte att läsa: {DAMAGED}"),
    "a zip of something else": (
        "a.docx",
        lambda: zipped(text=b"hej"),
        f"a.docx går inte att läsa: {DAMAGED}",
    ),
    "a zip bomb": (
        "a.docx",
        bomb,
        "a.docx går inte att läsa: den är orimligt stor när den packas upp\n"
        "    öppna den i Word och spara den som .docx",
    ),
    "more XML than can be read": (
        "a.docx",
        far_too_much_xml,
        "a.docx går inte att läsa: den är orimligt stor när den packas upp\n"
        "    öppna den i Word och spara den som .docx",
    ),
    "footnotes cut off": (
        "a.docx",
        lambda: with_part("word/footnotes.xml", lambda xml: xml[:-20]),
        f"a.docx går inte att läsa: {DAMAGED}",
    ),
    "no body": (
        "a.docx",
        lambda: with_part("word/document.xml", without_body),
        f"a.docx går inte att läsa: {DAMAGED}",
    ),
    "more paragraphs than can be compared": (
        "a.txt",
        lambda: b"Ett stycke.\n\n" * 20_001,
        "a.txt går inte att läsa: den har fler stycken än något kontrakt\n"
        "    ange en fil med bara kontraktet, utan andra handlingar",
    ),
    "growing entities": ("a.docx", entities, f"a.docx går inte att läsa: {DAMAGED}"),
    "an old or locked Word file": (
        "a.docx",
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512),
        "a.docx går inte att läsa: den är låst med lösenord eller av en äldre sort\n"
        "    spara den utan lösenord som .docx",
    ),
    "an empty text": (
        "a.txt",
        lambda: b" \n",
        "a.txt går inte att läsa: den innehåller ingen text\n"
        "    spara den som oformaterad text i UTF-8",
    ),
    "no text": (
        "a.md",
        lambda: bytes(range(256)),
        "a.md går inte att läsa: den innehåller ingen text\n"
        "    spara den som oformaterad text i UTF-8",
    ),
    "an empty page": (
        "a.html",
        lambda: b"<html><head><title>Hej</title></head><body></body></html>",
        "a.html går inte att läsa: den innehåller ingen text\n    spara hela sidan som .html",
    ),
    "another suffix": (
        "a.odt",
        lambda: b"hej",
        "kk läser inte filer som slutar på ”.odt”: a.odt\n"
        "    spara den som någon av .docx, .html, .htm, .md, .markdown, .pdf, .txt",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_unreadable(kk: Callable[..., Ran], tmp_path: Path, name: str) -> None:
    file, data, said = CASES[name]
    (tmp_path / file).write_bytes(data())
    ran = kk("check-document", str(tmp_path / file), "luleå")

    assert (ran.code, ran.out, ran.err) == (2, "", f"kk: {said}\n")


def test_a_word_file_without_words(kk: Callable[..., Ran], tmp_path: Path) -> None:
    import docx

    docx.Document().save(str(tmp_path / "a.docx"))
    ran = kk("check-document", str(tmp_path / "a.docx"), "luleå")

    assert (ran.code, ran.err) == (
        2,
        "kk: a.docx går inte att läsa: den innehåller ingen text\n    spara om den från Word\n",
    )


def test_a_link_to_comments_elsewhere_is_no_part() -> None:
    link = (
        b'<Relationship Id="rIdX" Type="http://x/comments" Target="http://a" '
        b'TargetMode="External"/></Relationships>'
    )
    rels = "word/_rels/document.xml.rels"
    data = with_part(rels, lambda xml: xml.replace(b"</Relationships>", link))

    assert read(data, ".docx").comments == ()


def test_no_such_file(kk: Callable[..., Ran], tmp_path: Path) -> None:
    ran = kk("check-document", str(tmp_path / "saknas.docx"), "luleå")

    assert (ran.code, ran.err) == (
        2,
        "kk: filen saknas.docx finns inte\n"
        "    skriv var filen ligger, till exempel Hämtat/avtal.docx\n",
    )


def test_a_folder_is_no_file(kk: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "mapp.docx").mkdir()
    ran = kk("check-document", str(tmp_path / "mapp.docx"), "luleå")

    assert (ran.code, ran.err) == (
        2,
        "kk: mapp.docx går inte att läsa\n"
        "    kontrollera att det är en fil och att du får öppna den\n",
    )


def test_a_file_beyond_reason(kk: Callable[..., Ran], tmp_path: Path) -> None:
    path = tmp_path / "stor.txt"
    with path.open("wb") as file:
        file.truncate(101 * 2**20)
    ran = kk("check-document", str(path), "luleå")

    assert (ran.code, ran.err) == (
        2,
        "kk: stor.txt är för stor för att vara ett kontrakt\n"
        "    ange en fil med bara kontraktet, utan andra handlingar\n",
    )
