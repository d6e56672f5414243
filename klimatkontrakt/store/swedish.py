"""Swedish words in place of the fixed English ones, as an officer writes before learning those."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

_WORDS = {
    "kontrakt klimatkontrakt": "contract",
    "avsiktsförklaring": "letter_of_intent",
    "komplett fullständig fullständigt hel": "complete",
    "delvis ofullständig ofullständigt": "partial",
    "officiell officiellt": "official",
    "sammanfattning": "summary",
    "utkast": "draft",
    "remiss": "consultation",
    "beslutad beslutat": "decided",
    "undertecknad undertecknat signerad signerat": "signed",
    "ej_påbörjad ej_påbörjat inte_påbörjad inte_påbörjat": "not_started",
    "pågår pågående påbörjad påbörjat": "in_progress",
    "pausad pausat vilande": "paused",
    "klar klart färdig färdigt avslutad avslutat genomförd genomfört slutförd": "completed",
    "avbruten avbrutet inställd inställt": "cancelled",
    "metod": "method",
    "föreslagen föreslaget": "proposed",
    "antagen antaget beslutad beslutat": "adopted",
    "reviderad reviderat": "revised",
    "upphävd upphävt": "repealed",
    "ingår": "joins",
    "prioriterar": "prioritises",
    "avstår": "declines",
    "okänd okänt": "unknown",
    "löpande": "ongoing",
    "ej_tillämpligt inte_tillämpligt": "not_applicable",
    "kommunorganisation kommunorganisationen": "municipal_administration",
    "kommunkoncern kommunkoncernen": "municipal_group",
    "territorium geografi geografisk": "territory",
    "konsumtion": "consumption",
    "sektor": "sector",
    "klimatneutral klimatneutralt klimatneutralitet": "climate_neutral",
    "nettonoll": "net_zero",
    "fossilfri fossilfritt": "fossil_free",
    "klimatpositiv klimatpositivt": "climate_positive",
    "minskning": "reduction",
    "annat övrigt": "other",
    "växthusgaser": "greenhouse_gases",
    "energianvändning": "energy_use",
    "inriktningsmål": "direction",
    "effektmål": "effect",
    "delmål": "interim",
    "minska_med": "reduce_by",
    "minska_till": "reduce_to",
    "högst": "at_most",
    "minst": "at_least",
    "nå": "reach",
    "basår": "baseline",
    "direkt": "direct",
    "indirekt": "indirect",
    "energi": "energy",
    "mobilitet": "mobility",
    "jordbruk": "agriculture_land",
    "natur": "nature",
    "industri": "industry",
    "styrning": "governance",
    "deltagande": "participation",
    "anpassning klimatanpassning": "adaptation",
    "lärande": "learning",
    "teknik": "technology",
    "finansiering": "finance",
    "årligen": "yearly",
    "uppskattad uppskattat": "estimated",
    "beräknad beräknat": "calculated",
    "uppmätt": "measured",
    "verifierad verifierat": "verified",
    "investering": "investment",
    "drift": "operation",
    "besparing": "saving",
    "förvaltning": "administration",
    "bolag": "company",
    "nämnd": "board",
    "nätverk": "network",
    "roll": "role",
    "plan": "plan",
    "avtal": "agreement",
    "översiktsplan": "comprehensive_plan",
    "utredning": "investigation",
    "myndighet": "agency",
    "kommuner": "municipalities",
    "myndigheter": "agencies",
}
_KEYS = {
    "kommun kommunkod": "municipality",
    "namn": "name",
    "slag": "kind",
    "underlag": "record",
    "lydelse": "wording",
    "läge": "status",
    "undertecknat": "signed_on",
    "diarienummer": "diary_number",
    "underskrifter": "signatures",
    "inriktning": "focus",
    "kontakter": "contacts",
    "länkar": "links",
    "källa": "source",
    "källor": "sources",
    "titel rubrik": "title",
    "kapitel": "chapter",
    "mål": "goals",
    "metoder": "methods",
    "beteckning": "label",
    "formulering": "statement",
    "nivå": "level",
    "avgränsning": "boundary",
    "målår": "target_year",
    "målvärde": "target",
    "basår": "baseline",
    "rådighet": "control",
    "beslut": "decisions",
    "tidigare": "previous",
    "värde": "value",
    "andel": "share",
    "år": "year",
    "insatser åtgärder": "actions",
    "prioriteringar": "priorities",
    "syfte": "purpose",
    "text brödtext beskrivning": "text",
    "områden": "fields",
    "milstolpar": "milestones",
    "ansvarig ansvariga": "owners",
    "ersättare": "deputy",
    "partner parter": "partners",
    "målgrupper": "target_groups",
    "effekter": "effects",
    "kostnader": "costs",
    "hinder": "barriers",
    "enheter": "units",
    "enhet": "unit",
    "styrdokument dokument": "documents",
    "datum": "date",
    "skäl": "reason",
    "nummer": "number",
    "belopp mängd": "amount",
    "webbadress länk": "url",
    "organisation": "organisation",
}


def _table(words: dict[str, str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for swedish, english in words.items():
        for word in swedish.split():
            found[word] = (*found.get(word, ()), english)
    return found


WORDS, KEYS = _table(_WORDS), _table(_KEYS)
"""A Swedish word and the fixed words, or the keys, that it can stand for."""


def word_meant(word: str, allowed: Collection[str]) -> str | None:
    """The one of the allowed words that a Swedish one stands for."""
    return _only(WORDS, word, allowed)


def key_meant(word: str, allowed: Collection[str]) -> str | None:
    """The one of the allowed keys that a Swedish one stands for."""
    return _only(KEYS, word, allowed)


def _only(table: dict[str, tuple[str, ...]], word: str, allowed: Collection[str]) -> str | None:
    known = table.get("_".join(word.casefold().replace("-", " ").replace("_", " ").split()), ())
    found = [item for item in known if item in allowed]
    return found[0] if len(found) == 1 else None
