"""The whole of a comparison, ready to be written out in any form."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from klimatkontrakt.changes._verdict import Direction

if TYPE_CHECKING:
    from klimatkontrakt.changes._change import Change
    from klimatkontrakt.changes._verdict import Verdict
    from klimatkontrakt.diagnostics.message import Message
    from klimatkontrakt.diagnostics.place import Place


@dataclass(frozen=True, slots=True)
class Judged:
    """A fact, what it means if anything, its places, and the reason if it has been accepted."""

    change: Change
    verdict: Verdict | None
    message: Message
    old: Place | None
    new: Place | None
    accepted: str = ""

    @property
    def direction(self) -> Direction:
        """Neutral where there is no verdict."""
        return self.verdict.direction if self.verdict else Direction.NEUTRAL

    @property
    def fingerprint(self) -> str:
        """The same as long as the change is: what, which field, both values; no line, no words."""
        change = self.change
        code = self.verdict.entry.code if self.verdict else change.fact.value
        parts = (code, change.ref, change.field, plain(change.before), plain(change.after))
        return sha256("\0".join(parts).encode()).hexdigest()[:16]


def plain(value: object) -> str:
    """A value of the model as one line of text, the same whenever the value is."""
    if isinstance(value, tuple):
        return ", ".join(sorted(map(plain, value)))
    if value is None:
        return ""
    text = getattr(value, "text", None)
    if isinstance(text, str):
        return text
    fields = getattr(type(value), "model_fields", None)
    if fields is not None:
        known = ((name, getattr(value, name)) for name in fields)
        return " ".join(f"{name}={plain(item)}" for name, item in known if item is not None)
    return str(value)


@dataclass(frozen=True, slots=True)
class Compared:
    """One municipality, or the common side (no code), with what changed."""

    name: str
    code: str
    own: bool
    """Whether the workspace is this municipality's own."""
    changes: tuple[Judged, ...]
    gaps: tuple[Message, ...] = ()
    """What the records cannot bear, in sentences."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions side by side; parts without changes and gaps are left out."""

    old: str
    new: str
    parts: tuple[Compared, ...]

    def weakened(self) -> bool:
        """Whether anything became less, unless accepted or guessed."""
        return any(_decides(item) and item.direction is Direction.LESS for item in self._judged())

    def vanished(self) -> bool:
        """Whether anything is no longer mentioned, unless accepted."""
        return any(
            _decides(item)
            and item.verdict is not None
            and item.verdict.entry.name == "no-longer-mentioned"
            for item in self._judged()
        )

    def _judged(self) -> list[Judged]:
        return [item for part in self.parts for item in part.changes]


def _decides(item: Judged) -> bool:
    return not item.accepted and item.change.likeness is None
