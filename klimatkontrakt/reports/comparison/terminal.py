"""For the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.reports.comparison._writer import WRITERS, Writer, sections

if TYPE_CHECKING:
    from klimatkontrakt.changes._comparison import Comparison
    from klimatkontrakt.diagnostics.message import Translator
    from klimatkontrakt.reports.comparison._writer import Line, Section


def write(comparison: Comparison, translator: Translator, *, judge: bool) -> str:
    """A block a municipality, with the place of each change behind it."""
    blocks = [_block(section) for section in sections(comparison, translator, judge=judge)]
    if not blocks:
        return ""
    return f"{comparison.old} → {comparison.new}\n\n" + "\n".join(blocks)


def _block(section: Section) -> str:
    lines = [section.title, *(f"  ({note})" for note in section.notes)]
    for heading, changes in section.groups:
        lines += [f"  {heading}", *map(_line, changes)]
    return "".join(f"{line}\n" for line in lines)


def _line(line: Line) -> str:
    place = f"  [{line.place.file}:{line.place.span.line}]" if line.place else ""
    return f"    {line.text}{place}"


WRITERS.add("terminal", Writer("terminal", write))
