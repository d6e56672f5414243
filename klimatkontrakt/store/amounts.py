"""What an officer most likely meant by an amount in another form."""

from __future__ import annotations

import re

from klimatkontrakt.model.quantity import UNITS

_AMOUNT = re.compile(r"([−-]?[\d .\u00a0\u202f]*\d(?:,\d+)?)[ \u00a0\u202f]*(\D.*)").fullmatch
_EQUIVALENTS = re.compile(
    r"\s*(?:CO(?:2|₂)[ -]?(?:e|ekv\.?|ekvivalenter)|koldioxidekvivalenter)$", re.IGNORECASE
)
_OTHER_NAMES = {
    "miljoner kr": "Mkr",
    "mn kr": "Mkr",
    "miljarder kr": "mdkr",
    "mdr kr": "mdkr",
    "md kr": "mdkr",
    "tusen kr": "tkr",
    "tusen kronor": "tkr",
    "kilometer": "km",
    "per cent": "%",
    "styck": "st",
    "stycken": "st",
    "kiloton": "kt",
    "kilogram": "kg",
}


def amount_meant(text: str) -> str | None:
    """``300 gwh`` → ``300 GWh``, ``1.234,5 kton CO2-ekv`` → ``1234,5 kt CO2e``; else ``None``."""
    found = _AMOUNT(" ".join(text.split()))
    if found is None:
        return None
    number, unit = _number(found[1].strip()), _unit(found[2].strip())
    return f"{number} {unit}" if number and unit else None


def _number(written: str) -> str | None:
    """The number with points between thousands taken away; a point alone may be a decimal's."""
    if "." not in written:
        return written
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}", written):
        return written.replace(".", "")
    return written if re.fullmatch(r"\d+\.(?:\d{1,2}|\d{4,})", written) else None


def _unit(written: str) -> str | None:
    """The one unit that the words can stand for, whatever the case."""
    if written in UNITS:
        return written
    equivalents = _EQUIVALENTS.search(written)
    word = " ".join((written[: equivalents.start()] if equivalents else written).split()).casefold()
    if word == "mt":
        return None  # a megatonne to us, a metric tonne to others
    if word in _OTHER_NAMES:
        known = [_OTHER_NAMES[word]]
    else:
        known = [unit for unit in UNITS if unit.casefold() == word]
    if equivalents:
        known = [unit for unit in known if UNITS[unit][0] == "emissions"]
    if len({UNITS[unit] for unit in known}) != 1:
        return None
    unit = {"kton": "kt", "Mton": "Mt"}.get(known[0], known[0]) if equivalents else known[0]
    return f"{unit} CO2e" if equivalents else unit
