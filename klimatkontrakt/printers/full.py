"""For people: the lines in question, why it matters, and what to do."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.terms import LEVELS
from klimatkontrakt.i18n import N_
from klimatkontrakt.printers._mended import mended
from klimatkontrakt.printers._printer import (
    PRINTERS,
    Printer,
    counts,
    footer,
    one_line,
    remedy_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klimatkontrakt.diagnostics.diagnostic import Diagnostic
    from klimatkontrakt.diagnostics.message import Translator
    from klimatkontrakt.diagnostics.outcome import Outcome
    from klimatkontrakt.diagnostics.place import Place

    Piece = tuple[str, str]
    """Text and its style, empty for none."""

STYLES = {"error": "bold red", "warning": "bold yellow", "note": "bold cyan"}
FRAME = "blue"
WIDEST = 120
"""Longer lines are cut, so that a paragraph on one line does not fill the screen."""


def write(outcome: Outcome, translator: Translator, *, colour: bool, folder: str = "") -> str:  # noqa: ARG001  all printers are called alike
    """Every finding with its excerpt, under its municipality where there are several; then counts.

    Paths are from the workspace, which is where the reader works.
    """
    lines: list[list[Piece]] = []
    groups = [(name, list(group)) for name, group in groupby(outcome.diagnostics, _whose)]
    for name, group in groups:
        if len(groups) > 1:
            lines += [[(f"{one_line(name)}: {counts(group, translator)}", "bold")], []]
        for diagnostic in group:
            lines += [*_diagnostic(diagnostic, translator), []]
    lines += [[(one_line(line.words(translator)), "")] for line in footer(outcome)]
    return _coloured(lines) if colour else _plain(lines)


def _whose(diagnostic: Diagnostic) -> str:
    """``commitments/lulea``: findings are sorted by file, so that these stand together."""
    return "/".join(diagnostic.place.file.split("/")[:2])


def _plain(lines: list[list[Piece]]) -> str:
    return "".join("".join(text for text, _ in line).rstrip() + "\n" for line in lines)


def _coloured(lines: list[list[Piece]]) -> str:
    from rich.color import ColorSystem
    from rich.style import Style

    def paint(text: str, style: str) -> str:
        return Style.parse(style).render(text, color_system=ColorSystem.STANDARD) if style else text

    return "".join("".join(paint(*piece) for piece in line).rstrip() + "\n" for line in lines)


def _diagnostic(diagnostic: Diagnostic, translator: Translator) -> Iterator[list[Piece]]:
    place, entry = diagnostic.place, diagnostic.entry
    level = translator.gettext(LEVELS[diagnostic.severity])
    style = STYLES[diagnostic.severity.value]
    margin = len(str(place.span.line))
    yield [
        (f"{level}[{entry.code}]", style),
        (f": {one_line(diagnostic.message.words(translator))}", "bold"),
    ]
    yield [(f"{' ' * margin}--> ", FRAME), (_address(place), "")]
    if place.excerpt:
        yield [(f"{' ' * margin} |", FRAME)]
        yield from _excerpt(place, margin, style)
    yield [(f"{' ' * margin} |", FRAME)]
    for related in diagnostic.related:
        said = f"{one_line(related.message.words(translator))}: {_address(related.place)}"
        yield _note(margin, translator.gettext(N_("see also")), said)
    yield _note(margin, translator.gettext(N_("why")), translator.gettext(entry.why))
    said = f"{remedy_of(diagnostic, translator)};  kk explain {entry.code}"
    yield _note(margin, translator.gettext(N_("do this")), said)
    for line in mended(diagnostic):
        said = line or translator.gettext(N_("take the line away"))
        yield _note(margin, translator.gettext(N_("change")), said)


def _note(margin: int, label: str, text: str) -> list[Piece]:
    return [(f"{' ' * margin} = ", FRAME), (f"{label}: ", "bold"), (text, "")]


def _address(place: Place) -> str:
    return f"{one_line(place.file)}:{place.span.line}:{place.span.column}"


def _excerpt(place: Place, margin: int, style: str) -> Iterator[list[Piece]]:
    column = place.span.column - 1
    start = max(column - WIDEST // 2, 0) if column > WIDEST - 20 else 0
    for number, text in place.excerpt:
        shown = _visible(text)[start : start + WIDEST]
        yield [(f"{number:>{margin}} | ", FRAME), (shown, "")]
    last = place.span.end_column if place.span.end_line == place.span.line else column + 2
    width = max(min(last - 1, start + WIDEST) - column, 1)
    yield [(f"{' ' * margin} | ", FRAME), (" " * (column - start), ""), ("^" * width, style)]


def _visible(text: str) -> str:
    """One character for one, so that the marker stands right; what cannot be seen is shown."""
    return "".join(
        " " if letter == "\t" else letter if letter.isprintable() else "·" for letter in text
    )


PRINTERS.add("full", Printer("full", write))
