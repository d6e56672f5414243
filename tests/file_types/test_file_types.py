"""Every contract that ships, a rich one and a hostile one, as Markdown, HTML, Word and PDF."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from zipfile import ZipFile

import docx
import page
import pytest
import read_back
from document_set import SHIPPED
from docx.oxml.ns import qn
from everything import SVG, everything
from rich_contract import RICH

from klimatkontrakt.formats._format import by_suffix
from klimatkontrakt.formats.markdown import beside

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Ran

SUFFIXES = ("md", "html", "docx", "pdf")
PARTS = {
    "numbering.xml",
    "styles.xml",
    "settings.xml",
    "webSettings.xml",
    "fontTable.xml",
    "theme/theme1.xml",
    "header1.xml",
    "footer1.xml",
    "footer2.xml",
    "../customXml/item1.xml",
    "media/image1.png",
    "media/image2.png",
}
CHAPTER_LEVELS = 2
"""Deeper headings have no number of ours."""
ACTION = 4
"""The level at which an action's title stands."""

HOSTILE = [
    "{{ 7 * 7 }} {% raw %} {# inte #}",
    '#let x = 1; #read("/etc/passwd") $x^2$ @ref <etikett> [inte] \\ \\u{0}',
    "| a | b | -- *fet* _kursiv_ `kod` ~bort~ > citat ![bild](x)",
    '<script>alert("x")</script> & &amp; &#x41; ]]> --> "citat" \'enkla\'',
    "vänster\u202ehöger\u202c noll\u200bbredd",
    "hårt\u2011streck tunt\u2009mellanslag mjukt\u00adstreck",
    "å" * 10_000,
    "- punkt",
    "1. ett",
    "# rubrik",
    "\\begin{document} C:\\mapp\\fil",
]


@pytest.fixture
def made(kk: Callable[..., Ran], tmp_path: Path) -> Callable[..., dict[str, Path]]:
    """Render a contract in all four formats: ``made("luleå", "2025")``."""

    def render(*words: str, **world: object) -> dict[str, Path]:
        folder = tmp_path / "dokument"
        folder.mkdir(exist_ok=True)
        paths = {suffix: folder / f"kontrakt.{suffix}" for suffix in SUFFIXES}
        for path in paths.values():
            ran = kk("render", *words, "-o", str(path), **world)
            assert (ran.code, ran.out, ran.err.split("\n")[0]) == (0, "", f"skrev {path}")
        return paths

    return render


def checked(paths: dict[str, Path]) -> None:
    """The four files say the same, and the PDF keeps the two standards."""
    text, page_, file, print_ = (
        read_back.markdown(paths["md"]),
        read_back.html(paths["html"]),
        read_back.word(paths["docx"]),
        read_back.pdf(paths["pdf"]),
    )
    numbered = [(level, squeezed(title)) for level, title in text.headings]
    assert [(level, squeezed(title)) for level, title in page_.headings] == numbered
    assert [(level, squeezed(title)) for level, title in print_.headings] == numbered
    assert [(level, squeezed(title)) for level, title in file.headings] == [
        (level, unnumbered(title) if level <= CHAPTER_LEVELS else title)
        for level, title in numbered
    ]
    assert list(map(squeezed, page_.items)) == list(map(squeezed, text.items))
    assert list(map(squeezed, file.items)) == list(map(squeezed, text.items))
    assert page_.links == file.links == text.links
    assert page_.tables == file.tables == text.tables
    assert [caption for caption, _ in page_.figures] == [caption for caption, _ in text.figures]
    assert file.figures == text.figures
    assert page_.notes == file.notes == text.notes
    tags = read_back.pdf_tags(paths["pdf"])
    assert {name: tags[name] for name in ("LI", "Table", "Figure", "Note", "Link")} == {
        "LI": len(text.items),
        "Table": len(text.tables),
        "Figure": len(text.figures),
        "Note": text.notes,
        "Link": tags["TOCI"] + len(text.links) + 2 * text.notes,
    }
    assert faults(paths["pdf"]) == []


def faults(path: Path) -> list[str]:
    """What the file breaks of PDF/UA-1 and PDF/A-2a.

    The checker takes a carriage return that ends a compressed stream for a part of the line break
    after it, so its word on lengths counts only where our own reading agrees.
    """
    found = [
        str(failure["rule_id"])
        for profile in ("ua1", "2a")
        for failure in page.validate_pdf(str(path), profile=profile).to_dict()["failures"]
    ]
    right = lengths_are_right(path.read_bytes())
    return [rule for rule in found if rule != "PDFA2A-STREAM-LENGTH-001" or not right]


def lengths_are_right(data: bytes) -> bool:
    streams = re.finditer(rb"/Length (\d+)[^>]*>>\nstream\n", data)
    return all(data[found.end() + int(found[1]) :].startswith(b"\nendstream") for found in streams)


def squeezed(text: str) -> str:
    return " ".join(text.split())


def unnumbered(title: str) -> str:
    """Word numbers its headings itself."""
    return re.sub(r"^(\d+(\.\d+)*|Bilaga \d+) ", "", title)


@pytest.mark.parametrize(("who", "version"), SHIPPED)
def test_shipped_contract(made: Callable[..., dict[str, Path]], who: str, version: str) -> None:
    checked(made(who, version))


