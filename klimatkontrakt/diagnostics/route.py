"""Where in the data something stands, before anybody asks which line that is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Step = str | int


@dataclass(frozen=True, slots=True)
class Route:
    """A document and the keys and indexes that lead to a value in it.

    ``document`` is the name of a file without folder and suffix: ``goals``, ``units``.
    ``at`` says whether the key or the value is meant; a missing key is said of its parent.
    """

    document: str
    steps: tuple[Step, ...] = ()
    at: Literal["value", "key"] = "value"

    def __truediv__(self, step: Step) -> Route:
        return Route(self.document, (*self.steps, step), self.at)
