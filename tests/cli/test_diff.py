"""``kk diff`` on the shipped history, in every form, whole."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

from klimatkontrakt.resources import SCHEMAS, schema_json

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Ran

    Golden = Callable[[str, str], None]

FORMS = ("terminal", "markdown", "html", "json", "github")
PAIRS = {"2024-2025": ["2024", "2025"], "karlstad": ["2022", "2023", "karlstad"]}


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize("form", FORMS)
def test_form(kk: Callable[..., Ran], golden: Golden, form: str, pair: str, language: str) -> None:
    ran = kk("diff", *PAIRS[pair], "--format", form, "--lang", language)

    assert (ran.code, ran.err) == (0, "")
    golden(f"diff/{pair}-{form}-{language}.txt", ran.out)


@pytest.mark.parametrize("pair", PAIRS)
def test_updates(kk: Callable[..., Ran], golden: Golden, pair: str) -> None:
    golden(f"diff/{pair}-updates-sv.txt", kk("diff", *PAIRS[pair], "--updates").out)


def test_lulea_has_no_verdict_about_the_year_of_its_goal(kk: Callable[..., Ran]) -> None:
    """The council moved it in 2021; the contract of 2025/26 did not."""
    document = json.loads(kk("diff", "2024", "2025", "luleå", "--format", "json").out)
    about_years = [
        change["verdict"]
        for part in document["parts"]
        for change in part["changes"]
        if change["field"] == "target_year" or "target-year" in (change["verdict"] or "")
    ]

    assert about_years == []


@pytest.mark.parametrize("old", range(2020, 2026))
@pytest.mark.parametrize("new", range(2020, 2026))
def test_any_two_versions_can_be_compared(kk: Callable[..., Ran], old: int, new: int) -> None:
    ran = kk("diff", str(old), str(new))

    assert (ran.code, ran.err, ran.out == "") == (0, "", old == new)


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("diagnostics", ["validate", "--format", "json"]),
        ("comparison", ["diff", "2024", "2025", "--format", "json"]),
        ("comparison", ["diff", "2025", "2025", "--format", "json"]),
        ("rules", ["rules", "--format", "json"]),
        ("list", ["list", "--format", "json"]),
    ],
)
def test_json_keeps_its_schema(kk: Callable[..., Ran], name: str, arguments: list[str]) -> None:
    schema = json.loads(kk("schema", name).out)
    Draft202012Validator.check_schema(schema)

    Draft202012Validator(schema).validate(json.loads(kk(*arguments).out))


def test_every_schema_can_be_printed(kk: Callable[..., Ran]) -> None:
    assert [kk("schema", name).out for name in SCHEMAS] == [schema_json(name) for name in SCHEMAS]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["2019", "2025"],
            "kk: det finns ingen version 2019 här\n"
            "    här finns versionerna 2020, 2021, 2022, 2023, 2024, 2025\n",
        ),
        (
            ["i fjol", "2025"],
            "kk: ”i fjol” är varken en version, en revision med version eller en mapp\n"
            "    skriv till exempel 2024, HEAD~1:2025 eller commitments/lulea/2025\n",
        ),
        (
            ["2024", "2025", "lule"],
            "kk: det finns ingen kommun ”lule”\n    menade du ”Luleå”?\n",
        ),
        (["2024"], "kk: NY saknas\n    se kk diff --help\n"),
    ],
)
def test_wrong_usage(kk: Callable[..., Ran], arguments: list[str], said: str) -> None:
    ran = kk("diff", *arguments)

    assert (ran.code, ran.out, ran.err) == (2, "", said)
