"""No English in what a Swede reads: catalogue, goldens, documentation of rules, editor's texts.

A word is taken for English when the English texts of the catalogue have it, or when it is one of
the words without which hardly an English sentence is written. What is left after names that the
program defines (keys, fixed words, commands, options, codes) stands in :data:`SAME`, with why.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import catalog
import pytest

from klimatkontrakt.app.explain import catalogue
from klimatkontrakt.cli.commands.schema import NAMES
from klimatkontrakt.cli.tree import build
from klimatkontrakt.document.blocks import blocks
from klimatkontrakt.exporters.json_schema import FILES, json_schema
from klimatkontrakt.i18n import translations
from klimatkontrakt.model.quantity import UNITS
from klimatkontrakt.store.extracts import extracts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

REPOSITORY = Path(__file__).parents[2]
GOLDEN = REPOSITORY / "tests" / "golden"

COMMON = set(
    re.findall(
        r"\w+",
        """
        a about after again all also an and any are as at be because been before but by can
        cannot could did do does each else every few first for found from given had has have
        here how if into is it its least less like many may missing more most must never new no
        none not nothing of one only or other otherwise our out over please several should so
        some such than that the their them then there these they this those to too unknown up
        usage use used using was were what when where which while who whose why will with
        without would wrong you your error warning invalid required default options arguments
        commands
        """,
    )
)
"""Words of every English sentence, and those of usage errors."""

SAME = {
    "a": "hexadecimal siffra",
    "alias": "heter så i YAML även på svenska",
    "april": "svenskt ord",
    "block": "svenskt ord",
    "bom": "märket i början av en fil heter så",
    "byte": "svenskt ord",
    "c": "hexadecimal siffra",
    "cykelplan": "exempel på id",
    "data": "svenskt ord",
    "december": "svenskt ord",
    "dotx": "filändelsen heter så",
    "euro": "svenskt ord",
    "f": "hexadecimal siffra",
    "filter": "svenskt ord",
    "false": "värde i YAML",
    "fetch": "git-kommando",
    "format": "svenskt ord",
    "fossil": "svenskt ord",
    "git": "programmet heter så",
    "http": "protokollet heter så",
    "https": "protokollet heter så",
    "hushåll": "svenskt ord",
    "in": "svenskt ord",
    "install": "pip-kommando",
    "karlstad": "ort",
    "kk": "programmet heter så",
    "klimatkontrakt": "svenskt ord",
    "klimat": "svenskt ord",
    "kommun": "svenskt ord",
    "language": "nyckel i klimatkontrakt.toml",
    "log": "git-kommando",
    "luleå": "ort",
    "mailto": "protokollet heter så",
    "md": "filändelsen heter så",
    "milestone": "slag i en hänvisning",
    "no": "ord som äldre program läser som falskt",
    "november": "svenskt ord",
    "orsa": "ort",
    "own": "nyckel i klimatkontrakt.toml",
    "part": "svenskt ord",
    "pip": "programmet heter så",
    "program": "svenskt ord",
    "q": "kvartal, som i 2026-Q1",
    "revision": "svenskt ord",
    "ring": "svenskt ord",
    "september": "svenskt ord",
    "toml": "formatet heter så",
    "txt": "filtypen heter så",
    "true": "värde i YAML",
    "typst": "biblioteket heter så",
    "under": "svenskt ord",
    "ut": "svenskt ord",
    "utf": "kodningen UTF-8",
    "utkast": "svenskt ord",
    "vs": "programmet VS Code",
    "word": "programmet Word",
    "yaml": "formatet heter så",
    "ä": "svensk bokstav",
    "å": "svensk bokstav",
    "ö": "svensk bokstav",
}
"""English words that may stand in Swedish text, each with its reason."""

WORD = re.compile(r"[A-Za-zÅÄÖåäöÉé]+")
NOT_PROSE = re.compile(
    r"\{\w+\}"  # where an argument will stand
    r"|<style>.*?</style>|<[^>]*>"  # tags
    r"|`[^`]*`"  # code
    r"|\S*[/_=\\]\S*|\S*\w[.:]\w\S*"  # paths, addresses, keys in parts, file names
    r"|--?[a-z][a-z-]*|\b[a-z]+(?:-[a-z]+)+\b"  # options, ids
    r"|\bkk [a-z]+",  # commands
    re.DOTALL,
)
EXCERPT = re.compile(
    r"^(?: {4}|\s*\d* \| |\s*\d+\s*\|).*$|^```yaml\n.*?^```$", re.MULTILINE | re.DOTALL
)
"""Examples and lines of the user's own files."""
SEAM = re.compile(r"^--- (?:stderr|exit \d+)$|\x1b\[[\d;]*m", re.MULTILINE)
"""What a golden file has between its parts, and colours."""


