"""A change that mends a fault and touches nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from klimatkontrakt.diagnostics.place import Span


@dataclass(frozen=True, slots=True)
class Edit:
    """The characters of a span give way to a text, in the file that the diagnostic is about."""

    span: Span
    text: str

    def moved(self, shift: int) -> Edit:
        """The span of its text once it is made, so many columns further on than it was."""
        line, column = self.span.line, self.span.column + shift
        return Edit(Span(line, column, line, column + len(self.text)), self.text)
