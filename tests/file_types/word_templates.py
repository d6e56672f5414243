"""Word files such as a municipality or the programme has, made here so that nothing is hidden.

Names of styles are English in every such file, and their ids are in the language of the Word that
made it: ``Rubrik1`` is ``heading 1``.
"""

from __future__ import annotations

import base64
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, RGBColor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document as Word

BLUE = RGBColor(0x00, 0x33, 0x88)
LOGO = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)
"""One dot."""
SWEDISH = {
    "Heading1": "Rubrik1",
    "Heading2": "Rubrik2",
    "Heading3": "Rubrik3",
    "Title": "Rubrik",
    "ListParagraph": "Liststycke",
    "Header": "Sidhuvud",
    "Footer": "Sidfot",
}
HAS = set(SWEDISH) | {"Normal", "DefaultParagraphFont", "TableNormal", "NoList"}


def reference(*, first_page: bool = True, numbered: bool = False, edges: bool = True) -> Word:
    """A municipality's template: blue headings, wide margins, logo, header and footer."""
    word = docx.Document()
    _swedish(word)
    for level in (1, 2, 3):
        word.styles[f"Heading {level}"].font.color.rgb = BLUE
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(40), Mm(30)
    if edges:
        for edge in (section.header, section.footer):
            _rename(edge._element, [qn("w:val")])  # noqa: SLF001  no public way
        logo = section.header.paragraphs[0].add_run().add_picture(BytesIO(LOGO), width=Mm(12))
        logo._inline.docPr.set("descr", "Kommunens vapen")  # noqa: SLF001  no public way
        section.header.paragraphs[0].add_run("Påhittköpings kommun")
        section.footer.paragraphs[0].text = "Box 1, 999 99 Påhittköping"
        section.different_first_page_header_footer = first_page
    word.add_paragraph("Exempeltext ur mallen.", style="Heading 1")
    word.add_paragraph().add_run().add_picture(BytesIO(LOGO), width=Mm(5))
    if numbered:
        _number_headings(word)
    return word


def programme() -> Word:
    """The programme's template: headings with numbers, marks, and text of its own around them."""
    word = reference(first_page=False, numbered=True)
    body = word.element.body
    for block in list(body)[:-1]:
        body.remove(block)
    word.add_paragraph("Klimatkontrakt 2030", style="Title")
    word.add_paragraph("Syftet", style="Heading 1")
    word.add_paragraph("Programmets egen text om {{kommunens namn}} står kvar.")
    word.add_paragraph("Kommunens åtaganden", style="Heading 1")
    word.add_paragraph("{{kommunens åtaganden}}")
    word.add_paragraph("Myndigheternas åtaganden", style="Heading 1")
    table = word.add_table(1, 2)
    table.cell(0, 0).text = "Part"
    table.cell(0, 1).text = "{{ Kommunens  namn }}"
    word.add_paragraph("{{bilaga 1}}")
    word.add_paragraph("Programmets sista ord.")
    word.sections[0].footer.paragraphs[0].text = "Klimatkontrakt för {{kommunens namn}}"
    return word


def saved(word: Word) -> bytes:
    made = BytesIO()
    word.save(made)
    return made.getvalue()


def changed(data: bytes, part: str, old: str, new: str) -> bytes:
    """The file with a text in one of its parts replaced."""
    made = BytesIO()
    with ZipFile(BytesIO(data)) as before, ZipFile(made, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            if name == part:
                content = content.replace(old.encode(), new.encode())
            after.writestr(name, content)
    return made.getvalue()


def _swedish(word: Word) -> None:
    """As Word saves it in Swedish, with only the styles that are in use."""
    for key, relation in list(word.part.rels.items()):
        if relation.reltype.endswith("/stylesWithEffects"):
            word.part.rels.pop(key)
    for lists in list(word.part.numbering_part.element):
        lists.getparent().remove(lists)
    styles = word.styles.element
    for style in list(styles.findall(qn("w:style"))):
        if style.get(qn("w:styleId")) not in HAS:
            styles.remove(style)
            continue
        for name in ("w:link", "w:next"):
            for item in style.findall(qn(name)):
                style.remove(item)
    _rename(styles, [qn("w:styleId"), qn("w:val")])


def _rename(element: object, attributes: Sequence[str]) -> None:
    for item in element.iter():  # type: ignore[attr-defined]
        for name in attributes:
            if item.tag != qn("w:name") and item.get(name) in SWEDISH:
                item.set(name, SWEDISH[item.get(name)])


def _number_headings(word: Word) -> None:
    numbering = word.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        f'<w:pStyle w:val="Rubrik{n + 1}"/><w:lvlText w:val="{text}"/>'
        '<w:lvlJc w:val="left"/></w:lvl>'
        for n, text in enumerate(("%1.", "%1.%2", "%1.%2.%3"))
    )
    for xml in (
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="1">'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>',
        f'<w:num {nsdecls("w")} w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
    ):
        numbering.append(parse_xml(xml))
    for level in (1, 2, 3):
        properties = word.styles[f"Heading {level}"].element.get_or_add_pPr()
        numbered = properties.get_or_add_numPr()
        numbered.get_or_add_ilvl().val = level - 1
        numbered.get_or_add_numId().val = 1
