"""Commitments that several parties share, and a municipality's choice among them."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, StringConstraints, model_validator

from klimatkontrakt.model.base import Code, Frozen, Many, Since, Text, one_of, quoted, refusal
from klimatkontrakt.model.source import Sourced, Sourcing

PointId = Annotated[str, StringConstraints(pattern=r"^[0-9]+\.[0-9]+$"), BeforeValidator(quoted)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Wording = Literal["official", "summary"]


class Point(Frozen):
    """One part of a shared commitment (delåtagande), chosen one by one."""

    id: PointId = Field(description='Nummer inom citationstecken, till exempel "1.2".')
    text: Text = Field(description="Delåtagandets innebörd.")
    step: Literal["initiate", "establish", "transform"] | None = Field(
        None, description="Steg: initiera, etablera eller transformera."
    )


class SharedCommitment(Sourced, json_schema_extra=one_of("number", "chapter")):
    """A promise that many share: numbered for municipalities, by chapter for other parties."""

    by: Literal["all_parties", "municipalities", "agencies", "programme"] = Field(
        description="Vem som åtar sig: alla parter, kommuner, myndigheter eller programmet."
    )
    number: int | None = Field(None, ge=1, description="Nummer, för åtaganden mellan kommuner.")
    chapter: Slug | None = Field(None, description="Kapitel, för övriga parters löften.")
    theme: Text = Field(description="Ämne i några ord, eller unknown.")
    text: Text = Field(description="Åtagandets innebörd, eller unknown.")
    wording: Wording = Field(
        "summary", description="Lydelse: official för de undertecknade orden, annars summary."
    )
    process: Slug | None = Field(None, description="Utvecklingsprocess som åtagandet bygger på.")
    points: Many[Point] = Field((), description="Kända delåtaganden.")
    content: Many[Text] = Field((), description="Vad löftet innehåller, del för del.")

    @model_validator(mode="after")
    def _numbered_or_placed(self) -> Self:
        if (self.number is None) == (self.chapter is None):
            raise refusal("kk_one_of", keys="number, chapter")
        return self


class ChosenCommitment(Sourced):
    """A municipality's stand on one shared commitment, as its contract states it."""

    number: int = Field(ge=1, description="Åtagandets nummer i kontraktets version.")
    relation: Literal["joins", "prioritises", "declines"] = Field(
        description="Om kommunen ingår i, prioriterar eller avstår; utan rangordning."
    )
    points: Many[PointId] = Field((), description="Valda delåtaganden.")
    text: Text | None = Field(None, description="Kommunens egna ord om valet.")
    reason: Text | None = Field(None, description="Skäl, till exempel varför kommunen avstår.")


class CooperationArea(Sourced):
    """A field in which the municipality wants to work with others."""

    title: Text = Field(description="Områdets namn.")
    municipalities: Many[Code] = Field((), description="Kommuner, med koder inom citationstecken.")


class Commitments(Sourcing):
    """``commitments.yaml``."""

    shared_commitments: Annotated[Many[ChosenCommitment], Since(2025)] = Field(
        (), description="Gemensamma åtaganden som kommunen har valt."
    )
    cooperation_areas: Many[CooperationArea] = Field(
        (), description="Områden där kommunen vill samarbeta med andra."
    )
