"""The model as JSON Schema, by which an editor completes, explains and checks a file.

Draft 7, which editors read best. What JSON Schema cannot say (that an id exists, that a day does)
is left to ``kk validate``. In one thing the schema asks for more than ``kk``: a key without value
is marked, though ``kk`` takes it as missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from klimatkontrakt.exporters._hover import meaning
from klimatkontrakt.model.action import Roadmap
from klimatkontrakt.model.background import Background
from klimatkontrakt.model.commitment import Commitments
from klimatkontrakt.model.contract import Head
from klimatkontrakt.model.decision import Documents
from klimatkontrakt.model.follow_up import FollowUp
from klimatkontrakt.model.goal import Goals
from klimatkontrakt.model.indicator import Indicators
from klimatkontrakt.model.investment import Investment
from klimatkontrakt.model.outline import Outline
from klimatkontrakt.model.register import Register
from klimatkontrakt.model.unit import Units
from klimatkontrakt.model.version import Version
from klimatkontrakt.model.waiver import Waivers

if TYPE_CHECKING:
    from pydantic import BaseModel

DIALECT = "http://json-schema.org/draft-07/schema#"
FILES: dict[str, tuple[type[BaseModel], str]] = {
    "contract": (Head, "Kontraktets huvud: vems det är, vilket slag och hur långt det kommit."),
    "goals": (Goals, "Klimatmålen."),
    "roadmap": (Roadmap, "Färdplanen med insatser och milstolpar."),
    "investment": (Investment, "Klimatinvesteringsplanen."),
    "commitments": (Commitments, "Valda gemensamma åtaganden."),
    "follow_up": (FollowUp, "Vad som blev av det som utlovats."),
    "units": (Units, "Kommunens förvaltningar, bolag och roller."),
    "documents": (Documents, "Styrdokument och beslut."),
    "indicators": (Indicators, "Indikatorer med värden år för år."),
    "waivers": (Waivers, "Anmärkningar och ändringar som kommunen godtar, med skäl."),
    "background": (Background, "Det som är känt vid sidan av kontrakten."),
    "shared": (Version, "Det som är gemensamt för alla i en version."),
    "register": (Register, "Kommuner i programmet."),
    "outline": (Outline, "Dokumentets disposition: kapitel i ordning."),
}
"""Kind of file → the model of its content, and what the file holds."""


def json_schema(name: str) -> dict[str, Any]:
    """The JSON Schema of a kind of file, with Swedish words at every key and every fixed word."""
    model, holds = FILES[name]
    raw = model.model_json_schema()
    parts = {kind: _model(kind, part) for kind, part in raw.pop("$defs", {}).items()}
    root = _model(model.__name__, raw)
    head = {"$schema": DIALECT, "title": name, "description": holds}
    return {**head, **root, **({"$defs": parts} if parts else {})}


def _model(model: str, raw: dict[str, Any]) -> dict[str, Any]:
    """One model; what pydantic took from its name and docstring is for programmers."""
    fields = {name: _field(model, name, field) for name, field in raw.get("properties", {}).items()}
    kept = {key: value for key, value in raw.items() if key not in {"title", "description"}}
    return {**kept, "properties": fields}


def _field(model: str, name: str, raw: dict[str, Any]) -> dict[str, Any]:
    plain = _plain(model, name, raw)
    default = raw.get("default")
    shown = {"default": default} if isinstance(default, str | bool) else {}
    return {"description": raw["description"], **plain, **shown}


def _plain(model: str, name: str, raw: dict[str, Any]) -> dict[str, Any]:
    """A value without what only pydantic needs: titles, and ``null`` beside each optional value."""
    kept = {
        key: value
        for key, value in raw.items()
        if key not in {"title", "description", "default", "anyOf", "items", "const"}
    }
    if "const" in raw:
        kept["enum"] = [raw["const"]]
    if "enum" in kept:
        meanings = [meaning(model, name, word) for word in kept["enum"]]
        kept |= {"enumDescriptions": meanings, "markdownEnumDescriptions": meanings}
    if "items" in raw:
        kept["items"] = _plain(model, name, raw["items"])
    choices = [part for part in raw.get("anyOf", ()) if part != {"type": "null"}]
    if len(choices) == 1:
        return {**kept, **_plain(model, name, choices[0])}
    return {
        **kept,
        **({"anyOf": [_plain(model, name, part) for part in choices]} if choices else {}),
    }
