"""A broken item is left out; what is said of the items after it still points to their lines."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from conftest import TODAY

from klimatkontrakt.app.validate import validate
from klimatkontrakt.app.workspace import open_workspace
from klimatkontrakt.diagnostics.route import Route
from klimatkontrakt.model.commitment import Commitments
from klimatkontrakt.model.contract import Head
from klimatkontrakt.model.goal import Goals
from klimatkontrakt.store.shape import shape

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HEAD = {
    "municipality": "2580",
    "kind": "contract",
    "record": "partial",
    "wording": "summary",
    "status": "signed",
}


def goal(name: str, **changes: object) -> dict[str, Any]:
    whole = {
        "id": name,
        "statement": "Klimatneutral",
        "boundary": ["territory"],
        "end_state": "climate_neutral",
    }
    return {key: value for key, value in {**whole, **changes}.items() if value is not ...}


def said(findings: tuple[Any, ...]) -> list[tuple[str, tuple[str | int, ...], str]]:
    return [(item.entry.code, item.route.steps, item.route.at) for item in findings]


def test_whole_data_is_kept_whole() -> None:
    shaped = shape(Goals, {"goals": [goal("a"), goal("b")], "methods": []}, "goals")

    assert [item.id for item in shaped.value.goals] == ["a", "b"]
    assert shaped.kept == {"goals": (0, 1), "methods": ()}
    assert shaped.findings == ()


def test_broken_items_are_left_out_and_the_others_keep_their_places() -> None:
    data = [goal("a", end_state="x"), goal("b"), goal("c", statement=...), "d", goal("e")]

    shaped = shape(Goals, {"goals": data}, "goals")

    assert [item.id for item in shaped.value.goals] == ["b", "e"]
    assert shaped.kept == {"goals": (1, 4)}
    assert said(shaped.findings) == [
        ("KK114", ("goals", 0, "end_state"), "value"),
        ("KK112", ("goals", 2), "key"),
        ("KK113", ("goals", 3), "value"),
    ]


def test_all_faults_of_one_item_are_said() -> None:
    shaped = shape(Goals, {"goals": [goal("A", end_state="x", målår=2030)]}, "goals")

    assert shaped.value == Goals()
    assert said(shaped.findings) == [
        ("KK115", ("goals", 0, "id"), "value"),
        ("KK114", ("goals", 0, "end_state"), "value"),
        ("KK111", ("goals", 0, "målår"), "key"),
    ]


def test_a_key_that_is_no_list_is_left_out_alone() -> None:
    shaped = shape(Commitments, {"shared_commitments": 1, "cooperation_areas": []}, "commitments")

    assert shaped.value == Commitments(cooperation_areas=())
    assert said(shaped.findings) == [("KK113", ("shared_commitments",), "value")]


def test_a_stand_in_takes_the_place_of_a_required_key() -> None:
    data = {**HEAD, "status": "klart", "name": "Luleå kommun"}

    shaped = shape(Head, data, "contract", {**HEAD, "status": "draft"})

    assert (shaped.value.status, shaped.value.name) == ("draft", "Luleå kommun")
    assert said(shaped.findings) == [("KK114", ("status",), "value")]


def test_a_misspelt_required_key_is_said_once() -> None:
    shaped = shape(Goals, {"goals": [goal("a", statement=..., statment="x")]}, "goals")

    assert said(shaped.findings) == [("KK111", ("goals", 0, "statment"), "key")]


def test_data_is_not_changed() -> None:
    data = {"goals": [goal("a", end_state="x"), goal("b")]}

    shape(Goals, data, "goals")

    assert data == {"goals": [goal("a", end_state="x"), goal("b")]}


BROKEN_FIRST = """\
goals:
- id: trasigt
  statement: Ett mål
  boundary: [territory]
  end_state: klimatneutralt
- id: helt
  statement: Ett mål till
  boundary: [territory]
  end_state: reduction
  target_year: 2020
  baseline:
    year: 2030
- id: också trasigt
  statement: Ännu ett mål
  boundary: [territory]
  end_state: reduction
- id: delmal
  parent: finns-inte
  statement: Ett delmål
  boundary: [territory]
  end_state: reduction
  source: kommunen
sources:
- title: Källa utan id
- id: kommun
  title: Kommunens webbplats
"""


def test_a_rule_points_to_the_right_line_after_a_broken_item(small: Callable[..., Path]) -> None:
    root = small({"goals.yaml": BROKEN_FIRST})

    outcome = validate(open_workspace(root), (), root, date.fromisoformat(TODAY))

    assert [
        (item.place.span.line, item.place.span.column, item.entry.code, item.place.path)
        for item in outcome.diagnostics
    ] == [
        (5, 14, "KK114", "goals[trasigt].end_state"),
        (10, 16, "KK204", "goals[helt].target_year"),
        (13, 7, "KK115", "goals[också trasigt].id"),
        (24, 3, "KK112", "sources[Källa utan id]"),
    ]
    assert [
        (aside.place.span.line, aside.place.path)
        for item in outcome.diagnostics
        for aside in item.related
    ] == [(12, "goals[helt].baseline.year")]


@pytest.mark.parametrize(
    ("steps", "original"),
    [
        (("goals", 0, "target_year"), ("goals", 1, "target_year")),
        (("goals", 1), ("goals", 3)),
        (("goals",), ("goals",)),
        (("methods", 0), ("methods", 0)),
    ],
)
def test_routes_of_the_model_lead_to_the_items_of_the_file(
    small: Callable[..., Path], steps: tuple[str | int, ...], original: tuple[str | int, ...]
) -> None:
    root = small({"goals.yaml": BROKEN_FIRST + "methods: [a, b]\n"})
    source = open_workspace(root).reader.contract("pahittkoping", 2025).sources["goals"]

    assert source.original(Route("goals", steps)) == Route("goals", original)
