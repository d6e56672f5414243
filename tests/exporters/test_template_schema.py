"""What templates see is what the schema says: every field, no other, in every shipped contract."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft7Validator
from rich_contract import RICH

from klimatkontrakt.app.extract import beside
from klimatkontrakt.app.workspace import Chosen, open_workspace
from klimatkontrakt.cli.commands import schema as command
from klimatkontrakt.document.extract_view import extract_view
from klimatkontrakt.document.pictures._picture import Facts, illustrations
from klimatkontrakt.exporters.template_schema import VIEWS, template_schema
from klimatkontrakt.resources import emissions_csv
from klimatkontrakt.store.emissions import read_emissions
from klimatkontrakt.store.layout import outline_name

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Ran

TODAY = date(2026, 11, 22)
SCHEMA = template_schema("template")
EXTRACT = template_schema("extract")


def views(root: Path) -> dict[str, Any]:
    """What the templates of every contract of a workspace see."""
    workspace = open_workspace(root)
    found = {}
    for slug, year in ((item.slug, item.year) for item in workspace.contracts()):
        contract = workspace.reader.contract(slug, year).contract
        assert contract is not None
        outline = workspace.outlines.read(outline_name(contract.head.kind, year))
        assert outline is not None
        chosen = Chosen(slug, year)
        view = extract_view(
            contract, outline, workspace.place_of, beside(workspace, chosen, contract, TODAY)
        )
        facts = Facts(read_emissions(emissions_csv(), contract.municipality.code))
        drawn = [item.view() for item in illustrations(contract, facts)]
        found[f"{slug} {year}"] = {**view, "chapter": "roadmap", "illustrations": drawn}
    return found


def faults(view: Any) -> list[str]:
    """What an extract sees that its schema does not allow, then the same of a chapter."""
    chapter = {name: view[name] for name in SCHEMA["properties"] if name in view}
    return [
        *(error.message for error in Draft7Validator(EXTRACT).iter_errors(view)),
        *(error.message for error in Draft7Validator(SCHEMA).iter_errors(chapter)),
    ]


def test_it_is_a_schema() -> None:
    Draft7Validator.check_schema(SCHEMA)
    Draft7Validator.check_schema(EXTRACT)


def test_every_contract_gives_what_the_schema_says(
    repository: Path, small: Callable[..., Path]
) -> None:
    seen = {**views(repository), **views(small(RICH))}

    assert {name: faults(view) for name, view in seen.items()} == {name: [] for name in seen}
    assert {"karlstad 2022", "karlstad 2023", "lulea 2024", "lulea 2025"} <= set(seen)


def test_a_key_more_or_less_is_a_fault(repository: Path) -> None:
    view = views(repository)["lulea 2025"]
    view["goals"]["goals"][0]["titel"] = "Mål"
    del view["links"]

    assert sorted(faults(view)) == [
        "'links' is a required property",
        "'links' is a required property",
        "Additional properties are not allowed ('titel' was unexpected)",
        "Additional properties are not allowed ('titel' was unexpected)",
    ]


def fields(part: dict[str, Any]) -> list[Any]:
    return [part, *part.get("$defs", {}).values()]


@pytest.mark.parametrize(
    "part", [*fields(SCHEMA), *fields(EXTRACT)], ids=lambda part: part["description"]
)
def test_every_field_is_described(part: dict[str, Any]) -> None:
    assert [name for name, field in part["properties"].items() if not field["description"]] == []
    assert part["required"] == list(part["properties"])


def test_kk_prints_it(kk: Callable[..., Ran]) -> None:
    assert json.loads(kk("schema", "template").out) == SCHEMA
    assert json.loads(kk("schema", "extract").out) == EXTRACT
    assert tuple(VIEWS) == command.VIEWS
