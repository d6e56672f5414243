"""Kinds of fault: each takes a spot that it fits and gives the file with one real fault on a line.

A kind says by ``fits`` where it makes a fault whatever the rest of the file holds; nothing is
chosen by what ``kk`` says of it. The line given is that of the fault as it then stands; for a key
taken away it is where its item begins, for that is where the key is missing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from mutations.spots import Spot

Lines = list[str]
Plant = tuple[Lines, int]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of fault."""

    name: str
    fits: Callable[[Spot], bool]
    plant: Callable[[Lines, Spot, Random], Plant]


KINDS: list[Kind] = []
PLAIN = re.compile(r"[^\W\d][\w -]*[\w]").fullmatch
SCALARS = {"word", "code", "point", "year", "date", "id", "reference", "text", "number"}


def kind(name: str, fits: Callable[[Spot], bool]) -> Callable[..., None]:
    """Register a kind that changes the line of its spot: from the line to another."""

    def register(change: Callable[[str, Spot, Random], str]) -> None:
        def plant(lines: Lines, spot: Spot, random: Random) -> Plant:
            new = change(lines[spot.line - 1], spot, random)
            return [*lines[: spot.line - 1], *new.split("\n"), *lines[spot.line :]], (
                spot.line + new.count("\n")
            )

        KINDS.append(Kind(name, fits, plant))

    return register


def other_lines(name: str, fits: Callable[[Spot], bool]) -> Callable[..., None]:
    """Register a kind that changes more than the line of its spot."""

    def register(plant: Callable[[Lines, Spot, Random], Plant]) -> None:
        KINDS.append(Kind(name, fits, plant))

    return register


def with_value(line: str, spot: Spot, value: str) -> str:
    """The line with another value."""
    return re.sub(rf"^([ -]*{spot.key}:).*", lambda found: f"{found[1]} {value}", line)


def one_line(spot: Spot) -> bool:
    """A value on the line of its key, and nothing below it."""
    return spot.kind in SCALARS and bool(spot.value) and spot.value[0] not in "|>[{"


def is_plain(spot: Spot) -> bool:
    return one_line(spot) and bool(PLAIN(spot.value))


def swapped(word: str, random: Random) -> str:
    """The word with two letters in each other's place."""
    places = [at for at in range(len(word) - 1) if word[at] != word[at + 1]]
    at = random.choice(places)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


# Keys


@kind("key misspelt", lambda spot: len(spot.key) > 3)
def _(line: str, spot: Spot, random: Random) -> str:
    return line.replace(f"{spot.key}:", f"{swapped(spot.key, random)}:", 1)


@kind("key in Swedish", lambda spot: spot.key in {"title", "text", "source", "status", "name"})
def _(line: str, spot: Spot, random: Random) -> str:
    names = {"title": "rubrik", "text": "brödtext", "source": "källa", "name": "namn"}
    return line.replace(f"{spot.key}:", f"{names.get(spot.key, 'läge')}:", 1)


@kind("key that does not exist", lambda spot: one_line(spot) and not spot.first)
def _(line: str, spot: Spot, random: Random) -> str:
    indent = line[: len(line) - len(line.lstrip())]
    return f"{line}\n{indent}kommentar: Kontrolleras"


@kind("key twice", lambda spot: one_line(spot) and not spot.first)
def _(line: str, spot: Spot, random: Random) -> str:
    return f"{line}\n{line}"


@other_lines("key that must be there gone", lambda spot: one_line(spot) and spot.required)
def _(lines: Lines, spot: Spot, random: Random) -> Plant:
    at = spot.line - 1
    if not spot.first:
        return [*lines[:at], *lines[at + 1 :]], spot.start
    if len(spot.same) == 1 or not lines[at].lstrip().startswith("-"):
        return [*lines[:at], *lines[at + 1 :]], spot.line
    indent = len(lines[at]) - len(lines[at].lstrip(" -"))
    below = lines[at + 1]
    hyphens = lines[at][:indent]
    return [*lines[:at], hyphens + below[indent:], *lines[at + 2 :]], spot.line


@kind("colon without space", lambda spot: one_line(spot) and not spot.first)
def _(line: str, spot: Spot, random: Random) -> str:
    return line.replace(f"{spot.key}: ", f"{spot.key}:", 1)


@kind("equals sign for colon", lambda spot: one_line(spot) and not spot.first)
def _(line: str, spot: Spot, random: Random) -> str:
    return line.replace(f"{spot.key}: ", f"{spot.key} = ", 1)


@kind("colon gone", lambda spot: one_line(spot) and not spot.first)
def _(line: str, spot: Spot, random: Random) -> str:
    return line.replace(f"{spot.key}: ", f"{spot.key} ", 1)


