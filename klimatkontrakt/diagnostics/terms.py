"""The fixed words of the data, such as ``not_started``, in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.entry import Level
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_, NN_

if TYPE_CHECKING:
    from klimatkontrakt.diagnostics.message import Message

TERMS = {
    "municipal_administration": N_("the municipal organisation"),
    "municipal_group": N_("the municipal group"),
    "territory": N_("the territory"),
    "city_area": N_("the city area"),
    "consumption": N_("consumption"),
    "residents_and_businesses": N_("those who live and work there"),
    "sector": N_("a sector"),
    "unknown": N_("unknown"),
    "not_started": N_("not started"),
    "in_progress": N_("in progress"),
    "paused": N_("paused"),
    "completed": N_("completed"),
    "cancelled": N_("cancelled"),
    "method": N_("the method is being worked out"),
    "adopted": N_("adopted"),
    "proposed": N_("proposed"),
    "revised": N_("revised"),
    "repealed": N_("repealed"),
    "draft": N_("draft"),
    "consultation": N_("out for consultation"),
    "decided": N_("decided"),
    "signed": N_("signed"),
    "joins": N_("joins"),
    "prioritises": N_("prioritises"),
    "declines": N_("declines"),
    "contract": N_("climate contract"),
    "letter_of_intent": N_("letter of intent"),
    "ongoing": N_("no end year"),
    "direct": N_("direct"),
    "indirect": N_("indirect"),
    "climate_neutral": N_("climate neutral"),
    "net_zero": N_("net zero"),
    "fossil_free": N_("fossil free"),
    "no_impact": N_("no impact"),
    "climate_positive": N_("climate positive"),
    "reduction": N_("reduction"),
    "enabling": N_("enabling"),
    "other": N_("other"),
    "greenhouse_gases": N_("greenhouse gases"),
    "fossil_co2": N_("fossil carbon dioxide"),
    "energy_use": N_("energy use"),
    "modal_share": N_("shares of travel"),
    "renewable_share": N_("share of renewables"),
    "count": N_("count"),
    "direction": N_("directional goal"),
    "effect": N_("effect goal"),
    "interim": N_("interim goal"),
    "measured": N_("measured"),
    "verified": N_("verified"),
}


LEVELS = {
    Level.ERROR: N_("error"),
    Level.WARNING: N_("warning"),
    Level.NOTE: N_("note"),
}
COUNTED_LEVELS = {
    Level.ERROR: NN_("{n} error", "{n} errors"),
    Level.WARNING: NN_("{n} warning", "{n} warnings"),
    Level.NOTE: NN_("{n} note", "{n} notes"),
}


def word(value: object) -> Message:
    """A fixed word of the model in the reader's language; anything else as it is."""
    text = str(value)
    return say(TERMS[text]) if text in TERMS else say("{text}", text=" ".join(text.split()))


ITEMS = {
    "goal": N_("goal {id}"),
    "action": N_("action {id}"),
    "milestone": N_("milestone {id}"),
    "commitment": N_("commitment {id}"),
    "point": N_("point {id}"),
}


def named(ref: str) -> Message:
    """What a typed reference such as ``goal:koncern-2030`` names; one of no known kind as it is."""
    kind, _, name = ref.partition(":")
    return say(ITEMS[kind], id=name) if kind in ITEMS else say("{text}", text=ref)


def typed(name: str) -> str:
    """A name as it is typed after a command: ``luleå``, and ``"upplands väsby"`` in quotes."""
    small = name.lower()
    return f'"{small}"' if " " in small else small
