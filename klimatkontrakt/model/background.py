"""What is known beside any contract. Never compared, never counted as a promise."""

from __future__ import annotations

from pydantic import Field

from klimatkontrakt.model.base import Frozen, Id, Many, Text
from klimatkontrakt.model.source import Sourced, Sourcing
from klimatkontrakt.model.when import When


class Activity(Sourced):
    """Something that was done or planned."""

    id: Id = Field(description="Aktivitetens id.")
    when: When | None = Field(None, description="När aktiviteten ägde eller äger rum.")
    text: Text = Field(description="Vad som gjordes eller planerades.")


class Method(Frozen):
    """A way of working."""

    title: Text = Field(description="Metodens namn.")
    text: Text = Field(description="Hur metoden går till.")


class Background(Sourcing):
    """``background/<name>.yaml``: a network, a project, a page; told, not promised."""

    title: Text = Field(description="Vad det handlar om.")
    source: Id = Field(description="Källans id, ur sources.")
    period: When | None = Field(None, description="Tid som uppgifterna gäller.")
    text: Text | None = Field(None, description="Vad det är och varför det finns.")
    organisation: Text | None = Field(None, description="Hur arbetet är organiserat.")
    units: Many[Id] = Field((), description="Enheter som nämns, ur units.yaml.")
    purposes: Many[Text] = Field((), description="Syften.")
    goals: Many[Text] = Field((), description="Mål för arbetet; inte klimatmål i ett kontrakt.")
    target_groups: Many[Text] = Field((), description="Målgrupper.")
    methods: Many[Method] = Field((), description="Arbetssätt.")
    activities: Many[Activity] = Field((), description="Vad som gjordes och planerades.")
