"""For a run on GitHub: an annotation at each line, as a workflow command.

GitHub shows ten annotations of each kind for a step. The worst come first; what is beyond ten
stands in the log as lines of their own, for a command that is not shown would lose its place.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.entry import Level
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_
from klimatkontrakt.printers._mended import mended
from klimatkontrakt.printers._printer import (
    PRINTERS,
    Printer,
    counts,
    footer,
    line_of,
    one_line,
    remedy_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from klimatkontrakt.diagnostics.diagnostic import Diagnostic
    from klimatkontrakt.diagnostics.message import Translator
    from klimatkontrakt.diagnostics.outcome import Outcome

COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}
LIMIT = 10


def write(outcome: Outcome, translator: Translator, *, colour: bool, folder: str = "") -> str:  # noqa: ARG001  all printers are called alike
    """Annotations, the worst first; then in words what GitHub does not show, and the counts."""
    of_level = {
        level: [item for item in outcome.diagnostics if item.severity is level] for level in Level
    }
    crowded = any(len(items) > LIMIT for items in of_level.values())
    # One of the ten notices is needed to tell that there is more.
    room = {**dict.fromkeys(Level, LIMIT), Level.NOTE: LIMIT - crowded}
    shown = [of_level[level][: room[level]] for level in Level]
    rest = [item for level in Level for item in of_level[level][room[level] :]]
    lines = [_command(item, translator, folder) for item in chain(*shown)]
    if rest:
        lines += [
            _more(rest, translator),
            *(_harmless(line_of(i, translator, folder)) for i in rest),
        ]
    lines += [_harmless(line.words(translator)) for line in footer(outcome)]
    return "".join(f"{line}\n" for line in lines)


def _command(item: Diagnostic, translator: Translator, folder: str) -> str:
    span = item.place.span
    properties = {"file": folder + item.place.file, "line": span.line, "endLine": span.end_line}
    if span.line == span.end_line:
        properties |= {"col": span.column, "endColumn": span.end_column}
    properties["title"] = item.entry.code
    text = "\n".join(_sentences(item, translator, folder))
    return _written(COMMANDS[item.severity], properties, text)


def _sentences(item: Diagnostic, translator: Translator, folder: str) -> Iterator[str]:
    """What is said, what to do, and the place, which the log would not show."""
    yield one_line(item.message.words(translator))
    yield f"{translator.gettext(N_('do this'))}: {remedy_of(item, translator)}"
    for line in filter(None, mended(item)):
        yield f"{translator.gettext(N_('change'))}: {line}"
    span, file = item.place.span, one_line(folder + item.place.file)
    yield f"{file}:{span.line}:{span.column}  kk explain {item.entry.code}"


def _more(rest: Iterable[Diagnostic], translator: Translator) -> str:
    said = say(
        N_("{what} more in the log: GitHub shows at most {limit} of each kind here"),
        what=counts(rest, translator),
        limit=LIMIT,
    )
    return _written("notice", {"title": "kk"}, said.words(translator))


def _written(command: str, properties: dict[str, object], text: str) -> str:
    shown = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{command} {shown}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _harmless(text: str) -> str:
    """A line of the log that cannot be taken for a command, in the new notation or the old."""
    line = one_line(text).strip().replace("##[", "## [")
    return f"·{line}" if line.startswith("::") else line


PRINTERS.add("github", Printer("github", write))
