"""What a Word file must keep to be whole and accessible, whatever stands in it.

Read from the parts themselves, not through the library that wrote them. ``faults`` gives every
breach as a sentence; a file that keeps all rules gives none.
"""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING
from zipfile import ZipFile

from element_order import W, misplaced
from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
A4 = {11906, 16838}
"""Sides of the page in twentieths of a point."""
BODY = 9
"""The outline level of what is no heading."""
ADDRESSES = ("http://", "https://", "mailto:")
LANGUAGE = "sv-SE"


@dataclass(frozen=True)
class Parts:
    """The parts of a Word file, by name."""

    data: dict[str, bytes]

    @cached_property
    def xml(self) -> dict[str, etree._Element]:
        """Every part that is XML, by its name."""
        return {
            name: etree.fromstring(data)
            for name, data in self.data.items()
            if name.endswith((".xml", ".rels"))
        }

    def part(self, name: str) -> etree._Element:
        """A part of the folder ``word``; one without content if the file has none of that name."""
        found = self.xml.get(f"word/{name}.xml")
        return etree.Element("none") if found is None else found

    @property
    def document(self) -> etree._Element:
        """The text itself."""
        return self.part("document")

    @cached_property
    def styles(self) -> dict[str, etree._Element]:
        """Styles by their ids."""
        return {
            str(item.get(f"{W}styleId")): item for item in self.part("styles").iter(f"{W}style")
        }

    def outline_level(self, style: str | None) -> int:
        """The level of a heading's style, from 0; of other styles the level of running text."""
        while style in self.styles:
            element = self.styles[style]
            if (level := value(element, f"{W}pPr/{W}outlineLvl")) is not None:
                return int(level)
            style = value(element, f"{W}basedOn")
        return BODY


def faults(path: Path) -> list[str]:
    """Every rule that the file breaks."""
    with ZipFile(path) as file:
        parts = Parts({name: file.read(name) for name in file.namelist()})
    return [fault for rule in RULES for fault in rule(parts)]


def value(element: etree._Element, path: str) -> str | None:
    """The ``w:val`` of what stands at a path below an element."""
    found = element.find(path)
    return None if found is None else found.get(f"{W}val")


def text_of(element: etree._Element) -> str:
    """The words in an element."""
    return "".join(node.text or "" for node in element.iter(f"{W}t"))


def order(parts: Parts) -> Iterator[str]:
    """Word calls a file damaged whose elements stand in another order than its schema's."""
    for name, root in parts.xml.items():
        if name.startswith("word/") and name.endswith(".xml"):
            yield from misplaced(posixpath.basename(name), root)
    for cell in parts.document.iter(f"{W}tc"):
        if cell[-1].tag != f"{W}p":
            yield "document.xml: tc: the last is no paragraph"
    body = parts.document.find(f"{W}body")
    if body is None or body[-1].tag != f"{W}sectPr":
        yield "document.xml: body: the last is no sectPr"


