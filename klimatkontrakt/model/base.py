"""What every value of the model is built from."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Annotated, TypeVar, get_args

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
)
from pydantic_core import PydanticCustomError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import LiteralString

    from pydantic.config import JsonDict

T = TypeVar("T")


class Frozen(BaseModel):
    """A value read from data: nothing is coerced, no key is ignored, nothing changes later."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


Many = Annotated[tuple[T, ...], Field(strict=False)]
"""Several values in order; YAML gives a list, the model keeps a tuple."""


@dataclass(frozen=True, slots=True)
class Since:
    """Tag of a field: the first version that it belongs to.

    ``Annotated[Many[Point], Since(2026)]``; contracts of older versions stay as they were signed.
    """

    version: int


def first_version(kind: type[BaseModel], field: str) -> int | None:
    """The first version that a model's field belongs to; ``None`` if it belongs to all."""
    tags = kind.model_fields[field].metadata
    return next((tag.version for tag in tags if isinstance(tag, Since)), None)


@cache
def newest_version(kind: type[BaseModel]) -> int:
    """The latest version that any field belongs to, of a model and of those within; 0 if none."""
    found = [first_version(kind, name) or 0 for name in kind.model_fields]
    fields = kind.model_fields.values()
    return max([*found, *(newest_version(held) for f in fields for held in _held(f.annotation))])


def _held(annotation: object) -> Iterator[type[BaseModel]]:
    """The models that a field's values can be."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _held(part)


Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
"""Words for people. Whether they are signed words is told by the contract's ``wording``."""


def one_of(*keys: str) -> JsonDict:
    """What JSON Schema is told of a value that has exactly one of some keys."""
    return {"oneOf": [{"required": [key]} for key in keys]}


def refusal(kind: LiteralString, **context: object) -> PydanticCustomError:
    """What a field refuses. ``kind`` is all that matters: the store chooses words by it."""
    return PydanticCustomError(kind, kind, context)


def _nfc(value: object) -> object:
    """Refuse å, ä and ö in two characters: two ids that look alike would be different."""
    if isinstance(value, str) and not unicodedata.is_normalized("NFC", value):
        raise refusal("kk_nfc")
    return value


Id = Annotated[
    str,
    StringConstraints(pattern=r"^[a-zåäö0-9]+(-[a-zåäö0-9]+)*$", max_length=80),
    BeforeValidator(_nfc),
]
"""A name that follows an item from year to year: small letters, digits and hyphens."""


Reference = Annotated[
    str,
    BeforeValidator(_nfc),
    StringConstraints(pattern=r"^(\d{4}:)?[a-zåäö0-9]+(-[a-zåäö0-9]+)*$", max_length=85),
]
"""An id, of another municipality if its code stands before: ``2580:framtidsforum``."""


def quoted(value: object) -> object:
    """Refuse a number where digits are a name: ``0114`` would lose its zero."""
    if isinstance(value, (int, float)):
        raise refusal("kk_unquoted")
    return value


Code = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}$"), BeforeValidator(quoted)]
"""A municipality code of Statistics Sweden: four digits, the first two the county."""