@kind("required key without value", lambda spot: one_line(spot) and spot.required)
def _(line: str, spot: Spot, random: Random) -> str:
    return line[: line.index(f"{spot.key}:") + len(spot.key) + 1]


# Values


@kind("word misspelt", lambda spot: spot.kind == "word" and len(spot.value) > 3)
def _(line: str, spot: Spot, random: Random) -> str:
    return with_value(line, spot, swapped(spot.value, random) + "x")


@kind("word that is no word here", lambda spot: spot.kind == "word")
def _(line: str, spot: Spot, random: Random) -> str:
    return with_value(line, spot, random.choice(["kanske", "ja", "true", "3", "[]", "pågår!"]))


@kind("number for a text", lambda spot: spot.kind == "text" and one_line(spot))
def _(line: str, spot: Spot, random: Random) -> str:
    return with_value(line, spot, random.choice(["2026", "1.5", "true", "[a, b]", "{a: b}"]))


@kind("text for a list", lambda spot: spot.kind == "list" and spot.value.startswith("["))
def _(line: str, spot: Spot, random: Random) -> str:
    return with_value(line, spot, random.choice(["allt", "1", "{a: b}", '"allt möjligt"']))


@kind("text for a number", lambda spot: spot.kind == "number")
def _(line: str, spot: Spot, random: Random) -> str:
    return with_value(line, spot, random.choice(["tre", '"3"', "1,5", "3 st", "1.5", "-1"]))


@kind("code without quotes", lambda spot: spot.kind in {"code", "point"})
def _(line: str, spot: Spot, random: Random) -> str:
    return line.replace('"', "")


@kind("code that is no code", lambda spot: spot.kind == "code")
def _(line: str, spot: Spot, random: Random) -> str:
    return with_value(line, spot, random.choice(['"258"', "Luleå", '"25800"', "”2580”", '"9998"']))


@kind("date that does not exist", lambda spot: spot.kind == "date")
def _(line: str, spot: Spot, random: Random) -> str:
    dates = ["2025-02-30", "2025-13", "2025-Q5", "2025-00-10", "2024-H3", "2025-04-31", "2027/2025"]
    return with_value(line, spot, random.choice(dates))


@kind("date in words", lambda spot: spot.kind == "date")
def _(line: str, spot: Spot, random: Random) -> str:
    words = ["hösten 2025", "mars 2026", "snart", "31/12 2025", "2026-maj", "före jul", "25-03-01"]
    return with_value(line, spot, random.choice(words))


@kind("year out of range", lambda spot: spot.kind in {"year", "date"})
def _(line: str, spot: Spot, random: Random) -> str:
    return with_value(line, spot, random.choice(["3030", "203", "20300", "0205", "1830"]))


@kind("year as text", lambda spot: spot.kind == "year")
def _(line: str, spot: Spot, random: Random) -> str:
    return with_value(
        line, spot, random.choice(['"2030"', "år 2030", "2 030", "2030,0", "2030-01"])
    )


@kind("id with other signs", lambda spot: spot.kind in {"id", "reference"})
def _(line: str, spot: Spot, random: Random) -> str:
    changed = random.choice([f"{spot.value} AB", spot.value.upper(), f"{spot.value}_1", "a--b"])
    return with_value(line, spot, changed)


@kind("reference to nothing", lambda spot: spot.kind == "reference" and one_line(spot))
def _(line: str, spot: Spot, random: Random) -> str:
    return with_value(line, spot, random.choice([f"{spot.value}-x", "finns-inte", "okand-kalla"]))


@kind(
    "reference to nothing in a list", lambda spot: spot.key == "decisions" and spot.value[:1] == "["
)
def _(line: str, spot: Spot, random: Random) -> str:
    return line.replace("]", ", finns-inte]")


@kind("point that does not exist", lambda spot: spot.key == "points" and spot.value[:1] == "[")
def _(line: str, spot: Spot, random: Random) -> str:
    return line.replace("]", ', "9.9"]')


@other_lines("item twice", lambda spot: spot.first and spot.key == "id" and spot.sibling)
def _(lines: Lines, spot: Spot, random: Random) -> Plant:
    at, end = spot.line - 1, spot.line
    indent = lines[at].index("-")
    while end < len(lines) and lines[end].startswith(" " * (indent + 1)):
        end += 1
    item = lines[at:end]
    return [*lines[:end], *item, *lines[end:]], end + 1


# Amounts, which the shipped files have few of: the fault comes with its line


def _goal(spot: Spot) -> bool:
    return spot.file.endswith("/goals.yaml") and spot.key == "target_year"


@kind("amount without unit", _goal)
def _(line: str, spot: Spot, random: Random) -> str:
    return f"{line}\n  annual_rate:\n    min: {random.choice(['85', '0,85', '0.85', '1 200'])}"


