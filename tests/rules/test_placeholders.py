"""KK730 looks for a mark before it looks for placeholders: none may lack one."""

from __future__ import annotations

import re

import pytest

from klimatkontrakt.rules.placeholder_left import MARKS, PLACEHOLDERS

EXAMPLES = (
    ("xx", "Xxx", "XX"),
    ("yy", "20xx", "20yy", "20åå", "ÅÅÅÅ-MM", "yyyy-mm"),
    ("TBD", "TBA", "TODO", "FIXME", "tbd"),
    ("___", "???"),
    ("Lorem Ipsum",),
    ("Error! Bookmark not defined", "Error! Unknown switch argument"),
    ("Fel! Bokmärket är inte definierat", "Fel! Okänt växelargument"),
    ("infoga text", "Klistra in er text"),
    ("Skriv din text här", "fyll i text här"),
    ("[SKRIV HÄR]", "infoga här"),
    ("Klicka eller tryck här för att ange text",),
    ("Click or tap here to enter text",),
    ("Områdets namn", "Organisationens namn"),
    ("Förnamn Efternamn", "Planen i ord"),
    ("[namn]", "[Infoga datum]", "[antal]"),
)


@pytest.mark.parametrize(("pattern", "examples"), list(zip(PLACEHOLDERS, EXAMPLES, strict=True)))
def test_what_a_pattern_finds_has_a_mark(pattern: str, examples: tuple[str, ...]) -> None:
    found = [found[0] for text in examples for found in re.finditer(pattern, text)]

    assert len(found) == len(examples)
    assert [text for text in found if not any(mark in text.lower() for mark in MARKS)] == []


def test_every_mark_is_needed() -> None:
    texts = [text.lower() for examples in EXAMPLES for text in examples]

    assert [mark for mark in MARKS if not any(mark in text for text in texts)] == []
