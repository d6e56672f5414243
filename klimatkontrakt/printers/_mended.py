"""How lines read once a finding's edits are made, for those who make them by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.printers._printer import one_line

if TYPE_CHECKING:
    from klimatkontrakt.diagnostics.diagnostic import Diagnostic


def mended(item: Diagnostic) -> tuple[str, ...]:
    """The lines that change, as they should read; of an edit far from the excerpt its text alone.

    An empty line stands for text that is taken away.
    """
    lines = dict(item.place.excerpt)
    changed: dict[int, None] = {}
    alone = []
    for edit in sorted(item.edits, key=lambda edit: edit.span, reverse=True):
        span = edit.span
        if span.line != span.end_line or span.line not in lines:
            alone.append(edit.text)
            continue
        line = lines[span.line]
        lines[span.line] = line[: span.column - 1] + edit.text + line[span.end_column - 1 :]
        changed[span.line] = None
    texts = [*(lines[number] for number in sorted(changed)), *reversed(alone)]
    return tuple(one_line(row).strip() for text in texts for row in text.split("\n"))
