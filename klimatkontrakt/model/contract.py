"""One municipality's contract in one version."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Self

from pydantic import Field, model_validator

from klimatkontrakt.model.action import Partner, Roadmap
from klimatkontrakt.model.base import Code, Frozen, Id, Many, Text, refusal
from klimatkontrakt.model.commitment import Commitments, Slug, Wording
from klimatkontrakt.model.source import Link, Sourced, Sourcing
from klimatkontrakt.model.when import When

if TYPE_CHECKING:
    from klimatkontrakt.model.decision import Documents
    from klimatkontrakt.model.follow_up import FollowUp
    from klimatkontrakt.model.goal import Goals
    from klimatkontrakt.model.indicator import Indicators
    from klimatkontrakt.model.investment import Investment
    from klimatkontrakt.model.municipality import Municipality
    from klimatkontrakt.model.unit import Units
    from klimatkontrakt.model.version import Version
    from klimatkontrakt.model.waiver import Waivers

Kind = Literal["contract", "letter_of_intent"]
Record = Literal["complete", "partial", "head_only"]
Status = Literal["draft", "consultation", "decided", "signed"]


class Signature(Sourced):
    """Who signed for whom."""

    organisation: Text = Field(description="Organisation som undertecknat.")
    name: Text | None = Field(None, description="Undertecknarens namn.")
    title: Text | None = Field(None, description="Befattning.")
    political_party: Text | None = Field(None, description="Parti, till exempel S.")
    signed_on: When | None = Field(None, description="Dag för underskriften.")


class Contact(Sourced):
    """Whom to ask: a role and a unit, never needing a name."""

    role: Text = Field(description="Roll, till exempel klimatstrateg.")
    unit: Id | None = Field(None, description="Enhet, ur units.yaml.")
    deputy: Id | None = Field(None, description="Ersättande enhet, ur units.yaml.")


class Arena(Frozen):
    """The local transition arena."""

    name: Text = Field(description="Omställningsarenans namn.")
    partners: Many[Partner] = Field((), description="Vilka som ingår i arenan.")


class Section(Sourced, json_schema_extra={"dependencies": {"after": ["title"]}}):
    """Local text in one chapter, or part of a chapter, of the version's outline.

    With ``title`` and ``after`` it is a chapter of the municipality's own, numbered in its place;
    with ``title`` alone it gives a chapter of the outline another heading.
    """

    chapter: Slug = Field(description="Kapitlets namn i versionens disposition.")
    title: Text | None = Field(
        None, description="Rubrik, för ett eget kapitel eller en egen rubrik."
    )
    after: Slug | None = Field(None, description="Kapitel som ett eget kapitel följer efter.")
    text: Text = Field(description="Text, eller unknown. En tomrad skiljer stycken.")

    @model_validator(mode="after")
    def _own_chapter_has_a_title(self) -> Self:
        if self.after is not None and self.title is None:
            raise refusal("kk_together")
        return self

    @property
    def is_own_chapter(self) -> bool:
        """Whether the municipality has put the chapter in itself."""
        return self.after is not None


class Head(Sourcing):
    """``contract.yaml``: the only file that a contract must have."""

    municipality: Code = Field(description='Kommunkod inom citationstecken, till exempel "2580".')
    name: Text | None = Field(None, description="Namnet som kommunen själv skriver det.")
    genitive: Text | None = Field(None, description="Namnet i genitiv: Luleå kommuns.")
    kind: Kind = Field(description="Klimatkontrakt eller avsiktsförklaring.")
    record: Record = Field(description="Underlag: hur mycket av kontraktet som finns här.")
    wording: Wording = Field(
        description="Lydelse: official för de undertecknade orden, annars summary."
    )
    status: Status = Field(description="Läge: utkast, på remiss, beslutat eller undertecknat.")
    signed_on: When | None = Field(
        None, description="Dag för undertecknandet, om en annan än versionens."
    )
    covers: When | None = Field(
        None, description="År som kontraktet avser, om andra än versionens."
    )
    diary_number: Text | None = Field(None, description="Diarienummer, eller unknown.")
    signatures: Many[Signature] = Field((), description="Underskrifter.")
    arena: Arena | None = Field(None, description="Lokal omställningsarena.")
    motivation: Text | None = Field(None, description="Varför kommunen deltar.")
    focus: Text | None = Field(None, description="Årets inriktning.")
    partners: Many[Code] = Field(
        (), description="Samarbetskommuner, med koder inom citationstecken."
    )
    contacts: Many[Contact] = Field((), description="Roller och enheter att fråga.")
    sections: Many[Section] = Field((), description="Lokala texter, kapitel för kapitel.")
    links: Many[Link] = Field((), description="Länkar i bilaga 1.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Contract:
    """All that is known of one municipality × one version; an absent file is an empty value."""

    municipality: Municipality
    version: Version
    head: Head
    goals: Goals
    roadmap: Roadmap
    investment: Investment
    commitments: Commitments
    follow_up: FollowUp
    units: Units
    documents: Documents
    indicators: Indicators
    waivers: Waivers
    incomplete: frozenset[str] = frozenset()
    """Files of which some item could not be read; a rule that needs them stays silent."""

    @property
    def signing(self) -> When | None:
        """When all signed this version: the contract's own day before the common one.

        It says nothing of whether this contract is signed. A day written as unknown is as one left
        out; ``None`` where neither is known.
        """
        days = (self.head.signed_on, self.version.signed_on)
        return next((day for day in days if day is not None and day.end is not None), None)
