"""Route → span, made only for a file about which something is said."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from klimatkontrakt.diagnostics.place import Span
from klimatkontrakt.store.events import next_event

if TYPE_CHECKING:
    from klimatkontrakt.diagnostics.route import Route, Step


@dataclass(slots=True)
class Node:
    """A value in the file: its span, the span of its key, and what it holds."""

    span: Span
    key: Span | None = None
    children: dict[Step, Node] = field(default_factory=dict)
    name: str | None = None
    """For a list item: the id, number or title that names it."""


def read_nodes(text: str) -> Node:
    """The tree of places of a text that could be read as data."""
    return _Places(text).read()


def locate(root: Node, route: Route) -> tuple[Span, str]:
    """The span of a route's value or key, and its path with ids in place of list indexes.

    A route that leads further than the file does ends at its nearest ancestor, and there at the
    key: that is where a missing key is said to be missing.
    """
    node, names, arrived = root, list[str](), True
    for step in route.steps:
        if step not in node.children:
            arrived = False
            break
        node = node.children[step]
        names.append(f"[{node.name or step}]" if isinstance(step, int) else f".{step}")
    wants_key = route.at == "key" or not arrived
    span = node.key if wants_key and node.key is not None else node.span
    return span, "".join(names).removeprefix(".")


class _Places:
    def __init__(self, text: str) -> None:
        self._step = next_event(text)
        self._lines = text.split("\n")

    def read(self) -> Node:
        while True:
            event = self._step()
            kind = type(event).__name__
            if kind.startswith(("Scalar", "Mapping", "Sequence")):
                return self._node(event)
            if kind == "StreamEndEvent":
                return Node(Span(1, 1, 1, 2))

    def _node(self, event: Any) -> Node:
        match type(event).__name__:
            case "MappingStartEvent":
                return self._mapping(event)
            case "SequenceStartEvent":
                return self._sequence(event)
            case _:
                return Node(self._span(event))

    def _mapping(self, event: Any) -> Node:
        node = Node(self._span(event))
        scalars: dict[str, str] = {}
        while type(key := self._step()).__name__ != "MappingEndEvent":
            value = self._step()
            if type(value).__name__ == "ScalarEvent":
                scalars[key.value] = value.value
            child = self._node(value)
            child.key = self._span(key)
            node.children[key.value] = child
        node.name = next(
            (scalars[name] for name in ("id", "number", "title") if name in scalars), None
        )
        return node

    def _sequence(self, event: Any) -> Node:
        node = Node(self._span(event))
        index = 0
        while type(item := self._step()).__name__ != "SequenceEndEvent":
            node.children[index] = self._node(item)
            index += 1
        return node

    def _span(self, event: Any) -> Span:
        """From the first character to the last on the first line; a longer value ends there."""
        start, end = event.start_mark, event.end_mark
        line = self._lines[start.line] if start.line < len(self._lines) else ""
        is_block = type(event).__name__ != "ScalarEvent" or end.line > start.line
        last = len(line.rstrip()) if is_block else end.column
        return Span(
            start.line + 1, start.column + 1, start.line + 1, max(last, start.column + 1) + 1
        )
