"""Which goals stand beside the statistics, and what is said of the others."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from pictured_contract import SERIES, contract_in

from klimatkontrakt.document.pictures._goals import Aim, aims
from klimatkontrakt.document.pictures._picture import Facts
from klimatkontrakt.document.pictures.emissions import draw
from klimatkontrakt.model.decision import Documents
from klimatkontrakt.model.goal import Goals

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from klimatkontrakt.model.contract import Contract

GOAL: dict[str, Any] = {
    "id": "g",
    "label": "Mål",
    "statement": "s",
    "boundary": ["territory"],
    "end_state": "reduction",
    "measure": "greenhouse_gases",
    "target_year": 2030,
    "target": {"kind": "reduce_by", "share": "80 %", "of": "baseline"},
    "baseline": {"year": 2010},
    "decisions": ["d"],
}
UNCOUNTED = "Mål anger inget tal som går att jämföra."


def judged(root: Path, act: str, **changes: object) -> tuple[tuple[Aim, ...], tuple[str, ...]]:
    return aims(contract_with(root, act, changes), SERIES)


def contract_with(root: Path, act: str, *goals: dict[str, object]) -> Contract:
    """The contract with the usual goal once for each of these, changed so."""
    decisions = [{"id": "d", "act": act}]
    return replace(
        contract_in(root),
        goals=Goals.model_validate(
            {"goals": [GOAL | {"id": f"g{n}"} | changes for n, changes in enumerate(goals)]}
        ),
        documents=Documents.model_validate(
            {"documents": [{"id": "x", "title": "X", "decisions": decisions}]}
        ),
    )


@pytest.mark.parametrize(
    ("changes", "tonnes"),
    [
        ({}, 280_000),
        ({"target": {"kind": "reduce_to", "share": "20 %"}}, 280_000),
        ({"target": {"kind": "at_most", "share": "20 %", "of": "baseline"}}, 280_000),
        ({"target": {"kind": "at_most", "value": "285 kt"}, "baseline": None}, 285_000),
        ({"target": {"kind": "reach", "value": "0 t"}}, 0),
        ({"target": {"kind": "reduce_by", "value": "400 kt"}}, 1_000_000),
        ({"target": {"kind": "reduce_by", "share": "110 %"}}, -140_000),
        ({"target": {"kind": "reduce_by", "share": "80 %", "value": "280 kt"}}, 280_000),
        ({"baseline": {"year": 2010, "value": "1,4 Mt"}}, 280_000),
        ({"target_year": 2012}, 280_000),
    ],
)
def test_goal_in_tonnes(small: Callable[..., Path], changes: dict[str, Any], tonnes: int) -> None:
    year = changes.get("target_year", 2030)

    assert judged(small(), "adopted", **changes) == (
        (Aim("Mål", "Mål", year, Decimal(tonnes), "antaget"),),
        (),
    )


@pytest.mark.parametrize(
    ("act", "decided", "holds"),
    [
        ("adopted", "antaget", True),
        ("revised", "reviderat", True),
        ("proposed", "föreslaget", False),
    ],
)
def test_what_is_decided(
    small: Callable[..., Path],
    act: str,
    decided: str,
    holds: bool,  # noqa: FBT001
) -> None:
    (aim,), _ = judged(small(), act)
    (undecided,), _ = judged(small(), act, decisions=[])

    assert (aim.decided, aim.holds) == (decided, holds)
    assert (undecided.decided, undecided.holds) == ("inget beslut anges", False)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"boundary": ["municipal_group"]}, "Mål gäller kommunkoncernen."),
        ({"boundary": ["unknown"]}, "Mål anger inte vad det omfattar."),
        ({"target": None}, UNCOUNTED),
        ({"target": {"kind": "at_least", "value": "5 kt"}}, UNCOUNTED),
        ({"target": {"kind": "at_most", "share": "40 %", "of": "total"}}, UNCOUNTED),
        ({"target": {"kind": "reduce_by"}}, UNCOUNTED),
        ({"target": {"kind": "at_most", "value": "5 GWh"}}, "Mål anger inte utsläppen i ton."),
        ({"measure": None}, "Mål anger inte vad som mäts."),
        ({"measure": "fossil_co2"}, "Mål mäter fossil koldioxid."),
        ({"measure": "other"}, "Mål mäter något annat."),
        ({"excludes": ["flyget"]}, "Mål lämnar flyget utanför."),
        ({"measure_note": "per invånare"}, "Mål har en egen avgränsning (per invånare)."),
        ({"target_year": "ongoing"}, "Mål har inget målår."),
        ({"target_year": None}, "Mål har inget målår."),
        ({"baseline": None}, "Mål anger inget basår."),
        (
            {"baseline": {"year": 1995}},
            "Mål räknas från 1995, ett år som statistiken saknar.",
        ),
        (
            {"baseline": {"year": 2010, "value": "900 kt"}},
            "Mål räknas från ett annat värde för 2010 än statistikens (900\u00a0kt).",
        ),
        ({"label": None, "target": None}, "Målet ”s” anger inget tal som går att jämföra."),
    ],
)
def test_goal_that_measures_something_else(
    small: Callable[..., Path], changes: dict[str, Any], said: str
) -> None:
    assert judged(small(), "adopted", **changes) == ((), (said,))


def test_a_repealed_goal_is_not_drawn(small: Callable[..., Path]) -> None:
    assert judged(small(), "repealed") == ((), ("Mål är upphävt.",))


OTHER: dict[str, object] = {"target": None}


@pytest.mark.parametrize(
    ("goals", "lead"),
    [
        ([{}], []),
        ([{}, OTHER], ["Ett mål är inte med"]),
        ([{}, OTHER, OTHER], ["Två mål är inte med"]),
        ([OTHER], ["Målet är inte med"]),
        ([OTHER, OTHER, OTHER], ["Inget av målen är med"]),
    ],
)
def test_how_many_goals_are_left_out(
    small: Callable[..., Path], goals: list[dict[str, object]], lead: list[str]
) -> None:
    picture = draw(contract_with(small(), "adopted", *goals), Facts(SERIES))

    assert picture is not None
    assert [line.partition(" i bilden")[0] for line in picture.left_out[:1]] == lead
