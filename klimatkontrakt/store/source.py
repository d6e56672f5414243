"""One file that was read: its text, its data, and where things stand in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from klimatkontrakt.diagnostics.diagnostic import Diagnostic, Finding, Related
from klimatkontrakt.diagnostics.edit import Edit
from klimatkontrakt.diagnostics.message import Message, say
from klimatkontrakt.diagnostics.place import Place, Span
from klimatkontrakt.diagnostics.route import Route
from klimatkontrakt.i18n import N_
from klimatkontrakt.store import faults
from klimatkontrakt.store.sourcemap import locate, read_nodes
from klimatkontrakt.store.text import Fault, read_text
from klimatkontrakt.store.text import span as one_line
from klimatkontrakt.store.yaml12 import read_data

if TYPE_CHECKING:
    from collections.abc import Mapping

    from klimatkontrakt.store.sourcemap import Node

CONTEXT_LINES = 2
"""Lines shown before the one that is pointed at."""


_CODE_OR_POINT = re.compile(r"[0-9]{4}|[0-9]+\.[0-9]+").fullmatch
"""What can be put between quotes and is then a code, or the number of a point."""


@dataclass(slots=True)
class Source:
    """A YAML file as it was read. ``data`` is ``None`` when it could not be."""

    file: str
    document: str
    text: str
    data: dict[str, Any] | None
    faults: tuple[Fault, ...]
    kept: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """Original indexes of the list items that the model holds."""
    _nodes: Node | None = None

    def place(self, route: Route) -> Place:
        """The place of a route in the data as it stands in the file."""
        if self.data is None:
            return self.at(one_line(1, 1))
        if self._nodes is None:
            self._nodes = read_nodes(self.text)
        span, path = locate(self._nodes, route)
        return self.at(span, path)

    def at(self, span: Span, path: str = "") -> Place:
        """A place with the lines around it."""
        lines = self.text.split("\n")
        first = max(span.line - CONTEXT_LINES, 1)
        last = min(span.line, len(lines))
        excerpt = [(number, lines[number - 1]) for number in range(first, last + 1)]
        return Place(self.file, span, path, tuple(excerpt) if self.text else ())

    def original(self, route: Route) -> Route:
        """A route in the model → the same route in the file, where broken items still stand."""
        steps = route.steps
        if len(steps) > 1 and isinstance(steps[1], int) and steps[0] in self.kept:
            steps = (steps[0], self.kept[str(steps[0])][steps[1]], *steps[2:])
        return Route(route.document, steps, route.at)

    def fault_diagnostics(self) -> list[Diagnostic]:
        """What was wrong before the data had a shape."""
        return [
            Diagnostic(
                fault.entry,
                self.at(fault.span),
                fault.message,
                tuple(Related(message, self.at(span)) for message, span in fault.related),
                fault.remedy,
                edits=fault.edits,
            )
            for fault in self.faults
        ]

    def diagnostic(self, finding: Finding) -> Diagnostic:
        """A finding about the file's data, with its place."""
        place = self.place(finding.route)
        message = self._as_written(finding.message, place)
        if finding.entry is faults.UNQUOTED_CODE:
            # The data only has the number; the officer wrote 0114.
            word = self._written(place.span)
            message = say(N_("{word} is written without quotes"), word=word)
            remedy = say(N_('write "{word}" with quotes'), word=word)
            rewrite = f'"{word}"' if _CODE_OR_POINT(word) else None
            finding = replace(finding, rewrite=rewrite, remedy=remedy)
        edits = self.edits(finding.route, finding.rewrite, place)
        return Diagnostic(finding.entry, place, message, remedy=finding.remedy, edits=edits)

    def edits(self, route: Route, rewrite: str | None, place: Place) -> tuple[Edit, ...]:
        """A rewriting as a change of the file, if the place is all of the key or value."""
        if rewrite is None or not route.steps:
            return ()
        there: Any = self.data
        try:
            for step in route.steps:
                there = there[step]
        except (KeyError, IndexError, TypeError):
            return ()  # what is missing cannot be rewritten
        expected = there if route.at == "value" else route.steps[-1]
        written, _ = read_data(self._written(place.span))
        return (Edit(place.span, rewrite),) if written == expected else ()

    def _written(self, span: Span) -> str:
        line = self.text.split("\n")[span.line - 1]
        return line[span.column - 1 : span.end_column - 1]

    def _as_written(self, message: Message, place: Place) -> Message:
        """A value as it stands in the file, not as a program reads it: true, 1e3, 0x7EE."""
        arguments = tuple(
            (name, self._written(place.span))
            if name == "value" and not isinstance(value, str)
            else (name, value)
            for name, value in message.arguments
        )
        return Message(message.key, arguments, message.plural)


def read_source(data: bytes, file: str, document: str) -> Source:
    """Read one file; an empty one is a mapping without keys."""
    text, found = read_text(data)
    if text is None:
        lenient = data.decode("utf-8", errors="replace").replace("\r\n", "\n")
        return Source(file, document, lenient if len(data) < 2**20 else "", None, tuple(found))
    value, found = read_data(text)
    if value is None and not any(fault.entry.level.value == "error" for fault in found):
        value = {}
    if value is not None and not isinstance(value, dict):
        message = say(N_("the file should hold keys with values"))
        found = [*found, Fault(faults.WRONG_TYPE, one_line(1, 1), message)]
        value = None
    return Source(file, document, text, value, tuple(found))
