"""For editors and logs: one line a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.printers._printer import PRINTERS, Printer, line_of

if TYPE_CHECKING:
    from klimatkontrakt.diagnostics.message import Translator
    from klimatkontrakt.diagnostics.outcome import Outcome


def write(outcome: Outcome, translator: Translator, *, colour: bool, folder: str = "") -> str:  # noqa: ARG001  all printers are called alike
    """``path:12:5: KK204 error …``; nothing when there is nothing to say. Never coloured."""
    return "".join(f"{line_of(item, translator)}\n" for item in outcome.diagnostics)


PRINTERS.add("concise", Printer("concise", write))
