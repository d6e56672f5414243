"""The schemas that editors read say what the model says: same keys, same words, same refusals."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft7Validator
from pydantic import ValidationError
from rich_contract import RICH
from ruamel.yaml import YAML
from small import FILES as SMALL

from klimatkontrakt.cli.commands import schema as command
from klimatkontrakt.exporters._hover import WORDS
from klimatkontrakt.exporters.json_schema import FILES, json_schema
from klimatkontrakt.store.yaml12 import read_data

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from conftest import Ran
    from pydantic import BaseModel

REPOSITORY = Path(__file__).parents[2]
CASES = REPOSITORY / "tests" / "cases" / "rules"
SCHEMAS = {name: json_schema(name) for name in FILES}
VALIDATORS = {name: Draft7Validator(schema) for name, schema in SCHEMAS.items()}
ONLY_THE_MODEL_KNOWS = {"kk_nfc", "kk_when", "kk_day", "kk_unquoted"}
"""Refusals that JSON Schema has no words for: characters, calendars. (An unquoted code is refused
by both: there the number is of the wrong type.)"""


def kind_of(path: str) -> str | None:
    """Which schema a file has, by its name or folder."""
    parts = path.split("/")
    for folder in ("shared", "background"):
        if folder in parts[:-1]:
            return folder
    name = parts[-1].removesuffix(".yaml")
    return name if name in FILES else None


def documents() -> Iterator[tuple[str, str, Any]]:
    """Name, kind and data of every shipped file, of the rich contract and of the rules' cases."""
    for folder in ("commitments", "templates"):
        for path in sorted((REPOSITORY / folder).rglob("*.yaml")):
            name = path.relative_to(REPOSITORY).as_posix()
            yield from document(name, name, path.read_text(encoding="utf-8"))
    for name, text in [*RICH.items(), *SMALL.items()]:
        yield from document(f"rich: {name}", name, text)
    for path in sorted(CASES.glob("*.yaml")):
        for case in YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))["cases"]:
            for name, text in case["files"].items():
                yield from document(f"{path.stem} {case['name']}: {name}", name, text)


def document(label: str, name: str, text: str) -> Iterator[tuple[str, str, Any]]:
    kind, data = kind_of(name), read_data(text)[0]
    if kind is not None and isinstance(data, dict):
        whole = kind != "contract" or "municipality" in data  # small.py lays the head before it
        yield from [(label, kind, data)] if whole else []


DOCUMENTS = tuple(documents())
PLAIN = [pytest.param(kind, data, id=label) for label, kind, data in DOCUMENTS]


def refused_by_model(kind: str, data: Any) -> set[str]:
    """The types of pydantic's errors; none when the model takes the data."""
    model: type[BaseModel] = FILES[kind][0]
    try:
        model.model_validate(data)
    except ValidationError as error:
        return {item["type"] for item in error.errors()}
    return set()


def refused_by_schema(kind: str, data: Any) -> bool:
    return not VALIDATORS[kind].is_valid(data)


def agree(kind: str, data: Any) -> bool:
    """Whether both take it or both refuse it; what only the model can know may differ."""
    refusals = refused_by_model(kind, data)
    if refusals and refusals <= ONLY_THE_MODEL_KNOWS:
        return True
    return refused_by_schema(kind, data) == bool(refusals)


@pytest.mark.parametrize("name", FILES)
def test_schema_is_a_schema(name: str) -> None:
    Draft7Validator.check_schema(SCHEMAS[name])

    assert SCHEMAS[name]["title"] == name


def test_every_kind_of_file_can_be_named_on_the_command_line() -> None:
    assert set(command.FILES) == set(FILES)


