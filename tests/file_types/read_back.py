"""What a reader of each file type finds: headings with their depth, list items, links."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import docx
import pypdfium2
from docx.oxml.ns import qn
from markdown_it import MarkdownIt

if TYPE_CHECKING:
    from pathlib import Path


@dataclass
class Found:
    """The structure of a document, whatever file it stands in."""

    headings: list[tuple[int, str]] = field(default_factory=list)
    items: list[str] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)


def markdown(path: Path) -> Found:
    found, tokens = Found(), MarkdownIt("commonmark").parse(path.read_text(encoding="utf-8"))
    depth = 0
    for index, token in enumerate(tokens):
        depth += (token.type == "list_item_open") - (token.type == "list_item_close")
        if token.type != "inline":
            continue
        children = token.children or []
        text = "".join(child.content for child in children)
        before = tokens[index - 1]
        if before.type == "heading_open":
            found.headings.append((int(before.tag[1]) - 1, text))
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

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open.append(tag)
        if tag in {"p", "li", "h2", "h3", "h4", "h5"}:
            self._text = ""
        if tag == "a":
            self._address, self._label = dict(attrs)["href"] or "", ""

    def handle_data(self, data: str) -> None:
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
        elif inside and tag == "a":
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
        elif style == "Normal":
            found.paragraphs.append(line.text)
        for link in line._p.findall(qn("w:hyperlink")):  # noqa: SLF001  python-docx hides it
            if (key := link.get(qn("r:id"))) is not None:
                text = "".join(node.text or "" for node in link.iter(qn("w:t")))
                found.links.append((text, file.part.rels[key].target_ref))
    return found


def pdf(path: Path) -> Found:
    """Headings only, from the bookmarks: lines of text are broken where the page ends."""
    file = pypdfium2.PdfDocument(path)
    try:
        marks = [(mark.level + 1, mark.get_title()) for mark in file.get_toc(max_depth=9)]
    finally:
        file.close()
    return Found(marks)
