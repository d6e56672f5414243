"""One thing said about one place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from klimatkontrakt.diagnostics.edit import Edit
    from klimatkontrakt.diagnostics.entry import Entry, Level
    from klimatkontrakt.diagnostics.message import Message
    from klimatkontrakt.diagnostics.place import Place
    from klimatkontrakt.diagnostics.route import Route


KINDS = {
    "goals": "goal",
    "actions": "action",
    "milestones": "milestone",
    "decisions": "decision",
    "documents": "document",
    "units": "unit",
    "indicators": "indicator",
    "shared_commitments": "commitment",
    "sources": "source",
}
"""List in the data → kind of a typed reference."""

_ITEM = re.compile(rf"({'|'.join(KINDS)})\[([^\]]+)\]")


@dataclass(frozen=True, slots=True)
class Aside:
    """A second place that helps to understand the first ("första gången här")."""

    message: Message
    route: Route


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule says: it knows the model, not the file."""

    entry: Entry
    route: Route
    message: Message
    asides: tuple[Aside, ...] = ()
    remedy: Message | None = None
    """A better remedy than the catalogue's, where the case allows one."""
    rewrite: str | None = None
    """The YAML that should stand at the route instead, where that mends the fault for certain."""


@dataclass(frozen=True, slots=True)
class Related:
    """An aside whose line is known."""

    message: Message
    place: Place


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding whose line is known. Printers give it words."""

    entry: Entry
    place: Place
    message: Message
    related: tuple[Related, ...] = ()
    remedy: Message | None = None
    level: Level | None = None
    edits: tuple[Edit, ...] = ()
    """Changes of ``place.file`` that mend the fault, safe to make unasked; often none."""

    @property
    def severity(self) -> Level:
        """The level it is reported with: the catalogue's, unless the run says otherwise."""
        return self.level or self.entry.level

    @property
    def fingerprint(self) -> str:
        """The same as long as the fault is: code, path of ids and values; no line, no words."""
        values = sorted(f"{name}={value}" for name, value in self.message.values().items())
        parts = (self.entry.code, self.place.file, self.place.path, *values)
        return sha256("\0".join(parts).encode(errors="backslashreplace")).hexdigest()[:16]

    def order(self) -> tuple[object, ...]:
        """File, line, column, code; then what is said, so that the order never wavers."""
        span = self.place.span
        return (self.place.file, span.line, span.column, self.entry.code, self.message.key)

    @property
    def ref(self) -> str:
        """The typed reference of the innermost item it is about: ``decision:klimatmal-2025``."""
        found = _ITEM.findall(self.place.path)
        return f"{KINDS[found[-1][0]]}:{found[-1][1]}" if found else ""
