"""What a reader of each file type finds: headings, list items, links, tables, pictures, notes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import docx
import pypdf
import pypdfium2
from docx.oxml.ns import qn
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

if TYPE_CHECKING:
    from pathlib import Path


@dataclass
class Found:
    """The structure of a document, whatever file it stands in."""

    headings: list[tuple[int, str]] = field(default_factory=list)
    items: list[str] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)
    tables: list[list[list[str]]] = field(default_factory=list)
    """Rows of cells, the headings first."""
    figures: list[tuple[str, str]] = field(default_factory=list)
    """Caption and what stands for the picture."""
    notes: int = 0


def markdown(path: Path) -> Found:  # noqa: C901  a flat list of what tokens mean
    parser = MarkdownIt("commonmark").enable("table").use(footnote_plugin)
    found, tokens = Found(), parser.parse(path.read_text(encoding="utf-8"))
    depth = inside = 0
    for index, token in enumerate(tokens):
        depth += (token.type == "list_item_open") - (token.type == "list_item_close")
        inside += (token.type == "footnote_open") - (token.type == "footnote_close")
        if token.type == "table_open":
            found.tables.append([])
        elif token.type == "tr_open":
            found.tables[-1].append([])
        if token.type != "inline":
            continue
        children = token.children or []
        text = "".join(child.content for child in children)
        before = tokens[index - 1]
        found.notes += sum(child.type == "footnote_ref" for child in children)
        if inside:
            pass
        elif before.type in {"th_open", "td_open"}:
            found.tables[-1][-1].append(text)
        elif before.type == "heading_open":
            found.headings.append((int(before.tag[1]) - 1, text))
        elif children and children[0].type == "image":
            found.figures.append((str(children[0].attrs["title"]), children[0].content))
        else:
            (found.items if depth else found.paragraphs).append(text)
        for place, child in enumerate(children):
            if child.type == "link_open":
                found.links.append((children[place + 1].content, str(child.attrs["href"])))
    found.headings = [item for item in found.headings if item[0]]
    return found


class _Html(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found = Found()
        self._open: list[str] = []
        self._text = ""
        self._address = ""
        self._label = ""
        self._alt = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open.append(tag)
        if tag in {"p", "li", "h2", "h3", "h4", "h5", "th", "td", "figcaption", "title"}:
            self._text = ""
        if tag == "table":
            self.found.tables.append([])
        elif tag == "tr":
            self.found.tables[-1].append([])
        elif tag == "a":
            self._address, self._label = dict(attrs)["href"] or "", ""

    def handle_data(self, data: str) -> None:
        if "sup" not in self._open:
            self._text += data
            self._label += data

    def handle_endtag(self, tag: str) -> None:
        inside = "main" in self._open
        if inside and tag in {"h2", "h3", "h4", "h5"}:
            self.found.headings.append((int(tag[1]) - 1, self._text))
        elif inside and tag == "li":
            self.found.items.append(self._text)
        elif inside and tag == "p":
            self.found.paragraphs.append(self._text)
        elif inside and tag in {"th", "td"}:
            self.found.tables[-1][-1].append(self._text)
        elif inside and tag == "title":
            self._alt = self._text
        elif inside and tag == "figcaption":
            self.found.figures.append((self._text, self._alt))
        elif inside and tag == "sup":
            self.found.notes += 1
        elif inside and tag == "a" and not self._address.startswith("#"):
            self.found.links.append((self._label, self._address))
        while self._open and self._open.pop() != tag:
            pass


def html(path: Path) -> Found:
    reader = _Html()
    reader.feed(path.read_text(encoding="utf-8"))
    return reader.found


def word(path: Path) -> Found:
    found, file = Found(), docx.Document(str(path))
    for line in file.paragraphs:
        style = str(line.style.name) if line.style else ""
        if style == "Bilaga":
            found.headings.append((1, line.text))
        elif style.startswith("Heading"):
            found.headings.append((int(style[-1]), line.text))
        elif style == "List Paragraph":
            found.items.append(line.text)
        elif style == "Normal" and not line._p.findall(f".//{qn('w:drawing')}"):  # noqa: SLF001
            found.paragraphs.append(line.text)
        elif style == "Caption" and line.text.startswith("Figur"):
            drawn = next(file.element.body.iter(qn("wp:docPr")))
            alts = [shape.get("descr") for shape in file.element.body.iter(drawn.tag)]
            found.figures.append((line.text, str(alts[len(found.figures)])))
        for link in line._p.findall(qn("w:hyperlink")):  # noqa: SLF001  python-docx hides it
            if (key := link.get(qn("r:id"))) is not None:
                text = "".join(node.text or "" for node in link.iter(qn("w:t")))
                found.links.append((text, file.part.rels[key].target_ref))
    found.tables = [[[cell.text for cell in row.cells] for row in t.rows] for t in file.tables]
    found.notes = sum(1 for _ in file.element.body.iter(qn("w:footnoteReference")))
    return found


def pdf(path: Path) -> Found:
    """Headings only, from the bookmarks: lines of text are broken where the page ends."""
    file = pypdfium2.PdfDocument(path)
    try:
        marks = [(mark.level + 1, mark.get_title()) for mark in file.get_toc(max_depth=9)]
    finally:
        file.close()
    return Found(marks)


def pdf_tags(path: Path) -> Counter[str]:
    """How many there are of each kind of part in the tree that a screen reader reads."""
    found: Counter[str] = Counter()

    def walk(node: object) -> None:
        if isinstance(node, pypdf.generic.IndirectObject):
            node = node.get_object()
        if isinstance(node, list):
            for inner in node:
                walk(inner)
        elif isinstance(node, dict):
            found[str(node.get("/S", ""))[1:]] += 1
            walk(node.get("/K"))

    walk(pypdf.PdfReader(path).trailer["/Root"]["/StructTreeRoot"])
    return found
