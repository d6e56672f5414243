"""A contract in a municipality's own Word styles, between its own header and footer."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import docx
import pytest
import word_templates
from docx.oxml.ns import qn
from docx.shared import Mm
from everything import everything
from word_rules import faults
from word_templates import changed, reference, saved

from klimatkontrakt.diagnostics.failure import Failure
from klimatkontrakt.formats._format import Given
from klimatkontrakt.formats.docx import seal, sealed, write_as
from klimatkontrakt.i18n import translations

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Ran
    from docx.document import Document as Word

SWEDISH = translations("sv")
NOTICE = "UTKAST"


def dressed(data: bytes, *, notice: str = NOTICE) -> Word:
    document = replace(everything(), notice=notice)
    made = write_as(document, Given("mall.docx", data))
    assert dangling(made) == []
    return docx.Document(BytesIO(made))


def dangling(data: bytes) -> list[str]:
    """Parts, styles and lists that are named but not there."""
    word = docx.Document(BytesIO(data))
    styles = {style.style_id for style in word.styles}
    lists = {item.get(qn("w:numId")) for item in word.part.numbering_part.element.iter(qn("w:num"))}
    with ZipFile(BytesIO(data)) as file:
        texts = {
            name: file.read(name).decode()
            for name in file.namelist()
            if "word/" in name and ".xml" in name
        }
    found = []
    for name, text in texts.items():
        if name.endswith(".rels"):
            continue
        known = re.findall(r'Id="(rId\d+)"', texts.get(f"word/_rels/{name[5:]}.rels", ""))
        found += [
            (name, key) for key in re.findall(r'r:(?:id|embed)="(\w+)"', text) if key not in known
        ]
        named = re.findall(r'<w:(?:pStyle|rStyle|tblStyle|basedOn|next|link) w:val="([^"]+)"', text)
        found += [(name, key) for key in named if key not in styles]
        used = re.findall(r'<w:numId w:val="(\d+)"', text)
        found += [(name, key) for key in used if key not in {*lists, "0"}]
    return [f"{name}: {key}" for name, key in found]


def text_of(edge: object) -> list[str]:
    return [line.text for line in edge.paragraphs]  # type: ignore[attr-defined]


def styles_of(word: Word) -> list[tuple[str, str]]:
    """Style and text of every heading."""
    return [
        (line.style.style_id, line.text)
        for line in word.paragraphs
        if line.style.style_id in {"Rubrik1", "Rubrik2", "Rubrik3", "Bilaga"}
    ]


HEADINGS = [
    ("Rubrik1", "Ett kapitel"),
    ("Rubrik2", "Med allt"),
    ("Rubrik3", "En underrubrik"),
    ("Rubrik1", "Underskrifter"),
    ("Bilaga", "Länkar"),
]


def lists_of(word: Word) -> list[str | None]:
    """The list that every heading names itself."""
    return [
        None if number is None else number.get(qn("w:val"))
        for line in word.paragraphs
        if line.style.style_id in {"Rubrik1", "Rubrik2", "Bilaga"}
        for number in [line._p.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")]  # noqa: SLF001  no public way
    ]


def test_styles_page_header_and_footer_are_the_references() -> None:
    word = dressed(saved(reference()))
    section = word.sections[0]

    assert styles_of(word) == HEADINGS
    assert word.styles["Heading 1"].font.color.rgb == word_templates.BLUE
    assert [round(side.mm) for side in (section.left_margin, section.right_margin)] == [40, 30]
    assert text_of(section.header) == ["Påhittköpings kommun"]
    assert len(section.header._element.findall(f".//{qn('w:drawing')}")) == 1  # noqa: SLF001  no public way
    assert text_of(section.footer) == [NOTICE, "Box 1, 999 99 Påhittköping"]
    assert text_of(section.first_page_footer) == [NOTICE]
    assert "Exempeltext ur mallen." not in [line.text for line in word.paragraphs]


@pytest.mark.parametrize("numbered", [False, True])
def test_the_file_keeps_the_rules_of_word(tmp_path: Path, numbered: bool) -> None:  # noqa: FBT001
    path = tmp_path / "k.docx"
    given = Given("mall.docx", saved(reference(numbered=numbered)))
    path.write_bytes(write_as(everything(), given))

    assert faults(path) == []


def test_without_a_notice_the_footer_is_as_it_was() -> None:
    section = dressed(saved(reference()), notice="").sections[0]

    assert text_of(section.footer) == ["Box 1, 999 99 Påhittköping"]
    assert section.first_page_footer.is_linked_to_previous


def test_even_pages_have_the_notice_too() -> None:
    template = reference(first_page=False)
    template.settings.odd_and_even_pages_header_footer = True

    assert text_of(dressed(saved(template)).sections[0].even_page_footer) == [NOTICE]


@pytest.mark.parametrize("even", [False, True])
def test_a_reference_without_header_and_footer_gets_ours(even: bool) -> None:  # noqa: FBT001
    template = reference(edges=False)
    template.settings.odd_and_even_pages_header_footer = even
    section = dressed(saved(template)).sections[0]
    header = ["Klimatkontrakt 2030\tProvstads kommun"]
    footer = [NOTICE, "version 2026/27\tSida 1 av 1"]

    assert (text_of(section.header), text_of(section.footer)) == (header, footer)
    if even:
        assert text_of(section.even_page_header) == header
        assert text_of(section.even_page_footer) == footer


def test_chapters_keep_their_numbers_where_the_reference_has_none() -> None:
    assert lists_of(dressed(saved(reference()))) == ["1", "1", "0", "3"]


def test_a_part_keeps_the_numbers_of_the_whole_whatever_the_reference_does() -> None:
    chapters = tuple(replace(item, number="5") for item in everything().chapters[:1])
    document = replace(everything(), chapters=chapters)
    made = write_as(document, Given("mall.docx", saved(reference(numbered=True))))
    word = docx.Document(BytesIO(made))
    starts = [
        item.get(qn("w:val")) for item in word.part.numbering_part.element.iter(qn("w:start"))
    ]

    assert lists_of(word) == ["2"]
    assert starts[3] == "5"


def test_the_reference_numbers_chapters_where_it_numbers_its_own() -> None:
    """Only the appendix, a style that the reference lacks, brings a list."""
    assert lists_of(dressed(saved(reference(numbered=True)))) == [None, None, "0", "3"]


def test_lists_in_the_text_are_not_those_of_the_reference() -> None:
    word = dressed(saved(reference(numbered=True)))
    items = [line for line in word.paragraphs if line.text in {"ett", "två"}]
    numbering = word.part.numbering_part.element

    assert [line.style.style_id for line in items] == ["Liststycke", "Liststycke"]
    assert {line._p.pPr.numPr.numId.val for line in items} == {2}  # noqa: SLF001  no public way
    kinds = [item.get(qn("w:abstractNumId")) for item in numbering.iter(qn("w:abstractNum"))]
    assert kinds == ["1", "2", "3"]


def test_a_heading_is_known_by_id_and_by_outline_too() -> None:
    data = saved(reference())
    named = changed(data, "word/styles.xml", '<w:name w:val="heading 1"/>', '<w:name w:val="H"/>')
    alike = changed(named, "word/styles.xml", 'w:styleId="Rubrik1"', 'w:styleId="Heading1"')
    alike = changed(alike, "word/document.xml", '"Rubrik1"', '"Heading1"')

    assert [key for key, _ in styles_of(dressed(named))] == [key for key, _ in HEADINGS]
    assert "Heading1" in {line.style.style_id for line in dressed(alike).paragraphs}


def test_an_id_that_means_something_else_there_is_not_taken() -> None:
    data = saved(reference())
    other = (
        '<w:style w:type="character" w:customStyle="1" w:styleId="Bilaga"><w:name w:val="Annat"/>'
        "</w:style></w:styles>"
    )
    word = dressed(changed(data, "word/styles.xml", "</w:styles>", other))

    assert [line.style.style_id for line in word.paragraphs if line.text == "Länkar"] == [
        "Bilagakk"
    ]


def test_footnotes_links_and_pictures_come_along() -> None:
    word = dressed(saved(reference()))
    notes = next(
        rel.target_part for rel in word.part.rels.values() if rel.reltype.endswith("/footnotes")
    )
    marks = [item.get(qn("w:id")) for item in word.element.iter(qn("w:footnoteReference"))]
    pictures = [rel for rel in word.part.rels.values() if rel.reltype.endswith("/image")]

    assert marks == ["1", "2"]
    assert re.findall(r'<w:footnote w:id="(\d+)"', notes.blob.decode()) == marks
    assert [rel.target_ref for rel in notes.rels.values()] == ["https://exempel.se/hamtat"]
    assert [rel.target_ref for rel in pictures] == ["media/kk1.png"]
    assert "https://exempel.se/a?b=c&d" in {
        rel.target_ref for rel in word.part.rels.values() if rel.is_external
    }


def test_tables_and_pictures_are_as_wide_as_the_page_lets_them() -> None:
    word = dressed(saved(reference()))
    picture = word.inline_shapes[0]

    assert abs(picture.width - Mm(140)) < Mm(0.1)
    for table in word.tables:
        widths = [int(item.get(qn("w:w"))) for item in table._tbl.iter(qn("w:gridCol"))]  # noqa: SLF001  no public way
        assert abs(sum(widths) - Mm(140).twips) < 10


def test_told_as_the_contract_and_in_its_language() -> None:
    data = saved(reference())
    none = re.sub(
        rb"<w:docDefaults>.*</w:docDefaults>",
        b"",
        ZipFile(BytesIO(data)).read("word/styles.xml"),
        flags=re.DOTALL,
    )
    without = changed(
        data,
        "word/styles.xml",
        ZipFile(BytesIO(data)).read("word/styles.xml").decode(),
        none.decode(),
    )
    for reference_ in (data, without):
        word = dressed(reference_)
        language = word.styles.element.find(f"{qn('w:docDefaults')}//{qn('w:lang')}")
        assert (word.core_properties.title, language.get(qn("w:val"))) == (
            "Klimatkontrakt 2030 – Provstads kommun, version 2026/27",
            "sv-SE",
        )


def test_what_is_only_the_references_own_does_not_come_along() -> None:
    template = reference()
    template.add_comment(template.paragraphs[0].runs, "hemligt", "Någon")
    template.settings.element.append(
        docx.oxml.parse_xml(f'<w:documentProtection {docx.oxml.ns.nsdecls("w")} w:edit="forms"/>')
    )
    made = write_as(everything(), Given("mall.docx", saved(template)))
    with ZipFile(BytesIO(made)) as file:
        names = {name for name in file.namelist() if "comments" in name or "thumbnail" in name}
        assert names == set()
        assert b"documentProtection" not in file.read("word/settings.xml")
        assert len([name for name in file.namelist() if "media/" in name]) == 2


def test_sections_give_their_headers_on() -> None:
    """A header that only the first section names is shown in the last one too."""
    template = reference()
    template.add_section()

    assert text_of(dressed(saved(template)).sections[0].header) == ["Påhittköpings kommun"]


def test_a_template_becomes_a_document() -> None:
    data = changed(
        saved(reference()),
        "[Content_Types].xml",
        "wordprocessingml.document.main+xml",
        "wordprocessingml.template.main+xml",
    )

    assert styles_of(dressed(data)) == HEADINGS


def test_a_reference_without_lists() -> None:
    template = reference()
    for key, relation in list(template.part.rels.items()):
        if relation.reltype.endswith("/numbering"):
            template.part.rels.pop(key)

    assert lists_of(dressed(saved(template))) == ["1", "1", "0", "3"]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed here")
def test_a_reference_saved_by_libreoffice(tmp_path: Path) -> None:
    (tmp_path / "mall.docx").write_bytes(saved(reference(numbered=True)))
    home = f"-env:UserInstallation={(tmp_path / 'hem').as_uri()}"
    folder = tmp_path / "sparad"
    command = ["soffice", home, "--headless", "--convert-to", "docx", "--outdir", str(folder)]
    subprocess.run([*command, str(tmp_path / "mall.docx")], check=True, capture_output=True)
    word = dressed((folder / "mall.docx").read_bytes())

    assert [text for _, text in styles_of(word)] != []
    assert text_of(word.sections[0].header) == ["Påhittköpings kommun"]
    first = next(line for line in word.paragraphs if line.text == "Ett kapitel")
    assert first.style.font.color.rgb == word_templates.BLUE


def test_same_bytes_again_and_sealed() -> None:
    given = Given("mall.docx", saved(reference()))
    made = [seal(write_as(everything(), given)) for _ in range(2)]

    assert made[0] == made[1]
    assert sealed(made[0])


HASHED = """
import hashlib, sys
from everything import everything
from klimatkontrakt.formats._format import Given
from klimatkontrakt.formats.docx import write_as
made = write_as(everything(), Given("mall.docx", sys.stdin.buffer.read()))
print(hashlib.sha256(made).hexdigest())
"""


def test_same_bytes_in_another_process() -> None:
    """A reference without styles gets all of ours, always in one order."""
    bare = docx.Document()
    for style in list(bare.styles.element.findall(qn("w:style"))):
        if style.get(qn("w:default")) is None:
            bare.styles.element.remove(style)
    found = {
        subprocess.run(
            [sys.executable, "-c", HASHED],
            input=saved(bare),
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
        ).stdout
        for seed in ("1", "2", "3")
    }

    assert len(found) == 1


MACROS = ("wordprocessingml.document.main+xml", "ms-word.document.macroEnabled.main+xml")


@pytest.mark.parametrize(
    ("data", "message", "remedy"),
    [
        (
            b"inte en Word-fil",
            "mall.docx går inte att läsa som Word-fil",
            "öppna filen i Word och spara den som dokument (.docx) eller mall (.dotx)",
        ),
        (
            saved(reference())[:900],
            "mall.docx går inte att läsa som Word-fil",
            "öppna filen i Word och spara den som dokument (.docx) eller mall (.dotx)",
        ),
        (
            changed(saved(reference()), "word/document.xml", "</w:body>", ""),
            "mall.docx går inte att läsa som Word-fil",
            "öppna filen i Word och spara den som dokument (.docx) eller mall (.dotx)",
        ),
        (
            changed(saved(reference()), "word/document.xml", "w:body>", "w:nobody>"),
            "mall.docx går inte att läsa som Word-fil",
            "öppna filen i Word och spara den som dokument (.docx) eller mall (.dotx)",
        ),
        (
            changed(saved(reference()), "word/styles.xml", ' w:styleId="Rubrik1"', ""),
            "mall.docx går inte att läsa som Word-fil",
            "öppna filen i Word och spara den som dokument (.docx) eller mall (.dotx)",
        ),
        (
            changed(saved(reference(numbered=True)), "word/numbering.xml", "w:numId=", "w:gone="),
            "mall.docx går inte att läsa som Word-fil",
            "öppna filen i Word och spara den som dokument (.docx) eller mall (.dotx)",
        ),
        (
            changed(
                saved(reference()), "word/styles.xml", "</w:styles>", "</w:styles>" + " " * 2**25
            ),
            "mall.docx är orimligt stor när den packas upp",
            "använd en kopia med bara mallen",
        ),
        (
            changed(saved(reference()), "[Content_Types].xml", *MACROS),
            "mall.docx innehåller makron, och det får ett kontrakt inte göra",
            "spara filen i Word som dokument (.docx) eller mall (.dotx)",
        ),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "mall.docx är skyddad med lösenord",
            "spara en kopia utan lösenord och använd den",
        ),
    ],
    ids=[
        "text",
        "cut off",
        "broken",
        "no body",
        "a style without id",
        "a list without id",
        "too large",
        "macros",
        "password",
    ],
)
def test_what_cannot_be_used_is_told(data: bytes, message: str, remedy: str) -> None:
    with pytest.raises(Failure) as failure:
        write_as(everything(), Given("mall.docx", data))

    assert failure.value.remedy is not None
    assert failure.value.message.words(SWEDISH) == message
    assert failure.value.remedy.words(SWEDISH) == remedy


def test_on_the_command_line(kk: Callable[..., Ran], tmp_path: Path, repository: Path) -> None:
    words = ("render", "luleå", "-o", "k.docx", "--root", str(repository), "--reference")
    (tmp_path / "mall.docx").write_bytes(saved(reference()))

    assert kk(*words, "mall.docx", folder=tmp_path).err == "skrev k.docx\n"
    section = docx.Document(str(tmp_path / "k.docx")).sections[0]
    assert text_of(section.header) == ["Påhittköpings kommun"]
    ran = kk(*words, "saknas.docx", folder=tmp_path)
    assert (ran.code, ran.err) == (
        2,
        f"kk: filen {tmp_path / 'saknas.docx'} finns inte\n"
        "    kontrollera hur namnet stavas och i vilken mapp filen ligger\n",
    )
    ran = kk(*words[:3], "k.md", *words[4:], "mall.docx", folder=tmp_path)
    assert (ran.code, ran.err) == (
        2,
        "kk: --reference gäller en Word-fil, men ingen Word-fil ska skrivas\n"
        "    skriv även en sådan, till exempel med -o kontrakt.docx\n",
    )


def test_as_a_setting_of_the_workspace(kk: Callable[..., Ran], small: Callable[..., Path]) -> None:
    settings = 'format = 1\nlanguage = "sv"\nreference = "mall.docx"\n'
    root = small({"klimatkontrakt.toml": settings})
    (root / "mall.docx").write_bytes(saved(reference()))
    words = ("render", "påhittköping", "-o", "k.docx", "-o", "k.html")

    assert kk(*words, folder=root).err == "skrev k.docx\nskrev k.html\n"
    assert kk(*words[:2], "-o", "k.html", folder=root).err == "k.html var redan aktuell\n"
    section = docx.Document(str(root / "k.docx")).sections[0]
    assert text_of(section.header) == ["Påhittköpings kommun"]
    assert kk("render", "--all", "--out-dir", "ut", "--format", "docx", folder=root).code == 0
    (root / "klimatkontrakt.toml").write_text("format = 1\nreference = 1\n", encoding="utf-8")
    ran = kk(*words, folder=root, KK_LANG="sv")
    assert (ran.code, ran.err) == (
        2,
        "kk: klimatkontrakt.toml: reference ska vara namnet på en Word-fil\n"
        '    skriv reference = "mall.docx"\n',
    )
