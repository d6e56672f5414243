"""Events → plain data, by the core schema of YAML 1.2 and nothing more.

``no``, ``on``, ``2025/26``, ``12:30`` and ``2024-12-05`` stay text. Refused rather than
interpreted: anchors, aliases, tags, duplicate keys, keys that are no words, several documents,
nesting deeper than any contract needs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from klimatkontrakt.diagnostics.edit import Edit
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.diagnostics.place import Span
from klimatkontrakt.i18n import N_
from klimatkontrakt.store import faults
from klimatkontrakt.store.causes import cause_of
from klimatkontrakt.store.events import SyntaxFault, next_event
from klimatkontrakt.store.text import Fault, span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klimatkontrakt.diagnostics.message import Message
    from klimatkontrakt.store.events import NextEvent

MAX_DEPTH = 32
LONGEST_NUMBER = 40
"""Characters in a number; what is longer is text, and Python would not read it anyway."""

_INT = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+").fullmatch
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?").fullmatch
_NUMBER_STARTS = frozenset("+-.0123456789")
_WORDS: dict[str, Any] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_DIFFERENT_WORDS = frozenset(
    form
    for word in ("y", "n", "yes", "no", "on", "off")
    for form in (word, word.upper(), word.capitalize())
)
_DIFFERENT_NUMBER = re.compile(r"[-+]?0[0-9]+|[-+]?[0-9]+(?::[0-5]?[0-9])+").fullmatch


def plain(word: str) -> Any:
    """The value that an unquoted word stands for."""
    if word in _WORDS:
        return _WORDS[word]
    if word[0] in _NUMBER_STARTS and len(word) <= LONGEST_NUMBER:
        if _INT(word):
            return int(word, 0) if word[:2] in {"0o", "0x"} else int(word)
        if _FLOAT(word):
            return float(word)
    return word


def reads_differently(word: str) -> bool:
    """Whether YAML 1.1, which many programs still follow, reads the word as something else."""
    return word in _DIFFERENT_WORDS or (
        word[:1] in _NUMBER_STARTS and _DIFFERENT_NUMBER(word) is not None
    )


def _quoted(event: Any) -> tuple[Edit, ...]:
    """Quotes around a word that is text to us too; around a number they would change it."""
    if not isinstance(plain(event.value), str):
        return ()
    start, width = event.start_mark, len(event.value)
    return (Edit(span(start.line + 1, start.column + 1, width), f'"{event.value}"'),)


class _Refused(Exception):  # noqa: N818  a fault in the user's text, turned into a value at once
    def __init__(self, fault: Fault) -> None:
        self.fault = fault


def read_data(text: str, *, pure: bool = False) -> tuple[Any, list[Fault]]:
    """Plain data of dicts, lists and scalars, and what was wrong.

    With an error the data is ``None``: half a file would be worse than none.
    """
    builder = _Builder(next_event(text, pure=pure), _glued_comments(text))
    try:
        return builder.build(), builder.noted
    except _Refused as refused:
        return None, [refused.fault]
    except SyntaxFault as fault:
        return None, [_syntax(text, fault, builder)]


_GLUED = re.compile(r":?\s+(#)(?=[^\s#])")


def _glued_comments(text: str) -> list[str]:
    """The lines, if any has a # without a space behind it: most likely meant as text."""
    return text.split("\n") if " #" in text else []


_NO_KEY = object()


class _Builder:
    """One pass over the events; ``open`` holds the start events of what is not yet closed."""

    def __init__(self, step: NextEvent, lines: list[str]) -> None:
        self._step = step
        self._lines = lines
        self._root: Any = None
        self._here: Any = None
        self._key: Any = _NO_KEY
        self._outer: list[tuple[Any, Any]] = []
        self.open: list[Any] = []
        self.last_quoted: Any = None
        self.noted: list[Fault] = []

    def build(self) -> Any:
        documents = 0
        while True:
            event = self._step()
            match type(event).__name__:
                case "ScalarEvent":
                    self._scalar(event)
                case "MappingStartEvent":
                    self._start(event, {})
                case "SequenceStartEvent":
                    self._start(event, [])
                case "MappingEndEvent" | "SequenceEndEvent":
                    self._here, self._key = self._outer.pop()
                    self.open.pop()
                case "AliasEvent":
                    raise _refusal(
                        event, say(N_("an alias (*{name}) stands here"), name=event.anchor)
                    )
                case "DocumentStartEvent":
                    documents += 1
                    if documents > 1:
                        raise _refusal(event, say(N_("a second document begins here")))
                case "StreamEndEvent":
                    return self._root

    def _scalar(self, event: Any) -> None:
        _refuse_extras(event)
        if event.style:
            self.last_quoted = event
            self._put(event.value, event)
            return
        end = event.end_mark
        line = self._lines[end.line] if end.line < len(self._lines) else ""
        if event.value and (cut := _GLUED.match(line, end.column)):
            fault_span = span(end.line + 1, cut.start(1) + 1)
            message = say(N_("the text ends here: # begins a comment"))
            self.noted.append(Fault(faults.CUT_SHORT, fault_span, message))
        if reads_differently(event.value):
            message = say(N_('"{word}" is read differently by other programs'), word=event.value)
            self.noted.append(
                Fault(faults.READ_DIFFERENTLY, _span(event), message, edits=_quoted(event))
            )
        self._put(plain(event.value), event)

    def _start(self, event: Any, new: Any) -> None:
        _refuse_extras(event)
        if len(self.open) >= MAX_DEPTH:
            message = say(N_("more than {limit} levels inside each other"), limit=MAX_DEPTH)
            raise _Refused(Fault(faults.TOO_LARGE, _span(event), message))
        self._put(new, event)
        self._outer.append((self._here, self._key))
        self.open.append(event)
        self._here, self._key = new, _NO_KEY

    def _put(self, value: Any, event: Any) -> None:
        here = self._here
        if here is None:
            self._root = value
        elif isinstance(here, list):
            here.append(value)
        elif self._key is _NO_KEY:
            self._key = self._new_key(here, event)
        else:
            here[self._key] = value
            self._key = _NO_KEY

    def _new_key(self, here: dict[str, Any], event: Any) -> str:
        if type(event).__name__ != "ScalarEvent":
            raise _refusal(event, say(N_("a list or mapping stands where a key should")))
        key: str = event.value
        if key in here:
            message = say(N_('the key "{key}" stands here a second time'), key=key)
            raise _Refused(Fault(faults.DUPLICATE_KEY, _span(event), message))
        here[key] = None
        return key


