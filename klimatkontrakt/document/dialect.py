"""The project's Markdown → blocks. Anything outside the dialect is refused before a file is made.

The dialect is paragraphs, lists, sub-headings, links, strong and emphasised words, as CommonMark
has them; no HTML, pictures, code, quotes or rules.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from klimatkontrakt.document.document import (
    Emphasis,
    Items,
    Link,
    Paragraph,
    Strong,
    Subheading,
    Text,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode

    from klimatkontrakt.document.document import Block, Inline

SCHEMES = {"http", "https", "mailto"}


class OutsideDialectError(ValueError):
    """A template made something that not every format can show: what, and on which line."""

    def __init__(self, what: str, line: int) -> None:
        super().__init__(what)
        self.what = what
        self.line = line


def read_blocks(markdown: str, level: int) -> tuple[Block, ...]:
    """The blocks of a chapter at this level, whose sub-headings must come just below it.

    Raises:
        OutsideDialectError: something else than the dialect.
    """
    from markdown_it.tree import SyntaxTreeNode

    root = SyntaxTreeNode(_parser().parse(markdown))
    found = tuple(_block(node) for node in root.children)
    depths = [level, *(item.level for item in found if isinstance(item, Subheading))]
    for above, depth in pairwise(depths):
        if not level < depth <= above + 1:
            what = f"heading of level {depth + 1} below level {above + 1}"
            raise OutsideDialectError(what, 1)
    return found


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False})


def _block(node: SyntaxTreeNode) -> Block:
    match node.type:
        case "paragraph":
            return Paragraph(_line(node))
        case "heading":
            return Subheading(int(node.tag[1]) - 1, _line(node))
        case "bullet_list":
            return Items(_items(node))
        case "ordered_list":
            return Items(_items(node), int(node.attrs.get("start", 1)))
        case other:
            raise OutsideDialectError(other, (node.map or (0, 0))[0] + 1)


def _items(node: SyntaxTreeNode) -> tuple[tuple[Block, ...], ...]:
    return tuple(tuple(_block(child) for child in item.children) for item in node.children)


def _line(node: SyntaxTreeNode) -> tuple[Inline, ...]:
    return _joined(part for inline in node.children for part in _parts(inline.children))


def _parts(nodes: Sequence[SyntaxTreeNode]) -> Iterator[Inline]:
    for node in nodes:
        match node.type:
            case "text" | "text_special":
                yield Text(node.content)
            case "softbreak":
                yield Text(" ")
            case "strong":
                yield Strong(_joined(_parts(node.children)))
            case "em":
                yield Emphasis(_joined(_parts(node.children)))
            case "link":
                yield from _link(node)
            case other:
                raise OutsideDialectError(other, 1)


def _link(node: SyntaxTreeNode) -> Iterator[Inline]:
    """A link, or just its words when the address could do something else than lead somewhere."""
    address = str(node.attrs["href"])
    parts = _joined(_parts(node.children))
    if urlsplit(address).scheme in SCHEMES:
        yield Link(parts, address)
    else:
        yield from parts


def _joined(parts: Iterator[Inline]) -> tuple[Inline, ...]:
    """Neighbouring words as one text: the parser splits them at every escaped mark."""
    found: list[Inline] = []
    for part in parts:
        if found and isinstance(part, Text) and isinstance(last := found[-1], Text):
            found[-1] = Text(last.text + part.text)
        else:
            found.append(part)
    return tuple(found)