def test_rich_contract(made: Callable[..., dict[str, Path]], small: Callable[..., Path]) -> None:
    checked(made("påhittköping", folder=small(RICH)))


def test_sparsest_contract(
    made: Callable[..., dict[str, Path]], small: Callable[..., Path]
) -> None:
    checked(made("påhittköping", folder=small({})))


def hostile() -> dict[str, str]:
    """A contract with every hostile text in its prose, titles and list items."""
    quoted = ["'" + text.replace("'", "''") + "'" for text in HOSTILE]
    goals = "".join(
        f"- id: mal-{n}\n  statement: {text}\n  boundary: [territory]\n  end_state: other\n"
        for n, text in enumerate(quoted)
    )
    actions = "".join(
        f"- id: insats-{n}\n  title: {text}\n  text: {text}\n  outputs: [{text}]\n"
        for n, text in enumerate(quoted)
    )
    return {"goals.yaml": f"goals:\n{goals}", "roadmap.yaml": f"actions:\n{actions}"}


def test_hostile_contract(made: Callable[..., dict[str, Path]], small: Callable[..., Path]) -> None:
    paths = made("påhittköping", folder=small(hostile()))
    titles = list(map(squeezed, HOSTILE))
    for shown in (read_back.html(paths["html"]), read_back.word(paths["docx"])):
        assert [squeezed(title) for level, title in shown.headings if level == ACTION] == titles
    assert "<script" not in paths["html"].read_text(encoding="utf-8").partition("<body>")[2]
    assert faults(paths["pdf"]) == []


def test_one_of_everything(tmp_path: Path) -> None:
    document = everything()
    paths = {suffix: tmp_path / f"kontrakt.{suffix}" for suffix in SUFFIXES}
    for path in paths.values():
        form = by_suffix(path.suffix)
        assert form is not None
        path.write_bytes(form.write(document))
        assert form.write(document) == path.read_bytes()

    # Two links and a note stand in notes and captions, which read_back looks for in the text only.
    found = read_back.markdown(paths["md"])
    assert (len(found.tables), len(found.figures), found.notes) == (2, 1, 2)
    page_, file = read_back.html(paths["html"]), read_back.word(paths["docx"])
    assert page_.tables == file.tables
    assert [[cell.replace("\\|", "|") for row in t for cell in row] for t in found.tables] == [
        [cell for row in t for cell in row] for t in file.tables
    ]
    assert file.figures == [("Figur 1. Utsläpp ”då” och nu", "Utsläppen var 12 500 ton.")]
    assert page_.figures == [("Figur 1. Utsläpp ”då” och nu", "Två staplar")]
    assert (page_.notes, file.notes) == (2, 2)
    tags = read_back.pdf_tags(paths["pdf"])
    assert [tags[name] for name in ("Table", "Figure", "Note", "TH")] == [2, 1, 2, 8]
    assert faults(paths["pdf"]) == []


def test_pictures_lie_beside_markdown() -> None:
    assert beside(everything()) == {"prov.svg": SVG.encode()}


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_same_bytes_again(kk: Callable[..., Ran], tmp_path: Path, suffix: str) -> None:
    paths = [tmp_path / f"{name}.{suffix}" for name in ("ett", "två")]
    for path in paths:
        assert kk("render", "luleå", "-o", str(path)).code == 0

    assert paths[0].read_bytes() == paths[1].read_bytes()


def test_word_file_is_swedish_and_a4(made: Callable[..., dict[str, Path]]) -> None:
    file = docx.Document(str(made("luleå")["docx"]))
    section, told = file.sections[0], file.core_properties
    language = file.styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:lang')}")

    assert (told.title, told.author, told.language) == (
        "Klimatkontrakt 2030 – Luleå kommun, version 2025/26",
        "Luleå kommun",
        "sv-SE",
    )
    assert language.get(qn("w:val")) == "sv-SE"
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert [line.text for line in section.header.paragraphs] == [
        "Klimatkontrakt 2030\tLuleå kommun"
    ]
    for footer in (section.footer, section.first_page_footer):
        assert [line.text for line in footer.paragraphs] == [
            "Sammanfattning – inte det undertecknade kontraktet",
            "version 2025/26\tSida 1 av 1",
        ]


def test_word_file_holds_whole_xml_parts(made: Callable[..., dict[str, Path]]) -> None:
    with ZipFile(made("luleå")["docx"]) as file:
        assert file.testzip() is None
        assert {item.date_time for item in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        relations = file.read("word/_rels/document.xml.rels").decode()
    targets = re.findall(r'Target="([^"]+)"(?! TargetMode)', relations)

    assert {name for name in targets if "://" not in name} == PARTS


def test_contents_in_word_lead_to_the_headings(made: Callable[..., dict[str, Path]]) -> None:
    file = docx.Document(str(made("luleå")["docx"]))
    anchors = [link.get(qn("w:anchor")) for link in file.element.body.iter(qn("w:hyperlink"))]
    names = [mark.get(qn("w:name")) for mark in file.element.body.iter(qn("w:bookmarkStart"))]

    assert [anchor for anchor in anchors if anchor] == names
