"""What became of a version's promises: alive, not part of what was signed."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from klimatkontrakt.model.action import ActionStatus
from klimatkontrakt.model.base import Frozen, Id, Many, Text
from klimatkontrakt.model.source import Sourced, Sourcing
from klimatkontrakt.model.when import When


class Evidence(Frozen):
    """What shows it."""

    kind: Literal["decision", "report", "statistics", "web_page", "photo", "other"] = Field(
        description="Slag av verifikat."
    )
    title: Text = Field(description="Verifikatets titel.")
    url: Text | None = Field(None, description="Webbadress.")
    date: When | None = Field(None, description="Verifikatets datum.")


class Entry(Sourced):
    """One note about one promise on one day."""

    date: When = Field(description="Dag för anteckningen.")
    ref: Text = Field(description="Vad anteckningen gäller, till exempel action:cykelplan.")
    status: ActionStatus | None = Field(None, description="Läge den dagen.")
    outcome: Literal["fulfilled", "partly", "not_fulfilled", "cannot_be_assessed"] | None = Field(
        None, description="Utfall: uppfyllt, delvis, inte uppfyllt eller går inte att bedöma."
    )
    comment: Text | None = Field(None, description="Kommentar.")
    evidence: Many[Evidence] = Field(
        (), description="Verifikat: det som visar att uppgiften stämmer."
    )
    by: Id | None = Field(None, description="Enhet som har antecknat, ur units.yaml.")


class Ending(Sourced):
    """Why a promise of the version before is not in this one: its end, stated."""

    ref: Text = Field(description="Vad som har avslutats, till exempel action:cykelplan.")
    end: Literal["fulfilled", "merged", "replaced", "cancelled", "moved"] = Field(
        description="Uppfyllt, sammanslaget, ersatt, avbrutet eller flyttat."
    )
    into: Text | None = Field(
        None, description="Vad det har gått upp i, till exempel action:resor."
    )
    reason: Text | None = Field(None, description="Skälet till avslutet.")


class FollowUp(Sourcing):
    """``follow_up.yaml`` in the folder of the version in which the endings are told."""

    entries: Many[Entry] = Field((), description="Anteckningar, i tidsordning.")
    endings: Many[Ending] = Field((), description="Avslut av förra versionens löften.")
    updates: Text | None = Field(None, description="Viktigaste uppdateringar, i ord.")
    lessons: Text | None = Field(None, description="Erfarenheter att dela, i ord.")
