"""Route → span: the value, the key, and for a missing key the key above it."""

from __future__ import annotations

import pytest

from klimatkontrakt.diagnostics.place import Span
from klimatkontrakt.diagnostics.route import Route
from klimatkontrakt.store.sourcemap import locate, read_nodes

TEXT = """\
# Mål
goals:
- id: koncern-2030
  target_year: 2030
  boundary: [territory, "sector"]
  statement: >-
    En klimatneutral
    kommun
- title: Utan id
  number: 7
  baseline: {year: 2010}
-   previous:
methods:
  - 'koldioxid
    budget'
"""
VALUES = {
    (): (Span(2, 1, 2, 7), ""),
    ("goals",): (Span(3, 1, 3, 19), "goals"),
    ("goals", 0): (Span(3, 3, 3, 19), "goals[koncern-2030]"),
    ("goals", 0, "id"): (Span(3, 7, 3, 19), "goals[koncern-2030].id"),
    ("goals", 0, "target_year"): (Span(4, 16, 4, 20), "goals[koncern-2030].target_year"),
    ("goals", 0, "boundary"): (Span(5, 13, 5, 34), "goals[koncern-2030].boundary"),
    ("goals", 0, "boundary", 1): (Span(5, 25, 5, 33), "goals[koncern-2030].boundary[1]"),
    ("goals", 0, "statement"): (Span(6, 14, 6, 16), "goals[koncern-2030].statement"),
    ("goals", 1): (Span(9, 3, 9, 17), "goals[7]"),
    ("goals", 1, "baseline", "year"): (Span(11, 20, 11, 24), "goals[7].baseline.year"),
    ("goals", 2): (Span(12, 5, 12, 14), "goals[2]"),
    ("methods", 0): (Span(14, 5, 14, 15), "methods[0]"),
}
KEYS = {
    ("goals",): (Span(2, 1, 2, 6), "goals"),
    ("goals", 0, "target_year"): (Span(4, 3, 4, 14), "goals[koncern-2030].target_year"),
    ("goals", 1, "baseline", "year"): (Span(11, 14, 11, 18), "goals[7].baseline.year"),
    ("goals", 2, "previous"): (Span(12, 5, 12, 13), "goals[2].previous"),
}
MISSING = {
    ("goals", 1, "baseline", "value"): (Span(11, 3, 11, 11), "goals[7].baseline"),
    ("goals", 1, "baseline", "value", "unit"): (Span(11, 3, 11, 11), "goals[7].baseline"),
    ("goals", 0, "statement", "text"): (Span(6, 3, 6, 12), "goals[koncern-2030].statement"),
    ("goals", 9): (Span(2, 1, 2, 6), "goals"),
    ("sources",): (Span(2, 1, 2, 7), ""),
    ("goals", 0, "end_state"): (Span(3, 3, 3, 19), "goals[koncern-2030]"),
}


@pytest.mark.parametrize(("steps", "expected"), VALUES.items(), ids=str)
def test_value(steps: tuple[str | int, ...], expected: tuple[Span, str]) -> None:
    assert locate(read_nodes(TEXT), Route("goals", steps)) == expected


@pytest.mark.parametrize(("steps", "expected"), KEYS.items(), ids=str)
def test_key(steps: tuple[str | int, ...], expected: tuple[Span, str]) -> None:
    assert locate(read_nodes(TEXT), Route("goals", steps, "key")) == expected


@pytest.mark.parametrize(("steps", "expected"), MISSING.items(), ids=str)
def test_what_is_missing_is_said_of_what_is_there(
    steps: tuple[str | int, ...], expected: tuple[Span, str]
) -> None:
    assert locate(read_nodes(TEXT), Route("goals", steps)) == expected


def test_list_item_has_no_key_so_its_value_is_pointed_at() -> None:
    found = locate(read_nodes(TEXT), Route("goals", ("goals", 0), "key"))

    assert found == (Span(3, 3, 3, 19), "goals[koncern-2030]")


@pytest.mark.parametrize("text", ["", "# bara en kommentar\n", "\n\n"])
def test_empty_file_has_its_first_character(text: str) -> None:
    assert locate(read_nodes(text), Route("goals", ("goals", 0))) == (Span(1, 1, 1, 2), "")


def test_empty_value_stands_after_its_colon() -> None:
    found = locate(read_nodes("a:\nb: c\n"), Route("x", ("a",)))

    assert found == (Span(1, 3, 1, 4), "a")


def test_columns_count_characters_not_bytes() -> None:
    found = locate(read_nodes('"å😀": {ö: x}\n'), Route("x", ("å😀", "ö")))

    assert found == (Span(1, 11, 1, 12), "å😀.ö")
