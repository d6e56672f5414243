"""Typst, which sets the PDF and turns a picture drawn in lines into points for Word.

Only the fonts that ship are used: the same source gives the same bytes on every machine.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from klimatkontrakt.diagnostics.failure import Failure
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_
from klimatkontrakt.resources import FONTS

if TYPE_CHECKING:
    from datetime import date

POINTS_AN_INCH = 300
"""What print needs."""


# Typst has one type for all errors, so its words are all there is to go by.
_NO_SHAPE = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)


class NoShapeError(ValueError):
    """The text has letters that our font has no shape for."""

    def __init__(self, letters: str) -> None:
        super().__init__(letters)
        self.letters = letters


def to_pdf(source: str, day: date | None) -> bytes:
    """PDF/UA-1 and PDF/A-2a in one file, dated ``day``.

    Raises:
        NoShapeError: the text has a letter without a shape.
        Failure: typst is not to be had on this machine, or no such file can be made of the text.
    """
    stamp = datetime(day.year, day.month, day.day, tzinfo=UTC) if day else None
    return _compile("PDF", source, format="pdf", pdf_standards=["ua-1", "a-2a"], timestamp=stamp)


def to_png(svg: str, width: float) -> bytes:
    """The picture as points, ``width`` millimetres wide in print.

    Raises:
        Failure: typst is not to be had on this machine.
    """
    source = (
        f"#set page(width: {width}mm, height: auto, margin: 0pt)\n"
        '#set text(font: "Source Sans Pro", fallback: false)\n'
        f'#image(bytes({quoted(svg)}), format: "svg", width: 100%)\n'
    )
    return _compile("Word", source, format="png", ppi=POINTS_AN_INCH)


def quoted(text: str) -> str:
    """A string of typst's language: no mark in it means anything."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _compile(product: str, source: str, **how: Any) -> bytes:  # noqa: ANN401  as typst has it
    try:
        import typst
    except ImportError:
        message = say(
            N_("{product} cannot be made here: the library typst is missing"), product=product
        )
        raise Failure(message, say(N_("make the document as .html or .md"))) from None
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS]
    )
    try:
        return bytes(typst.compile(source.encode(), font_paths=fonts, **how))
    except typst.TypstError as error:
        if found := _NO_SHAPE.search(str(error)):
            raise NoShapeError(found[1]) from error
        message = say(N_("{product} cannot be made of this text"), product=product)
        raise Failure(message, say(N_("make the document as .html or .md"))) from error
