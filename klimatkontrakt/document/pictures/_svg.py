"""The few shapes that pictures are drawn with, and how much room words take.

A picture is 640 units wide and set 158 mm wide on paper, so a unit is 0.7 pt: letters of 12 units
are 8.4 pt. All ink is black or dark green on white, and what differs in meaning differs in shape.
"""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from html import escape
from math import ceil, floor
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

WIDTH = 640
HIGHEST = 800
"""What fits on a page of A4 with its caption."""
EDGE = 8
TEXT = 13
SMALL = 12
INK = "#1a1a1a"
QUIET = "#4d4d4d"
ACCENT = "#00513b"
RULE = "#d5dcd9"
"""Decoration only: too pale to carry meaning."""
FONTS = "Source Sans Pro, Source Sans 3, Calibri, Segoe UI, Arial, sans-serif"

_ADVANCES = {
    letter: advance
    for letters, advance in (
        ("ijlI'|", 0.3),
        ("ftr.,:;!/ ()[]-·\u00a0", 0.4),
        ("csz”–", 0.54),
        ("abdeghknopquvxyåäö0123456789JLETFYZ", 0.64),
        ("ABCKPRSVXÅÄ", 0.7),
        ("DGHNOQUwÖ&", 0.82),
        ("mMW%@…—", 1.0),
    )
    for letter in letters
}
"""Of a letter, in shares of its size: those of DejaVu Sans, the widest that a browser may choose.

Source Sans Pro, which paper has, takes a fifth less.
"""


def shown(text: str) -> str:
    """What has a shape on paper: no control marks, no marks of direction, one space between words.

    A no-break hyphen, which Source Sans Pro lacks, becomes a plain one.
    """
    seen = "".join(
        " " if letter.isspace() and letter != "\u00a0" else letter
        for letter in text.replace("\u2011", "-")
        if letter.isspace() or unicodedata.category(letter) not in {"Cc", "Cf", "Cs", "Co", "Cn"}
    )
    return " ".join(part for part in seen.split(" ") if part)


def width(text: str, size: int = TEXT, *, bold: bool = False) -> float:
    """The room that a line takes, rather too much than too little."""
    wide = sum(_ADVANCES.get(letter) or _other(letter) for letter in text)
    return wide * size * (1.1 if bold else 1)


def _other(letter: str) -> float:
    if unicodedata.combining(letter):
        return 0
    return 1.2 if unicodedata.east_asian_width(letter) in {"W", "F"} else 0.8


def cut(text: str, room: float, size: int = TEXT, *, bold: bool = False) -> str:
    """The text, or as much of it as there is room for and an ellipsis."""
    text = shown(text)
    if width(text, size, bold=bold) <= room:
        return text
    while text and width(f"{text}…", size, bold=bold) > room:
        text = text[:-1].rstrip(" ,.;:–-")
    whole, _, part = text.rpartition(" ")
    kept = whole if part and len(whole) > len(text) / 2 else text
    return f"{kept.rstrip(' ,.;:–-')}…"


def wrap(
    text: str, room: float, size: int = TEXT, *, most: int = 2, bold: bool = False
) -> list[str]:
    """The text on at most so many lines, the last one cut where it must be."""
    words = shown(text).split(" ")
    lines: list[str] = []
    while words and len(lines) < most - 1:
        line = words.pop(0)
        while words and width(f"{line} {words[0]}", size, bold=bold) <= room:
            line += f" {words.pop(0)}"
        if width(line, size, bold=bold) > room:
            words.insert(0, line)
            break
        lines.append(line)
    return [*lines, cut(" ".join(words), room, size, bold=bold)] if words else lines


def ticks(low: Decimal, high: Decimal, most: int) -> list[Decimal]:
    """At most so many even steps of 1, 2 or 5 that begin at or below and end at or above."""
    span = (high - low) or Decimal(1)
    magnitude = Decimal(10) ** (span.adjusted() - 2)
    while True:
        for factor in (1, 2, 5):
            step = magnitude * factor
            first, last = floor(low / step), ceil(high / step)
            if last - first <= most:
                return [step * place for place in range(first, max(last, first + 1) + 1)]
        magnitude *= 10


