"""Governing documents and the decisions behind goals and actions."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from klimatkontrakt.model.base import Id, Many, Text
from klimatkontrakt.model.source import Sourced, Sourcing
from klimatkontrakt.model.when import When


class Decision(Sourced):
    """One act of one body on one day. Two sources that disagree are both kept."""

    id: Id = Field(description="Id som mål och insatser hänvisar till.")
    act: Literal["proposed", "adopted", "revised", "repealed"] = Field(
        description="Vad som har skett: föreslaget, antaget, reviderat eller upphävt."
    )
    body: Text | None = Field(None, description="Beslutsorgan, till exempel kommunfullmäktige.")
    date: When | None = Field(None, description="Dag för beslutet.")
    expected: When | None = Field(None, description="När beslut väntas, för ett förslag.")
    reference: Text | None = Field(None, description="Diarienummer eller paragraf.")
    text: Text | None = Field(None, description="Vad beslutet säger.")


class GoverningDocument(Sourced):
    """A programme, plan, budget or agreement in which decisions stand."""

    id: Id = Field(description="Dokumentets id.")
    title: Text = Field(description="Dokumentets titel.")
    kind: (
        Literal[
            "programme",
            "plan",
            "budget",
            "comprehensive_plan",
            "vision",
            "agreement",
            "investigation",
        ]
        | None
    ) = Field(None, description="Slag av styrdokument.")
    period: When | None = Field(None, description="Tid då dokumentet gäller.")
    url: Text | None = Field(None, description="Webbadress.")
    diary_number: Text | None = Field(None, description="Diarienummer, eller unknown.")
    decisions: Many[Decision] = Field((), description="Beslut om dokumentet, i tidsordning.")


class Documents(Sourcing):
    """``documents.yaml``."""

    documents: Many[GoverningDocument] = Field((), description="Styrdokument med beslut.")
