"""Climate goals."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from klimatkontrakt.model.base import Frozen, Id, Many, Text
from klimatkontrakt.model.quantity import Quantity
from klimatkontrakt.model.source import Sourced, Sourcing
from klimatkontrakt.model.when import TargetYear, Year

Boundary = Literal[
    "municipal_administration",
    "municipal_group",
    "territory",
    "city_area",
    "consumption",
    "residents_and_businesses",
    "sector",
    "unknown",
]

EndState = Literal[
    "climate_neutral",
    "net_zero",
    "fossil_free",
    "no_impact",
    "climate_positive",
    "reduction",
    "enabling",
    "other",
]
"""Different words in real contracts, never merged."""


class Baseline(Frozen):
    """What a reduction is counted from."""

    year: Year = Field(description="Basår.")
    value: Quantity | None = Field(None, description="Värde under basåret, med enhet.")


class Target(Frozen):
    """The number a goal sets: ``reduce_by`` 80 %, ``at_most`` 285 kt."""

    kind: Literal["reduce_by", "reduce_to", "at_most", "at_least", "reach"] = Field(
        description="Hur talet ska läsas: minska med, minska till, högst, minst eller nå."
    )
    value: Quantity | None = Field(None, description="Målvärde med enhet.")
    share: Quantity | None = Field(None, description="Målvärde i procent.")
    of: Literal["baseline", "total"] | None = Field(
        None, description="Vad andelen räknas av: basåret eller helheten."
    )


class Rate(Frozen):
    """A yearly reduction in per cent, as a range."""

    min: Quantity = Field(description="Minsta årliga minskning i procent.")
    max: Quantity | None = Field(None, description="Största årliga minskning i procent.")


class Goal(Sourced):
    """An end state or ambition with a boundary; it may lack a year and a number."""

    id: Id = Field(description="Målets id, detsamma år från år.")
    label: Text | None = Field(None, description="Beteckning i kontraktet, till exempel Mål 1.")
    statement: Text = Field(description="Målet som det formuleras i kontraktet.")
    level: Literal["direction", "effect", "interim"] | None = Field(
        None, description="Nivå: inriktningsmål, effektmål eller delmål."
    )
    parent: Id | None = Field(None, description="Mål som detta är ett delmål till.")
    boundary: Many[Boundary] = Field(
        min_length=1, description="Vad målet omfattar, till exempel kommunkoncernen."
    )
    boundary_note: Text | None = Field(None, description="Avgränsningen närmare beskriven.")
    excludes: Many[Text] = Field((), description="Vad som lämnas utanför målet.")
    end_state: EndState = Field(description="Vad som ska vara nått.")
    measure: (
        Literal[
            "greenhouse_gases",
            "fossil_co2",
            "energy_use",
            "modal_share",
            "renewable_share",
            "count",
            "other",
        ]
        | None
    ) = Field(None, description="Vad som mäts.")
    measure_note: Text | None = Field(None, description="Mätningen närmare beskriven.")
    target_year: TargetYear | None = Field(
        None, description="Målår, eller ongoing för ett mål utan slutår."
    )
    target: Target | None = Field(None, description="Målvärde.")
    baseline: Baseline | None = Field(None, description="Basår och basvärde.")
    annual_rate: Rate | None = Field(None, description="Årlig minskning i procent.")
    residual: Text | None = Field(None, description="Vad som görs med kvarvarande utsläpp.")
    control: Literal["direct", "indirect"] | None = Field(
        None, description="Rådighet: direct för egen verksamhet, indirect där andra bestämmer."
    )
    decisions: Many[Id] = Field((), description="Beslut bakom målet, ur documents.yaml.")
    indicators: Many[Id] = Field(
        (), description="Indikatorer som visar hur det går, ur indicators.yaml."
    )
    previous: Many[Id] = Field((), description="Tidigare id, om målet har bytt id.")


class Goals(Sourcing):
    """``goals.yaml``."""

    goals: Many[Goal] = Field((), description="Klimatmål i kontraktets ordning.")
    methods: Many[Text] = Field(
        (), description="Metoder för att analysera gapet mellan nuläge och mål."
    )
