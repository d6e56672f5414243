"""A change that mends a fault and touches nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from klimatkontrakt.diagnostics.place import Span


@dataclass(frozen=True, slots=True)
class Edit:
    """The characters of a span give way to a text, in the file that the diagnostic is about."""

    span: Span
    text: str
