"""What a Word file needs beside its text: styles, numbering, fields, page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

from klimatkontrakt.formats._word_notes import MARK_STYLE
from klimatkontrakt.formats._word_notes import TEXT_STYLE as NOTE_STYLE
from klimatkontrakt.formats._word_table import TEXT_STYLE, add_style

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.styles.style import ParagraphStyle
    from docx.text.paragraph import Paragraph

ACCENT = RGBColor(0x00, 0x51, 0x3B)
QUIET = RGBColor(0x4D, 0x4D, 0x4D)
TEXT = RGBColor(0x1A, 0x1A, 0x1A)
LINK = RGBColor(0x00, 0x52, 0x7A)
FONT = "Calibri"
"""On every municipal computer, and replaced by one of the same widths elsewhere."""

TEXT_WIDTH = Mm(210 - 2 * 26)
AFTER_TABLE = Pt(12)
CHAPTERS, BULLETS, NUMBERS, APPENDICES = 1, 2, 3, 4
"""The lists that Word keeps: abstractNum and, for all but numbered lists, num."""

HEADINGS = {1: (17, 24, 8), 2: (13, 18, 6), 3: (11.5, 14, 4), 4: (10.5, 12, 4)}
"""Level → size, space before and after, in points."""


def prepare(word: Word) -> None:
    """Swedish, A4, our styles and numbering, in place of what the library's template has."""
    _forget(word)
    _page(word)
    _defaults(word)
    _headings(word)
    _others(word)
    _tables_and_notes(word)
    _numbering(word)


def _forget(word: Word) -> None:
    """What the library's template has and we do not use: nine tenths of its weight."""
    for holder in (word.part.package, word.part):
        for key, relation in list(holder.rels.items()):
            if relation.reltype.endswith(("/thumbnail", "/stylesWithEffects")):
                holder.rels.pop(key)
    styles = word.styles.element
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:type")) == "table" and style.get(qn("w:default")) is None:
            styles.remove(style)


def _page(word: Word) -> None:
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(26)
    section.top_margin, section.bottom_margin = Mm(27), Mm(25)
    section.header_distance = section.footer_distance = Mm(12)
    section.different_first_page_header_footer = True


def _defaults(word: Word) -> None:
    fonts = word.styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:rPr')}")
    for child in list(fonts):
        if child.tag in {qn("w:lang"), qn("w:rFonts")}:
            fonts.remove(child)
    fonts.insert(0, parse_xml(f"<w:rFonts {nsdecls('w')} {_families()}/>"))
    fonts.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="sv-SE" w:eastAsia="sv-SE"/>'))
    normal = _paragraph_style(word, "Normal")
    normal.font.size = Pt(10.5)
    normal.paragraph_format.space_after = Pt(7)
    normal.paragraph_format.line_spacing = 1.2
    normal.paragraph_format.widow_control = True


def _families() -> str:
    return " ".join(f'w:{kind}="{FONT}"' for kind in ("ascii", "hAnsi", "cs", "eastAsia"))


def _paragraph_style(word: Word, name: str) -> ParagraphStyle:
    names = {style.name for style in word.styles}
    if name not in names:
        made: Any = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        made.base_style = word.styles["Normal"]
        made.quick_style = True
    style = cast("ParagraphStyle", word.styles[name])
    properties = style.element.get_or_add_rPr()
    for kind in ("w:rFonts", "w:spacing", "w:kern"):
        for child in properties.findall(qn(kind)):
            properties.remove(child)
    return style


def _headings(word: Word) -> None:
    for level, (size, before, after) in HEADINGS.items():
        style = _paragraph_style(word, f"Heading {level}")
        style.font.size, style.font.bold, style.font.italic = Pt(size), True, False
        style.font.color.rgb = ACCENT
        style.paragraph_format.space_before, style.paragraph_format.space_after = (
            Pt(before),
            Pt(after),
        )
        style.paragraph_format.keep_with_next = True
        if level < max(HEADINGS):
            _number(style.element.get_or_add_pPr(), CHAPTERS, level - 1)
    appendix = _paragraph_style(word, "Bilaga")
    appendix.base_style = word.styles["Heading 1"]
    appendix.next_paragraph_style = word.styles["Normal"]
    _number(appendix.element.get_or_add_pPr(), APPENDICES, 0)


