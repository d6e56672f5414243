"""The catalogue of codes, as a list and as pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Iterable

    from klimatkontrakt.diagnostics.entry import Entry
    from klimatkontrakt.diagnostics.message import Translator

EXAMPLES = (N_("Wrong:"), N_("Right:"))
LEVELS = {"error": N_("error"), "warning": N_("warning"), "note": N_("note")}


def code_list(entries: Iterable[Entry], translator: Translator) -> str:
    """One line a code."""
    return "".join(
        f"{entry.code}  {translator.gettext(LEVELS[entry.level.value]):<8} "
        f"{translator.gettext(entry.what)}\n"
        for entry in entries
    )


def code_page(entry: Entry, translator: Translator) -> str:
    """What, why, what to do, a wrong and a right example."""
    say = translator.gettext
    examples = (N_("Before:"), N_("After:")) if entry.code.startswith("KK8") else EXAMPLES
    labels = [say(label) for label in (N_("Why:"), N_("Do this:"), *examples)]
    bodies = [
        f" {say(entry.why)}.",
        f" {say(entry.remedy)}.",
        f"\n\n{_indented(entry.wrong)}",
        f"\n\n{_indented(entry.right)}",
    ]
    head = f"{entry.code} {entry.name} ({say(LEVELS[entry.level.value])})\n\n{say(entry.what)}"
    parts = [label + body for label, body in zip(labels, bodies, strict=True)]
    return "\n\n".join([head, *parts]) + "\n"


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" if line else "" for line in text.split("\n"))