def _refuse_extras(event: Any) -> None:
    if event.anchor is not None:
        raise _refusal(event, say(N_("an anchor (&{name}) stands here"), name=event.anchor))
    if event.tag is not None:
        raise _refusal(event, say(N_("a tag ({name}) stands here"), name=str(event.tag)))


def _refusal(event: Any, message: Message) -> _Refused:
    return _Refused(Fault(faults.NOT_USED, _span(event), message))


def _span(event: Any) -> Span:
    start, end = event.start_mark, event.end_mark
    return Span(
        start.line + 1, start.column + 1, end.line + 1, max(end.column, start.column + 1) + 1
    )


def _syntax(text: str, fault: SyntaxFault, builder: _Builder) -> Fault:
    """A syntax error, said where its cause stands rather than where the reader gave up."""
    lines = text.split("\n")
    stopped = _within(lines, fault.stopped)
    opened = _opener(lines, fault, builder)
    if opened is None:
        escape = _escape(lines, fault)
        cause = None if escape else cause_of(lines, fault.stopped[0], fault.within)
        line, column = escape or (cause.place if cause else stopped)
        message = say(N_("the file cannot be read as YAML from here"))
        place = span(line + 1, column + 1)
        remedy, edits = (cause.remedy, cause.edits) if cause else (None, ())
        return Fault(faults.UNREADABLE, place, message, remedy, edits=edits)
    line, column = opened
    message = say(N_("{character} is opened here and never closed"), character=lines[line][column])
    related = ((say(N_("reading stopped here")), span(stopped[0] + 1, stopped[1] + 1)),)
    return Fault(faults.UNCLOSED, span(line + 1, column + 1), message, related=related)


def _within(lines: list[str], position: tuple[int, int]) -> tuple[int, int]:
    """The position, or the end of the text for one that lies behind it."""
    line = min(position[0], len(lines) - 1)
    return line, position[1] if line == position[0] else len(lines[line])


def _opener(lines: list[str], fault: SyntaxFault, builder: _Builder) -> tuple[int, int] | None:
    """Where the bracket or quote opens that is most likely unclosed, 0-based."""
    if _escape(lines, fault) is not None:
        return None
    candidates = [*_swallowing(lines, fault, builder.last_quoted)]
    candidates += [fault.within] if fault.within else []
    candidates += [
        (event.start_mark.line, event.start_mark.column)
        for event in reversed(builder.open)
        if event.flow_style
    ]
    for line, column in candidates:
        if _character(lines, line, column) in {"[", "{", '"', "'"}:
            return line, column
    return None


def _swallowing(lines: list[str], fault: SyntaxFault, quoted: Any) -> Iterator[tuple[int, int]]:
    """The quote that was closed by the next one's beginning: what follows it is nonsense."""
    if quoted is None or quoted.style not in {"'", '"'}:
        return
    end = quoted.end_mark
    glued = _character(lines, end.line, end.column).isalnum()
    several_lines = quoted.start_mark.line < end.line
    if end.line == fault.stopped[0] and (several_lines or glued):
        yield quoted.start_mark.line, quoted.start_mark.column


def _escape(lines: list[str], fault: SyntaxFault) -> tuple[int, int] | None:
    """The backslash in a double-quoted text that YAML has no meaning for."""
    if fault.within is None or _character(lines, *fault.within) != '"':
        return None
    line, column = fault.stopped
    for at in (column, column - 1):
        if at >= 0 and _character(lines, line, at) == "\\":
            return line, at
    return None


def _character(lines: list[str], line: int, column: int) -> str:
    return lines[line][column : column + 1] if line < len(lines) else ""
