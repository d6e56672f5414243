"""Outcomes made by hand: every level, every shape of span, and text that would break a format."""

from __future__ import annotations

from klimatkontrakt.changes._verdict import VERDICTS
from klimatkontrakt.diagnostics.diagnostic import Diagnostic, Related
from klimatkontrakt.diagnostics.edit import Edit
from klimatkontrakt.diagnostics.entry import Entry, Level
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.diagnostics.outcome import Missing, Outcome
from klimatkontrakt.diagnostics.place import Place, Span
from klimatkontrakt.rules._rule import RULES
from klimatkontrakt.store.faults import FAULTS

HOSTILE = (
    "100 % av ”målet”, a|b `kod` *fet* _kursiv_ <b>&amp;</b> ]]> \"'\\ [länk](1) {0} {n} $x$\n"
    "::error file=a::b\r\n##[add-mask]c \x1b[31mröd\x00 \u2028 \u202e \ufffe \ud800 😀"
)
HEAD = "commitments/lulea/2025/contract.yaml"
GOALS = "commitments/lulea/2025/goals.yaml"
ODD = "commitments/östersund/2025/a,b:c%d #1 [x].yaml"


def entry(code: str) -> Entry:
    if code in FAULTS:
        return FAULTS[code]
    if code in RULES.discover():
        return RULES[code].entry
    return next(item.entry for item in VERDICTS.discover() if item.entry.code == code)


def many_kinds() -> Outcome:
    """Two municipalities, all levels, edits, related places, and one thing said twice."""
    quoted = Span(1, 15, 1, 19)
    head = Place(HEAD, quoted, "municipality", ((1, "municipality: 2580"),))
    block = Place(GOALS, Span(3, 5, 6, 9), "goals[koncern-2030]", ((3, "  - id: koncern-2030"),))
    point = Place(GOALS, Span(9, 3, 9, 3), "", ((8, "goals:"), (9, "  \tid: a")))
    odd = Place(ODD, Span(1, 1, 1, 2))
    hostile = say("{text}", text=HOSTILE)
    found = [
        Diagnostic(entry("KK116"), head, say("2580"), edits=(Edit(quoted, '"2580"'),)),
        Diagnostic(entry("KK204"), block, hostile, (Related(hostile, odd), Related(hostile, head))),
        Diagnostic(entry("KK205"), point, say("a"), remedy=hostile, edits=(Edit(point.span, "b"),)),
        Diagnostic(entry("KK821"), odd, hostile, level=Level.NOTE),
        Diagnostic(entry("KK108"), Place(ODD, Span(2, 1, 2, 4)), hostile),
        Diagnostic(entry("KK108"), Place(ODD, Span(4, 1, 4, 4)), hostile),
    ]
    return Outcome.of(found, contracts=2, files=3, missing=[Missing("Luleå", 2025, 7)])


def crowd(errors: int, warnings: int, notes: int) -> Outcome:
    """So many findings of each level, a line each."""
    levels = [Level.NOTE] * notes + [Level.WARNING] * warnings + [Level.ERROR] * errors
    found = [
        Diagnostic(
            entry("KK204"),
            Place(GOALS, Span(line, 1, line, 5)),
            say("{text}", text=f"::warning::{line} ##[add-mask]{line}"),
            level=level,
        )
        for line, level in enumerate(levels, start=1)
    ]
    return Outcome.of(found, contracts=1, files=1)


CLEAN = Outcome.of([], contracts=3, files=9)
