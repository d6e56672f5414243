"""The roadmap: priorities and the actions that are to lead to the goals."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from klimatkontrakt.model.base import Code, Frozen, Id, Many, Reference, Text, one_of, refusal
from klimatkontrakt.model.quantity import Quantity
from klimatkontrakt.model.source import Sourced, Sourcing
from klimatkontrakt.model.when import When, Year

Field_ = Literal[
    "energy",
    "mobility",
    "built_environment",
    "circular",
    "nature",
    "consumption",
    "industry",
    "agriculture_land",
    "procurement_finance",
    "carbon_removal",
    "governance",
    "participation",
    "adaptation",
    "learning",
    "digital",
    "cross_cutting",
]

Lever = Literal[
    "technology", "governance", "finance", "social_innovation", "participation", "learning"
]

ActionStatus = Literal["not_started", "in_progress", "paused", "completed", "cancelled", "unknown"]
"""As written at signing. "Late" and percentages are derived, never typed."""


class Partner(Frozen, json_schema_extra=one_of("municipality", "organisation")):
    """Somebody outside the responsible units: a municipality by its code, or a name."""

    municipality: Code | None = Field(None, description="Kommunkod inom citationstecken.")
    organisation: Text | None = Field(None, description="Organisationens namn.")
    role: Text | None = Field(None, description="Vad parten bidrar med.")

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        if (self.municipality is None) == (self.organisation is None):
            raise refusal("kk_one_of", keys="municipality, organisation")
        return self


class Milestone(Sourced, json_schema_extra=one_of("due", "done", "undated")):
    """Something done or due. Exactly one of ``due``, ``done`` and ``undated`` is given."""

    id: Id = Field(description="Milstolpens id, detsamma år från år.")
    due: When | None = Field(None, description="När milstolpen ska nås.")
    done: When | None = Field(None, description="När milstolpen nåddes, eller unknown.")
    undated: Text | None = Field(None, description="Textens egna ord när datum saknas.")
    text: Text = Field(description="Vad som har gjorts eller ska göras.")
    owners: Many[Id] = Field((), description="Ansvariga enheter, ur units.yaml.")
    recurring: Literal["yearly"] | None = Field(
        None, description="Om milstolpen återkommer varje år."
    )

    @model_validator(mode="after")
    def _dated_once(self) -> Self:
        if sum(value is not None for value in (self.due, self.done, self.undated)) != 1:
            raise refusal("kk_one_of", keys="due, done, undated")
        return self


class Project(Frozen):
    """A project that carries an action."""

    name: Text = Field(description="Projektets namn.")
    programme: Text | None = Field(None, description="Program som projektet hör till.")
    period: When | None = Field(None, description="Projekttid.")
    partners: Many[Partner] = Field((), description="Kommuner och organisationer i projektet.")


class Effect(Sourced):
    """What an action does to emissions or energy."""

    kind: Literal["reduction", "sink", "energy_saved", "energy_produced", "fuel_replaced"] = Field(
        description="Slag av effekt."
    )
    amount: Quantity | None = Field(None, description="Mängd med enhet.")
    low: Quantity | None = Field(None, description="Lägsta värde i ett intervall.")
    high: Quantity | None = Field(None, description="Högsta värde i ett intervall.")
    per: Literal["year", "total", "unknown"] = Field(
        "unknown", description="Per år eller sammanlagt."
    )
    against: Literal["baseline_year", "business_as_usual"] | None = Field(
        None, description="Vad effekten jämförs med."
    )
    sector: Text | None = Field(None, description="Sektor som effekten räknas i.")
    certainty: Literal["estimated", "calculated", "measured", "verified"] | None = Field(
        None, description="Uppskattad, beräknad, uppmätt eller verifierad."
    )
    method: Text | None = Field(None, description="Hur effekten har räknats fram.")
    year: Year | None = Field(None, description="År som effekten gäller.")
    shared_by: Many[Reference] = Field(
        (), description="Insatser som delar effekten; en annan kommuns med dess kod framför."
    )


class Cost(Sourced):
    """What an action costs or saves."""

    kind: Literal["investment", "operation", "additional", "saving"] = Field(
        description="Slag av kostnad."
    )
    amount: Quantity | None = Field(None, description="Belopp med enhet.")
    low: Quantity | None = Field(None, description="Lägsta belopp i ett intervall.")
    high: Quantity | None = Field(None, description="Högsta belopp i ett intervall.")
    per: Literal["once", "year", "tonne"] = Field(
        "once", description="Om beloppet är en gång, per år eller per ton."
    )
    payer: Text | None = Field(None, description="Vem som betalar.")
    covers: Text | None = Field(None, description="Vad beloppet täcker.")
    shared_by: Many[Reference] = Field(
        (), description="Insatser som delar kostnaden; en annan kommuns med dess kod framför."
    )


class Funding(Sourced):
    """Where the money comes from."""

    funder: Text = Field(description="Finansiär.")
    form: Text | None = Field(None, description="Form, till exempel bidrag, lån eller egen budget.")
    amount: Quantity | None = Field(None, description="Belopp.")
    share: Quantity | None = Field(None, description="Andel i procent.")


class Tie(Frozen):
    """A link from an action to a goal or commitment."""

    to: Text = Field(description="Hänvisning, till exempel goal:koncern-2030.")
    kind: Literal["stated", "editorial"] = Field(
        description="stated om kontraktet säger det, editorial om kopplingen är en egen läsning."
    )


class Outcome(Frozen):
    """What changes, early and late."""

    stage: Literal["early", "late"] = Field(description="Tidigt eller sent utfall.")
    text: Text = Field(description="Vad som förändras.")


class Action(Sourced):
    """One measure in the roadmap. Almost everything may be missing, and often is."""

    id: Id = Field(description="Insatsens id, detsamma år från år.")
    title: Text = Field(description="Insatsens rubrik.")
    number: Text | None = Field(None, description="Nummer i kontraktet.")
    purpose: Text | None = Field(None, description="Syfte.")
    text: Text | None = Field(None, description="Beskrivning.")
    fields: Many[Field_] = Field((), description="Områden som insatsen gäller.")
    levers: Many[Lever] = Field((), description="Slag av styrmedel.")
    project: Project | None = Field(None, description="Projekt som insatsen drivs i.")
    decisions: Many[Id] = Field((), description="Beslut, ur documents.yaml.")
    status: ActionStatus = Field("unknown", description="Läge vid undertecknandet.")
    period: When | None = Field(None, description="Tid då insatsen pågår.")
    milestones: Many[Milestone] = Field((), description="Vad som är gjort och vad som ska göras.")
    owners: Many[Id] = Field((), description="Ansvariga enheter, ur units.yaml; den första leder.")
    deputy: Id | None = Field(None, description="Ersättande enhet, ur units.yaml.")
    partners: Many[Partner] = Field((), description="Andra som deltar.")
    target_groups: Many[Text] = Field((), description="Målgrupper.")
    links: Many[Tie] = Field((), description="Koppling till mål och åtaganden.")
    effects: Many[Effect] = Field((), description="Effekter, till exempel minskade utsläpp.")
    costs: Many[Cost] = Field((), description="Kostnader.")
    funding: Many[Funding] = Field((), description="Finansiering.")
    outputs: Many[Text] = Field(
        (), description="Vad insatsen omfattar, till exempel 27 km cykelväg."
    )
    outcomes: Many[Outcome] = Field((), description="Utfall, tidiga och sena.")
    co_benefits: Many[Text] = Field((), description="Mervärden.")
    barriers: Many[Text] = Field((), description="Hinder.")
    depends_on: Many[Id] = Field((), description="Insatser som måste komma före.")
    enables: Many[Id] = Field((), description="Insatser som den här gör möjliga.")
    previous: Many[Id] = Field((), description="Tidigare id, om insatsen har bytt id.")


class Priority(Sourced):
    """A priority area or a strategic effort."""

    title: Text = Field(description="Områdets namn.")


class Roadmap(Sourcing):
    """``roadmap.yaml``."""

    priorities: Many[Priority] = Field((), description="Prioriterade områden.")
    priorities_period: When | None = Field(None, description="Tid då områdena gäller.")
    priorities_document: Id | None = Field(
        None, description="Styrdokument som slår fast områdena, ur documents.yaml."
    )
    efforts: Many[Priority] = Field((), description="Strategiska satsningar.")
    actions: Many[Action] = Field((), description="Insatser i kontraktets ordning.")