def models(name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    schema = SCHEMAS[name]
    yield FILES[name][0].__name__, schema
    yield from schema.get("$defs", {}).items()


@pytest.mark.parametrize("name", FILES)
def test_every_key_has_a_swedish_text_and_every_word_a_meaning(name: str) -> None:
    fields = [
        (f"{model}.{key}", field)
        for model, part in models(name)
        for key, field in part["properties"].items()
    ]

    assert [key for key, field in fields if not field.get("description", "").endswith(".")] == []
    for _, field in fields:
        for value in (field, field.get("items", {}), *field.get("anyOf", ())):
            words, meanings = value.get("enum", []), value.get("enumDescriptions", [])
            assert len(words) == len(meanings)
            assert "title" not in value
            assert meanings == value.get("markdownEnumDescriptions", [])


def test_every_explained_word_is_a_word_of_the_model() -> None:
    used: set[str] = set()
    for name in FILES:
        for model, part in models(name):
            for key, field in part["properties"].items():
                for value in (field, field.get("items", {}), *field.get("anyOf", ())):
                    for word in value.get("enum", ()):
                        used |= {f"{model}.{key}.{word}"} & set(WORDS) or {word}

    assert used == set(WORDS)


def without_empty(value: Any) -> Any:
    """The data without keys that have no value; of them the last tests tell."""
    if isinstance(value, dict):
        return {key: without_empty(item) for key, item in value.items() if item is not None}
    return [without_empty(item) for item in value] if isinstance(value, list) else value


@pytest.mark.parametrize(("kind", "data"), PLAIN)
def test_schema_and_model_agree_on_what_is_written(kind: str, data: Any) -> None:
    assert agree(kind, without_empty(data))


def test_shipped_files_are_taken() -> None:
    shipped = [item for item in DOCUMENTS if item[0].startswith(("commitments/", "templates/"))]

    assert len(shipped) > 20
    assert [label for label, kind, data in shipped if refused_by_schema(kind, data)] == []


WRONG: tuple[Any, ...] = (
    12,
    -1,
    2030,
    2300,
    True,
    "",
    "Ett Ord!",
    "klimatneutralt",
    "2026-Q1",
    "2026-13-45",
    "80 %",
    "80 äpplen",
    "2580",
    [],
    ["ett"],
    {},
)
"""What is put in the place of each value, one at a time."""


def places(value: Any, route: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every route in plain data, of lists only the first item."""
    yield route
    if isinstance(value, dict):
        for key, item in value.items():
            yield from places(item, (*route, key))
    elif isinstance(value, list) and value:
        yield from places(value[0], (*route, 0))


def changed(data: Any, route: tuple[Any, ...]) -> Iterator[Any]:
    """The data with the value at a route replaced, removed, or given an unknown key."""
    for wrong in WRONG:
        yield replaced(data, route, wrong)
    yield removed(data, route)
    added = deepcopy(data)
    value = reached(added, route)
    if isinstance(value, dict):
        value["finns-inte"] = "x"
        yield added


def reached(data: Any, route: tuple[Any, ...]) -> Any:
    for step in route:
        data = data[step]
    return data


def replaced(data: Any, route: tuple[Any, ...], value: Any) -> Any:
    copy = deepcopy(data)
    reached(copy, route[:-1])[route[-1]] = value
    return copy


def removed(data: Any, route: tuple[Any, ...]) -> Any:
    copy = deepcopy(data)
    del reached(copy, route[:-1])[route[-1]]
    return copy


@pytest.mark.parametrize("name", RICH)
def test_schema_and_model_refuse_alike(name: str) -> None:
    """The rich contract has every kind of value; each is spoilt in every way."""
    data = read_data(RICH[name])[0]
    kind = name.removesuffix(".yaml")
    differing = [
        (route, reached(spoilt, route[:-1]), refused_by_model(kind, spoilt))
        for route in places(data)
        if route
        for spoilt in changed(data, route)
        if not agree(kind, spoilt)
    ]

    assert differing == []


def test_a_key_without_value_is_marked_in_the_editor_alone() -> None:
    """The one thing in which the schema asks for more: kk takes it as missing."""
    data = {"methods": ["koldioxidbudget"], "goals": [], "sources": []}
    goal = {
        "id": "a",
        "statement": "b",
        "boundary": ["territory"],
        "end_state": "other",
        "label": None,
    }

    assert agree("goals", data)
    assert not refused_by_model("goals", {"goals": [goal]})
    assert refused_by_schema("goals", {"goals": [goal]})


def test_all_schemas_are_written_to_a_folder(kk: Callable[..., Ran], tmp_path: Path) -> None:
    ran = kk("schema", "--all", "--out-dir", "ny/scheman", folder=tmp_path, KK_LANG="sv")
    written = sorted(path.name for path in (tmp_path / "ny" / "scheman").iterdir())

    assert (ran.code, ran.out, ran.err.split()) == (0, "", ["skrev", str(Path("ny/scheman"))])
    assert written == sorted(f"{name}.schema.json" for name in FILES)
    assert (
        json.loads((tmp_path / "ny/scheman/goals.schema.json").read_text("utf-8"))
        == (SCHEMAS["goals"])
    )


def test_a_folder_that_cannot_be_made_is_told(kk: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "upptaget").write_text("", encoding="utf-8")
    ran = kk("schema", "--all", "--out-dir", "upptaget", folder=tmp_path, KK_LANG="sv")

    assert (ran.code, ran.err.split(": ")[-1].splitlines()[0]) == (2, "en fil har det namnet")


def test_one_schema_whole(kk: Callable[..., Ran], golden: Callable[[str, str], None]) -> None:
    golden("schema/documents.json", kk("schema", "documents").out)


def test_a_folder_without_all_is_refused(kk: Callable[..., Ran], tmp_path: Path) -> None:
    ran = kk("schema", "goals", "--out-dir", "x", folder=tmp_path, KK_LANG="sv")

    assert (ran.code, ran.out, ran.err) == (
        2,
        "",
        "kk: --out-dir gäller bara tillsammans med --all\n"
        "    lägg till --all eller ta bort --out-dir\n",
    )
    assert list(tmp_path.iterdir()) == []
