"""The catalogue of codes: as a list, as pages, as a book and for programs."""

from __future__ import annotations

import json
from itertools import groupby
from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.terms import LEVELS
from klimatkontrakt.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from klimatkontrakt.diagnostics.entry import Entry
    from klimatkontrakt.diagnostics.message import Translator

    Writer = Callable[[Sequence[Entry], Translator], str]

WHY, REMEDY = N_("Why:"), N_("Do this:")
EXAMPLES = (N_("Wrong:"), N_("Right:"))
CHANGES = (N_("Before:"), N_("After:"))
CLASSES = {
    "KK1": N_("Reading and form"),
    "KK2": N_("Goals"),
    "KK3": N_("Roadmap"),
    "KK4": N_("Commitments and parties"),
    "KK5": N_("Figures and amounts"),
    "KK6": N_("References"),
    "KK7": N_("Versions, documents and waivers"),
    "KK8": N_("What a change between versions means"),
}
"""What codes with the same beginning are about."""

IN_A_DRAFT = N_("in a draft: {level}")
SINCE = N_("from version {year} on")
VERDICTS = "KK8"
FORMAT = "kk/rules/1"


def code_list(entries: Iterable[Entry], translator: Translator) -> str:
    """One line a code."""
    return "".join(
        f"{entry.code}  {translator.gettext(LEVELS[entry.level]):<8} "
        f"{translator.gettext(entry.what)}\n"
        for entry in entries
    )


def code_table(entries: Sequence[Entry], translator: Translator) -> str:
    """One line a code, with its name, in columns."""
    name = max(len(entry.name) for entry in entries)
    level = max(len(translator.gettext(word)) for word in LEVELS.values())
    return "".join(
        f"{entry.code}  {entry.name:<{name}}  "
        f"{translator.gettext(LEVELS[entry.level]):<{level}}  "
        f"{translator.gettext(entry.what)}\n"
        for entry in entries
    )


def code_page(entry: Entry, translator: Translator) -> str:
    """What, why, what to do, a wrong and a right example, and where to read it on the web."""
    say = translator.gettext
    labels = [say(label) for label in (WHY, REMEDY, *_headings(entry))]
    bodies = [
        f" {say(entry.why)}.",
        f" {say(entry.remedy)}.",
        f"\n\n{_indented(entry.wrong)}",
        f"\n\n{_indented(entry.right)}",
    ]
    head = f"{entry.code} {entry.name} ({_level(entry, translator)})\n\n{say(entry.what)}"
    parts = [label + body for label, body in zip(labels, bodies, strict=True)]
    return "\n\n".join([head, *parts, entry.docs]) + "\n"


def code_book(entries: Sequence[Entry], translator: Translator) -> str:
    """Every code with its page, in Markdown: a heading per class and an anchor per code."""
    say = translator.gettext
    parts = [f"# {say(TITLE)}", say(INTRODUCTION)]
    for begins, group in groupby(entries, lambda entry: entry.code[:3]):
        parts.append(f"## {begins}xx {say(CLASSES[begins])}")
        for entry in group:
            parts += _chapter(entry, translator)
    return "\n\n".join(parts) + "\n"


TITLE = N_("What kk reports")
INTRODUCTION = N_(
    "The same text is shown by `kk explain` and a code, for example `kk explain KK204`. A code "
    "never gets another meaning, and is never used again."
)


def _chapter(entry: Entry, translator: Translator) -> list[str]:
    say = translator.gettext
    wrong, right = map(say, _headings(entry))
    return [
        f'### <a id="{entry.code.lower()}"></a>{entry.code} `{entry.name}`',
        f"{say(entry.what)} ({_level(entry, translator)})",
        f"{say(WHY)} {say(entry.why)}.",
        f"{say(REMEDY)} {say(entry.remedy)}.",
        f"{wrong}\n\n```yaml\n{entry.wrong}\n```",
        f"{right}\n\n```yaml\n{entry.right}\n```",
    ]


def code_data(entries: Sequence[Entry], translator: Translator) -> str:
    """Every code for programs, with words in the run's language."""
    say = translator.gettext
    rules = [
        {
            "code": entry.code,
            "name": entry.name,
            "level": entry.level.value,
            "what": say(entry.what),
            "why": say(entry.why),
            "remedy": say(entry.remedy),
            "wrong": entry.wrong,
            "right": entry.right,
            "draft": entry.draft.value if entry.draft else None,
            "since": entry.since,
            "docs": entry.docs,
        }
        for entry in entries
    ]
    return json.dumps({"schema": FORMAT, "rules": rules}, ensure_ascii=False, indent=2) + "\n"


WRITERS: dict[str, Writer] = {"table": code_table, "json": code_data, "markdown": code_book}
"""The forms of ``kk rules``."""


def _level(entry: Entry, translator: Translator) -> str:
    """How serious it is, and when it is something else or nothing."""
    say = translator.gettext
    parts = [say(LEVELS[entry.level])]
    if entry.draft is not None:
        parts.append(say(IN_A_DRAFT).format(level=say(LEVELS[entry.draft])))
    if entry.since is not None:
        parts.append(say(SINCE).format(year=entry.since))
    return "; ".join(parts)


def _headings(entry: Entry) -> tuple[str, str]:
    return CHANGES if entry.code.startswith(VERDICTS) else EXAMPLES


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" if line else "" for line in text.split("\n"))
