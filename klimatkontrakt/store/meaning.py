"""What was most likely meant by a value that cannot be used, and whether anything else could be."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.message import Message, say
from klimatkontrakt.diagnostics.suggest import nearest, surely
from klimatkontrakt.i18n import N_
from klimatkontrakt.store.amounts import amount_meant
from klimatkontrakt.store.hints import date_meant, is_certain_date
from klimatkontrakt.store.scalar import as_yaml, without_typographic_quotes
from klimatkontrakt.store.swedish import key_meant, word_meant

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    CodeOf = Callable[[str], str | None]

CODE_FORM = "[0-9]{4}"
POINT_FORM = "[0-9]+\\.[0-9]+"


def _no_code(_: str) -> None:
    """Where no municipality can be meant."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """The word that was meant, what to say, and the YAML to write where it is certain."""

    text: str
    remedy: Message
    rewrite: str | None = None


def _write(text: str, rewrite: str | None = None) -> Meaning:
    return Meaning(text, say(N_('write "{near}"'), near=text), rewrite)


def key(word: str, lacking: Collection[str], absent: Collection[str]) -> Meaning | None:
    """The key that a misspelt or Swedish one stands for: one that must be here before others."""
    swedish = key_meant(word, absent)
    if swedish:
        return _write(swedish, swedish)
    near = nearest(word, lacking) or nearest(word, absent)
    return _write(near, near if surely(word, absent) == near else None) if near else None


def word(value: object, allowed: Collection[str]) -> Meaning | None:
    """The fixed word that a misspelt, Swedish or wrongly quoted one stands for."""
    if not isinstance(value, str):
        return None
    bare = without_typographic_quotes(value) or value
    certain = word_meant(bare, allowed) or surely(bare, allowed)
    near = certain or nearest(bare, allowed)
    return _write(near, as_yaml(near) if certain else None) if near else None


def value(  # noqa: PLR0911  one way out for each thing that can be meant
    fault: str, written: object, pattern: str, code_of: CodeOf | None = None, key: str = ""
) -> Meaning | None:
    """What a value of another form stands for; ``fault`` is the error's type."""
    if fault in {"kk_not_a_year", "int_type"} and isinstance(written, str):
        return _whole_number(fault, written)
    if fault == "bool_type" and isinstance(written, str):
        return _true_or_false(written)
    if fault == "kk_nfc":
        composed = unicodedata.normalize("NFC", str(written))
        return Meaning("", say(N_("type the word again")), as_yaml(composed))
    if fault == "kk_quantity":
        return _amount(written, key)
    if not isinstance(written, str):
        return None
    if fault == "kk_when":
        return _date(written)
    if fault == "string_pattern_mismatch":
        return _name(written, pattern, code_of or _no_code)
    return None


def _whole_number(fault: str, written: str) -> Meaning | None:
    digits = re.sub(r"[ \u00a0\u202f]", "", without_typographic_quotes(written) or written)
    if re.fullmatch(r"[1-9][0-9]{0,8}", digits):
        remedy = (
            say(N_("write a year with four digits, without quotes"))
            if fault == "kk_not_a_year"
            else say(N_("write digits only, without quotes"))
        )
        return Meaning(digits, remedy, digits)
    if fault == "int_type":
        return None
    meant = date_meant(written)
    if meant in {"ongoing", "unknown"}:
        return _write(meant, meant if is_certain_date(written) else None)
    year = re.search(r"\b\d{4}\b", meant or "")
    return _write(year[0]) if year else None


def _true_or_false(written: str) -> Meaning | None:
    known = {"ja": "true", "yes": "true", "on": "true", "sant": "true"}
    known |= {"nej": "false", "no": "false", "off": "false", "falskt": "false"}
    meant = known.get(written.casefold()) or surely(written, ("true", "false"))
    return _write(meant, meant) if meant else None


def _date(written: str) -> Meaning | None:
    bare = without_typographic_quotes(written)
    meant = date_meant(bare or written)
    if meant is None:
        return None
    return _write(meant, as_yaml(meant) if is_certain_date(bare or written) else None)


def _amount(written: object, key: str) -> Meaning | None:
    number = str(written).strip()
    if isinstance(written, bool) or written is None:
        return None
    if re.fullmatch(r"[−-]?\d[\d \u00a0\u202f]*([.,]\d+)?", number):
        if re.fullmatch(r"0[.,]\d+", number):
            text = N_("write the unit too; a share is written in per cent: 85 %, not 0,85")
            return Meaning("", say(text))
        if key == "share":
            return Meaning("", say(N_("write the share in per cent: {number} %"), number=number))
        return Meaning(
            "",
            say(
                N_("write the unit after the number, for example {number} kt or {number} Mkr"),
                number=number,
            ),
        )
    meant = amount_meant(without_typographic_quotes(number) or number)
    return _write(meant, as_yaml(meant)) if meant else None


def _name(written: str, pattern: str, code_of: CodeOf) -> Meaning | None:
    """A code, the number of a point or an id, inside the wrong quotes or called by its name."""
    bare = without_typographic_quotes(written)
    quotes = say(N_('the quotes are typographic; write straight ones: "…"'))
    if bare is not None:
        needs_quotes = CODE_FORM in pattern or POINT_FORM in pattern
        return Meaning(bare, quotes, f'"{bare}"' if needs_quotes else as_yaml(bare))
    if set(written) & set("”“’‘"):
        return Meaning("", quotes)
    if CODE_FORM in pattern and (code := code_of(written)):
        return Meaning(code, say(N_('write "{word}" with quotes'), word=code), f'"{code}"')
    return None
