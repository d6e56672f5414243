"""Whatever a contract holds: words inside the picture and apart, sound XML, true numbers."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING, Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pictured_contract import PICTURED, SERIES, contract_in
from small import small_workspace

from klimatkontrakt.document.pictures import _svg as svg
from klimatkontrakt.document.pictures._picture import Facts, illustrations
from klimatkontrakt.document.words import FIELDS
from klimatkontrakt.model.action import ActionStatus, Roadmap
from klimatkontrakt.model.commitment import Commitments
from klimatkontrakt.model.emissions import Emissions
from klimatkontrakt.model.goal import Goals

if TYPE_CHECKING:
    from klimatkontrakt.document.pictures._picture import Illustration
    from klimatkontrakt.model.contract import Contract

WORDS = st.one_of(
    st.text(min_size=1, max_size=60).filter(str.strip),
    st.sampled_from(
        [
            "Cykelplan",
            "Personalförsörjningskonsekvensutredningsarbetsgruppens sammanträdesprotokoll",
            "<script>alert('x')</script> & ]]> \u202e \u200b {{ }}",
            "W" * 500,
            "Kommunen ska ta fram en plan för hur arbetet ska gå vidare. " * 5,
        ]
    ),
)
TIMES = st.sampled_from(
    [
        *("1900", "2024", "2025-Q1", "2026-H2", "2025-spring", "2027-winter", "2026-03"),
        *("2025-12-31", "2023/2031", "by 2030", "2199", "ongoing", "unknown"),
    ]
)
MONEY = st.one_of(
    st.integers(-(10**6), 10**15).map(lambda amount: f"{amount} kr"),
    st.sampled_from(["0 kr", "12,5 Mkr", "3 GWh"]),
)
STATUSES = get_args(ActionStatus)


def several(items: st.SearchStrategy[Any], most: int) -> st.SearchStrategy[list[Any]]:
    return st.one_of(st.lists(items, max_size=3), st.lists(items, max_size=most))


MILESTONES = st.one_of(
    st.builds(lambda time, text: {"due": time, "text": text}, TIMES, WORDS),
    st.builds(lambda time, text: {"done": time, "text": text}, TIMES, WORDS),
    st.builds(lambda said, text: {"undated": said, "text": text}, WORDS, WORDS),
)
ACTIONS = st.fixed_dictionaries(
    {
        "title": WORDS,
        "status": st.sampled_from(STATUSES),
        "fields": st.lists(st.sampled_from(sorted(FIELDS)), max_size=3),
        "milestones": several(MILESTONES, 5),
        "links": several(
            st.fixed_dictionaries(
                {
                    "to": st.sampled_from(
                        [
                            *("goal:x", "commitment:x", "point:1.1", "point:12.3"),
                            *(f"commitment:{number}" for number in range(1, 30)),
                        ]
                    ),
                    "kind": st.sampled_from(["stated", "editorial"]),
                }
            ),
            8,
        ),
        "costs": several(
            st.fixed_dictionaries({"kind": st.just("investment"), "amount": MONEY}), 4
        ),
        "funding": several(st.fixed_dictionaries({"funder": WORDS, "amount": MONEY}), 14),
    }
)
GOALS = st.fixed_dictionaries(
    {
        "label": WORDS,
        "statement": WORDS,
        "boundary": st.just(["territory"]),
        "end_state": st.just("reduction"),
        "measure": st.just("greenhouse_gases"),
        "target_year": st.integers(1900, 2199),
        "target": st.fixed_dictionaries(
            {
                "kind": st.just("at_most"),
                "value": st.integers(-(10**7), 10**9).map(lambda tonnes: f"{tonnes} t"),
            }
        ),
    }
)
SERIESES = st.dictionaries(st.integers(1900, 2100), st.integers(0, 10**8), max_size=40).map(
    lambda found: Emissions(tuple(sorted(found.items())), "källa", SERIES.retrieved)
)


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Contract:
    return contract_in(small_workspace(tmp_path_factory.mktemp("stad"), PICTURED))


def named(items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The items with an id each, those within them too."""
    return [
        {"id": f"i{place}", **item}
        | ({"milestones": named(item["milestones"])} if "milestones" in item else {})
        for place, item in enumerate(items)
    ]


Box = tuple[float, float, float, float, str]


def boxes(root: ET.Element) -> list[Box]:
    """Left, top, right and bottom of every line of words."""
    found = []
    for item in root.iter("{http://www.w3.org/2000/svg}text"):
        text, size = item.text or "", int(item.attrib["font-size"])
        wide = svg.width(text, size, bold=item.get("font-weight") == "bold")
        share = {"start": 0.0, "middle": 0.5, "end": 1.0}[item.get("text-anchor", "start")]
        left, base = float(item.attrib["x"]) - share * wide, float(item.attrib["y"])
        found.append((left, base - 0.75 * size, left + wide, base + 0.2 * size, text))
    return found


def overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def assert_sound(picture: Illustration) -> None:
    root = ET.fromstring(picture.picture.svg)  # noqa: S314  made by the program itself
    high = float(root.attrib["height"])
    words = boxes(root)
    outside = [b for b in words if b[0] < 0 or b[1] < 0 or b[2] > svg.WIDTH or b[3] > high]
    colliding = [(one, other) for one, other in combinations(words, 2) if overlap(one, other)]

    tags = {item.tag.rpartition("}")[2] for item in root.iter()}

    assert tags <= {"svg", "title", "desc", "rect", "line", "text", "circle", "polyline", "polygon"}
    assert outside == []
    assert colliding == []
    assert high <= svg.HIGHEST
    assert {len(row) for row in picture.rows} == {len(picture.head)}
    assert (
        min(int(item.attrib["font-size"]) for item in root.iter() if "font-size" in item.attrib)
        >= 12
    )


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(several(ACTIONS, 40), several(GOALS, 12), SERIESES, st.sets(st.integers(1, 40)))
def test_every_picture_is_sound(
    town: Contract,
    actions: list[dict[str, Any]],
    goals: list[dict[str, Any]],
    series: Emissions,
    chosen: set[int],
) -> None:
    picked = [{"number": number, "relation": "joins"} for number in sorted(chosen)]
    contract = replace(
        town,
        roadmap=Roadmap.model_validate({"actions": named(actions)}),
        goals=Goals.model_validate({"goals": named(goals)}),
        commitments=Commitments.model_validate({"shared_commitments": picked}),
        investment=town.investment.model_copy(update={"items": ()}),
    )
    found = illustrations(contract, Facts(series))

    for picture in found:
        assert_sound(picture)
    assert found == illustrations(contract, Facts(series))


def test_ids_differ_between_the_pictures_of_a_page(town: Contract) -> None:
    found = illustrations(town, Facts(SERIES))
    ids = [
        item.attrib["id"]
        for picture in found
        for item in ET.fromstring(picture.picture.svg).iter()  # noqa: S314  made by the program itself
        if "id" in item.attrib
    ]

    assert (len(found), len(ids), len(set(ids))) == (5, 10, 10)


@given(SERIESES)
def test_the_table_has_the_numbers_of_the_series(town: Contract, series: Emissions) -> None:
    contract = replace(town, goals=Goals())
    rows = [
        (int(year), int(tonnes.replace("\u00a0", "")))
        for picture in illustrations(contract, Facts(series))
        if picture.name == "utslapp"
        for year, tonnes in picture.rows
    ]

    assert rows == (list(series.tonnes) if len(series.tonnes) > 1 else [])
