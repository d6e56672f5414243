"""What the words of the model are called in a Swedish contract."""

from __future__ import annotations

BOUNDARIES = {
    "municipal_administration": "kommunorganisationen",
    "municipal_group": "kommunkoncernen",
    "territory": "kommunen som geografiskt område",
    "city_area": "stadsområdet",
    "consumption": "invånarnas konsumtion",
    "residents_and_businesses": "dem som bor och verkar i kommunen",
    "sector": "en sektor",
    "unknown": "",
}
"""Object form: målet gäller …"""

CONTROLS = {
    "direct": "Kommunkoncernen har direkt rådighet.",
    "indirect": "Kommunkoncernen kan påverka indirekt.",
}

TARGETS = {
    "reduce_by": "Minskningen ska vara {amount}{of}.",
    "reduce_to": "Minskning ska ske till {amount}{of}.",
    "at_most": "Målvärdet är högst {amount}{of}.",
    "at_least": "Målvärdet är minst {amount}{of}.",
    "reach": "Målvärdet är {amount}{of}.",
}

STATUSES = {
    "not_started": "Insatsen har inte påbörjats.",
    "in_progress": "Insatsen pågår.",
    "paused": "Insatsen är pausad.",
    "completed": "Insatsen är genomförd.",
    "cancelled": "Insatsen är avbruten.",
    "unknown": "",
}

FIELDS = {
    "energy": "energi",
    "mobility": "mobilitet och transporter",
    "built_environment": "byggd miljö",
    "circular": "cirkulär ekonomi",
    "nature": "natur",
    "consumption": "konsumtion",
    "industry": "industri",
    "agriculture_land": "jordbruk och markanvändning",
    "procurement_finance": "upphandling och finansiering",
    "carbon_removal": "upptag och lagring av koldioxid",
    "governance": "styrning",
    "participation": "delaktighet",
    "adaptation": "klimatanpassning",
    "learning": "lärande",
    "digital": "digitalisering",
    "cross_cutting": "flera områden",
}

PLAN_STATES = {
    "not_started": "Arbetet med planen har inte påbörjats.",
    "method": "Arbetet gäller ännu hur planen ska tas fram.",
    "in_progress": "Planen håller på att tas fram.",
    "adopted": "Planen är antagen.",
    "unknown": "",
}

EFFECTS = {
    "reduction": "minskade utsläpp",
    "sink": "upptag",
    "energy_saved": "sparad energi",
    "energy_produced": "producerad energi",
    "fuel_replaced": "ersatt bränsle",
}

CERTAINTIES = {
    "estimated": "uppskattat",
    "calculated": "beräknat",
    "measured": "uppmätt",
    "verified": "verifierat",
}

AGAINST = {"baseline_year": "basåret", "business_as_usual": "utvecklingen utan insatsen"}

MEASURES = {
    "greenhouse_gases": "växthusgaser",
    "fossil_co2": "fossil koldioxid",
    "energy_use": "energianvändning",
    "modal_share": "andelar av resorna",
    "renewable_share": "andel förnybart",
    "count": "antal",
    "other": "",
}

COSTS = {
    "investment": "investering",
    "operation": "drift",
    "additional": "merkostnad",
    "saving": "besparing",
}

PERIODS = {"year": "per år", "total": "sammanlagt", "once": "", "tonne": "per ton", "unknown": ""}

ABSENT = {
    "complete": "Kontraktet säger inget om {needs}.",
    "partial": "Uppgifter om {needs} saknas i underlaget.",
    "head_only": "Uppgifter om {needs} saknas i underlaget.",
}

UNTOLD = {
    "complete": "Kontraktet säger inget om detta.",
    "partial": "Uppgifter om detta saknas i underlaget.",
    "head_only": "Uppgifter om detta saknas i underlaget.",
}
KINDS = {"contract": "version", "letter_of_intent": "avsiktsförklaring"}
SIGNED = {"contract": "undertecknat", "letter_of_intent": "undertecknad"}
SUMMARIES = {
    "contract": "Sammanfattning – inte det undertecknade kontraktet",
    "letter_of_intent": "Sammanfattning – inte den undertecknade avsiktsförklaringen",
}
COMMON_SUMMARY = "De gemensamma kapitlen är en sammanfattning – inte kontraktets ord"
COMMITMENTS_SUMMARY = "De gemensamma åtagandena är återgivna i sammanfattning"
PARTS = {"municipality": "kommunens del"}
"""What a party's part of a document is called."""
DRAFT = "Utkast"
DOCUMENT_STATUSES = {
    "contract": {
        "draft": DRAFT,
        "consultation": "Remissversion",
        "decided": "Beslutat",
        "signed": "Undertecknat",
    },
    "letter_of_intent": {
        "draft": DRAFT,
        "consultation": "Remissversion",
        "decided": "Beslutad",
        "signed": "Undertecknad",
    },
}
NOTICES = {"draft": "UTKAST", "consultation": "REMISSVERSION", "decided": "", "signed": ""}

NAMES = {"contract": "klimatkontraktet", "letter_of_intent": "avsiktsförklaringen"}
"""In definite form, as a text calls what it is about."""
NOUNS = {"contract": "klimatkontrakt", "letter_of_intent": "avsiktsförklaring"}
STATES = {
    "contract": {
        "draft": "Kontraktet är ett utkast",
        "consultation": "Kontraktet är på remiss",
        "decided": "Kontraktet är beslutat men inte undertecknat",
        "signed": "Kontraktet är undertecknat",
    },
    "letter_of_intent": {
        "draft": "Avsiktsförklaringen är ett utkast",
        "consultation": "Avsiktsförklaringen är på remiss",
        "decided": "Avsiktsförklaringen är beslutad men inte undertecknad",
        "signed": "Avsiktsförklaringen är undertecknad",
    },
}
EXTRACT_NOTICES = {**NOTICES, "consultation": "GÄLLER EN REMISSVERSION"}
EXTRACTS = {
    "contract": {
        True: "inte det undertecknade kontraktet",
        False: "inte själva kontraktet",
    },
    "letter_of_intent": {
        True: "inte den undertecknade avsiktsförklaringen",
        False: "inte själva avsiktsförklaringen",
    },
}
"""What an extract is not, by whether that has been signed."""

PROGRESS = {
    "not_started": "Arbetet har inte påbörjats.",
    "in_progress": "Arbetet pågår.",
    "paused": "Arbetet är pausat.",
    "completed": "Arbetet är genomfört.",
    "cancelled": "Arbetet är avbrutet.",
    "unknown": "",
}
"""How it goes with a promise of any kind."""
OUTCOMES = {
    "fulfilled": "Löftet är uppfyllt.",
    "partly": "Löftet är delvis uppfyllt.",
    "not_fulfilled": "Löftet är inte uppfyllt.",
    "cannot_be_assessed": "Utfallet går inte att bedöma.",
}
ENDS = {
    "fulfilled": ("Löftet är uppfyllt.",) * 2,
    "merged": ("Löftet har slagits ihop med {into}.", "Löftet har slagits ihop med ett annat."),
    "replaced": ("Löftet har ersatts av {into}.", "Löftet har ersatts."),
    "cancelled": ("Löftet har avbrutits.",) * 2,
    "moved": ("Löftet har flyttats till {into}.", "Löftet har flyttats."),
}
"""How a promise ended: where it is known what it went into, and where it is not."""
