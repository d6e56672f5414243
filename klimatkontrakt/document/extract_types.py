"""What the template of an extract sees besides what a chapter does, by type.

``kk schema extract`` and ``docs/templates.md`` are made of this, as of ``view_types.py``.
"""

from __future__ import annotations

from typing import Annotated, TypedDict

from klimatkontrakt.document.view_types import ChapterView, MilestoneView


class DocumentView(TypedDict):
    """Kontraktet eller avsiktsförklaringen i stort."""

    kind: Annotated[str, "`contract` eller `letter_of_intent`."]
    status: Annotated[str, "`draft`, `consultation`, `decided` eller `signed`."]
    noun: Annotated[str, "Vad det är, i obestämd form: klimatkontrakt."]
    name: Annotated[str, "Vad det är, i bestämd form: klimatkontraktet."]
    title: Annotated[str, "Titel och version: Klimatkontrakt 2030, version 2025/26."]
    about: Annotated[str, "Vad ärendet gäller, som i löpande text."]
    state: Annotated[str, "Läget, efter ”är”: undertecknat den 5 december 2025."]
    signed_on: Annotated[str, "Dagen för undertecknandet i ord, om den är känd."]
    agencies: Annotated[str, "Hur många myndigheter som är parter, i ord: sex myndigheter."]
    diary_number: Annotated[str, "Diarienummer, om det är känt."]


class ChangesView(TypedDict):
    """Vad som har hänt sedan förra versionen, som meningar."""

    new: Annotated[list[str], "Det som är nytt."]
    changed: Annotated[list[str], "Det som är ändrat."]
    details: Annotated[list[str], "Det som nu berättas om sådant som fanns förut."]
    gone: Annotated[list[str], "Det som inte längre nämns."]
    done: Annotated[list[str], "Milstolpar som är nådda sedan dess."]
    limits: Annotated[list[str], "Varför bilden inte är hela sanningen."]


class AimView(TypedDict):
    """Ett mål i korthet."""

    statement: Annotated[str, "Målet som en mening."]
    facts: Annotated[list[str], "Meningar om målår, och om att målet bara är föreslaget."]


class ExampleView(TypedDict):
    """En insats att ta som exempel."""

    title: Annotated[str, "Rubrik."]
    lead: Annotated[list[str], "Första stycket, om det finns något."]
    status: Annotated[str, "Läget, om insatsen är genomförd eller pausad: Insatsen är genomförd."]
    next: Annotated[
        list[MilestoneView], "Nästa milstolpe som inte är passerad, om det finns någon."
    ]
    done: Annotated[list[MilestoneView], "Den senaste som är nådd, om det finns någon."]


class PledgesView(TypedDict):
    """Gemensamma åtaganden vid namn: åtagande 1 (Styrning och ledning)."""

    joined: Annotated[list[str], "De som kommunen ingår i."]
    prioritised: Annotated[list[str], "De som kommunen prioriterar."]
    declined: Annotated[list[str], "De som kommunen avstår från."]


class AheadView(TypedDict):
    """En milstolpe som ligger framåt i tiden."""

    time: Annotated[str, "När, i ord: Våren 2026."]
    text: Annotated[str, "Vad, förkortat om det är långt."]
    of: Annotated[str, "Insatsen, eller Klimatinvesteringsplanen."]


class ConsequencesView(TypedDict):
    """Vad kontraktet är känt för att kosta och leda till, som meningar."""

    costs: Annotated[list[str], "Kostnader och finansiering, insats för insats."]
    effects: Annotated[list[str], "Effekter, insats för insats."]
    groups: Annotated[list[str], "Målgrupper."]
    benefits: Annotated[list[str], "Mervärden."]


class ContactView(TypedDict):
    """Vem man frågar."""

    role: Annotated[str, "Roll: Klimatstrateg."]
    unit: Annotated[str, "Enhet, om den är känd."]
    deputy: Annotated[str, "Ersättare, om det finns någon."]


class FollowUpView(TypedDict):
    """Vad som blev av det som utlovades."""

    lessons: Annotated[list[str], "Erfarenheter att dela, som stycken."]
    updates: Annotated[list[str], "Viktigaste uppdateringar, som stycken."]
    outcomes: Annotated[list[str], "Senaste anteckningen om varje löfte, som meningar."]
    endings: Annotated[list[str], "Löften som är avslutade, som meningar."]
    barriers: Annotated[list[str], "Hinder, insats för insats."]
    expected: Annotated[list[str], "Väntade utfall, insats för insats."]


class LetterView(FollowUpView):
    """Det som ett utdrags mall får se, utöver det som kapitlens mallar får se."""

    document: Annotated[DocumentView, "Kontraktet eller avsiktsförklaringen i stort."]
    previous: Annotated[str, "Vad förra versionen heter i löpande text, eller tomt."]
    changes: Annotated[ChangesView, "Vad som har hänt sedan dess."]
    gaps: Annotated[list[str], "Vad underlaget inte säger, som meningar."]
    contents: Annotated[str, "En mening om hur många mål och insatser det finns."]
    titles: Annotated[list[str], "Insatsernas rubriker."]
    aims: Annotated[list[AimView], "Målen i korthet."]
    examples: Annotated[list[ExampleView], "De tre insatser som det finns mest att berätta om."]
    pledges: Annotated[PledgesView, "Gemensamma åtaganden vid namn."]
    ahead: Annotated[list[AheadView], "Milstolpar framåt, den närmaste först."]
    consequences: Annotated[ConsequencesView, "Kända kostnader och följder."]
    contacts: Annotated[list[ContactView], "Vem man frågar."]


class ExtractView(ChapterView, LetterView):
    """Det som ett utdrags mall får se."""
