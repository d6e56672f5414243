"""Edits of one file, made all at once and proved to have changed nothing else."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, Any

from klimatkontrakt.diagnostics.route import Route
from klimatkontrakt.store.sourcemap import read_nodes
from klimatkontrakt.store.text import read_text
from klimatkontrakt.store.trial import laid_in
from klimatkontrakt.store.yaml12 import read_data

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from klimatkontrakt.diagnostics.edit import Edit
    from klimatkontrakt.diagnostics.place import Span
    from klimatkontrakt.store.sourcemap import Node

_NO_WORDS = frozenset("\t\ufeff :=-")
"""What may give way in a file that cannot be read yet: signs that are part of no word."""


def apart(edits: Iterable[Edit]) -> list[Edit]:
    """The edits in their order, without those that would touch one made before them."""
    chosen: list[Edit] = []
    for edit in sorted(set(edits), key=lambda item: (item.span, item.text)):
        if not chosen or chosen[-1].span.end <= edit.span.start:
            chosen.append(edit)
    return chosen


def mended(data: bytes, edits: Sequence[Edit]) -> bytes | None:
    """The file with the edits made, or ``None`` if it cannot be proved that they are all it is.

    Proved is that every other line is the same to the byte, and on the lines edited all that
    stands outside the edits; that the data is as before but for the values and keys rewritten; and
    of a file that could not be read, that only signs which are part of no word gave way.
    """
    old = data.decode("utf-8")
    lines = old.split("\n")
    for edit in reversed(edits):
        span, line = edit.span, lines[edit.span.line - 1]
        lines[span.line - 1] = line[: span.column - 1] + edit.text + line[span.end_column - 1 :]
    new = "\n".join(lines)
    same_elsewhere = list(_outside(old, edits)) == list(_outside(new, _turned(edits)))
    return new.encode() if same_elsewhere and _same_data(old, new, edits) else None


def _outside(text: str, edits: Sequence[Edit]) -> Iterator[str]:
    """What stands between the edits, from one to the next."""
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    at = 0
    for edit in edits:
        yield text[at : starts[edit.span.line - 1] + edit.span.column - 1]
        at = starts[edit.span.end_line - 1] + edit.span.end_column - 1
    yield text[at:]


def _turned(edits: Sequence[Edit]) -> list[Edit]:
    """The edits as they would be undone: each where its text came to stand."""
    turned: list[Edit] = []
    line, shift = 0, 0
    for edit in edits:
        shift = shift if edit.span.line == line else 0
        line = edit.span.line
        turned.append(edit.moved(shift))
        shift += len(edit.text) - (edit.span.end_column - edit.span.column)
    return turned


def _same_data(old: str, new: str, edits: Sequence[Edit]) -> bool:
    before, after = _data(old), _data(new)
    if before is None:
        lines = old.split("\n")
        gone = "".join(_at(lines, edit.span) for edit in edits)
        signs = set(gone + "".join(edit.text for edit in edits))
        return signs <= _NO_WORDS and _reads_further(old, new)
    intended = _intended(before, old, edits)
    return intended is not None and repr(intended) == repr(after)


def _reads_further(old: str, new: str) -> bool:
    """Whether YAML stops later than it did, or not at all; signs may keep it from being asked."""
    before, after = read_text(old.encode())[0], read_text(new.encode())[0]
    return before is None or (after is not None and _stop(after) > _stop(before))


def _stop(text: str) -> float:
    value, found = read_data(text)
    return found[0].span.line if value is None and found else inf


def _data(text: str) -> Any:
    known, _ = read_text(text.encode())
    return None if known is None else read_data(known)[0]


def _at(lines: list[str], span: Span) -> str:
    return lines[span.line - 1][span.column - 1 : span.end_column - 1]


def _intended(data: Any, text: str, edits: Sequence[Edit]) -> Any:
    """The data as the edits say it should be; ``None`` if one of them is no key and no value."""
    routes = dict(_routes(read_nodes(text.replace("\r\n", "\n")), ()))
    rewritten = [(routes[edit.span], edit.text) for edit in edits if edit.span in routes]
    if len(rewritten) < len(edits):
        return None
    for route, words in sorted(rewritten, key=lambda item: (-len(item[0].steps), item[0].at)):
        tried = laid_in(data, route, words)
        if tried is None:
            return None
        data = tried[0]
    return data


def _routes(node: Node, steps: tuple[str | int, ...]) -> Iterator[tuple[Span, Route]]:
    if not node.children:
        yield node.span, Route("", steps)
    for step, child in node.children.items():
        if child.key is not None:
            yield child.key, Route("", (*steps, step), "key")
        yield from _routes(child, (*steps, step))
