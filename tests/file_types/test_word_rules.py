"""Every Word file keeps the rules of ``word_rules.py``, and a file that breaks one is found."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

import docx
import element_order
import pytest
import word_rules
from everything import everything

from klimatkontrakt.formats.docx import write

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Word file with one of everything."""
    path = tmp_path_factory.mktemp("word") / "allt.docx"
    path.write_bytes(write(everything()))
    return path


def changed(source: Path, target: Path, part: str, pattern: str, to: str) -> Path:
    """A copy of a Word file in which the first match in one part reads otherwise."""
    with ZipFile(source) as old, ZipFile(target, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == part:
                text, times = re.subn(pattern, to, data.decode(), count=1, flags=re.DOTALL)
                assert times == 1
                data = text.encode()
            new.writestr(name, data)
    return target


def test_every_document_keeps_the_rules(every_document: Path) -> None:
    paths = sorted(every_document.glob("*.docx"))

    assert len(paths) > 4
    assert {path.name: word_rules.faults(path) for path in paths} == {
        path.name: [] for path in paths
    }


def test_one_of_everything_keeps_the_rules(whole: Path) -> None:
    assert word_rules.faults(whole) == []


TEXT, STYLES, NUMBERS = "word/document.xml", "word/styles.xml", "word/numbering.xml"
NOTES, SETTINGS, TOLD = "word/footnotes.xml", "word/settings.xml", "docProps/core.xml"
CASES = {
    "elements in another order": (
        TEXT,
        r"(<w:tcW [^>]*/>)(</w:tcPr>)",
        r'<w:vAlign w:val="center"/>\1\2',
        ["document.xml: tcPr: vAlign before tcW"],
    ),
    "an order of a style": (
        STYLES,
        r"(<w:sz w:val=\"19\"/>)",
        r"\1<w:b/>",
        ["styles.xml: rPr: sz before b"],
    ),
    "an order of the settings": (
        SETTINGS,
        r"(<w:footnotePr>.*?</w:footnotePr>)",
        r'\1<w:updateFields w:val="true"/>',
        ["settings.xml: settings: footnotePr before updateFields"],
    ),
    "an order of a level": (
        NUMBERS,
        r'(<w:start w:val="1"/>)(<w:numFmt [^>]*/>)',
        r"\2\1",
        ["numbering.xml: lvl: numFmt before start"],
    ),
    "properties that are not first": (
        TEXT,
        r"(<w:p>)(<w:pPr>)",
        r"\1<w:r/>\2",
        ["document.xml: p: pPr is not first"],
    ),
    "an element twice": (
        TEXT,
        r"(<w:tblHeader/>)",
        r"\1\1",
        ["document.xml: trPr: tblHeader twice"],
    ),
    "an element that does not exist": (
        TEXT,
        r"<w:tblHeader/>",
        r"<w:tblHeader/><w:heading/>",
        ["document.xml: trPr: heading is unknown"],
    ),
    "a cell that does not end with a paragraph": (
        TEXT,
        r"</w:p></w:tc>",
        r"</w:p><w:commentRangeEnd/></w:tc>",
        ["document.xml: tc: the last is no paragraph"],
    ),
    "no title": (TOLD, r"<dc:title>.*?</dc:title>", "", ["title is missing"]),
    "no author": (TOLD, r"<dc:creator>.*?</dc:creator>", "", ["creator is missing"]),
    "a file in English": (TOLD, "sv-SE", "en-US", ["the file's language is en-US"]),
    "a text in English": (
        STYLES,
        r'w:val="sv-SE"',
        'w:val="en-US"',
        ["the text's language is en-US"],
    ),
    "letter paper": (TEXT, r'w:w="11906"', 'w:w="12240"', ["the page is [12240, 16838]"]),
    "a level skipped": (
        TEXT,
        r'w:val="Heading2"',
        'w:val="Heading3"',
        ["heading of level 3 below level 1: Med allt"],
    ),
    "a style that is not there": (
        TEXT,
        r'w:val="Caption"',
        'w:val="Nowhere"',
        ["document.xml: no style Nowhere"],
    ),
    "a list that is not there": (
        TEXT,
        r'<w:numId w:val="2"/>',
        '<w:numId w:val="77"/>',
        ["document.xml: no list 77"],
    ),
    "a list without levels": (
        NUMBERS,
        r'<w:abstractNumId w:val="3"/>',
        '<w:abstractNumId w:val="33"/>',
        ["list 3 has no levels"],
    ),
    "a style that does not count": (
        STYLES,
        r'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr>',
        "",
        ["the style Bilaga does not lead back to its list"],
    ),
    "a style that counts as another": (
        STYLES,
        r'<w:numId w:val="2"/>',
        '<w:numId w:val="1"/>',
        ["the style ListBullet counts as Heading1"],
    ),
    "a picture without words": (
        TEXT,
        r' descr="[^"]*"',
        "",
        ["document.xml: picture Figur 1 without words"],
    ),
    "a table without a header row": (
        TEXT,
        r"<w:tblHeader/>",
        "",
        ["table 1: the header row is not the first row alone"],
    ),
    "a table without a caption": (
        TEXT,
        r"<w:tblCaption [^>]*/>",
        "",
        ["table 1: no caption for a reader"],
    ),
    "merged cells": (
        TEXT,
        r"(<w:tcW [^>]*/>)",
        r'\1<w:gridSpan w:val="2"/>',
        ["table 1: merged cells"],
    ),
    "a row that is shorter": (
        TEXT,
        r"<w:gridCol ",
        '<w:gridCol w:w="1"/><w:gridCol ',
        ["table 1: rows of other lengths than 5"],
    ),
    "a header without words": (
        TEXT,
        r"(<w:tbl>.*?)<w:t>År</w:t>",
        r"\1<w:t> </w:t>",
        ["table 1: a header without words"],
    ),
    "a link to no place": (
        TEXT,
        r'w:anchor="_Toc00000001"',
        'w:anchor="nowhere"',
        ["no place nowhere"],
    ),
    "a place twice": (
        TEXT,
        r'w:name="_Toc00000001"',
        'w:name="_Toc00000000"',
        ["no place _Toc00000001", "place _Toc00000000 twice"],
    ),
    "a place that does not end": (
        TEXT,
        r"<w:bookmarkEnd [^>]*/>",
        "",
        ["places that do not begin and end once"],
    ),
    "a field that does not end": (
        TEXT,
        r'<w:fldChar w:fldCharType="end"/>',
        "",
        ["document.xml: a field that does not end"],
    ),
    "a relation that is not there": (
        TEXT,
        r'r:embed="[^"]*"',
        'r:embed="rId999"',
        ["document.xml: nothing at rId999"],
    ),
    "an address that could do something": (
        "word/_rels/document.xml.rels",
        r"https://exempel.se/a",
        "file:///a",
        ["document.xml: an address of another kind: file:///a?b=c&d"],
    ),
    "a part that is not there": (
        "word/_rels/document.xml.rels",
        r'Target="settings.xml"',
        'Target="nowhere.xml"',
        ["document.xml: nowhere.xml is not in the file"],
    ),
    "a note that nothing refers to": (
        TEXT,
        r'<w:footnoteReference w:id="2"/>',
        "",
        ["notes ['1', '2'] are referred to as ['1']"],
    ),
    "no line above the notes": (
        NOTES,
        r'w:id="-1"',
        'w:id="-2"',
        ["no line of the kind -1 above the notes"],
    ),
    "a part of no kind": (
        "[Content_Types].xml",
        r'<Default Extension="png"[^>]*/>',
        "",
        ["word/media/image1.png has no kind"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_fault_is_found(whole: Path, tmp_path: Path, name: str) -> None:
    part, pattern, to, expected = CASES[name]

    assert word_rules.faults(changed(whole, tmp_path / "fel.docx", part, pattern, to)) == expected


def sequences() -> Iterator[list[str]]:
    """The orders that python-docx carries, by which it puts elements in their places."""
    for path in sorted((Path(docx.__file__).parent / "oxml").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "_tag_seq":
                yield [name.partition(":")[2] for name in ast.literal_eval(node.value)]


def test_orders_are_those_of_python_docx() -> None:
    ours = [text.split() for text in element_order.WHOLE.values()]
    foreign = {"mathPr", "schemaLibrary"}  # of other namespaces
    alike = [
        max(ours, key=lambda names, theirs=theirs: len({*names} & {*theirs}))
        for theirs in map(tuple, sequences())
    ]

    assert len(alike) == 9
    for mine, theirs in zip(alike, sequences(), strict=True):
        assert [name for name in mine if name in theirs] == [
            name for name in theirs if name not in foreign
        ]