def at(value: float) -> str:
    """A coordinate with at most one decimal; the sum makes 0 of −0."""
    return f"{round(value, 1) + 0:.1f}".removesuffix(".0")


def label(  # noqa: PLR0913  a label has a place, a size and a look
    x: float,
    y: float,
    text: str,
    *,
    size: int = TEXT,
    anchor: str = "start",
    bold: bool = False,
    quiet: bool = False,
) -> str:
    """One line of words; ``y`` is its base line."""
    weight = ' font-weight="bold"' if bold else ""
    fill = f' fill="{QUIET}"' if quiet else ""
    placed = f' text-anchor="{anchor}"' if anchor != "start" else ""
    look = f'font-size="{size}"{weight}{fill}{placed}'
    return f'<text x="{at(x)}" y="{at(y)}" {look}>{escape(shown(text))}</text>'


def line(  # noqa: PLR0913  two ends and a look
    x1: float,
    y1: float,
    x2: float,
    y2: float,
    *,
    colour: str = INK,
    wide: float = 1,
    dash: str = "",
) -> str:
    """A straight line; ``dash`` as in ``6 4``."""
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    ends = f'x1="{at(x1)}" y1="{at(y1)}" x2="{at(x2)}" y2="{at(y2)}"'
    return f'<line {ends} stroke="{colour}" stroke-width="{at(wide)}"{dashed}/>'


def path(points: Iterable[tuple[float, float]], *, filled: str = "none", wide: float = 2) -> str:
    """Points joined by lines; closed where it is filled."""
    drawn = " ".join(f"{at(x)},{at(y)}" for x, y in points)
    shape = "polyline" if filled == "none" else "polygon"
    return (
        f'<{shape} points="{drawn}" fill="{filled}" stroke="{ACCENT}" stroke-width="{at(wide)}" '
        'stroke-linejoin="round"/>'
    )


def box(x: float, y: float, wide: float, high: float, *, filled: bool) -> str:
    """A bar: solid, or an outline on white."""
    fill = ACCENT if filled else "#ffffff"
    place = f'x="{at(x)}" y="{at(y)}" width="{at(wide)}" height="{at(high)}"'
    return f'<rect {place} fill="{fill}" stroke="{ACCENT}" stroke-width="1.5"/>'


def dot(x: float, y: float, radius: float, *, filled: bool = True) -> str:
    """A round mark: solid, or a ring."""
    fill = ACCENT if filled else "#ffffff"
    place = f'cx="{at(x)}" cy="{at(y)}" r="{at(radius)}"'
    return f'<circle {place} fill="{fill}" stroke="{ACCENT}" stroke-width="1.5"/>'


def diamond(x: float, y: float, *, filled: bool) -> str:
    """A mark for what is aimed at: solid, or an outline on white."""
    around = ((x, y - 6), (x + 6, y), (x, y + 6), (x - 6, y))
    return path(around, filled=ACCENT if filled else "#ffffff", wide=1.5)


def drawing(name: str, title: str, told: str, height: float, shapes: Iterable[str]) -> str:
    """A whole picture on its own white ground, with a title and what it tells.

    The ids hold the picture's name, so that several can stand in one page.
    """
    high = ceil(height)
    size = f'viewBox="0 0 {WIDTH} {high}" width="{WIDTH}" height="{high}"'
    named = f'role="img" lang="sv" aria-labelledby="{name}-rubrik {name}-text"'
    look = f'font-family="{FONTS}" fill="{INK}"'
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} {named} {look}>',
            f'<title id="{name}-rubrik">{escape(shown(title))}</title>',
            f'<desc id="{name}-text">{escape(shown(told))}</desc>',
            f'<rect width="{WIDTH}" height="{high}" fill="#ffffff"/>',
            *shapes,
            "</svg>\n",
        )
    )
