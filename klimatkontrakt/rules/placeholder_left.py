"""A placeholder is left in the text, from a template or from Word.

Why: it would be printed in the contract as it stands.

Do: write what should stand there, or leave the line out where nothing is known yet.

Wrong::

    # contract.yaml
    focus: I år satsar XX kommun på byggande

Right::

    # contract.yaml
    focus: I år satsar kommunen på byggande
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.entry import Level
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_
from klimatkontrakt.rules._rule import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klimatkontrakt.diagnostics.diagnostic import Finding
    from klimatkontrakt.rules._case import Case

RULE = rule("KK730", Level.WARNING, __name__, __doc__, draft=Level.NOTE)

NOT_TEXT = {"id", "url", "source", "ref", "into", "to"}
"""Fields whose words are no text for readers."""

MARKS: tuple[str, ...] = ("xx", "yy", "åå", "tbd", "tba", "todo", "fixme", "___", "???", "ipsum")
MARKS += ("error!", "fel!", "text", "här", "[", "s namn", "förnamn", " i ord")
"""In small letters, what every placeholder has one of; to look for these first is far faster."""

PLACEHOLDERS = (
    # A Roman number is no placeholder: title XX of the EU treaty is about the environment.
    r"\b[Xx]x+\b|(?<![Aa]vdelning )(?<!Title )(?<!Annex )(?<!\b[Vv]olym )(?<!\b[Dd]el )\bXX+\b",
    r"(?i:\by{2,}\b|\b(?:19|20)(?:xx|yy|åå)\b|\b(?:å{4}|y{4})-mm)",
    r"\b(?:TBD|TBA|TODO|FIXME|tbd)\b",
    r"_{3,}|\?{3,}",
    r"(?i:\blorem ipsum\b)",
    r"\bError! (?:Bookmark|Reference source|No text|Unknown)[\w ]*",
    r"\bFel! (?:Bokmärke|Hittar inte|Ingen|Okän|Det finns ingen)[\w ]*",
    r"(?i:\b(?:infoga|klistra in) (?:(?:din|er|egen|kommunens) )?text\b)",
    r"(?i:\b(?:skriv|skriv in|fyll i|ange) (?:(?:din|er|egen|kommunens) )?text här\b)",
    r"(?i:\[?\b(?:skriv|infoga|fyll i) här\b(?! under)\]?)",
    r"(?i:\bklicka (?:eller tryck )?här för att ange text\b)",
    r"(?i:\bclick (?:or tap )?here to enter text\b)",
    # What kk init writes in its examples.
    r"(?:Områdets|Satsningens|Organisationens|Dokumentets|Arenans|Klimatplanens) namn\b",
    r"\bFörnamn Efternamn\b|^(?:Planen|Behovet|Formen) i ord\b",
    r"(?i:\[(?:antal|infoga|skriv|fyll i|ange|namn|kommunens namn|kommun|datum|belopp)\b[^\]]*\])",
)
PLACEHOLDER = re.compile("|".join(PLACEHOLDERS))
LEFT_OUT = re.compile(r"\[(?:\.\.\.|…)\]")
QUOTES = re.compile('["”“»«]')


@RULE
def check(case: Case) -> Iterator[Finding]:
    """Look for the first placeholder in every text."""
    for route, _, name, value in case.values():
        if not isinstance(value, str) or name in NOT_TEXT:
            continue
        small = value.lower()
        if not any(mark in small for mark in MARKS):
            continue
        found = PLACEHOLDER.search(value) or _gap(value)
        if found is not None:
            message = say(N_('a placeholder is left in the text: "{words}"'), words=found[0])
            yield RULE.finding(route, message)


def _gap(text: str) -> re.Match[str] | None:
    """``[...]`` outside quotation marks; within them words of a quote are left out."""
    for found in LEFT_OUT.finditer(text):
        if len(QUOTES.findall(text, 0, found.start())) % 2 == 0:
            return found
    return None
