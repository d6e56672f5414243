"""The shape of a picture, and the list of all pictures.

A picture is one file with a function ``draw(contract, facts)`` that gives ``None`` where the
contract has too little for one: no picture, and no empty frame.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from klimatkontrakt.registry import Registry

if TYPE_CHECKING:
    from collections.abc import Callable

    from klimatkontrakt.model.contract import Contract
    from klimatkontrakt.model.emissions import Emissions


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known beside the contract, in public statistics."""

    emissions: Emissions | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, the same in words, and the same numbers in a table."""

    name: str
    """Of the file, in small Swedish letters: ``utslapp``."""
    title: str
    """What it is about, as a heading."""
    words: tuple[str, ...]
    """Paragraphs that tell what the picture shows."""
    left_out: tuple[str, ...]
    """What it leaves out and why: a sentence that says so, then one for each."""
    caption: str
    alt: str
    svg: str
    table: str
    """The table's caption."""
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[bool, ...]
    """Which columns hold numbers."""
    source: str = ""
    """Where figures from outside the contract come from: a sentence."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """How to make one of the pictures."""

    place: int
    """Its place among the others."""
    draw: Callable[[Contract, Facts], Picture | None]


PICTURES: Registry[Drawing] = Registry("klimatkontrakt.document.pictures")


def pictures(contract: Contract, facts: Facts) -> tuple[Picture, ...]:
    """Every picture that the contract has enough for, in order."""
    drawings = sorted(PICTURES.discover(), key=lambda drawing: drawing.place)
    found = (drawing.draw(contract, facts) for drawing in drawings)
    return tuple(picture for picture in found if picture is not None)
