"""What holds for every field of the model."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Annotated, get_args, get_origin

import pytest
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from klimatkontrakt import model
from klimatkontrakt.model.base import Frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic.fields import FieldInfo

ENGLISH = {"the", "of", "and", "is", "or", "which", "with", "when", "what", "who"}
YAML_1_1 = {"y", "n", "yes", "no", "on", "off", "true", "false", "null", "~"}
MUTABLE = (list, set, dict, frozenset)

for module in iter_modules(model.__path__):
    import_module(f"{model.__name__}.{module.name}")


def below(kind: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for child in kind.__subclasses__():
        yield child
        yield from below(child)


MODELS = sorted(
    {kind for kind in below(Frozen) if kind.__module__.startswith(model.__name__)},
    key=lambda kind: kind.__name__,
)
FIELDS = [
    pytest.param(field, name, id=f"{kind.__name__}.{name}")
    for kind in MODELS
    for name, field in kind.model_fields.items()
]


def parts(annotation: object) -> Iterator[object]:
    yield get_origin(annotation) or annotation
    for part in get_args(annotation):
        yield from parts(part)


def test_the_walk_finds_the_models() -> None:
    names = {kind.__name__ for kind in MODELS}

    assert {"Goal", "Action", "Head", "Version", "Register", "Outline", "Tie", "Rate"} <= names
    assert len(names) == len(MODELS)


@pytest.mark.parametrize("kind", MODELS, ids=lambda kind: kind.__name__)
def test_model_is_frozen_strict_and_refuses_what_it_does_not_know(kind: type[BaseModel]) -> None:
    asked = {key: kind.model_config.get(key) for key in ("frozen", "strict", "extra")}

    assert asked == {"frozen": True, "strict": True, "extra": "forbid"}
    assert kind.__doc__


@pytest.mark.parametrize(("field", "name"), FIELDS)
def test_field_has_a_swedish_description(field: FieldInfo, name: str) -> None:
    description = field.description or ""

    assert description.endswith("."), name
    assert ENGLISH.isdisjoint(description.lower().replace(".", "").split()), description


@pytest.mark.parametrize(("field", "name"), FIELDS)
def test_field_is_no_word_that_yaml_1_1_takes_for_a_truth_value(
    field: FieldInfo, name: str
) -> None:
    assert name.casefold() not in YAML_1_1
    assert (field.alias, field.validation_alias) == (None, None)


@pytest.mark.parametrize(("field", "name"), FIELDS)
def test_field_with_several_values_is_a_tuple_that_takes_a_list(
    field: FieldInfo, name: str
) -> None:
    found = list(parts(field.annotation))

    assert [part for part in found if part in MUTABLE] == [], name
    if tuple in found:
        assert field.metadata  # strictness eased for the list alone
        assert kinds_of_refusal(field, []) <= {"too_short"}
        assert field.default == () or field.is_required()


def kinds_of_refusal(field: FieldInfo, value: object) -> set[str]:
    annotation = Annotated[(field.annotation, *field.metadata)]
    try:
        TypeAdapter(annotation, config=ConfigDict(strict=True)).validate_python(value)
    except ValidationError as error:
        return {item["type"] for item in error.errors()}
    return set()
