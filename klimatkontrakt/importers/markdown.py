"""Markdown, whoever has written it: what is outside our own dialect is read as well as it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.document.check.reading import Piece, Reading
from klimatkontrakt.i18n import N_
from klimatkontrakt.importers._importer import IMPORTERS, Importer, decoded, limited

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

    from klimatkontrakt.document.check.reading import Kind


def read(data: bytes, name: str) -> Reading:
    """Paragraphs, items and cells of tables.

    Raises:
        Failure: the bytes are no text.
    """
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin

    parser = MarkdownIt("commonmark").enable("table").use(footnote_plugin, inline=False)
    tokens = parser.parse(decoded(data, name))
    links = tuple(
        (str(child.attrs["href"]), say(N_("line {n}"), n=(token.map or [0])[0] + 1))
        for token in tokens
        for child in token.children or []
        if child.type == "link_open"
    )
    return Reading(limited(_pieces(tokens), name), links=links)


def _pieces(tokens: Sequence[Token]) -> Iterator[Piece]:
    items = 0
    for before, token in zip([*tokens[:1], *tokens], tokens, strict=False):
        items += (token.type == "list_item_open") - (token.type == "list_item_close")
        text = _words(token.children or []) if token.type == "inline" else ""
        if token.type in {"fence", "code_block", "html_block"}:
            text = token.content
        if text.strip():
            kind: Kind = "item" if items else "paragraph"
            kind = "heading" if before.type == "heading_open" else kind
            kind = "cell" if before.type in {"th_open", "td_open"} else kind
            yield Piece(text, say(N_("line {n}"), n=(token.map or [0])[0] + 1), kind)


def _words(tokens: Sequence[Token]) -> str:
    return "".join(_word(token) for token in tokens)


def _word(token: Token) -> str:
    match token.type:
        case "softbreak" | "hardbreak":
            return "\n"
        case "image":
            return str(token.attrs.get("title", token.content))
        case _:
            return token.content


IMPORTERS.add("markdown", Importer("markdown", (".md", ".markdown"), read))
