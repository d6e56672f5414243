"""A document of ours in a municipality's own styles, between its own header and footer.

Our file is made as always, and its blocks are then brought into the reference, whose text goes.
Numbers of chapters are part of the contract: if the reference numbers its headings it numbers
ours too, otherwise ours keep their own.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import docx
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Length, Mm, Twips

from klimatkontrakt.formats._package import name_program, packed
from klimatkontrakt.formats._word_graft import Graft, without_orphans
from klimatkontrakt.formats._word_open import open_word

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.text.paragraph import Paragraph

    from klimatkontrakt.formats._format import Given

KEPT = (
    "/styles",
    "/numbering",
    "/settings",
    "/theme",
    "/fontTable",
    "/webSettings",
    "/customXml",
)
"""What a document goes on having when its text is gone."""
FORGOTTEN = ("w:footnotePr", "w:endnotePr", "w:documentProtection")
"""Settings about notes that are gone, and a lock on a text that is no more."""
LANGUAGE = "sv-SE"
FOOTER = "Footer"
"""The id of our style for what stands at the foot of a page."""
USUAL = (Mm(210), Mm(25), Mm(25))
"""Width and margins of a page that says nothing of them."""
FULL = 0.95
"""Part of the line from which a table is meant to fill it."""
_EDGES = ("headerReference", "footerReference")


def dress(data: bytes, notice: str, reference: Given) -> bytes:
    """The file as the reference looks; ``notice``, where there is one, stands on every page.

    Raises:
        Failure: the reference cannot be used.
    """
    ours, theirs = docx.Document(BytesIO(data)), open_word(reference)
    section = _emptied(theirs)
    graft = Graft(ours, theirs)
    widths = width_of(ours.element.body.sectPr), width_of(section)
    for block in graft.move(list(ours.element.body)[:-1], keep_numbers=True):
        fit(block, *widths)
        section.addprevious(block)
    _edges(ours, theirs, graft, notice)
    _swedish(theirs)
    _properties(ours, theirs)
    name_program(theirs)
    made = BytesIO()
    theirs.save(made)
    return packed(made.getvalue())


def _emptied(word: Word) -> Any:  # noqa: ANN401  XML
    """Take away the text and all that belongs to it; what is left is the page."""
    body = word.element.body
    section = _one_section(body)
    for block in list(body):
        body.remove(block)
    body.append(section)
    without_orphans(word, KEPT)
    settings = word.settings.element
    for name in FORGOTTEN:
        for item in settings.findall(qn(name)):
            settings.remove(item)
    return section


def _one_section(body: Any) -> Any:  # noqa: ANN401  XML
    """The page of the last section, with the headers and footers that have come down to it."""
    last = body.get_or_add_sectPr()
    edges: dict[tuple[str, str], Any] = {}
    for section in body.iter(qn("w:sectPr")):
        for name in _EDGES:
            for edge in section.findall(qn(f"w:{name}")):
                edges[name, edge.get(qn("w:type"))] = edge
    for place, edge in enumerate(edges.values()):
        last.insert(place, edge)
    return last


def width_of(section: Any) -> int:  # noqa: ANN401  XML
    """What is left between the margins, on A4 where nothing is said."""
    sides = (section.page_width, section.left_margin, section.right_margin)
    width, left, right = (
        usual if side is None else side for side, usual in zip(sides, USUAL, strict=True)
    )
    return int(width - left - right)


def fit(block: Any, ours: int, theirs: int) -> None:  # noqa: ANN401  XML
    """Tables and pictures that fill our line fill theirs; a narrow table only has to fit."""
    for table in block.iter(qn("w:tbl")):
        width = Twips(int(table.tblPr.find(qn("w:tblW")).get(qn("w:w"))))
        scale = theirs / ours if width > FULL * ours else min(1, theirs / width)
        for tag in ("w:tblW", "w:gridCol", "w:tcW"):
            for item in table.iter(qn(tag)):
                item.set(qn("w:w"), str(round(int(item.get(qn("w:w"))) * scale)))
    for tag in ("wp:extent", "a:ext"):
        for item in block.iter(qn(tag)):
            for side in ("cx", "cy"):
                item.set(side, str(round(int(item.get(side)) * min(theirs / ours, 1))))


def _edges(ours: Word, theirs: Word, graft: Graft, notice: str) -> None:
    """Their headers and footers, ours where they have none, and the notice on every page."""
    here, there = ours.sections[0], theirs.sections[0]
    has_header, has_footer = (
        there._sectPr.find(qn(f"w:{name}")) is not None  # noqa: SLF001  no public way
        for name in _EDGES
    )
    headers, footers = [(here.header, there.header)], [(here.footer, there.footer)]
    if there.different_first_page_header_footer:
        footers.append((here.first_page_footer, there.first_page_footer))
    if theirs.settings.odd_and_even_pages_header_footer:
        headers.append((here.header, there.even_page_header))
        footers.append((here.footer, there.even_page_footer))
    for mine, their in [*([] if has_header else headers), *([] if has_footer else footers)]:
        _clear(their)
        for block in graft.move(mine._element, keep_numbers=False):  # noqa: SLF001  as above
            their._element.append(block)  # noqa: SLF001  as above
        for line in their.paragraphs:
            _only_to_the_right(line, width_of(there._sectPr))  # noqa: SLF001  as above
    if has_footer:
        tell_on_every_page(theirs, graft, notice)


def tell_on_every_page(word: Word, graft: Graft, notice: str) -> None:
    """Put the notice, where there is one, above what every footer has."""
    sections = list(word.sections) if notice else []
    first = any(section.different_first_page_header_footer for section in sections)
    even = word.settings.odd_and_even_pages_header_footer
    told: set[str] = set()
    for place, section in enumerate(sections):
        for shown, footer in (
            (True, section.footer),
            (first, section.first_page_footer),
            (even, section.even_page_footer),
        ):
            if not shown or (place and footer.is_linked_to_previous):
                continue
            if footer.is_linked_to_previous:
                _clear(footer)
            if footer.part.partname not in told:
                told.add(footer.part.partname)
                line = footer.add_paragraph(notice)
                style = graft.styles.taken(FOOTER)
                line._p.get_or_add_pPr().get_or_add_pStyle().val = style  # noqa: SLF001  no public way
                footer._element.insert(0, line._p)  # noqa: SLF001  as above


def _only_to_the_right(line: Paragraph, width: int) -> None:
    """Let the line's one tab reach the margin, past the stop that Word's styles have midway."""
    style: Any = line.style
    for stop in style.paragraph_format.tab_stops:
        line.paragraph_format.tab_stops.add_tab_stop(stop.position, WD_TAB_ALIGNMENT.CLEAR)
    line.paragraph_format.tab_stops.add_tab_stop(Length(width), WD_TAB_ALIGNMENT.RIGHT)


def _clear(edge: Any) -> None:  # noqa: ANN401  a header or a footer
    """Make it one of this section's own, without anything in it."""
    edge.is_linked_to_previous = False
    for block in list(edge._element):  # noqa: SLF001  no public way
        edge._element.remove(block)  # noqa: SLF001  as above


def _swedish(word: Word) -> None:
    """The language that the text is in, which a screen reader goes by."""
    styles = word.styles.element
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:default")) is not None:
            for language in style.iter(qn("w:lang")):
                language.set(qn("w:val"), LANGUAGE)
    found = styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}/{qn('w:lang')}")
    if found is not None:
        found.set(qn("w:val"), LANGUAGE)
        return
    above = styles
    for name in ("docDefaults", "rPrDefault", "rPr"):
        inner = above.find(qn(f"w:{name}"))
        if inner is None:
            inner = OxmlElement(f"w:{name}")
            above.insert(0, inner)
        above = inner
    above.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="{LANGUAGE}"/>'))


def _properties(ours: Word, theirs: Word) -> None:
    """Title, author and date are the contract's, and no picture of the reference's first page."""
    package = theirs.part.package
    for key, relation in list(package.rels.items()):
        if relation.reltype.endswith(("/core-properties", "/thumbnail")):
            package.rels.pop(key)
    core = ours.part.package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES)
    name = PackURI("/docProps/core.xml")
    part = Part(name, CONTENT_TYPE.OPC_CORE_PROPERTIES, core.blob, package)
    package.relate_to(part, RELATIONSHIP_TYPE.CORE_PROPERTIES)
