"""Units, companies and roles of a municipality, used by id everywhere."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from klimatkontrakt.model.base import Id, Many, Text
from klimatkontrakt.model.source import Sourced, Sourcing


class Unit(Sourced):
    """An administration, company, board or role that can be responsible for something."""

    id: Id = Field(description="Id som andra filer hänvisar till.")
    name: Text = Field(description="Enhetens namn.")
    kind: Literal[
        "administration", "company", "board", "council", "management", "network", "role", "other"
    ] = Field(
        description="Slag: förvaltning, bolag, nämnd, fullmäktige, ledning, nätverk eller roll."
    )
    organisation: Text | None = Field(None, description="Organisation som enheten hör till.")
    note: Text | None = Field(None, description="Något att veta om enheten.")


class Units(Sourcing):
    """``units.yaml``."""

    units: Many[Unit] = Field((), description="Förvaltningar, bolag och roller.")
