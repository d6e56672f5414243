"""For the summary of a run, a comment or a ticket: a table of findings, the worst first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.message import count
from klimatkontrakt.diagnostics.terms import LEVELS
from klimatkontrakt.i18n import N_, NN_
from klimatkontrakt.printers._printer import PRINTERS, Printer, footer, one_line, remedy_of

if TYPE_CHECKING:
    from klimatkontrakt.diagnostics.diagnostic import Diagnostic
    from klimatkontrakt.diagnostics.message import Translator
    from klimatkontrakt.diagnostics.outcome import Outcome

LARGEST = 900_000
"""Bytes. GitHub refuses a step's summary above 1 MiB, and other tools may write there too."""

HEADS = (N_("Level"), N_("Code"), N_("Place"), N_("Finding"))


def write(outcome: Outcome, translator: Translator, *, colour: bool, folder: str = "") -> str:  # noqa: ARG001  all printers are called alike
    """The counts, then a row a finding, as many as there is room for."""
    said = [_escaped(line.words(translator)) for line in footer(outcome)]
    text = "### kk validate\n\n" + "".join(f"- {line}\n" for line in said)
    if not outcome.diagnostics:
        return text
    rows = [_row(item, translator, folder) for item in outcome.worst_first()]
    kept, size = 0, len(text.encode("utf-8", "replace"))
    for row in rows:
        size += len(row.encode("utf-8", "replace"))
        if size > LARGEST:
            break
        kept += 1
    heads = " | ".join(translator.gettext(head) for head in HEADS)
    text += f"\n| {heads} |\n|{' --- |' * len(HEADS)}\n{''.join(rows[:kept])}"
    if left := len(rows) - kept:
        more = NN_("{n} more finding: kk validate", "{n} more findings: kk validate")
        text += f"\n{count(more, left).words(translator)}\n"
    return text


def _row(item: Diagnostic, translator: Translator, folder: str) -> str:
    span = item.place.span
    remedy = f"{translator.gettext(N_('do this'))}: {remedy_of(item, translator)}"
    cells = (
        translator.gettext(LEVELS[item.severity]),
        item.entry.code,
        _escaped(f"{folder}{item.place.file}:{span.line}:{span.column}"),
        f"{_escaped(item.message.words(translator))}<br>{_escaped(remedy)}",
    )
    return f"| {' | '.join(cells)} |\n"


def _escaped(text: str) -> str:
    """Text as it stands, in a cell: no mark-up, no line break, nothing that cannot be seen."""
    shown = one_line(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"([\\`*_\[\]|~#$!])", r"\\\1", shown)


PRINTERS.add("markdown", Printer("markdown", write, (".md",)))
