"""Footnotes, a part of a Word file that python-docx does not make."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.parts.story import StoryPart
from docx.text.paragraph import Paragraph

if TYPE_CHECKING:
    from docx.document import Document as Word

TEXT_STYLE, MARK_STYLE = "FootnoteText", "FootnoteReference"
_SEPARATORS = ((-1, "separator"), (0, "continuationSeparator"))


class Notes:
    """The footnotes of one file; the part is made with the first of them."""

    def __init__(self, word: Word) -> None:
        self._word = word
        self._part: StoryPart | None = None

    def add(self, paragraph: Paragraph, number: int) -> Paragraph:
        """Put the mark of a footnote in a paragraph; where the footnote's words go."""
        self._part = self._part or self._made()
        mark = f'<w:rPr><w:rStyle w:val="{MARK_STYLE}"/></w:rPr>'
        paragraph._p.append(  # noqa: SLF001  no public way
            parse_xml(f'<w:r {nsdecls("w")}>{mark}<w:footnoteReference w:id="{number}"/></w:r>')
        )
        note = parse_xml(
            f'<w:footnote {nsdecls("w")} w:id="{number}"><w:p><w:pPr>'
            f'<w:pStyle w:val="{TEXT_STYLE}"/></w:pPr><w:r>{mark}<w:footnoteRef/></w:r>'
            '<w:r><w:t xml:space="preserve"> </w:t></w:r></w:p></w:footnote>'
        )
        self._part.element.append(note)
        return Paragraph(note.find(qn("w:p")), self._part)

    def _made(self) -> StoryPart:
        package = self._word.part.package
        rules = "".join(
            f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:spacing w:after="0"'
            f' w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:{kind}/></w:r></w:p></w:footnote>'
            for number, kind in _SEPARATORS
        )
        element = parse_xml(f"<w:footnotes {nsdecls('w', 'r')}>{rules}</w:footnotes>")
        name = PackURI("/word/footnotes.xml")
        part = StoryPart(name, CONTENT_TYPE.WML_FOOTNOTES, element, package)
        self._word.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        known = "".join(f'<w:footnote w:id="{number}"/>' for number, _ in _SEPARATORS)
        settings = self._word.settings.element
        settings.find(qn("w:compat")).addprevious(
            parse_xml(f"<w:footnotePr {nsdecls('w')}>{known}</w:footnotePr>")
        )
        return part
