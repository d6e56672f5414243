"""What every value of the model is built from."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Annotated, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
)
from pydantic_core import PydanticCustomError

if TYPE_CHECKING:
    from typing import LiteralString

T = TypeVar("T")

UNKNOWN = "unknown"
"""The fact exists or may exist, but is not known here. Not the same as 0 or not applicable."""
NOT_APPLICABLE = "not_applicable"
"""The question does not arise."""


class Frozen(BaseModel):
    """A value read from data: nothing is coerced, no key is ignored, nothing changes later."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


Many = Annotated[tuple[T, ...], Field(strict=False)]
"""Several values in order; YAML gives a list, the model keeps a tuple."""

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
"""Words for people. Whether they are signed words is told by the contract's ``wording``."""


def refusal(kind: LiteralString, **context: object) -> PydanticCustomError:
    """What a field refuses. ``kind`` is all that matters: the store chooses words by it."""
    return PydanticCustomError(kind, kind, context)


def _nfc(value: str) -> str:
    if not unicodedata.is_normalized("NFC", value):
        raise refusal("kk_nfc")
    return value


Id = Annotated[
    str,
    StringConstraints(pattern=r"^[a-zåäö0-9]+(-[a-zåäö0-9]+)*$", max_length=80),
    AfterValidator(_nfc),
]
"""A name that follows an item from year to year: small letters, digits and hyphens."""


def quoted(value: object) -> object:
    """Refuse a number where digits are a name: ``0114`` would lose its zero."""
    if isinstance(value, (int, float)):
        raise refusal("kk_unquoted")
    return value


Code = Annotated[str, BeforeValidator(quoted), StringConstraints(pattern=r"^[0-9]{4}$")]
"""A municipality code of Statistics Sweden: four digits, the first two the county."""


def is_known(value: object) -> bool:
    """Whether a value says something: not absent, not ``unknown``, not ``not_applicable``."""
    return value is not None and value not in (UNKNOWN, NOT_APPLICABLE, ())
