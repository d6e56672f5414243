"""What holds of rules whatever the words and numbers are: no noise where anything fits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st
from small import small_workspace

from klimatkontrakt.model.action import Roadmap
from klimatkontrakt.model.goal import Goals
from klimatkontrakt.rules._case import Case
from klimatkontrakt.rules._rule import RULES
from klimatkontrakt.store.layout import open_layout
from klimatkontrakt.store.reader import Reader

if TYPE_CHECKING:
    from klimatkontrakt.model.contract import Contract

LAW = settings(deadline=None, derandomize=True, database=None, max_examples=200)
WORDS = ("cykelvägar", "solceller", "skolmat", "återbruk", "bussar", "trähus", "fjärrvärme", "torg")
OTHER = st.lists(st.sampled_from(("i", "hela", "staden", "2030", "och", "på", "nya")), max_size=6)


@cache
def contract() -> Contract:
    with TemporaryDirectory() as folder:
        root = small_workspace(Path(folder), {})
        read = Reader(open_layout(root)).contract("pahittkoping", 2025).contract
    assert read is not None
    return read


def codes(new: Contract, before: Contract | None = None) -> list[str]:
    case = Case(new, date(2026, 11, 22), {"9999"}, before=before)
    return [found.entry.code for rule in RULES.discover() for found in rule.findings(case)]


def with_action(title: str, **more: Any) -> Contract:
    action = {"id": "steg-ett", "title": title, **more}
    return replace(contract(), roadmap=Roadmap.model_validate({"actions": [action]}))


@LAW
@given(st.permutations(WORDS), OTHER, OTHER)
def test_an_id_whose_names_share_a_word_is_not_called_reused(
    words: list[str], some: list[str], others: list[str]
) -> None:
    old, new = [words[0], words[1], *some], [*others, words[2], words[0].upper()]

    assert codes(with_action(" ".join(new)), with_action(" ".join(old))) == []
    assert codes(with_action(" ".join(old)), with_action(" ".join(new))) == []


@LAW
@given(st.permutations(WORDS), st.integers(0, 9))
def test_an_id_whose_name_is_spelt_anew_is_not_called_reused(words: list[str], at: int) -> None:
    old = f"{words[0]} {words[1]}"
    new = old[:at] + old[at + 1 :]

    assert codes(with_action(new), with_action(old)) == []


@LAW
@given(st.permutations(WORDS))
def test_an_id_whose_names_and_texts_have_nothing_in_common_is_called_reused(
    words: list[str],
) -> None:
    old, new = f"{words[0]} nu", f"mest {words[1]}"

    found = codes(with_action(new), with_action(old))

    assert found == ["KK603"]
    shared = {"text": "Allt arbete sker i nära samarbete mellan förvaltningar, bolag och invånare."}
    assert codes(with_action(new, **shared), with_action(old, **shared)) == []


@LAW
@given(st.integers(1, 10**7), st.integers(0, 100), st.sampled_from(("reduce_by", "reduce_to")))
def test_a_share_that_was_counted_and_rounded_is_not_called_wrong(
    base: int, share: int, kind: str
) -> None:
    left = 100 - share if kind == "reduce_by" else share
    goal = {
        "id": "omradet-2030",
        "statement": "Utsläppen ska minska",
        "boundary": ["territory"],
        "end_state": "reduction",
        "target_year": 2030,
        "target": {"kind": kind, "share": f"{share} %", "value": f"{round(base * left / 100)} t"},
        "baseline": {"year": 2010, "value": f"{base} t"},
    }

    assert codes(replace(contract(), goals=Goals.model_validate({"goals": [goal]}))) == []


@LAW
@given(
    st.lists(st.integers(1, 10**6), min_size=1, max_size=5), st.sampled_from((1, 1000, 1_000_000))
)
def test_funding_of_exactly_the_cost_is_not_called_too_much(parts: list[int], scale: int) -> None:
    cost = sum(parts) / scale
    funding = [{"funder": "Kommunen", "amount": f"{part} tkr"} for part in parts]
    costs = [{"kind": "investment", "amount": f"{cost:.1f} {UNIT[scale]}"}]

    assert codes(with_action("Cykelvägar", funding=funding, costs=costs)) == []


UNIT = {1: "tkr", 1000: "Mkr", 1_000_000: "mdkr"}