def _others(word: Word) -> None:
    title = _paragraph_style(word, "Title")
    title.font.size, title.font.bold, title.font.color.rgb = Pt(32), True, ACCENT
    title.paragraph_format.space_before, title.paragraph_format.space_after = Pt(120), Pt(6)
    for border in title.element.pPr.findall(qn("w:pBdr")):
        title.element.pPr.remove(border)
    subtitle = _paragraph_style(word, "Subtitle")
    subtitle.font.size, subtitle.font.italic, subtitle.font.bold = Pt(14), False, False
    subtitle.font.color.rgb = QUIET
    for name in ("Header", "Footer"):
        style = _paragraph_style(word, name)
        style.font.size, style.font.color.rgb = Pt(9), QUIET
        stops = style.paragraph_format.tab_stops
        stops.clear_all()
        stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    notice = _paragraph_style(word, "Notis")
    notice.font.bold = True
    notice.paragraph_format.space_before = notice.paragraph_format.space_after = Pt(12)
    contents = _paragraph_style(word, "Innehållsrubrik")
    contents.font.size, contents.font.bold, contents.font.color.rgb = Pt(17), True, ACCENT
    contents.paragraph_format.page_break_before = True
    for level in (1, 2):
        style = _paragraph_style(word, f"toc {level}")
        style.paragraph_format.left_indent = Mm(6 * (level - 1))
        style.paragraph_format.space_after = Pt(3)
        style.paragraph_format.tab_stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    link: Any = word.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    link.font.color.rgb, link.font.underline = LINK, True


def as_letter(word: Word) -> None:
    """A smaller title and smaller headings, at the top of the page and not on one of its own."""
    title = _paragraph_style(word, "Title")
    title.font.size, title.paragraph_format.space_before = Pt(18), Pt(0)
    subtitle = _paragraph_style(word, "Subtitle")
    subtitle.font.size, subtitle.paragraph_format.space_after = Pt(10.5), Pt(12)
    for level, size in ((1, 13), (2, 11.5), (3, 10.5)):
        style = _paragraph_style(word, f"Heading {level}")
        style.font.size, style.paragraph_format.space_before = Pt(size), Pt(12)
        style.paragraph_format.space_after = Pt(3)
    notice = _paragraph_style(word, "Notis")
    notice.font.size, notice.font.color.rgb = Pt(9), QUIET
    notice.paragraph_format.space_before = Pt(0)


def _tables_and_notes(word: Word) -> None:
    add_style(word)
    cell = _paragraph_style(word, TEXT_STYLE)
    cell.font.size = Pt(9.5)
    cell.paragraph_format.space_after, cell.paragraph_format.line_spacing = Pt(0), 1.1
    caption = _paragraph_style(word, "Caption")
    caption.font.size, caption.font.bold, caption.font.color.rgb = Pt(10.5), True, TEXT
    caption.paragraph_format.space_before, caption.paragraph_format.space_after = Pt(10), Pt(5)
    note: Any = _paragraph_style(word, "footnote text")
    note.font.size, note.paragraph_format.space_after = Pt(9), Pt(2)
    mark: Any = word.styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER)
    mark.font.superscript = True
    for style, name in ((note, NOTE_STYLE), (mark, MARK_STYLE)):
        style.element.set(qn("w:styleId"), name)


def _numbering(word: Word) -> None:
    numbering = word.part.numbering_part.element
    for child in list(numbering):
        numbering.remove(child)
    chapters = "".join(
        _level(i, "decimal", ".".join(f"%{n}" for n in range(1, i + 2)), 0, f"Heading{i + 1}")
        for i in range(3)
    )
    bullets = "".join(_level(i, "bullet", "•–•–"[i], 360 * (i + 1)) for i in range(4))
    numbers = "".join(_level(i, "decimal", f"%{i + 1}.", 360 * (i + 1)) for i in range(4))
    appendices = _level(0, "decimal", "Bilaga %1", 0, "Bilaga")
    for number, levels in enumerate((chapters, bullets, numbers, appendices), 1):
        numbering.append(
            parse_xml(
                f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">'
                f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
            )
        )
    for number in (CHAPTERS, BULLETS, NUMBERS, APPENDICES):
        numbering.append(_num(number, number))
    for name, number in (("List Bullet", BULLETS), ("List Number", NUMBERS)):
        for level, suffix in enumerate(("", " 2", " 3")):
            style = _paragraph_style(word, f"{name}{suffix}")
            _number(style.element.get_or_add_pPr(), number, level)


