"""The stream of YAML events, from C where there is a C library, else from ruamel.yaml.

Both speak of the same grammar in the same classes; which values plain words stand for is decided
in ``yaml12``, so both give equal data. The C composer is never used: it recurses in C and dies of
a text of a hundred thousand opening brackets, while the stream can be stopped at any depth.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    NextEvent = Callable[[], Any]


class SyntaxFault(Exception):  # noqa: N818  a fault in the user's text, turned into a value at once
    """Where reading stopped, and what was being read, as 0-based (line, column)."""

    def __init__(self, stopped: tuple[int, int], within: tuple[int, int] | None) -> None:
        super().__init__(stopped)
        self.stopped = stopped
        self.within = within


def next_event(text: str, *, pure: bool = False) -> NextEvent:
    """A function that gives the next event each time it is called.

    Events carry ``start_mark`` and ``end_mark`` with 0-based ``line`` and ``column``.
    ``pure`` asks for ruamel.yaml's own parser even where there is a C library.
    """
    parser = None if pure else _c_parser()
    if parser is not None:
        return _guarded(parser(text).get_event, import_module("yaml.error").MarkedYAMLError)
    ruamel = import_module("ruamel.yaml")
    stream = ruamel.YAML(typ="safe", pure=True).parse(text)
    return _guarded(stream.__next__, ruamel.error.MarkedYAMLError)


def _c_parser() -> Any:
    try:
        return import_module("yaml._yaml").CParser
    except ImportError:
        return None


def _guarded(step: NextEvent, error: type[Exception]) -> NextEvent:
    def guarded() -> Any:
        try:
            return step()
        except error as fault:
            problem = getattr(fault, "problem_mark", None)
            context = getattr(fault, "context_mark", None)
            stopped = _position(problem) or _position(context) or (0, 0)
            raise SyntaxFault(stopped, _position(context)) from None

    return guarded


def _position(mark: Any) -> tuple[int, int] | None:
    return None if mark is None else (mark.line, mark.column)
