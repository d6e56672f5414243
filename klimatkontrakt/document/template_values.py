"""The values that templates work with: texts, numbers, lists and fields, none of them a giant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.document.markdown import Markdown, escape
from klimatkontrakt.document.traced import FOR, Fields, Items, TemplateFault, refuse_missing
from klimatkontrakt.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Iterable

LARGEST = 100_000
"""Characters in one value that a template makes; an item of a list counts as ten."""
LARGEST_NUMBER = 10**15
ITEM = 10


def named(value: object) -> object:
    """A value in a message: by its path if it has one, else by its kind."""
    if isinstance(value, Fields | Items) and value.path:
        return value.path
    kinds = {
        str: N_("a text"),
        Markdown: N_("a text"),
        bool: N_("true or false"),
        int: N_("a number"),
        float: N_("a number"),
        list: N_("a list"),
        dict: N_("several fields"),
        type(None): N_("a missing value"),
    }
    return say(kinds.get(type(value), N_("something else")))


def text(value: object) -> str:
    """A text, or a number as one.

    Raises:
        TemplateFault: it is something else, which would show as nobody wants it.
    """
    refuse_missing(value)
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    said = say(N_("{what} is no text, so it cannot be shown"), what=named(value))
    is_list = isinstance(value, list)
    raise TemplateFault(said, say(N_("go through a list with {tag}"), tag=FOR) if is_list else None)


def join(values: Iterable[object], between: str = "") -> str:
    """The texts after each other with something between; Markdown if any of them is.

    Raises:
        TemplateFault: one is no text, or they become too long together.
    """
    texts = [text(value) for value in values]
    if sum(map(len, texts)) + len(between) * len(texts) > LARGEST:
        raise too_long()
    if any(isinstance(item, Markdown) for item in texts):
        return Markdown(str(escape(between)).join(map(escape, texts)))
    return between.join(texts)


def too_large(value: object) -> bool:
    """Whether a number is larger than any in a contract, or no number at all."""
    return isinstance(value, int | float) and not abs(value) <= LARGEST_NUMBER


def size(value: object) -> int:
    """How large a value is, up to somewhat more than what is too large.

    Of what a template is shown only the number of items counts: that is a tree which ends, while
    a list of its own may hold the same list twice, and that one too.
    """
    total = 0
    left = [value]
    while left and total <= LARGEST:
        match left.pop():
            case str() as found:
                total += len(found)
            case Fields() | Items() as found:
                total += len(found) * ITEM
            case list() | tuple() as found:
                total += len(found) * ITEM
                left += found
            case dict() as found:
                total += len(found) * ITEM
                left += found.values()
    return total


def too_long() -> TemplateFault:
    """What is said of a giant."""
    return TemplateFault(say(N_("a text or a list becomes too long")))
