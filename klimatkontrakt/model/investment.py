"""The climate investment plan."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from klimatkontrakt.model.action import Cost, Funding, Milestone
from klimatkontrakt.model.base import Id, Many, Text
from klimatkontrakt.model.source import Sourced, Sourcing

PlanState = Literal["not_started", "method", "in_progress", "adopted", "unknown"]


class InvestmentItem(Sourced):
    """One line of an investment plan."""

    title: Text = Field(description="Vad som ska finansieras.")
    actions: Many[Id] = Field((), description="Insatser som posten gäller.")
    costs: Many[Cost] = Field((), description="Kostnader.")
    funding: Many[Funding] = Field((), description="Finansiering.")


class Investment(Sourcing):
    """``investment.yaml``: how far the plan itself has come, and what it holds."""

    plan_state: PlanState = Field(
        "unknown",
        description="Hur långt planen har kommit: inte påbörjad, metod, pågår eller antagen.",
    )
    text: Text | None = Field(None, description="Planen i ord.")
    milestones: Many[Milestone] = Field((), description="Vad som är gjort och vad som ska göras.")
    needs: Many[Text] = Field((), description="Behov av finansiering, till exempel investeringar.")
    instruments: Many[Text] = Field((), description="Finansieringsformer.")
    items: Many[InvestmentItem] = Field((), description="Planens poster.")
