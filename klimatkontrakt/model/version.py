"""A yearly version of the contract: what is common to all who sign it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from klimatkontrakt.model.base import Code, Frozen, Id, Many, Since, Text
from klimatkontrakt.model.commitment import SharedCommitment, Wording
from klimatkontrakt.model.source import Sourced, Sourcing
from klimatkontrakt.model.when import When, Year


class Party(Sourced):
    """An agency or programme that signs beside the municipality."""

    id: Id = Field(description="Partens id.")
    kind: Literal["agency", "programme"] = Field(description="Myndighet eller program.")
    legal_name: Text = Field(description="Namnet i myndighetens instruktion eller i ett register.")
    short_name: Text = Field(description="Namnet i dagligt bruk.")


class Figure(Sourced):
    """A number that the common text states."""

    id: Id = Field(description="Id som mallarna använder.")
    value: int = Field(ge=0, description="Talet.")
    text: Text = Field(description="Vad talet anger.")


class Signing(Sourced):
    """What one municipality signed in this version, where that is known."""

    municipality: Code = Field(description="Kommunkod inom citationstecken.")
    signed: Literal["contract", "letter_of_intent"] = Field(
        description="Klimatkontrakt eller avsiktsförklaring."
    )


Extent = Literal["complete", "partial", "unknown", "not_applicable"]


class Known(Frozen):
    """How much of each part of a version is known here, so that nothing is concluded from a gap."""

    signings: Extent = Field("unknown", description="Vem som har undertecknat vad.")
    promises: Extent = Field(
        "unknown", description="Löften av alla parter, myndigheterna och programmet."
    )
    shared_commitments: Extent = Field(
        "unknown", description="Åtaganden mellan kommuner; not_applicable innan de fanns."
    )


class Version(Sourcing):
    """``shared/<year>.yaml``: label, signing day and years covered are three different facts."""

    version: Year = Field(description="År för undertecknandet; versionens namn i kk.")
    label: Text = Field(description="Versionens beteckning i tryck, till exempel 2025/26.")
    signed_on: When | None = Field(None, description="Dag för undertecknandet.")
    covers: When | None = Field(None, description="År som versionen avser, eller unknown.")
    theme: Text | None = Field(None, description="Årets tema.")
    wording: Wording = Field("summary", description="Lydelsen i den gemensamma texten.")
    known: Known = Field(default=Known(), description="Hur mycket som är känt av varje del.")
    parties: Many[Party] = Field((), description="Myndigheter och program.")
    signings: Many[Signing] = Field(
        (), description="Vem som har undertecknat vad, där det är känt."
    )
    figures: Many[Figure] = Field((), description="Tal som den gemensamma texten anger.")
    promises: Many[SharedCommitment] = Field(
        (), description="Löften av alla parter, myndigheterna och programmet."
    )
    shared_commitments: Annotated[Many[SharedCommitment], Since(2025)] = Field(
        (), description="Gemensamma åtaganden mellan kommuner."
    )

    def commitment(self, number: int) -> SharedCommitment | None:
        """The shared commitment with this number, if the version has one."""
        return next((item for item in self.shared_commitments if item.number == number), None)
