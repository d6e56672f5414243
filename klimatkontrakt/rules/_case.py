"""What a rule is given, and the walks that rules share."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from klimatkontrakt.diagnostics.route import Route

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator
    from datetime import date

    from klimatkontrakt.model.action import Action, Milestone
    from klimatkontrakt.model.commitment import ChosenCommitment
    from klimatkontrakt.model.contract import Contract
    from klimatkontrakt.model.follow_up import Entry
    from klimatkontrakt.model.goal import Goal
    from klimatkontrakt.model.indicator import Indicator, Observation
    from klimatkontrakt.model.register import Registered
    from klimatkontrakt.model.when import When

DOCUMENTS = (
    "contract",
    "goals",
    "roadmap",
    "investment",
    "commitments",
    "follow_up",
    "units",
    "documents",
    "indicators",
    "shared",
)

OVER = {"paused", "completed", "cancelled"}
"""Statuses after which nobody waits for a milestone; other rules speak of them."""

HAPPENED = {"measured", "verified"}
"""How certain an effect must be to be something that has happened; others may look ahead."""


class Valued(Protocol):
    """Whatever can tell all its values: a whole contract, or one file outside contracts."""

    def values(self) -> Iterator[tuple[Route, str, str, Any]]:
        """Every value that stands in the data: route, type that holds it, field, value."""


@dataclass(frozen=True, slots=True)
class Part:
    """One file by itself: one that belongs to no contract, or the common side of a version."""

    document: str
    value: Any
    whole: bool = True
    """Whether nothing was left out of it."""

    def values(self) -> Iterator[tuple[Route, str, str, Any]]:
        """Every value that stands in the file."""
        yield from _values(Route(self.document), self.value)


def _nobody(code: str) -> Contract | None:  # noqa: ARG001  the shape of a look-up that finds nothing
    return None


@dataclass(frozen=True, slots=True)
class Case:
    """A contract and the world around it, handed in."""

    contract: Contract
    today: date
    municipalities: Container[str]
    """Codes that exist."""
    chapters: frozenset[str] | None = None
    """Slugs of the version's outline; ``None`` when it has none."""
    has_successor: bool = False
    """Whether the municipality has a later version, which has taken over what this one promised."""
    _values: list[tuple[Route, str, str, Any]] = field(
        default_factory=list, init=False, repr=False, compare=False
    )
    """All values, walked once: many rules ask for them."""
    before: Contract | None = None
    """The municipality's version before, if it is here and could be read whole."""
    neighbour: Callable[[str], Contract | None] = _nobody
    """Another municipality's contract of the same version by its code; read when asked for."""
    register: tuple[Registered, ...] = ()
    """Those who are known to take part in the programme."""

    def is_whole(self, *documents: str) -> bool:
        """Whether nothing was left out of these files."""
        return self.contract.incomplete.isdisjoint(documents)

    def tells_all(self, *documents: str) -> bool:
        """Whether the whole contract is here, so that what these files do not say is missing."""
        return self.contract.head.record == "complete" and self.is_whole("contract", *documents)

    @property
    def signing_day(self) -> date | None:
        """The day of signing, the contract's own before the version's; ``None`` when unknown."""
        signed = self.contract.signing
        return signed.end if signed is not None else None

    def document(self, name: str) -> Any:  # noqa: ANN401  one of the models of whole files
        """The value of a file by its name."""
        match name:
            case "contract":
                return self.contract.head
            case "shared":
                return self.contract.version
            case _:
                return getattr(self.contract, name)

    def signed_on(self) -> When | None:
        """When the contract was signed; ``None`` if it is not signed, or the day is unknown."""
        return self.contract.signing if self.contract.head.status == "signed" else None

    def last_day(self) -> date:
        """The last day of which the contract can tell: that of signing, or today before it."""
        signed = self.signed_on()
        return self.today if signed is None or signed.end is None else signed.end

    def lies_ahead(self, day: date | None) -> bool:
        """Whether a day lies after the last one; rules of what is to come speak of that alone."""
        return day is not None and day > self.last_day()

    def first_day(self) -> date | None:
        """The first day for which it can promise; ``None`` if it was signed, nobody knows when."""
        signed = self.signed_on()
        if signed is not None:
            return signed.start or signed.end
        return None if self.contract.head.status == "signed" else self.today

    def goals(self) -> Iterator[tuple[Route, Goal]]:
        """Every goal and where it stands."""
        yield from _items("goals", "goals", self.contract.goals.goals)

    def actions(self) -> Iterator[tuple[Route, Action]]:
        """Every action and where it stands."""
        yield from _items("roadmap", "actions", self.contract.roadmap.actions)

    def milestones(self) -> Iterator[tuple[Route, Milestone, Action | None]]:
        """Every milestone, with its action if it is one of the roadmap's."""
        for route, action in self.actions():
            for index, milestone in enumerate(action.milestones):
                yield route / "milestones" / index, milestone, action
        plan = self.contract.investment.milestones
        for route, milestone in _items("investment", "milestones", plan):
            yield route, milestone, None

    def choices(self) -> Iterator[tuple[Route, ChosenCommitment]]:
        """Every shared commitment that the municipality takes a stand on."""
        chosen = self.contract.commitments.shared_commitments
        yield from _items("commitments", "shared_commitments", chosen)

    def entries(self) -> Iterator[tuple[Route, Entry]]:
        """Every note of the follow-up, in time order."""
        yield from _items("follow_up", "entries", self.contract.follow_up.entries)

    def observations(self) -> Iterator[tuple[Route, Indicator, Observation]]:
        """Every value of every indicator, and where it stands."""
        for route, indicator in _items(
            "indicators", "indicators", self.contract.indicators.indicators
        ):
            for index, observation in enumerate(indicator.observations):
                yield route / "observations" / index, indicator, observation

    def values(self) -> Iterator[tuple[Route, str, str, Any]]:
        """Every value that stands in the data: route, type that holds it, field, value."""
        if not self._values:
            for name in DOCUMENTS:
                self._values.extend(_values(Route(name), self.document(name)))
        yield from self._values


def _items(document: str, key: str, items: tuple[Any, ...]) -> Iterator[tuple[Route, Any]]:
    for index, item in enumerate(items):
        yield Route(document, (key, index)), item


def _values(route: Route, holder: Any) -> Iterator[tuple[Route, str, str, Any]]:  # noqa: ANN401  any model
    for name in type(holder).model_fields:
        if name not in holder.model_fields_set:
            continue
        value, here = getattr(holder, name), route / name
        if hasattr(value, "model_fields_set"):
            yield from _values(here, value)
            continue
        for index, item in enumerate(value if isinstance(value, tuple) else ()):
            if hasattr(item, "model_fields_set"):
                yield from _values(here / index, item)
            else:
                yield here / index, type(holder).__name__, name, item
        if not isinstance(value, tuple):
            yield here, type(holder).__name__, name, value
