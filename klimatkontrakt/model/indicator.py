"""Series that show how it goes: alive, not part of what was signed."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, PlainValidator, StringConstraints

from klimatkontrakt.model.base import Id, Many, Text, refusal
from klimatkontrakt.model.goal import Boundary
from klimatkontrakt.model.source import Sourced, Sourcing
from klimatkontrakt.model.when import When, Year

_FORM = r"[−-]?(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+)(?:[.,]\d+)?"
_WRITTEN = re.compile(_FORM).fullmatch


def _number(value: object) -> Decimal:
    """Read ``285``, ``3.9``, ``3,9`` or ``1 400 000``; the unit stands once, in the indicator."""
    text = str(value) if type(value) in (int, float, str) else ""
    if not _WRITTEN(text):
        raise refusal("kk_number")
    return Decimal(re.sub(r"\s", "", text).replace("−", "-").replace(",", "."))


_Shown = int | float | Annotated[str, StringConstraints(pattern=f"^{_FORM}$")]
Number = Annotated[Decimal, PlainValidator(_number, json_schema_input_type=_Shown)]
"""A number as Swedish texts or programs write it, without its unit."""

ObservationKind = Literal["measured", "calculated", "forecast"]


class Observation(Sourced):
    """The value of one year."""

    year: Year = Field(description="År som värdet gäller.")
    value: Number = Field(description="Värdet, utan enhet.")
    kind: ObservationKind = Field(description="Om värdet är uppmätt, beräknat eller en prognos.")
    retrieved: When | None = Field(None, description="När värdet hämtades.")


class Indicator(Sourced):
    """One series: what is measured, in which unit, and for whom."""

    id: Id = Field(description="Id som mål hänvisar till, detsamma år från år.")
    name: Text = Field(description="Vad indikatorn mäter, i några ord.")
    unit: Text = Field(description="Enhet för alla värden, till exempel ton per invånare.")
    definition: Text | None = Field(None, description="Hur värdet räknas fram.")
    boundary: Many[Boundary] = Field((), description="Vad indikatorn omfattar.")
    observations: Many[Observation] = Field((), description="Värden, år för år.")


class Indicators(Sourcing):
    """``indicators.yaml``."""

    indicators: Many[Indicator] = Field((), description="Indikatorer som visar hur det går.")
