"""For a browser: one page without scripts or outside resources."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from klimatkontrakt.changes._verdict import Direction
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_
from klimatkontrakt.reports.comparison._writer import WRITERS, Writer, capital, sections

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klimatkontrakt.changes._comparison import Comparison
    from klimatkontrakt.diagnostics.message import Translator
    from klimatkontrakt.reports.comparison._writer import Line, Section

PAGE = """\
<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ font: 1rem/1.5 sans-serif; color: #1a1a1a; background: #fff; max-width: 45rem;
  margin: 0 auto; padding: 1rem; overflow-wrap: break-word; }}
.note {{ color: #4d4d4d; }}
.less::before {{ content: "\\2212\\00a0"; }}
.more::before {{ content: "+\\00a0"; }}
</style>
</head>
<body>
<main>
<h1>{title}</h1>
{body}</main>
</body>
</html>
"""
CLASSES = {Direction.LESS: ' class="less"', Direction.MORE: ' class="more"', Direction.NEUTRAL: ""}


def write(comparison: Comparison, translator: Translator, *, judge: bool) -> str:
    """Headings and lists; the direction is told by words, and by a sign that is no colour."""
    found = sections(comparison, translator, judge=judge)
    if not found:
        return ""
    title = say(N_("Changes from {old} to {new}"), old=comparison.old, new=comparison.new)
    body = "".join(line for section in found for line in _section(section))
    language = translator.gettext(N_("en"))
    return PAGE.format(language=language, title=escape(title.words(translator)), body=body)


def _section(section: Section) -> Iterator[str]:
    yield f"<h2>{escape(section.title)}</h2>\n"
    for note in section.notes:
        yield f'<p class="note">{escape(capital(note))}.</p>\n'
    for heading, lines in section.groups:
        yield f"<h3>{escape(heading)}</h3>\n<ul>\n"
        yield from map(_line, lines)
        yield "</ul>\n"


def _line(line: Line) -> str:
    return f"<li{CLASSES[line.direction]}>{escape(line.text)}</li>\n"


WRITERS.add("html", Writer("html", write))
