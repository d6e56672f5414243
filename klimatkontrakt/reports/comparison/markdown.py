"""For a web page, an e-mail or a pull request."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_
from klimatkontrakt.reports.comparison._writer import WRITERS, Writer, capital, sections

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klimatkontrakt.changes._comparison import Comparison
    from klimatkontrakt.diagnostics.message import Translator
    from klimatkontrakt.reports.comparison._writer import Section

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")


def write(comparison: Comparison, translator: Translator, *, judge: bool) -> str:
    """Headings and lists."""
    found = sections(comparison, translator, judge=judge)
    if not found:
        return ""
    title = say(N_("Changes from {old} to {new}"), old=comparison.old, new=comparison.new)
    blocks = [f"# {escaped(title.words(translator))}"]
    for section in found:
        blocks += _blocks(section)
    return "\n\n".join(blocks) + "\n"


def escaped(text: str) -> str:
    """Text that shows as itself."""
    return _SPECIAL.sub(r"\\\1", text)


def _blocks(section: Section) -> Iterator[str]:
    yield f"## {escaped(section.title)}"
    yield from (escaped(capital(note)) + "." for note in section.notes)
    for heading, lines in section.groups:
        yield f"### {escaped(heading)}"
        yield "\n".join(f"- {escaped(line.text)}" for line in lines)


WRITERS.add("markdown", Writer("markdown", write))
