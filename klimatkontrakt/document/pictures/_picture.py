"""The shape of a picture, and the list of all pictures.

A picture is one file with a function ``draw(contract, facts)`` that gives ``None`` where the
contract has too little for one: no picture, and no empty frame.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from klimatkontrakt.document.document import Picture
from klimatkontrakt.document.pictures._svg import drawing
from klimatkontrakt.registry import Registry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from klimatkontrakt.document.view_types import IllustrationView
    from klimatkontrakt.model.contract import Contract
    from klimatkontrakt.model.emissions import Emissions


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known beside the contract, in public statistics."""

    emissions: Emissions | None = None


@dataclass(frozen=True, slots=True)
class Illustration:
    """A picture, the same in words, and the same numbers in a table."""

    name: str
    """By which templates ask for it, in small letters: ``utslapp``."""
    title: str
    """What it is about, as a heading."""
    words: tuple[str, ...]
    """Paragraphs that tell what the picture shows."""
    left_out: tuple[str, ...]
    """What it leaves out and why: a sentence that says so, then one for each; may be empty."""
    picture: Picture
    table: str
    """The table's caption."""
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    source: str = ""
    """Where figures from outside the contract come from: a sentence."""

    def view(self) -> IllustrationView:
        """What a template may see; the picture itself it asks for by name."""
        return {
            "name": self.name,
            "title": self.title,
            "words": list(self.words),
            "left_out": list(self.left_out),
            "table": self.table,
            "head": list(self.head),
            "rows": [list(row) for row in self.rows],
            "source": self.source,
        }


@dataclass(frozen=True, slots=True)
class Drawing:
    """How to make one of the pictures."""

    place: int
    """Its place among the others."""
    name: str
    """By which templates ask for it."""
    draw: Callable[[Contract, Facts], Illustration | None]


PICTURES: Registry[Drawing] = Registry("klimatkontrakt.document.pictures")


def illustrations(contract: Contract, facts: Facts) -> tuple[Illustration, ...]:
    """Every picture that the contract has enough for, in order."""
    drawings = sorted(PICTURES.discover(), key=lambda drawing: drawing.place)
    found = (drawing.draw(contract, facts) for drawing in drawings)
    return tuple(illustration for illustration in found if illustration is not None)


def picture_names() -> tuple[str, ...]:
    """The names of all pictures, whether or not a contract has enough for them."""
    return tuple(sorted(drawing.name for drawing in PICTURES.discover()))


LONGEST = 600
"""Letters that stand for a picture where it cannot be seen; the words beside it tell all."""


def framed(
    contract: Contract, name: str, caption: str, alt: str, drawn: tuple[float, Iterable[str]]
) -> Picture:
    """A finished picture of a height and shapes.

    Its file is called after the contract, so that no two are alike.
    """
    file = f"{contract.municipality.slug}-{contract.version.version}-{name}"
    if len(alt) > LONGEST:
        alt = f"{alt[:LONGEST].rpartition(' ')[0]} …"
    return Picture(file, caption, alt, drawing(file, caption, alt, *drawn))
