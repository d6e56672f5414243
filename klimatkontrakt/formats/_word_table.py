"""Tables as Word keeps them: a style, a repeated row of headings, rows that never split."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document as Word

STYLE = "Tabell"
TEXT_STYLE = "Tabelltext"
SIGNING_HEIGHT = 936
"""Room for a signature in twips: 16.5 mm."""
KEPT_WHOLE = 14
"""Rows up to which a table is kept on one page."""

_LOOK = (
    '<w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0"'
    ' w:noHBand="0" w:noVBand="1"/>'
)
_CELL_MARGINS = (
    '<w:tblCellMar><w:top w:w="60" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
    '<w:bottom w:w="60" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
)


def add_style(word: Word) -> None:
    """Thin lines between rows, and a tinted row of headings."""
    line = 'w:val="single" w:sz="4" w:space="0" w:color="8FA39B"'
    word.styles.element.append(
        parse_xml(
            f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="{STYLE}">'
            f'<w:name w:val="{STYLE}"/><w:qFormat/>'
            f"<w:tblPr><w:tblBorders><w:bottom {line}/><w:insideH {line}/></w:tblBorders>"
            f"{_CELL_MARGINS}</w:tblPr>"
            '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders>'
            '<w:bottom w:val="single" w:sz="10" w:space="0" w:color="00513B"/></w:tcBorders>'
            '<w:shd w:val="clear" w:color="auto" w:fill="EEF4F1"/></w:tcPr></w:tblStylePr>'
            "</w:style>"
        )
    )


def new_table(
    word: Word, widths: Sequence[int], rows: int, title: str, *, signing: bool
) -> list[list[Paragraph]]:
    """A table at the end of the text: its cells' paragraphs, row by row.

    ``widths`` are those of the columns in twips; ``rows`` counts the headings too; ``title`` is
    what a screen reader calls the table.
    """
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    lines = "".join(_row(widths, index, rows, signing=signing) for index in range(rows))
    boxed = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="8FA39B"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    table = parse_xml(
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblStyle w:val="{STYLE}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f"{f'<w:tblBorders>{boxed}</w:tblBorders>' if signing else ''}"
        f'<w:tblLayout w:type="fixed"/>{_LOOK}<w:tblCaption w:val={quoteattr(title)}/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>"
    )
    body = word.element.body
    body.find(qn("w:sectPr")).addprevious(table)
    parent = word._body  # noqa: SLF001  no public way
    return [
        [Paragraph(line, parent) for line in row.iter(qn("w:p"))]
        for row in table.findall(qn("w:tr"))
    ]


def _row(widths: Sequence[int], index: int, rows: int, *, signing: bool) -> str:
    height = (
        f'<w:trHeight w:val="{SIGNING_HEIGHT}" w:hRule="atLeast"/>' if signing and index else ""
    )
    head = "" if index else "<w:tblHeader/>"
    follows = index < rows - 1 and (rows <= KEPT_WHOLE or index == 0)
    keep = "<w:keepNext/>" if follows else ""
    middle = '<w:vAlign w:val="center"/>' if signing else ""
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{middle}</w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{TEXT_STYLE}"/>{keep}</w:pPr></w:p></w:tc>'
        for width in widths
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{height}{head}</w:trPr>{cells}</w:tr>"