def words(text: str) -> set[str]:
    """The words of prose, in small letters."""
    return {word.lower() for word in WORD.findall(NOT_PROSE.sub(" ", text))}


def forms(value: object) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (str(value),)


def english() -> set[str]:
    texts = [text for message in catalog.swedish() if message.id for text in forms(message.id)]
    return COMMON.union(*map(words, texts)) - {""}


def defined() -> set[str]:
    """Words that the program defines: keys, fixed words, commands, extracts, options, choices."""
    schemas = [json_schema(name) for name in FILES]
    group = build(translations("en"))
    inner = {name: c for top in group.commands.values() for name, c in commands_of(top).items()}
    every = [*group.commands.values(), *inner.values()]
    params = [param for command in every for param in command.params]
    templates = [*(REPOSITORY / "templates").rglob("*.md.j2")]
    metavars = [str(param.metavar or "") for param in params]
    return (
        {word for schema in schemas for word in vocabulary(schema)}
        | set(group.commands)
        | set(inner)
        | {path.name.removesuffix(".md.j2") for path in templates}
        | {block for path in templates for block in blocks(path.read_text(encoding="utf-8"))}
        | set(extracts_of(REPOSITORY).names())
        | {word for metavar in metavars if "|" in metavar for word in metavar.split("|")}
        | {entry.name for entry in catalogue()}
        | {word.lower() for unit in UNITS for word in WORD.findall(unit)}
        | set(NAMES)
    )


def commands_of(command: Any) -> dict[str, Any]:
    """The commands that a command is made of."""
    return getattr(command, "commands", {})


def vocabulary(schema: Any) -> Iterator[str]:
    """Keys and fixed words of a schema."""
    if isinstance(schema, dict):
        yield from schema.get("properties", ())
        yield from (word for word in schema.get("enum", ()) if isinstance(word, str))
        schema = list(schema.values())
    if isinstance(schema, list):
        for part in schema:
            yield from vocabulary(part)


def prose(path: Path) -> str:
    """What a golden file says to a person: of JSON only the sentences."""
    text = path.read_text(encoding="utf-8")
    if "-json-" not in path.name:
        return EXCERPT.sub(" ", SEAM.sub("", text))
    keys = r'"(?:message|why|remedy|what|label|text)": ("(?:[^"\\]|\\.)*")'
    return "\n".join(json.loads(found) for found in re.findall(keys, text))


ENGLISH = english()
ALLOWED = set(SAME) | defined()


def found(text: str) -> list[str]:
    """English words of a text, beside those that may stand there."""
    return sorted(words(text) & ENGLISH - ALLOWED)


def test_the_test_finds_english() -> None:
    assert found("Missing parameter: there is nothing to choose") == [
        "choose",
        "is",
        "missing",
        "nothing",
        "there",
    ]
    assert found("skriv contract i stället för kontrakt, se kk show --help") == []


def test_the_catalogue_is_swedish() -> None:
    wrong = {
        text: bad
        for message in catalog.swedish()
        if message.id
        for text in forms(message.string)
        if (bad := found(text))
    }

    assert wrong == {}


GOLDENS = [
    path
    for folder in ("cli", "diff")
    for path in sorted((GOLDEN / folder).rglob("*"))
    if path.is_file() and "-en." not in path.name
]
"""Not the rendered contracts: their words are the municipalities' own."""


@pytest.mark.parametrize("path", GOLDENS, ids=lambda path: path.relative_to(GOLDEN).as_posix())
def test_golden_is_swedish(path: Path) -> None:
    assert found(prose(path)) == []


def test_the_book_of_rules_is_swedish() -> None:
    text = (REPOSITORY / "docs" / "rules.md").read_text(encoding="utf-8")

    assert found(EXCERPT.sub(" ", text)) == []


def test_every_allowed_word_is_needed() -> None:
    texts = [text for m in catalog.swedish() if m.id for text in forms(m.string)]
    seen = set().union(*map(words, texts), *(words(prose(path)) for path in GOLDENS))

    assert [word for word in SAME if word not in seen & ENGLISH - defined()] == []
