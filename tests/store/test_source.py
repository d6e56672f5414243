"""A rewriting becomes an edit only where all that stands in its place is the key or value meant."""

from __future__ import annotations

import pytest

from klimatkontrakt.diagnostics.edit import Edit
from klimatkontrakt.diagnostics.place import Span
from klimatkontrakt.diagnostics.route import Route
from klimatkontrakt.store.source import read_source

TEXT = """\
goals:
- id: a
  statement: En text
    på två rader
  boundary: [territory, sector]
  target: {share: "80 %"}
  residual: |
    En text
"""


@pytest.mark.parametrize(
    ("route", "column"),
    [
        (Route("goals", ("goals", 0, "id")), (2, 7, 8)),
        (Route("goals", ("goals", 0, "id"), "key"), (2, 3, 5)),
        (Route("goals", ("goals", 0, "boundary", 1)), (5, 25, 31)),
        (Route("goals", ("goals", 0, "target", "share")), (6, 19, 25)),
        (Route("goals", ("goals", 0, "residual"), "key"), (7, 3, 11)),
    ],
)
def test_a_word_on_one_line(route: Route, column: tuple[int, int, int]) -> None:
    source = read_source(TEXT.encode(), "goals.yaml", "goals")
    line, start, end = column

    assert source.edits(route, "x", source.place(route)) == (
        Edit(Span(line, start, line, end), "x"),
    )


@pytest.mark.parametrize(
    "steps",
    [
        (),
        ("goals", 0, "statement"),
        ("goals", 0, "residual"),
        ("goals", 0, "label"),
        ("goals", 1),
        ("goals", 0, "id", "x"),
    ],
)
def test_nothing_else_is_rewritten(steps: tuple[str | int, ...]) -> None:
    source = read_source(TEXT.encode(), "goals.yaml", "goals")
    route = Route("goals", steps)

    assert source.edits(route, "x", source.place(route)) == ()
    assert source.edits(Route("goals", ("goals", 0, "id")), None, source.place(route)) == ()
