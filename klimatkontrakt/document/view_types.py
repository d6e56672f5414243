"""What a chapter's template sees, by type; the Swedish words are shown in docs and in the schema.

``text`` is words as they are, ``sentence`` ends with a full stop; an empty text or list means that
nothing is known. ``kk schema template`` and ``docs/templates.md`` are made of this.
"""

from __future__ import annotations

from typing import Annotated, TypedDict


class MunicipalityView(TypedDict):
    """Kommunen."""

    name: Annotated[str, "Kommunens namn som den själv skriver det: Luleå kommun."]
    genitive: Annotated[str, "Namnet i genitiv: Luleå kommuns."]
    place: Annotated[str, "Ortens namn: Luleå."]


class VersionView(TypedDict):
    """Kontraktets version."""

    label: Annotated[str, "Versionens beteckning: 2025/26."]
    year: Annotated[int, "Året då versionen undertecknas."]
    signed_on: Annotated[str, "Dagen i ord, som i löpande text: den 5 december 2025."]


class PartyView(TypedDict):
    """En part."""

    legal_name: Annotated[str, "Fullständigt namn."]
    short_name: Annotated[str, "Kort namn."]


class PromiseView(TypedDict):
    """Vad övriga parter lovar i ett kapitel."""

    text: Annotated[list[str], "Stycken."]
    content: Annotated[list[str], "Delar, som en punktlista."]


class SignatureView(TypedDict):
    """En känd underskrift."""

    organisation: Annotated[str, "Vem som undertecknar."]
    name: Annotated[str, "Personens namn, om det är känt."]
    title: Annotated[str, "Befattning, om den är känd."]
    political_party: Annotated[str, "Parti, om det är känt."]
    signed_on: Annotated[str, "Dagen i ord, om den är känd."]


class ArenaView(TypedDict):
    """Det lokala partnerskapet."""

    name: Annotated[str, "Namn."]
    partners: Annotated[str, "De som ingår, som i löpande text."]


class GoalView(TypedDict):
    """Ett mål."""

    label: Annotated[str, "Beteckning, om det har en: Mål 1."]
    statement: Annotated[str, "Målet som en mening."]
    facts: Annotated[list[str], "Meningar om målår, gräns, målvärde, rådighet och beslut."]


class GoalsView(TypedDict):
    """Klimatmålen."""

    decision: Annotated[str, "En mening om beslutet, när ett beslut gäller alla mål."]
    goals: Annotated[list[GoalView], "Målen i ordning."]
    methods: Annotated[str, "Metoder för gapanalys, som i löpande text."]


class MilestoneView(TypedDict):
    """En milstolpe."""

    time: Annotated[str, "När, i ord: Våren 2026."]
    text: Annotated[str, "Vad."]


class MilestonesView(TypedDict):
    """Milstolpar."""

    done: Annotated[list[MilestoneView], "Milstolpar som är klara."]
    planned: Annotated[list[MilestoneView], "Milstolpar som är planerade."]


class ActionView(MilestonesView):
    """En insats."""

    title: Annotated[str, "Rubrik, med nummer om insatsen har ett."]
    purpose: Annotated[list[str], "Syfte, som stycken."]
    text: Annotated[list[str], "Beskrivning, som stycken."]
    status: Annotated[str, "Läget som en mening."]
    project: Annotated[str, "En mening om projektet som insatsen hör till."]
    silence: Annotated[str, "En mening som säger att inget mer är känt, annars tom."]
    facts: Annotated[list[str], "Meningar: Ansvarig: …, Effekt: …, Kostnad: …"]


class RoadmapView(TypedDict):
    """Färdplanen."""

    priorities: Annotated[str, "En mening om de prioriterade områdena."]
    priorities_document: Annotated[str, "Dokumentet som de framgår av."]
    efforts: Annotated[list[str], "Strategiska satsningar."]
    actions: Annotated[list[ActionView], "Insatserna i ordning."]


class InvestmentItemView(TypedDict):
    """En investering."""

    title: Annotated[str, "Rubrik."]
    facts: Annotated[list[str], "Meningar om kostnad och finansiering."]


class InvestmentView(MilestonesView):
    """Klimatinvesteringsplanen."""

    state: Annotated[str, "Hur långt planen har kommit, som en mening."]
    text: Annotated[list[str], "Beskrivning, som stycken."]
    needs: Annotated[list[str], "Ekonomiska konsekvenser och behov."]
    instruments: Annotated[str, "Finansieringsformer, som i löpande text."]
    items: Annotated[list[InvestmentItemView], "Investeringarna."]


