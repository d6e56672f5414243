"""Who became what: how items of one version are found again in the next.

By id; then by what the new side declares (``previous``, endings in its follow-up); then by likeness
of words, which is a guess and is marked as one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from klimatkontrakt.model.known import is_known

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from klimatkontrakt.model.action import Milestone
    from klimatkontrakt.model.contract import Contract
    from klimatkontrakt.model.follow_up import Ending

Kind = Literal["goal", "action", "milestone", "commitment", "priority", "effort", "cooperation"]


@dataclass(frozen=True, slots=True)
class Item:
    """Something that a contract holds and that may be found again."""

    kind: Kind
    id: str
    label: str
    """What a reader calls it."""
    value: Any
    document: str
    steps: tuple[str | int, ...]
    """Where it stands: the file's name, then keys and indexes."""
    parent: str = ""
    """Typed reference of the item that it stands in."""
    previous: tuple[str, ...] = ()

    @property
    def ref(self) -> str:
        """``goal:koncern-2030``."""
        return f"{self.kind}:{self.id}"


@dataclass(frozen=True, slots=True)
class Pair:
    """An item before and after; one of them may be missing."""

    old: Item | None
    new: Item | None
    ending: Ending | None = None
    """How the old item ended, where that is stated."""
    likeness: int | None = None
    """Per cent of likeness, when that alone made the pair."""


def items(contract: Contract) -> dict[str, Item]:
    """Everything in a contract that has an identity, by typed reference."""
    return {item.ref: item for item in _all(contract)}


def _all(contract: Contract) -> Iterator[Item]:
    for index, goal in enumerate(contract.goals.goals):
        label = f"{goal.label}: {goal.statement}" if goal.label else goal.statement
        steps = ("goals", index)
        yield Item("goal", goal.id, label, goal, "goals", steps, previous=goal.previous)
    for index, action in enumerate(contract.roadmap.actions):
        steps = ("actions", index)
        item = Item(
            "action", action.id, action.title, action, "roadmap", steps, previous=action.previous
        )
        yield item
        yield from _milestones(action.milestones, "roadmap", steps, item.ref)
    yield from _milestones(contract.investment.milestones, "investment", (), "")
    yield from _choices(contract)
    roadmap, areas = contract.roadmap, contract.commitments.cooperation_areas
    yield from _titled("priority", roadmap.priorities, "roadmap", "priorities")
    yield from _titled("effort", roadmap.efforts, "roadmap", "efforts")
    yield from _titled("cooperation", areas, "commitments", "cooperation_areas")


def _milestones(
    milestones: tuple[Milestone, ...], document: str, above: tuple[str | int, ...], parent: str
) -> Iterator[Item]:
    for index, milestone in enumerate(milestones):
        steps = (*above, "milestones", index)
        yield Item("milestone", milestone.id, milestone.text, milestone, document, steps, parent)


def _choices(contract: Contract) -> Iterator[Item]:
    for index, choice in enumerate(contract.commitments.shared_commitments):
        commitment = contract.version.commitment(choice.number)
        theme = f" ({commitment.theme})" if commitment and is_known(commitment.theme) else ""
        label = f"Åtagande {choice.number}{theme}"
        steps = ("shared_commitments", index)
        yield Item("commitment", str(choice.number), label, choice, "commitments", steps)


def _titled(kind: Kind, values: tuple[Any, ...], document: str, key: str) -> Iterator[Item]:
    for index, value in enumerate(values):
        yield Item(kind, value.title, value.title, value, document, (key, index))


def pairs(
    old: Contract, new: Contract, likeness: Callable[[str, str], int], threshold: int = 85
) -> tuple[Pair, ...]:
    """Every item of both contracts, each once, in the new contract's order and then the old's.

    ``likeness`` compares two texts, 0-100; goals and actions that nothing else pairs are paired
    by it from ``threshold`` on.
    """
    before, after = items(old), items(new)
    endings = _joined(after) | {ending.ref: ending for ending in new.follow_up.endings}
    found: dict[str, Item] = {}
    for item in after.values():
        candidates = [item.ref, *(f"{item.kind}:{name}" for name in item.previous)]
        match = next((before[ref] for ref in candidates if ref in before), None)
        if match is not None:
            found[item.ref] = match
    taken = {item.ref for item in found.values()}
    guesses = _guesses(
        [item for ref, item in before.items() if ref not in taken and ref not in endings],
        [item for ref, item in after.items() if ref not in found],
        likeness,
        threshold,
    )
    result = [
        Pair(guesses[ref][0], item, likeness=guesses[ref][1])
        if ref in guesses
        else Pair(found.get(ref), item)
        for ref, item in after.items()
    ]
    taken |= {item.ref for item, _ in guesses.values()}
    result += [
        Pair(item, None, endings.get(ref)) for ref, item in before.items() if ref not in taken
    ]
    return tuple(result)


def _joined(after: dict[str, Item]) -> dict[str, Ending]:
    """The end of what several ``previous`` name: all went into the one item.

    The first that the old contract holds is paired with it; of the others this is what is told.
    """
    # Explaining a verdict imports this module, and needs no models.
    from klimatkontrakt.model.follow_up import Ending

    return {
        ref: Ending(ref=ref, end="merged", into=item.ref)
        for item in after.values()
        for name in item.previous
        if (ref := f"{item.kind}:{name}") not in after
    }


def _guesses(
    lost: list[Item], gained: list[Item], likeness: Callable[[str, str], int], threshold: int
) -> dict[str, tuple[Item, int]]:
    """The new item's reference → the old item most like it, each old item used once."""
    scored = sorted(
        (
            (-likeness(a.label, b.label), a.ref, b.ref, a)
            for a in lost
            for b in gained
            if a.kind == b.kind and a.kind in {"goal", "action"}
        ),
        key=lambda row: row[:3],
    )
    found: dict[str, tuple[Item, int]] = {}
    used: set[str] = set()
    for score, old_ref, new_ref, item in scored:
        if -score >= threshold and old_ref not in used and new_ref not in found:
            found[new_ref] = (item, -score)
            used.add(old_ref)
    return found