def told(parts: Parts) -> Iterator[str]:
    """Title, author and language are what a program that reads aloud says and speaks first."""
    properties = parts.xml["docProps/core.xml"]
    said = {etree.QName(item).localname: (item.text or "").strip() for item in properties}
    yield from (f"{name} is missing" for name in ("title", "creator") if not said.get(name))
    if said.get("language") != LANGUAGE:
        yield f"the file's language is {said.get('language')}"
    default = value(parts.part("styles"), f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    if default != LANGUAGE:
        yield f"the text's language is {default}"


def page(parts: Parts) -> Iterator[str]:
    """A4, also lying."""
    for size in parts.document.iter(f"{W}pgSz"):
        sides = {int(size.get(f"{W}w")), int(size.get(f"{W}h"))}
        if sides != A4:
            yield f"the page is {sorted(sides)}"


def headings(parts: Parts) -> Iterator[str]:
    """A level that is skipped is a chapter that a listener looks for in vain."""
    found = [
        (level + 1, text_of(line))
        for line in parts.document.iter(f"{W}p")
        if (level := parts.outline_level(value(line, f"{W}pPr/{W}pStyle"))) < BODY
    ]
    if not found:
        yield "there is no heading"
    for (above, _), (level, text) in pairwise([(0, ""), *found]):
        if level > above + 1:
            yield f"heading of level {level} below level {above}: {text}"
        if not text.strip():
            yield f"heading of level {level} without words"


def styles(parts: Parts) -> Iterator[str]:
    """A style that is named is there."""
    for name, root in parts.xml.items():
        for kind in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link"):
            for element in root.iter(f"{W}{kind}"):
                if element.get(f"{W}val") not in parts.styles:
                    yield f"{posixpath.basename(name)}: no style {element.get(f'{W}val')}"


def numbering(parts: Parts) -> Iterator[str]:
    """Lists lead to numbers, and a level that names a style is named by it."""
    root = parts.part("numbering")
    abstract = {item.get(f"{W}abstractNumId"): item for item in root.iter(f"{W}abstractNum")}
    lists = {
        item.get(f"{W}numId"): value(item, f"{W}abstractNumId") for item in root.iter(f"{W}num")
    }
    yield from (f"list {n} has no levels" for n, of in lists.items() if of not in abstract)
    for name in ("document", "styles", "footnotes"):
        used = [item.get(f"{W}val") for item in parts.part(name).iter(f"{W}numId")]
        yield from (f"{name}.xml: no list {n}" for n in used if n != "0" and n not in lists)
    for style, element in parts.styles.items():
        levels = abstract.get(lists.get(value(element, f"{W}pPr/{W}numPr/{W}numId")), ())
        names = [mark.get(f"{W}val") for level in levels for mark in level.iter(f"{W}pStyle")]
        if names and style not in names:
            yield f"the style {style} counts as {names[0]}"
    for number, levels in abstract.items():
        for level in levels.iter(f"{W}lvl"):
            style = value(level, f"{W}pStyle")
            if style is None:
                continue
            named = parts.styles.get(style)
            back = None if named is None else value(named, f"{W}pPr/{W}numPr/{W}numId")
            if lists.get(back) != number:
                yield f"the style {style} does not lead back to its list"


def pictures(parts: Parts) -> Iterator[str]:
    """A picture is told in words, or marked as decoration."""
    for name, root in parts.xml.items():
        drawn = list(root.iter(f"{WP}docPr"))
        for item in drawn:
            decorative = [mark.get("val") for mark in item.iter() if is_decoration(mark)]
            if not (item.get("descr") or "").strip() and decorative != ["1"]:
                yield f"{posixpath.basename(name)}: picture {item.get('name')} without words"
        yield from twice(f"{posixpath.basename(name)}: picture", [item.get("id") for item in drawn])
        if next(root.iter(f"{W}pict"), None) is not None:
            yield f"{posixpath.basename(name)}: a picture of the old kind, without words"


def is_decoration(element: etree._Element) -> bool:
    """Whether an element is the mark that a picture says nothing."""
    return isinstance(element.tag, str) and etree.QName(element).localname == "decorative"


def tables(parts: Parts) -> Iterator[str]:
    """A header row that is repeated, a name, and every cell below its own header."""
    for number, table in enumerate(parts.document.iter(f"{W}tbl"), 1):
        rows = table.findall(f"{W}tr")
        heads = [on(row, f"{W}trPr/{W}tblHeader") for row in rows]
        if not heads or not heads[0] or any(heads[1:]):
            yield f"table {number}: the header row is not the first row alone"
        if not (value(table, f"{W}tblPr/{W}tblCaption") or "").strip():
            yield f"table {number}: no caption for a reader"
        if any(True for _ in table.iter(f"{W}gridSpan", f"{W}vMerge", f"{W}hMerge")):
            yield f"table {number}: merged cells"
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        if {len(row.findall(f"{W}tc")) for row in rows} != {columns}:
            yield f"table {number}: rows of other lengths than {columns}"
        if rows and not all(text_of(cell).strip() for cell in rows[0].findall(f"{W}tc")):
            yield f"table {number}: a header without words"


def on(element: etree._Element, path: str) -> bool:
    """Whether a switch is on; without a value it is."""
    found = element.find(path)
    return found is not None and found.get(f"{W}val", "true") not in {"0", "false", "off"}


def anchors(parts: Parts) -> Iterator[str]:
    """Links and fields inside the file lead to a place in it."""
    starts = list(parts.document.iter(f"{W}bookmarkStart"))
    names = [item.get(f"{W}name") for item in starts]
    ids = [item.get(f"{W}id") for item in starts]
    ends = [item.get(f"{W}id") for item in parts.document.iter(f"{W}bookmarkEnd")]
    wanted = [link.get(f"{W}anchor") for link in parts.document.iter(f"{W}hyperlink")]
    codes = " ".join(item.text or "" for item in parts.document.iter(f"{W}instrText"))
    wanted += re.findall(r"\b(?:PAGEREF|REF|NOTEREF)\s+(\S+)", codes)
    yield from (f"no place {name}" for name in wanted if name and name not in names)
    yield from twice("place", names)
    yield from twice("place with the id", ids)
    if sorted(ids) != sorted(ends):
        yield "places that do not begin and end once"


def fields(parts: Parts) -> Iterator[str]:
    """A field begins, shows its result and ends, before the next one does."""
    for name, root in parts.xml.items():
        marks = [item.get(f"{W}fldCharType") for item in root.iter(f"{W}fldChar")]
        depth, right = 0, True
        for mark in marks:
            depth += {"begin": 1, "end": -1}.get(str(mark), 0)
            right = right and depth >= 0
        if depth or not right or marks.count("separate") > marks.count("begin"):
            yield f"{posixpath.basename(name)}: a field that does not end"


def relations(parts: Parts) -> Iterator[str]:
    """What a part points at is there, and an address leads to the web or to a mailbox."""
    for name in parts.xml:
        if name.endswith(".rels"):
            continue
        folder, base = posixpath.split(name)
        listed = parts.xml.get(posixpath.join(folder, "_rels", f"{base}.rels"))
        items = [] if listed is None else list(listed.iter(f"{RELATIONS}Relationship"))
        yield from _used(parts, name, {item.get("Id") for item in items})
        for item in items:
            target = str(item.get("Target"))
            if item.get("TargetMode") == "External":
                if not target.startswith(ADDRESSES):
                    yield f"{base}: an address of another kind: {target}"
            elif _within(folder, target) not in parts.data:
                yield f"{base}: {target} is not in the file"


def _used(parts: Parts, name: str, known: set[str | None]) -> Iterator[str]:
    for element in parts.xml[name].iter(etree.Element):
        for key, wanted in element.attrib.items():
            if key.startswith(R) and wanted not in known:
                yield f"{posixpath.basename(name)}: nothing at {wanted}"


def _within(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def notes(parts: Parts) -> Iterator[str]:
    """Every note is referred to once, in order, and has words."""
    written = [
        note
        for note in parts.part("footnotes").iter(f"{W}footnote")
        if note.get(f"{W}type") in {None, "normal"}
    ]
    ids = [note.get(f"{W}id") for note in written]
    asked = [item.get(f"{W}id") for item in parts.document.iter(f"{W}footnoteReference")]
    if ids != asked:
        yield f"notes {ids} are referred to as {asked}"
    yield from (f"note {note.get(f'{W}id')} without words" for note in written if not text_of(note))
    kinds = {note.get(f"{W}id") for note in parts.part("footnotes").iter(f"{W}footnote")}
    lines = parts.part("settings").findall(f"{W}footnotePr/{W}footnote")
    yield from (
        f"no line of the kind {line.get(f'{W}id')} above the notes"
        for line in lines
        if line.get(f"{W}id") not in kinds
    )


def content_types(parts: Parts) -> Iterator[str]:
    """A part of a kind that is not told is a damaged file."""
    root = parts.xml["[Content_Types].xml"]
    endings = {str(item.get("Extension")).lower() for item in root.iter(f"{TYPES}Default")}
    named = {str(item.get("PartName")).lstrip("/") for item in root.iter(f"{TYPES}Override")}
    for name in parts.data:
        if name not in named and name.rpartition(".")[2].lower() not in endings:
            yield f"{name} has no kind"
    yield from (f"{name} is told of but not there" for name in sorted(named - {*parts.data}))


def twice(what: str, ids: list[str | None]) -> Iterator[str]:
    """What should be there once."""
    yield from (f"{what} {name} twice" for name, times in Counter(ids).items() if times > 1)


RULES = (
    order,
    told,
    page,
    headings,
    styles,
    numbering,
    pictures,
    tables,
    anchors,
    fields,
    relations,
    notes,
    content_types,
)