class ChoiceView(TypedDict):
    """Ett gemensamt åtagande som kommunen tar ställning till."""

    number: Annotated[int, "Åtagandets nummer."]
    text: Annotated[str, "Åtagandet, så att det passar efter ”åtar sig att”."]
    points: Annotated[list[str], "Valda delåtaganden."]
    own_text: Annotated[list[str], "Kommunens egen text, som stycken."]
    reason: Annotated[str, "Skäl."]


class CooperationView(TypedDict):
    """Ett område för samarbete med andra kommuner."""

    title: Annotated[str, "Området."]
    municipalities: Annotated[str, "Kommunerna, som i löpande text."]


class CommitmentsView(TypedDict):
    """Gemensamma åtaganden."""

    joined: Annotated[list[ChoiceView], "De som kommunen ingår i."]
    prioritised: Annotated[list[ChoiceView], "De som kommunen prioriterar."]
    declined: Annotated[list[ChoiceView], "De som kommunen avstår från."]
    cooperation_areas: Annotated[list[CooperationView], "Områden för samarbete."]


class LinkView(TypedDict):
    """En länk till ett dokument."""

    title: Annotated[str, "Dokumentets titel."]
    url: Annotated[str, "Adress."]


class ContractView(TypedDict):
    """Det som varje kapitels mall får se."""

    municipality: Annotated[MunicipalityView, "Kommunen."]
    version: Annotated[VersionView, "Kontraktets version."]
    figures: Annotated[dict[str, int], 'Versionens tal efter namn: `figures["mission-year"]`.']
    agencies: Annotated[list[PartyView], "Myndigheterna."]
    programme: Annotated[PartyView | None, "Programmet, om det är en av parterna."]
    promises: Annotated[dict[str, PromiseView], "Övriga parters löften, efter kapitlets namn."]
    motivation: Annotated[list[str], "Varför kommunen deltar, som stycken."]
    focus: Annotated[list[str], "Årets inriktning, som stycken."]
    sections: Annotated[
        dict[str, list[str]], "Kommunens egna stycken, efter namnet på kapitlet eller stället."
    ]
    untold: Annotated[str, "En mening för det som underlaget inte säger."]
    summary: Annotated[
        str, "Raden som säger att detta är en sammanfattning, tom för undertecknad text."
    ]
    signatories: Annotated[
        list[list[str]],
        "Rader för en sida att underteckna: part, om den undertecknat, vem och när.",
    ]
    signatures: Annotated[list[SignatureView], "Kända underskrifter."]
    arena: Annotated[ArenaView | None, "Det lokala partnerskapet, om det finns ett."]
    goals: Annotated[GoalsView, "Klimatmålen."]
    roadmap: Annotated[RoadmapView, "Färdplanen."]
    investment: Annotated[InvestmentView, "Klimatinvesteringsplanen."]
    commitments: Annotated[CommitmentsView, "Gemensamma åtaganden."]
    links: Annotated[list[LinkView], "Länkar till dokument."]


class IllustrationView(TypedDict):
    """En bild av kontraktets tal, med samma sak i ord och tabell."""

    name: Annotated[str, "Bildens namn, till `picture(namn)`."]
    title: Annotated[str, "Rubrik."]
    words: Annotated[list[str], "Det som bilden visar, som stycken."]
    left_out: Annotated[list[str], "En mening om vad som inte är med, och sedan vad."]
    table: Annotated[str, "Tabellens rubrik."]
    head: Annotated[list[str], "Tabellens huvud."]
    rows: Annotated[list[list[str]], "Tabellens rader."]
    source: Annotated[str, "En mening om var uppgifterna kommer ifrån, om de inte är kontraktets."]


class ChapterView(ContractView):
    """Det som varje kapitels mall får se."""

    illustrations: Annotated[list[IllustrationView], "Bilderna som går att rita av uppgifterna."]
    chapter: Annotated[str, "Kapitlets namn: roadmap."]


PARTS: dict[str, dict[str, type]] = {
    "action": {"action": ActionView},
    "commitment": {"item": ChoiceView, "said": str},
    "milestones": {"plan": MilestonesView},
}
"""What a part must be given beside all else, by the name of its template."""
