"""What a template's text says of itself: which blocks it has, what it extends and includes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
_BLOCK = re.compile(r"\{%[-+]?\s*(?:block\s+(\w+)[^%]*|(endblock)\b[^%]*)%\}\n?")
_EXTENDS = re.compile(r"\{%[-+]?\s*extends\s+[\"']([^\"']+)[\"']")
_INCLUDE = re.compile(r"\{%[-+]?\s*include\s+[\"']([^\"']+)[\"']")


@dataclass(frozen=True, slots=True)
class Block:
    """A named part of a template, by where the text between its two tags begins and ends."""

    name: str
    start: int
    end: int


def blocks(text: str) -> dict[str, Block]:
    """The blocks of a template in their order."""
    found: dict[str, Block | None] = {}
    open_: list[tuple[str, int]] = []
    for tag in _BLOCK.finditer(_bare(text)):
        if tag[1]:
            open_.append((tag[1], tag.end()))
            found[tag[1]] = None
        elif open_:
            name, start = open_.pop()
            found[name] = Block(name, start, tag.start())
    return {name: block for name, block in found.items() if block is not None}


def extended(text: str) -> str | None:
    """The name of the template that this one extends."""
    tag = _EXTENDS.search(_bare(text))
    return tag[1] if tag else None


def included(text: str) -> list[str]:
    """The names of templates that this one includes, where it names them."""
    return list(dict.fromkeys(_INCLUDE.findall(_bare(text))))


def lost(text: str, below: Callable[[str], str | None]) -> tuple[list[Block], list[str]]:
    """The blocks that nothing shows, of a template that extends one, and those it could have had.

    ``below`` gives the text of a template by its name. A block inside another is shown with that.
    """
    name, known = extended(text), dict[str, Block]()
    seen: set[str] = set()
    while name is not None and name not in seen:
        seen.add(name)
        under = below(name)
        if under is None:
            return [], []
        known |= blocks(under)
        name = extended(under)
    if not seen:
        return [], []
    own = blocks(text).values()
    outer = [b for b in own if not any(o.start < b.start and b.end < o.end for o in own)]
    return [block for block in outer if block.name not in known], list(known)


def laid_over(own: str, below: str) -> str:
    """The template below as it reads with the blocks of one that extends it."""
    ours = blocks(own)
    both = [block for block in blocks(below).values() if block.name in ours]
    outer = [b for b in both if not any(o.start < b.start and b.end < o.end for o in both)]
    for block in sorted(outer, key=lambda block: block.start, reverse=True):
        mine = ours[block.name]
        below = f"{below[: block.start]}{own[mine.start : mine.end]}{below[block.end :]}"
    return below


def _bare(text: str) -> str:
    """The text without what stands in comments, every mark left in its place."""
    return _COMMENT.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
