"""Swedish words for dates, numbers and lists, as they stand in running text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from klimatkontrakt.model.quantity import UNITS
from klimatkontrakt.model.when import MONTH_NAMES, ORDINALS, SEASON_NAMES

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from decimal import Decimal

    from klimatkontrakt.model.quantity import Quantity
    from klimatkontrakt.model.when import When

NO_BREAK_SPACE = "\u00a0"
_UNIT = "|".join(map(re.escape, sorted(UNITS, key=len, reverse=True)))
_HELD = re.compile(rf"(?<=§) (?=\d)|(?<=\d) (?=(?:{_UNIT})(?!\w))")
_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?: \d{3})+(?!\d)")
_UNGROUPED = re.compile(r"(?<![\d,])\d{4,}")


def unbroken(text: str) -> str:
    """The text with no-break spaces after §, in long numbers and before units, else as it is."""
    grouped = _GROUPED.sub(lambda found: found[0].replace(" ", NO_BREAK_SPACE), text)
    return _HELD.sub(NO_BREAK_SPACE, grouped)


def amount(quantity: Quantity) -> str:
    """An amount as it was written, but for digits without a space among them and decimal points.

    2000000 kr is 2 000 000 kr, and 2.5 Mkr is 2,5 Mkr.
    """
    return unbroken(_swedish(quantity.text.strip()))


def span(low: Quantity, high: Quantity) -> str:
    """From one amount to another, with the unit once where both have the same: 10–15 Mkr."""
    least, most = amount(low), amount(high)
    digits = least.removesuffix(low.unit).rstrip()
    if low.unit == high.unit and digits[0].isdigit() and most[0].isdigit():
        return f"{digits}–{most}"
    return f"{least} till {most}"


def _swedish(text: str) -> str:
    """Digits in groups of three, and a comma before decimals."""
    pointed = re.sub(r"(?<=\d)\.(?=\d)", ",", text)
    return _UNGROUPED.sub(lambda found: number(int(found[0])), pointed)


def number(value: int) -> str:
    """A whole number with no-break spaces between thousands: 12 500."""
    return f"{value:,}".replace(",", NO_BREAK_SPACE).replace("-", "−")


def decimal(value: Decimal, decimals: int = 1) -> str:
    """A number rounded to at most so many decimals, with a comma: 1 250,5; 2 for 2,0."""
    whole, _, part = f"{abs(value):,.{decimals}f}".partition(".")
    digits = whole.replace(",", NO_BREAK_SPACE) + (f",{part}" if (part := part.rstrip("0")) else "")
    return f"−{digits}" if value < 0 and digits != "0" else digits


SMALL_NUMBERS = (
    "inga",
    "ett",
    "två",
    "tre",
    "fyra",
    "fem",
    "sex",
    "sju",
    "åtta",
    "nio",
    "tio",
    "elva",
    "tolv",
)


def counted(value: int) -> str:
    """A number of things of neuter gender: in letters up to twelve, then in digits."""
    return SMALL_NUMBERS[value] if value < len(SMALL_NUMBERS) else number(value)


def day(value: date) -> str:
    """5 december 2025."""
    return f"{value.day}{NO_BREAK_SPACE}{MONTH_NAMES[value.month - 1]} {value.year}"


def when(value: When) -> str:
    """A date in words, as precise as it was written: våren 2025, december 2025, senast 2030."""
    start, end = value.start, value.end
    if end is None:
        return "löpande" if value.precision == "ongoing" else "okänd tid"
    first = start or end
    forms = {
        "year": f"{end.year}",
        "half": f"{ORDINALS[(first.month - 1) // 6]} halvåret {first.year}",
        "quarter": f"{ORDINALS[(first.month - 1) // 3]} kvartalet {first.year}",
        "season": f"{SEASON_NAMES.get(value.text.partition('-')[2], '')} {first.year}",
        "month": f"{MONTH_NAMES[end.month - 1]} {end.year}",
        "day": day(end),
        "years": f"{first.year}–{end.year}",
        "by": f"senast {end.year}",
    }
    return forms[value.precision]


def during(value: When) -> str:
    """A date as it begins a sentence about that time: Under 2026, Våren 2025, I november 2025."""
    words = when(value)
    match value.precision:
        case "year" | "season" | "quarter" | "half" | "years":
            return f"under {words}"
        case "month":
            return f"i {words}"
        case "day":
            return f"den {words}"
        case _:
            return words


def listing(words: Sequence[str], conjunction: str = "och") -> str:
    """a, b och c."""
    if len(words) < 2:  # noqa: PLR2004  one word needs no conjunction
        return "".join(words)
    return f"{', '.join(words[:-1])} {conjunction} {words[-1]}"


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """The text as a sentence: capital first letter and a full stop."""
    text = capital(text.strip())
    return text if text.endswith((".", "!", "?", ":")) else f"{text}."


def genitive(name: str) -> str:
    """Luleå kommuns; a name that ends in s, x or z stays as it is."""
    return name if name[-1] in "sxz" else f"{name}s"


def paragraphs(text: str) -> list[str]:
    """A text from the data as paragraphs of one line each; a blank line parts them."""
    blocks = re.split(r"\n[ \t]*\n", text.strip())
    return [re.sub(r"[ \t\n]+", " ", block).strip() for block in blocks]
