"""A fact about two versions. It has no opinion."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from klimatkontrakt.diagnostics.route import Route
    from klimatkontrakt.model.contract import Contract
    from klimatkontrakt.model.follow_up import Ending


class Fact(Enum):
    """What kind of difference it is."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    MOVED = "moved"
    REWORDED = "reworded"
    VALUE = "value_changed"
    STATUS = "status_changed"
    DECISION = "decision_taken"
    RESPONSIBLE = "responsible_changed"
    RELATION = "relation_changed"
    POINT_CHOSEN = "point_chosen"
    POINT_DROPPED = "point_dropped"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference, with its place on both sides where it has one.

    ``kind`` and ``ref`` say what it is about (``goal``, ``goal:koncern-2030``), ``field`` which key
    of it. ``before`` and ``after`` are values of the model. ``gap`` says that one side's record
    cannot bear a judgement: ``old`` or ``new``, empty when both can.
    """

    fact: Fact
    kind: str
    ref: str
    label: str
    field: str = ""
    before: Any = None
    after: Any = None
    old: Route | None = None
    new: Route | None = None
    gap: str = ""
    likeness: int | None = None
    """Per cent, when the two sides were paired by a guess; a guess decides nothing."""
    ending: Ending | None = None
    sides: tuple[Contract, Contract] | None = None
    """Both contracts, for verdicts that depend on more than the value."""
