"""The project's Markdown → blocks. Anything outside the dialect is refused before a file is made.

The dialect is paragraphs, lists, sub-headings, links, strong and emphasised words as CommonMark has
them, with tables, pictures and footnotes: a table comes right after a paragraph "Tabell 1. …", a
picture stands alone in its paragraph with "Figur 1. …" as its title and tells in words what it
shows. No HTML, code, quotes or rules.
"""

from __future__ import annotations

import re
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from klimatkontrakt.document.document import (
    Emphasis,
    Figure,
    Items,
    Link,
    Note,
    Paragraph,
    Strong,
    Subheading,
    Table,
    Text,
    plain,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode

    from klimatkontrakt.document.document import Block, Inline

SCHEMES = {"http", "https", "mailto"}
NO_PICTURES: Mapping[str, str] = MappingProxyType({})
_TABLE = re.compile(r"Tabell (\d+)\. (.*)", re.DOTALL).fullmatch
_NOTE = re.compile(r"\[\^([^\]\s]+)\]:").match
_FIGURE = re.compile(r"Figur (\d+)\. (.+)", re.DOTALL).fullmatch


class OutsideDialectError(ValueError):
    """A template made something that not every format can show: what, and on which line."""

    def __init__(self, what: str, line: int) -> None:
        super().__init__(what)
        self.what = what
        self.line = line


def read_blocks(
    markdown: str, level: int, pictures: Mapping[str, str] = NO_PICTURES
) -> tuple[Block, ...]:
    """The blocks of a chapter at this level, whose sub-headings must come just below it.

    ``pictures`` gives the SVG of a picture by its name.

    Raises:
        OutsideDialectError: something else than the dialect.
    """
    from markdown_it.tree import SyntaxTreeNode

    root = SyntaxTreeNode(_parser().parse(markdown))
    reader = _Reader(root, level, pictures)
    found = reader.blocks()
    # The parser leaves out a footnote that nothing refers to, with its words.
    for line, label in enumerate(map(_NOTE, markdown.split("\n")), 1):
        if label and label[1] not in reader.noted:
            what = "footnote that nothing refers to"
            raise OutsideDialectError(what, line)
    return found


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin

    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    return parser.use(footnote_plugin, inline=False)


class _Reader:
    """The blocks of one text, whose notes stand at its end."""

    def __init__(self, root: SyntaxTreeNode, level: int, pictures: Mapping[str, str]) -> None:
        self._pictures = pictures
        self._level = self._above = level
        self._at = 1
        self._noting = False
        self._numbers: set[tuple[str, int]] = set()
        self.noted: set[str] = set()
        """The footnotes that the text has referred to."""
        last = root.children[-1:]
        ends = last if last and last[0].type == "footnote_block" else []
        self._nodes = root.children[: len(root.children) - len(ends)]
        self._notes = {
            str(note.meta["label"]): note.children for end in ends for note in end.children
        }

    def blocks(self) -> tuple[Block, ...]:
        """Every block; a table takes the paragraph before it as its caption."""
        found: list[Block] = []
        for node in self._nodes:
            if node.type != "table":
                found.append(self._block(node))
                continue
            caption = found.pop() if found else None
            found.append(self._table(node, caption))
        return tuple(found)

    def _block(self, node: SyntaxTreeNode) -> Block:
        match node.type:
            case "paragraph":
                return self._figure(node) or Paragraph(self._line(node))
            case "heading":
                return self._heading(node)
            case "bullet_list":
                return Items(self._items(node))
            case "ordered_list":
                return Items(self._items(node), int(node.attrs.get("start", 1)))
            case other:
                raise OutsideDialectError(other, _place(node))

    def _items(self, node: SyntaxTreeNode) -> tuple[tuple[Paragraph | Items, ...], ...]:
        return tuple(tuple(map(self._item, item.children)) for item in node.children)

    def _item(self, node: SyntaxTreeNode) -> Paragraph | Items:
        match node.type:
            case "paragraph":
                return Paragraph(self._line(node))
            case "bullet_list" | "ordered_list":
                start = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
                return Items(self._items(node), start)
            case "heading":
                what = "heading in a list"
                raise OutsideDialectError(what, _place(node))
            case other:
                raise OutsideDialectError(other, _place(node))

    def _heading(self, node: SyntaxTreeNode) -> Subheading:
        depth, parts = int(node.tag[1]) - 1, self._line(node)
        if not plain(parts).strip():
            what = "heading without words"
            raise OutsideDialectError(what, _place(node))
        if not self._level < depth <= self._above + 1:
            what = f"heading of level {depth + 1} below level {self._above + 1}"
            raise OutsideDialectError(what, _place(node))
        self._above = depth
        return Subheading(depth, parts)

    def _once(self, kind: str, number: int, node: SyntaxTreeNode) -> int:
        """The number, unless the text has already had it: what is shown twice has no place."""
        if (kind, number) in self._numbers:
            what = f"{kind} shown twice"
            raise OutsideDialectError(what, _place(node))
        self._numbers.add((kind, number))
        return number

    def _table(self, node: SyntaxTreeNode, caption: Block | None) -> Table:
        match caption:
            case Paragraph((Text(words), *rest)) if named := _TABLE(words):
                first = (Text(named[2]),) if named[2] else ()
            case _:
                what = "table without a caption"
                raise OutsideDialectError(what, _place(node))
        head, *body = [row for part in node.children for row in part.children]
        headings = self._cells(head)
        if not all(map(plain, headings)):
            what = "table with a column without a heading"
            raise OutsideDialectError(what, _place(node))
        numeric = ["right" in str(cell.attrs.get("style", "")) for cell in head.children]
        return Table(
            number=self._once("table", int(named[1]), node),
            caption=(*first, *rest),
            head=headings,
            rows=tuple(map(self._cells, body)),
            numeric=tuple(numeric),
        )

    def _cells(self, row: SyntaxTreeNode) -> tuple[tuple[Inline, ...], ...]:
        return tuple(map(self._line, row.children))

    def _figure(self, node: SyntaxTreeNode) -> Figure | None:
        """The picture that is all of a paragraph."""
        inline = [part for inline in node.children for part in inline.children]
        if len(inline) != 1 or inline[0].type != "image":
            return None
        image = inline[0]
        name = str(image.attrs["src"]).removesuffix(".svg")
        named = _FIGURE(str(image.attrs.get("title", "")))
        svg = self._pictures.get(name)
        what = f"picture named {name}" if svg is None else ""
        if not image.content.strip():
            what = "picture without a description"
        if named is None:
            what = "picture without a caption"
        if named is None or svg is None or what:
            raise OutsideDialectError(what, _place(node))
        alt = "".join(part.content for part in image.children)
        return Figure(self._once("picture", int(named[1]), node), named[2], alt, name, svg)

    def _line(self, node: SyntaxTreeNode) -> tuple[Inline, ...]:
        self._at = _place(node) if node.map else self._at
        return _joined(part for inline in node.children for part in self._parts(inline.children))

    def _parts(self, nodes: Sequence[SyntaxTreeNode]) -> Iterator[Inline]:
        for node in nodes:
            match node.type:
                case "text" | "text_special":
                    yield Text(node.content)
                case "softbreak":
                    yield Text(" ")
                case "strong":
                    yield Strong(_joined(self._parts(node.children)))
                case "em":
                    yield Emphasis(_joined(self._parts(node.children)))
                case "link":
                    yield from self._link(node)
                case "footnote_ref":
                    yield self._note(str(node.meta["label"]))
                case other:
                    raise OutsideDialectError(other, self._at)

    def _note(self, label: str) -> Note:
        """A footnote of one paragraph, shown where its mark is; marks are numbers."""
        words = self._notes[label]
        what = ""
        if not label.isdecimal():
            what = "footnote without a number"
        elif label in self.noted or self._noting:
            what = "footnote in a footnote" if self._noting else "footnote shown twice"
        elif [node.type for node in words] not in (["paragraph"], ["paragraph", "footnote_anchor"]):
            what = "footnote of several paragraphs"
        if what:
            raise OutsideDialectError(what, self._at)
        self.noted.add(label)
        self._noting = True
        note = Note(int(label), self._line(words[0]))
        self._noting = False
        return note

    def _link(self, node: SyntaxTreeNode) -> Iterator[Inline]:
        """A link, or just its words when the address could do something else than lead."""
        address = str(node.attrs["href"])
        parts = _joined(self._parts(node.children))
        if urlsplit(address).scheme in SCHEMES:
            yield Link(parts, address)
        else:
            yield from parts


def _place(node: SyntaxTreeNode) -> int:
    return (node.map or (0, 0))[0] + 1


def _joined(parts: Iterator[Inline]) -> tuple[Inline, ...]:
    """Neighbouring words as one text: the parser splits them at every escaped mark."""
    found: list[Inline] = []
    for part in parts:
        if found and isinstance(part, Text) and isinstance(last := found[-1], Text):
            found[-1] = Text(last.text + part.text)
        elif part != Text(""):
            found.append(part)
    return tuple(found)
