"""A file is mended as its edits say, or not at all."""

from __future__ import annotations

import pytest

from klimatkontrakt.diagnostics.edit import Edit
from klimatkontrakt.diagnostics.place import Span
from klimatkontrakt.store.mending import apart, mended

TEXT = "# Målen\r\ngoals:\r\n- målår: 2030  # snart\r\n  boundary: [teritory, sector]\r\n"


def edit(line: int, column: int, width: int, text: str) -> Edit:
    return Edit(Span(line, column, line, column + width), text)


KEY, WORD = edit(3, 3, 5, "target_year"), edit(4, 14, 8, "territory")


def test_everything_else_stays() -> None:
    expected = TEXT.replace("målår", "target_year").replace("teritory", "territory")

    assert mended(TEXT.encode(), [KEY, WORD]) == expected.encode()


def test_two_edits_of_one_line() -> None:
    edits = [WORD, edit(4, 24, 6, "consumption")]

    assert mended(TEXT.encode(), edits) == (
        TEXT.replace("teritory, sector", "territory, consumption").encode()
    )


@pytest.mark.parametrize(
    "refused",
    [
        edit(3, 3, 4, "targ"),  # a part of a key
        edit(3, 3, 5, "a: b"),  # no word
        edit(4, 14, 8, "a, b"),  # two values
        edit(4, 14, 8, "[x"),
        edit(4, 14, 8, "x  # y"),
        edit(1, 3, 5, "Goals"),  # a comment
        edit(4, 13, 19, "territory"),  # a list
    ],
)
def test_an_edit_that_is_no_whole_key_or_value_is_refused(refused: Edit) -> None:
    assert mended(TEXT.encode(), [refused]) is None
    assert mended(TEXT.encode(), sorted([WORD, refused], key=lambda item: item.span)) is None


def test_a_key_that_would_stand_twice_is_refused() -> None:
    assert mended(b"target_year: 2030\nyear: 2035\n", [edit(2, 1, 4, "target_year")]) is None


@pytest.mark.parametrize(
    ("text", "change", "expected"),
    [
        ("\ufeffa: 1\n", edit(1, 1, 1, ""), "a: 1\n"),
        ("a:\t1\n", edit(1, 3, 1, " "), "a: 1\n"),
        ("a: 1\nb:2\n", edit(2, 2, 1, ": "), "a: 1\nb: 2\n"),
        ("a: [1\n", edit(1, 5, 1, "2"), None),
        ("a: text\n  -ord\nb\n", edit(2, 3, 1, "- "), None),  # a text goes on here
        ("a:\t1\nb\u2028c:\t2\n", edit(1, 3, 1, " "), "a: 1\nb\u2028c:\t2\n"),
    ],
)
def test_a_file_that_cannot_be_read_loses_no_word(
    text: str, change: Edit, expected: str | None
) -> None:
    assert mended(text.encode(), [change]) == (expected.encode() if expected else None)


def test_edits_that_touch_wait_for_the_next_round() -> None:
    touching = edit(3, 4, 2, "x")

    assert apart([WORD, touching, KEY, KEY]) == [KEY, WORD]
