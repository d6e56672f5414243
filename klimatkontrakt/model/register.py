"""Who takes part in the programme."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from klimatkontrakt.model.base import Code, Many, Text
from klimatkontrakt.model.commitment import Slug
from klimatkontrakt.model.source import Sourced, Sourcing
from klimatkontrakt.model.when import Year


class Registered(Sourced):
    """A municipality in the programme; with a name and slug if the code list lacks it."""

    code: Code = Field(description='Kommunkod inom citationstecken, till exempel "2580".')
    name: Text | None = Field(None, description="Namn, för en kommun utanför kodlistan.")
    slug: Slug | None = Field(None, description="Mappens namn, för en kommun utanför kodlistan.")
    role: Literal["wave_1", "wave_2", "pioneer", "twin_of", "unknown"] = Field(
        "unknown", description="Roll i programmet."
    )
    twin_of: Code | None = Field(None, description="Pionjärstad som kommunen är tvilling till.")
    since: Year | None = Field(None, description="Första version som kommunen är med i.")


class Register(Sourcing):
    """``register.yaml``."""

    municipalities: Many[Registered] = Field((), description="Kommuner i programmet.")