@kind("amount with another unit", _goal)
def _(line: str, spot: Spot, random: Random) -> str:
    amount = random.choice(["12 miljoner", "285 kilo", "3 äpplen", "80 prcent", "ca 80 %"])
    return f"{line}\n  annual_rate:\n    min: {amount}"


# YAML


@kind("indented too little", lambda spot: not spot.first)
def _(line: str, spot: Spot, random: Random) -> str:
    return line[1:] if line.startswith(" ") else f" {line}"


@kind("indented too much", lambda spot: not spot.first)
def _(line: str, spot: Spot, random: Random) -> str:
    return f" {line}"


@kind("hyphen gone", lambda spot: spot.first and spot.sibling)
def _(line: str, spot: Spot, random: Random) -> str:
    return line.replace("- ", "  ", 1)


@kind("hyphen without space", lambda spot: spot.first and spot.sibling)
def _(line: str, spot: Spot, random: Random) -> str:
    return line.replace("- ", "-", 1)


@kind("quote that is not closed", is_plain)
def _(line: str, spot: Spot, random: Random) -> str:
    return with_value(line, spot, random.choice(['"', "'"]) + spot.value)


@kind("quote that is not opened", lambda spot: spot.kind in {"code", "point"})
def _(line: str, spot: Spot, random: Random) -> str:
    return line.replace('"', "", 1)


@kind("quote that ends nowhere", lambda spot: spot.kind in {"code", "point"})
def _(line: str, spot: Spot, random: Random) -> str:
    before, _, after = line.rpartition('"')
    return before + after


@kind("bracket that is not closed", lambda spot: spot.value[:1] == "[")
def _(line: str, spot: Spot, random: Random) -> str:
    return line.removesuffix("]")


@kind("bracket that is not opened", lambda spot: spot.value[:1] == "[")
def _(line: str, spot: Spot, random: Random) -> str:
    return line.replace("[", "", 1)


@kind("bracket too many", lambda spot: spot.value[:1] == "[")
def _(line: str, spot: Spot, random: Random) -> str:
    return line + random.choice(["]", "}", " ]"])


@kind("colon in a text", is_plain)
def _(line: str, spot: Spot, random: Random) -> str:
    return with_value(line, spot, f"Målet: {spot.value}")


@kind("sign that YAML uses", is_plain)
def _(line: str, spot: Spot, random: Random) -> str:
    return with_value(line, spot, random.choice("*&!%@`") + spot.value)


@kind("text cut by a comment", is_plain)
def _(line: str, spot: Spot, random: Random) -> str:
    return with_value(line, spot, f"{spot.value} #3 i planen")


@kind("word read differently", lambda spot: spot.kind == "text" and one_line(spot))
def _(line: str, spot: Spot, random: Random) -> str:
    return with_value(line, spot, random.choice(["no", "on", "12:30", "Yes", "OFF"]))


@other_lines("second document", lambda spot: spot.first and spot.sibling)
def _(lines: Lines, spot: Spot, random: Random) -> Plant:
    return [*lines[: spot.line - 1], "---", *lines[spot.line - 1 :]], spot.line


@kind("mark of a merge", lambda spot: not spot.first)
def _(line: str, spot: Spot, random: Random) -> str:
    return random.choice(["<<<<<<< HEAD", "=======", ">>>>>>> main"])


# Characters


@kind("tab for indentation", lambda spot: not spot.first)
def _(line: str, spot: Spot, random: Random) -> str:
    return "\t" + line.lstrip()


@kind("tab behind the colon", one_line)
def _(line: str, spot: Spot, random: Random) -> str:
    return line.replace(": ", ":\t", 1)


@kind("character that is not seen", one_line)
def _(line: str, spot: Spot, random: Random) -> str:
    at = random.randrange(len(line) + 1)
    return (
        line[:at] + random.choice("\x00\x07\x0b\x0c\x85\u2028\u2029\ufeff\r\x1b") + "x" + line[at:]
    )


@kind("byte that is no UTF-8", one_line)
def _(line: str, spot: Spot, random: Random) -> str:
    at = random.randrange(len(line) + 1)
    return line[:at] + random.choice("\udce5\udcff\udc80") + line[at:]


@kind("typographic quotes", lambda spot: spot.kind in {"word", "code", "id", "date", "reference"})
def _(line: str, spot: Spot, random: Random) -> str:
    bare = spot.value.strip('"')
    return with_value(line, spot, random.choice(["”{}”", "“{}”", "’{}’"]).format(bare))


@kind("å in two characters", lambda spot: spot.kind in {"id", "reference"} and one_line(spot))
def _(line: str, spot: Spot, random: Random) -> str:
    return with_value(line, spot, f"{spot.value}-a\u030a")
