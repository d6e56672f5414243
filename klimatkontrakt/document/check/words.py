"""Two texts as words: what counts as the same, and which words differ."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

REMEMBERED = 2**16
"""Texts whose letters are kept, because each is asked for many times."""
BREAK = "\n"
"""A line break, which may stand for a space, for nothing, or for a hyphen of its own."""
_FOLDED = str.maketrans(
    dict.fromkeys("‐‑‒–—−", "-") | dict.fromkeys("”“„″«»", '"') | dict.fromkeys("’‘‚′`´", "'")
)
_MARKER = re.compile(r"^(?:[•▪◦‣·]\s*|[–-]\s+)")
_NUMBER = re.compile(r"^(?:Bilaga )?\d+(?:\.\d+)*[.):]?(?:\s+[–-])?\s+(?=\S)")
_SAME = {"<noBreak>", "<compat>", "<wide>", "<narrow>"}
"""How Unicode calls letters that only look otherwise. Raised figures say something else: 10²."""
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn"}


@dataclass(frozen=True, slots=True)
class Edit:
    """Words that stand in place of others; one side is empty where words came or went."""

    old: str
    new: str


@lru_cache(REMEMBERED)
def folded(text: str) -> str:
    """A text without what typography changes: kinds of spaces, dashes, quotes and ligatures.

    Line breaks stay, without spaces around them.
    """
    shown = "".join(
        letter
        for letter in text.replace("\ufffe", f"-{BREAK}")
        if letter in "\n\t" or unicodedata.category(letter) not in _UNSEEN
    )
    plain = unicodedata.normalize("NFC", "".join(map(_plain, shown))).translate(_FOLDED)
    lines = (" ".join(line.split()) for line in plain.split(BREAK))
    return BREAK.join(line for line in lines if line)


@lru_cache
def _plain(letter: str) -> str:
    kind = unicodedata.decomposition(letter).partition(" ")[0]
    return unicodedata.normalize("NFKC", letter) if kind in _SAME else letter


@lru_cache(REMEMBERED)
def tight(text: str) -> str:
    """The letters alone, by which a paragraph is found again however its lines break.

    A dash that is all there is stays: so a table tells that it has nothing to tell.
    """
    plain = folded(text)
    return re.sub(r"[\s-]", "", plain) or plain


def unmarked(text: str) -> str:
    """The text without the mark of a list item before it."""
    return _MARKER.sub("", text.strip())


def numbered(text: str) -> tuple[str, str]:
    """The number before a text, and the text after it."""
    found = _NUMBER.match(text)
    return (found[0].strip(), text[found.end() :]) if found else ("", text)


def agrees(expected: str, found: str) -> bool:
    """Whether a text found says just what was expected, wherever its lines break."""
    ours, theirs = folded(expected).replace(BREAK, " "), folded(found)
    i = 0
    for j, letter in enumerate(theirs):
        ahead = ours[i : i + 1]
        if letter == BREAK:
            i += ahead == " "
        elif letter == "-" and theirs[j + 1 : j + 2] == BREAK and ahead != "-":
            continue
        elif letter != ahead:
            return False
        else:
            i += 1
    return i == len(ours)


def edits(expected: str, found: str, vocabulary: Collection[str]) -> tuple[Edit, ...]:
    """Which words differ; ``vocabulary`` tells where a line break splits a word."""
    ours, theirs = expected.split(), _joined(found, vocabulary).split()
    same = SequenceMatcher(None, _keys(ours), _keys(theirs), autojunk=False)
    return tuple(
        Edit(" ".join(ours[a:b]), " ".join(theirs[c:d]))
        for tag, a, b, c, d in same.get_opcodes()
        if tag != "equal"
    )


def _keys(words: list[str]) -> list[str]:
    return [folded(word) for word in words]


def _joined(text: str, vocabulary: Collection[str]) -> str:
    """The text on one line: a word that a line break has split is put together again."""
    first, *rest = [line.strip() for line in text.replace("\ufffe", f"-{BREAK}").split(BREAK)]
    for line in rest:
        before, after = first.split()[-1:], line.split()[:1]
        if before and after and folded(before[0] + after[0]) in vocabulary:
            first += line
        elif before and after and folded(before[0].removesuffix("-") + after[0]) in vocabulary:
            first = first.removesuffix("-") + line
        else:
            first += f" {line}"
    return first


def vocabulary(texts: Collection[str]) -> frozenset[str]:
    """Every word of these texts, folded."""
    return frozenset(folded(word) for text in texts for word in text.split())
