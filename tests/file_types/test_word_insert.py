"""What is local, at the marks in the programme's own Word template."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm
from test_word_reference import dangling, text_of
from word_rules import faults
from word_templates import programme, saved

from klimatkontrakt.diagnostics.failure import Failure
from klimatkontrakt.document.dialect import read_blocks
from klimatkontrakt.document.document import Cover, Document, DocumentChapter
from klimatkontrakt.document.markdown import escape
from klimatkontrakt.formats._format import Given
from klimatkontrakt.formats.docx import seal, sealed, write, write_into
from klimatkontrakt.i18n import translations

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Ran
    from docx.document import Document as Word

SWEDISH = translations("sv")
TOWN = "Provstads kommun"


def chapter(slug: str, number: str, title: str, level: int, body: str) -> DocumentChapter:
    return DocumentChapter(slug, number, title, level, body, read_blocks(body, level))


LOCAL = Document(
    title="Klimatkontrakt 2030",
    subtitle="Provstads kommun, version 2026/27.",
    notice="UTKAST",
    chapters=(
        chapter(
            "municipality",
            "5",
            "Kommunens åtaganden",
            1,
            "Kommunen deltar.[^1]\n\n[^1]: Så är det.",
        ),
        chapter(
            "climate-goals", "5.1", "Klimatmål", 2, "- ett\n- två\n\n#### Under målen\n\nSlut."
        ),
        chapter("own", "7", "Vårt eget", 1, "Eget."),
        chapter("links", "Bilaga 1", "Länkar till dokument", 1, "- [Planen](https://exempel.se)"),
    ),
    cover=Cover(TOWN, "version 2026/27", "", "Utkast", "", None, ""),
)


def inserted(template: Word, document: Document = LOCAL) -> Word:
    made = write_into(document, Given("mall.docx", saved(template)))
    assert dangling(made) == []
    return docx.Document(BytesIO(made))


def lines(word: Word) -> list[tuple[str, str]]:
    """Style and text of every paragraph."""
    return [(line.style.style_id, line.text) for line in word.paragraphs]


BEFORE = [
    ("Rubrik", "Klimatkontrakt 2030"),
    ("Rubrik1", "Syftet"),
    ("Normal", "Programmets egen text om Provstads kommun står kvar."),
    ("Rubrik1", "Kommunens åtaganden"),
]
CHAPTER = [
    ("Normal", "Kommunen deltar."),
    ("Rubrik2", "Klimatmål"),
    ("Liststycke", "ett"),
    ("Liststycke", "två"),
    ("Rubrik3", "Under målen"),
    ("Normal", "Slut."),
    ("Rubrik1", "Vårt eget"),
    ("Normal", "Eget."),
]
APPENDIX = [("Bilaga", "Länkar till dokument"), ("Liststycke", "Planen")]
AFTER = [
    ("Rubrik1", "Myndigheternas åtaganden"),
    *APPENDIX,
    ("Normal", "Programmets sista ord."),
]


def replaced(word: Word, mark: str) -> Any:
    """The paragraph of a mark, for a test to put something else there."""
    return next(line for line in word.paragraphs if line.text == mark)


def test_the_marks_give_way_and_all_else_stays() -> None:
    word = inserted(programme())

    assert lines(word) == [*BEFORE, *CHAPTER, *AFTER]
    assert [cell.text for cell in word.tables[0].rows[0].cells] == ["Part", TOWN]
    assert text_of(word.sections[0].footer) == ["UTKAST", f"Klimatkontrakt för {TOWN}"]
    assert text_of(word.sections[0].header) == ["Påhittköpings kommun"]
    assert [item.get(qn("w:id")) for item in word.element.iter(qn("w:footnoteReference"))] == ["1"]


def test_the_file_keeps_the_rules_of_word(tmp_path: Path) -> None:
    """But for what the template itself lacks."""
    path = tmp_path / "k.docx"
    template = programme()
    table = template.tables[0]._tbl  # noqa: SLF001  no public way
    table.getparent().remove(table)
    path.write_bytes(write_into(LOCAL, Given("mall.docx", saved(template))))

    assert faults(path) == [
        "title is missing",
        "the file's language is None",
        "the text's language is en-US",
    ]


def test_headings_are_numbered_by_the_template_and_the_appendix_by_its_style() -> None:
    numbers = {
        line.text: None if line._p.pPr.numPr is None else line._p.pPr.numPr.numId.val  # noqa: SLF001  no public way
        for line in inserted(programme()).paragraphs
        if line.style.style_id.startswith(("Rubrik", "Bilaga"))
    }

    assert numbers == {
        "Klimatkontrakt 2030": None,
        "Syftet": None,
        "Kommunens åtaganden": None,
        "Klimatmål": None,
        "Under målen": 0,
        "Vårt eget": None,
        "Myndigheternas åtaganden": None,
        "Länkar till dokument": 3,
    }


def test_a_mark_below_a_deeper_heading_takes_its_own_headings_deeper() -> None:
    template = programme()
    for line in template.paragraphs:
        if line.text == "Kommunens åtaganden":
            line.style = "Heading 2"
    styles = dict(map(reversed, lines(inserted(template))))

    assert (styles["Klimatmål"], styles["Vårt eget"]) == ("Rubrik3", "Rubrik2")
    assert styles["Under målen"] == "Heading4"


def test_a_template_without_the_heading_gets_ours() -> None:
    template = programme()
    replaced(template, "Kommunens åtaganden").text = "Något annat"
    replaced(template, "{{kommunens åtaganden}}").insert_paragraph_before("Inledning.")
    word = inserted(template)

    assert lines(word)[3:7] == [
        ("Rubrik1", "Något annat"),
        ("Normal", "Inledning."),
        ("Rubrik1", "Kommunens åtaganden"),
        ("Normal", "Kommunen deltar."),
    ]


def test_a_heading_further_up_with_the_same_words_is_the_chapters() -> None:
    template = programme()
    replaced(template, "{{kommunens åtaganden}}").insert_paragraph_before("Inledning.")
    replaced(template, "{{bilaga 1}}").insert_paragraph_before(
        "Bilaga 1. Länkar till dokument", style="Heading 1"
    )
    word = inserted(template)

    assert [text for _, text in lines(word)].count("Kommunens åtaganden") == 1
    assert [text for _, text in lines(word)].count("Länkar till dokument") == 0


def test_a_template_without_headings() -> None:
    template = programme()
    for line in template.paragraphs:
        line.style = "Normal"

    assert ("Rubrik1", "Kommunens åtaganden") in lines(inserted(template))


def test_a_mark_that_word_has_split() -> None:
    template = programme()
    line = replaced(template, "{{kommunens åtaganden}}")
    line.text = ""
    for piece in ("{", "{kommun", "ens ", "ÅTAGANDEN}", "}"):
        line.add_run(piece)
    line._p.insert(3, parse_xml(f'<w:proofErr {nsdecls("w")} w:type="spellStart"/>'))  # noqa: SLF001  no public way
    name = template.paragraphs[2]
    name.text = ""
    for piece in ("Om {{kom", "munens", " namn}} och {{kommunens namn}}, ", "sist"):
        name.add_run(piece).bold = piece == "munens"
    word = inserted(template)

    assert lines(word)[2:5] == [
        ("Normal", f"Om {TOWN} och {TOWN}, sist"),
        ("Rubrik1", "Kommunens åtaganden"),
        ("Normal", "Kommunen deltar."),
    ]


def control(tag: str, inner: str, kind: str = "tag") -> Any:
    return parse_xml(
        f'<w:sdt {nsdecls("w")}><w:sdtPr><w:{kind} w:val="{tag}"/><w:showingPlcHdr/></w:sdtPr>'
        f"<w:sdtContent>{inner}</w:sdtContent></w:sdt>"
    )


PROMPT = (
    '<w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>Klicka</w:t></w:r>'
    "<w:r><w:t> här</w:t></w:r>"
)


@pytest.mark.parametrize(
    "inner",
    [f"<w:p>{PROMPT}</w:p><w:p>{PROMPT}</w:p>", "<w:p/>"],
    ids=["prompt", "empty"],
)
def test_content_controls_are_marks(inner: str) -> None:
    template = programme()
    whole = replaced(template, "{{kommunens åtaganden}}")._p  # noqa: SLF001  no public way
    whole.addprevious(control("Kommunens åtaganden", inner))
    whole.getparent().remove(whole)
    name = template.paragraphs[2]
    name.text = "Om "
    name._p.append(control("kommunens namn", PROMPT, "alias"))  # noqa: SLF001  no public way
    template.element.body.insert(0, control("annat", "<w:p><w:r><w:t>Kvar</w:t></w:r></w:p>"))
    template.element.body.insert(0, parse_xml(f"<w:sdt {nsdecls('w')}/>"))
    word = inserted(template)

    assert lines(word)[2] == ("Normal", f"Om {TOWN}")
    assert lines(word)[4] == ("Normal", "Kommunen deltar.")
    assert len(word.element.body.findall(f".//{qn('w:sdt')}")) == 2
    assert "Klicka" not in "".join(word.element.body.itertext())


def test_an_empty_control_in_a_line() -> None:
    template = programme()
    name = template.paragraphs[2]
    name.text = "Om "
    name._p.append(control("kommunens namn", ""))  # noqa: SLF001  no public way

    assert lines(inserted(template))[2] == ("Normal", f"Om {TOWN}")


def test_a_mark_in_a_cell() -> None:
    template = programme()
    line = replaced(template, "{{bilaga 1}}")
    line._p.getparent().remove(line._p)  # noqa: SLF001  no public way
    template.tables[0].cell(0, 0).text = "{{bilaga 1}}"
    word = inserted(template)

    assert [line.text for line in word.tables[0].cell(0, 0).paragraphs] == ["Planen"]


def test_what_hangs_on_the_paragraph_of_a_mark_stays() -> None:
    template = programme()
    mark = replaced(template, "{{kommunens åtaganden}}")
    section = template.element.body.sectPr
    ends = parse_xml(f'<w:sectPr {nsdecls("w")}><w:type w:val="nextPage"/></w:sectPr>')
    mark._p.get_or_add_pPr().append(ends)  # noqa: SLF001  no public way
    for name in ("bookmarkStart", "bookmarkEnd"):
        mark._p.append(parse_xml(f'<w:{name} {nsdecls("w")} w:id="7" w:name="plats"/>'))  # noqa: SLF001  no public way
    word = inserted(template)

    assert section is not None
    assert len(word.sections) == 2
    assert [item.get(qn("w:name")) for item in word.element.iter(qn("w:bookmarkStart"))] == [
        "plats"
    ]
    assert ("Normal", "") in lines(word)


def test_a_mark_that_stands_twice() -> None:
    template = programme()
    template.add_paragraph("{{kommunens åtaganden}}")

    assert lines(inserted(template)).count(("Normal", "Kommunen deltar.")) == 2


def test_a_table_fits_the_page_of_the_template() -> None:
    body = "Tabell 1. Mål\n\n| Mål | År |\n| --- | --: |\n| Ett långt mål om transporter | 2030 |"
    document = replace(
        LOCAL, chapters=(chapter("municipality", "5", "Mål", 1, body), *LOCAL.chapters[3:])
    )
    table = inserted(programme(), document).tables[0]
    widths = [int(item.get(qn("w:w"))) for item in table._tbl.iter(qn("w:gridCol"))]  # noqa: SLF001  no public way

    assert [cell.text for cell in table.rows[1].cells] == ["Ett långt mål om transporter", "2030"]
    assert sum(widths) <= Mm(140).twips + 2


def test_a_list_of_contents_is_to_be_made_anew() -> None:
    template = programme()
    for code in ('TOC \\o "1-3"', "PAGE"):
        line = template.add_paragraph()
        for xml in (
            '<w:fldChar w:fldCharType="begin"/>',
            f"<w:instrText> {code} </w:instrText>",
            '<w:fldChar w:fldCharType="end"/>',
        ):
            line._p.append(parse_xml(f"<w:r {nsdecls('w')}>{xml}</w:r>"))  # noqa: SLF001  no public way
    marks = inserted(template).element.iter(qn("w:fldChar"))

    assert [mark.get(qn("w:dirty")) for mark in marks] == ["true", None, None, None]


def test_sections_have_the_notice_each() -> None:
    template = programme()
    template.sections[0].different_first_page_header_footer = True
    second = template.add_section()
    second.footer.is_linked_to_previous = False
    second.footer.paragraphs[0].text = "Andra delen"
    second.footer.paragraphs[0].style = template.styles["Footer"]
    word = inserted(template)

    assert [text_of(section.footer) for section in word.sections] == [
        ["UTKAST", f"Klimatkontrakt för {TOWN}"],
        ["UTKAST", "Andra delen"],
    ]
    assert text_of(word.sections[0].first_page_footer) == ["UTKAST"]


def test_notes_of_the_template_stay() -> None:
    template = docx.Document(BytesIO(saved(inserted(programme()))))
    template.add_paragraph("{{kommunens namn}}")
    template.add_paragraph("{{kommunens åtaganden}}")
    template.add_paragraph("{{bilaga 1}}")
    word = inserted(template)

    assert [item.get(qn("w:id")) for item in word.element.iter(qn("w:footnoteReference"))] == [
        "1",
        "2",
    ]


def test_a_contract_without_appendix_needs_no_mark_for_it() -> None:
    document = replace(LOCAL, chapters=LOCAL.chapters[:3], notice="")
    template = programme()
    word = inserted(template, document)

    assert lines(word) == [*BEFORE, *CHAPTER, AFTER[0], AFTER[-1]]
    assert text_of(word.sections[0].footer) == [f"Klimatkontrakt för {TOWN}"]


def test_what_looks_like_a_mark_in_the_contract_is_its_text() -> None:
    hostile = "{{kommunens namn}}", "{{bilaga 1}}", "{{x}} <w:p/> & \\u202e"
    body = "\n\n".join(map(escape, hostile))
    document = replace(
        LOCAL,
        chapters=(replace(LOCAL.chapters[0], blocks=read_blocks(body, 1)), *LOCAL.chapters[1:]),
        cover=replace(LOCAL.cover, municipality="{{kommunens namn}}"),
    )

    assert [text for _, text in lines(inserted(programme(), document))][2:7] == [
        "Programmets egen text om {{kommunens namn}} står kvar.",
        "Kommunens åtaganden",
        *hostile,
    ]


def failed(template: Word) -> tuple[str, str]:
    with pytest.raises(Failure) as failure:
        write_into(LOCAL, Given("mall.docx", saved(template)))
    assert failure.value.remedy is not None
    return failure.value.message.words(SWEDISH), failure.value.remedy.words(SWEDISH)


def test_styles_that_are_based_on_each_other_are_no_headings() -> None:
    template = programme()
    one, other = (template.styles.add_style(name, 1) for name in ("Ena", "Andra"))
    one.base_style, other.base_style = other, one
    replaced(template, "{{kommunens åtaganden}}").insert_paragraph_before("Före", style="Ena")

    assert ("Ena", "Före") in lines(inserted(template))


def test_a_bookmark_without_id_is_told() -> None:
    template = programme()
    place = parse_xml(f'<w:bookmarkStart {nsdecls("w")} w:name="a"/>')
    template.paragraphs[0]._p.append(place)  # noqa: SLF001  no public way

    assert failed(template) == (
        "mall.docx går inte att läsa som Word-fil",
        "öppna filen i Word och spara den som dokument (.docx) eller mall (.dotx)",
    )


def test_marks_that_are_missing_are_named() -> None:
    template = programme()
    for mark in ("{{bilaga 1}}", "{{kommunens åtaganden}}"):
        replaced(template, mark).text = "Glömt"

    assert failed(template) == (
        "mall.docx saknar märket {{kommunens åtaganden}}, {{bilaga 1}}",
        "skriv det i Word där texten ska stå, och spara filen",
    )


@pytest.mark.parametrize(
    ("typed", "remedy"),
    [
        ("{{kommunens atagande}}", "menade du ”{{kommunens åtaganden}}”?"),
        (
            "{{xyz}}",
            "använd något av {{kommunens namn}}, {{kommunens åtaganden}}, {{bilaga 1}}",
        ),
    ],
)
def test_a_mark_that_means_nothing_is_named(typed: str, remedy: str) -> None:
    template = programme()
    template.add_paragraph(f"Här står {typed}.")

    assert failed(template) == (f"mall.docx har märket {typed}, som inte betyder något här", remedy)


def test_a_mark_of_a_chapter_stands_alone_and_in_the_text() -> None:
    told = (
        "mall.docx: märket {{kommunens åtaganden}} står tillsammans med annan text",
        "låt det stå ensamt i ett stycke, och inte i sidhuvud eller sidfot",
    )
    among, edge = programme(), programme()
    replaced(among, "{{kommunens åtaganden}}").text = "Här: {{kommunens åtaganden}}"
    edge.sections[0].header.add_paragraph("{{kommunens åtaganden}}")

    assert failed(among) == told
    assert failed(edge) == told


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed here")
def test_a_template_saved_by_libreoffice(tmp_path: Path) -> None:
    (tmp_path / "mall.docx").write_bytes(saved(programme()))
    home = f"-env:UserInstallation={(tmp_path / 'hem').as_uri()}"
    folder = tmp_path / "sparad"
    command = ["soffice", home, "--headless", "--convert-to", "docx", "--outdir", str(folder)]
    subprocess.run([*command, str(tmp_path / "mall.docx")], check=True, capture_output=True)
    word = inserted(docx.Document(str(folder / "mall.docx")))

    assert [text for _, text in lines(word) if text] == [
        text for _, text in [*BEFORE, *CHAPTER, *AFTER]
    ]


def test_same_bytes_again_and_sealed() -> None:
    given = Given("mall.docx", saved(programme()))
    made = [seal(write_into(LOCAL, given)) for _ in range(2)]

    assert made[0] == made[1]
    assert sealed(made[0])


def test_on_the_command_line(kk: Callable[..., Ran], tmp_path: Path, repository: Path) -> None:
    words = ("render", "luleå", "--root", str(repository), "--into", "mall.docx", "-o")
    (tmp_path / "mall.docx").write_bytes(saved(programme()))

    ran = kk(*words, "k.docx", "--part", "municipality", folder=tmp_path)
    assert (ran.code, ran.err.splitlines()[:2]) == (0, ["skrev k.docx"])
    assert kk(*words[:4], "-o", "k.md", "--part", "KOMMUN", folder=tmp_path).code == 0
    told = lines(docx.Document(str(tmp_path / "k.docx")))
    assert told[2] == ("Normal", "Programmets egen text om Luleå kommun står kvar.")
    assert ("Rubrik2", "Klimatmål 2030") in told
    headings = re.findall(r"^##.*$", (tmp_path / "k.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert [line for line in headings if re.match(r"## |### \d", line)] == [
        "## 5 Kommunens åtaganden",
        "### 5.1 Klimatmål 2030",
        "### 5.2 Klimatfärdplan 2030",
        "### 5.3 Klimatinvesteringsplan 2030",
        "### 5.4 Åtaganden med andra kommuner inom Klimatneutrala städer 2030",
        "## Bilaga 1 Länkar till dokument",
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("--into", "mall.docx", "-o", "k.docx"),
            "kk: --into tar emot en del av kontraktet, men ingen del är vald\n"
            "    lägg till --part municipality\n",
        ),
        (
            ("--into", "mall.docx", "-o", "k.pdf", "--part", "municipality"),
            "kk: --into gäller en Word-fil, men ingen Word-fil ska skrivas\n"
            "    skriv även en sådan, till exempel med -o kontrakt.docx\n",
        ),
        (
            ("--into", "a.docx", "--reference", "b.docx", "-o", "k.docx", "--part", "municipality"),
            "kk: --into och --reference går inte att ange tillsammans\n"
            "    med --into ser dokumentet ut som mallen\n",
        ),
        (
            ("--into", "mall.docx", "--part", "municipality"),
            "kk: --reference, --into och --force gäller filer, men ingen fil ska skrivas\n"
            "    ange en fil, till exempel med -o kontrakt.docx\n",
        ),
        (
            ("--part", "municipality", "--extract", "sammanfattning"),
            "kk: --extract och --part går inte att ange tillsammans\n    välj en av dem\n",
        ),
        (
            ("--part", "komun"),
            "kk: ”komun” går inte att välja här\n    menade du ”kommun”?\n",
        ),
        (
            ("--into", "mall.docx", "-o", "k.docx", "-o", "k.pdf", "--part", "municipality"),
            "kk: --into gör Word-filer, men här ska även pdf skrivas\n"
            "    ta bort pdf, eller gör den filen för sig\n",
        ),
    ],
    ids=["no part", "no Word file", "two looks", "no file", "two parts", "another part", "no Word"],
)
def test_wrong_usage(kk: Callable[..., Ran], words: tuple[str, ...], said: str) -> None:
    ran = kk("render", "luleå", *words, KK_LANG="sv")

    assert (ran.code, ran.out, ran.err) == (2, "", said)


def test_part_on_the_screen(kk: Callable[..., Ran]) -> None:
    shown = kk("render", "luleå", "--part", "municipality").out

    assert re.findall(r"^## .*$", shown, re.MULTILINE) == [
        "## 5 Kommunens åtaganden",
        "## Bilaga 1 Länkar till dokument",
    ]


def test_chapters_of_a_part_are_numbered_as_in_the_whole() -> None:
    """The first by where the list begins, and one past a gap by a beginning of its own."""
    word = docx.Document(BytesIO(write(LOCAL)))
    numbering = word.part.numbering_part.element
    heading = next(line for line in word.paragraphs if line.text == "Vårt eget")
    number = heading._p.pPr.numPr.numId.val  # noqa: SLF001  no public way
    (override,) = numbering.num_having_numId(number).iter(qn("w:startOverride"))

    assert next(numbering.iter(qn("w:start"))).get(qn("w:val")) == "5"
    assert override.get(qn("w:val")) == "7"
