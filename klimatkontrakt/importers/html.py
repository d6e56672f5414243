"""A web page: what stands between its tags, without contents, scripts and pictures."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.document.check.reading import Piece, Reading
from klimatkontrakt.i18n import N_
from klimatkontrakt.importers._importer import (
    IMPORTERS,
    Importer,
    decoded,
    limited,
    paragraph,
    unreadable,
)

if TYPE_CHECKING:
    from klimatkontrakt.document.check.reading import Address, Kind

BLOCKS: dict[str, Kind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("li",), "item"),
    **dict.fromkeys(("td", "th"), "cell"),
    **dict.fromkeys(
        (
            "p",
            "div",
            "section",
            "article",
            "header",
            "footer",
            "main",
            "body",
            "ul",
            "ol",
            "dl",
            "table",
            "tr",
            "thead",
            "tbody",
            "caption",
            "figcaption",
            "figure",
            "blockquote",
            "pre",
            "aside",
            "address",
            "nav",
        ),
        "paragraph",
    ),
}
"""Where a paragraph begins and ends."""
ASIDE = {"head", "script", "style", "svg", "template", "title"}
"""What is not the text itself."""
CONTENTS, TO_TEXT = "innehallsrubrik", "#innehall"
"""What our list of contents is named by, and where our link past it leads."""
_TO_NOTE = re.compile(r"#(?:till-)?not-\d+")
"""Where the mark of a footnote leads, and the arrow back; any other link is words of the text."""
LABEL = "dt"
"""A label stands in one line with what it labels."""


def read(data: bytes, name: str) -> Reading:
    """Paragraphs, items and cells of tables.

    Raises:
        Failure: the page says nothing.
    """
    page = _Page()
    page.feed(decoded(data, name))
    page.close()
    page.end()
    if not page.pieces:
        reason = say(N_("it holds no text"))
        raise unreadable(name, reason, say(N_("save the whole page as .html")))
    return Reading(limited(page.pieces, name), links=tuple(page.links))


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[Piece] = []
        self.links: list[Address] = []
        self._aside: list[str] = []
        self._kinds: list[Kind] = ["paragraph"]
        self._text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        address = told.get("href") or ""
        skip = tag in ASIDE or _is_ours(tag, told)
        if self._aside[-1:] == ["head"] and tag in BLOCKS:
            self._aside.pop()  # its end need not be told
        if self._aside or skip:
            self._aside += [tag] if skip else []
        elif tag == "a":
            place = paragraph(len(self.pieces) + 1)
            self.links += [] if address.startswith("#") or not address else [(address, place)]
        elif tag == "br":
            self._text += "\n"
        elif tag in BLOCKS:
            self.end()
            self._kinds.append(BLOCKS[tag])
        elif tag == LABEL:
            self.end()

    def handle_endtag(self, tag: str) -> None:
        if self._aside:
            if tag == self._aside[-1]:
                self._aside.pop()
        elif tag in BLOCKS:
            self.end()
            self._kinds = self._kinds[:-1] or ["paragraph"]
        elif tag == LABEL:
            self._text = f"{self._text.strip()}: "
        elif tag == "dd":
            self.end()

    def parse_marked_section(self, i: int, report: int = 1) -> int:  # noqa: ARG002  theirs
        """Pass over a ``<![`` of Word's or anybody's, whatever it says, as browsers do."""
        return self.rawdata.find(">", i) + 1 or -1

    def handle_data(self, data: str) -> None:
        if not self._aside:
            self._text += " ".join(f".{data}.".split())[1:-1] if data.strip() else " "

    def end(self) -> None:
        """The paragraph ends here, if there is one."""
        if self._text.strip():
            others = [kind for kind in self._kinds if kind != "paragraph"]
            kind: Kind = others[-1] if others else "paragraph"
            self.pieces.append(Piece(self._text.strip(), paragraph(len(self.pieces) + 1), kind))
        self._text = ""


def _is_ours(tag: str, told: dict[str, str | None]) -> bool:
    """Whether this is what our pages have besides the text: contents, marks of notes."""
    address = told.get("href") or ""
    if tag == "a":
        skips = told.get("class") == "skip" and address == TO_TEXT
        return skips or _TO_NOTE.fullmatch(address) is not None
    return tag == "nav" and told.get("aria-labelledby") == CONTENTS


IMPORTERS.add("html", Importer("html", (".html", ".htm"), read))