def _level(index: int, kind: str, text: str, indent: int, style: str = "") -> str:
    linked = f'<w:pStyle w:val="{style}"/>' if style else ""
    hanging = 360 if indent else 0
    suffix = "" if indent else '<w:suff w:val="space"/>'
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{linked}{suffix}'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{indent}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
    )


def _num(number: int, abstract: int, start: int | None = None) -> Any:  # noqa: ANN401  XML
    override = (
        ""
        if start is None
        else f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>'
    )
    return parse_xml(
        f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>'
        f"{override}</w:num>"
    )


def count_from(word: Word, chapter: int) -> None:
    """Let the first chapter have another number than 1, in a part of a contract."""
    numbering = word.part.numbering_part.element
    kind = next(numbering.iterchildren(qn("w:abstractNum")))
    kind.find(f"{qn('w:lvl')}/{qn('w:start')}").set(qn("w:val"), str(chapter))


def new_list(word: Word, start: int, kind: int = NUMBERS) -> int:
    """A numbered list of its own, so that it does not go on from the one before."""
    numbering = word.part.numbering_part.element
    number = len(numbering.findall(qn("w:num"))) + 1
    numbering.append(_num(number, kind, start))
    return number


def number_paragraph(paragraph: Paragraph, number: int, level: int) -> None:
    """Make a paragraph an item of a list; list 0 takes away the number of its style."""
    _number(paragraph._p.get_or_add_pPr(), number, level)  # noqa: SLF001  no public way


def _number(properties: Any, number: int, level: int) -> None:  # noqa: ANN401  XML
    numbered = properties.get_or_add_numPr()
    numbered.get_or_add_ilvl().val = level
    numbered.get_or_add_numId().val = number


def to_the_right(paragraph: Paragraph) -> None:
    """As numbers stand."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def field(paragraph: Paragraph, code: str, shown: str) -> None:
    """A field that Word keeps, with what it shows until then."""
    instruction(paragraph, code)
    paragraph.add_run(shown)
    mark(paragraph, "end")


def mark(paragraph: Paragraph, kind: str) -> None:
    """Where a field begins, its code gives way to its result, or it ends."""
    element = OxmlElement("w:fldChar")
    element.set(qn("w:fldCharType"), kind)
    paragraph.add_run()._r.append(element)  # noqa: SLF001  no public way


def instruction(paragraph: Paragraph, code: str) -> None:
    """The code of a field whose result spans paragraphs."""
    mark(paragraph, "begin")
    text = OxmlElement("w:instrText")
    text.set(qn("xml:space"), "preserve")
    text.text = f" {code} "
    paragraph.add_run()._r.append(text)  # noqa: SLF001  no public way
    mark(paragraph, "separate")


def bookmark(paragraph: Paragraph, number: int, name: str) -> None:
    """A name that links inside the file lead to, around the whole paragraph."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for element in (start, end):
        element.set(qn("w:id"), str(number))
    start.set(qn("w:name"), name)
    after = paragraph._p.get_or_add_pPr()  # noqa: SLF001  no public way
    after.addnext(start)
    paragraph._p.append(end)  # noqa: SLF001  no public way


def hyperlink(paragraph: Paragraph, *, address: str = "", anchor: str = "") -> Any:  # noqa: ANN401  XML
    """An empty link at the end of a paragraph, to an address or to a bookmark."""
    element = OxmlElement("w:hyperlink")
    if anchor:
        element.set(qn("w:anchor"), anchor)
    else:
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
        element.set(qn("r:id"), paragraph.part.relate_to(address, kind, is_external=True))
    paragraph._p.append(element)  # noqa: SLF001  no public way
    return element
