"""What holds of every comparison, whatever is compared."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from io import StringIO
from typing import TYPE_CHECKING, Any

import pytest
from compared import code
from conftest import REPOSITORY
from generated import CONTRACTS
from hypothesis import given, settings
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, SingleQuotedScalarString

from klimatkontrakt.app.diff import diff, judged_change
from klimatkontrakt.app.sides import Side
from klimatkontrakt.changes._verdict import VERDICTS, Direction
from klimatkontrakt.changes.compare import compare
from klimatkontrakt.store.layout import open_layout
from klimatkontrakt.store.reader import Reader
from klimatkontrakt.store.yaml12 import read_data

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from klimatkontrakt.changes._comparison import Judged
    from klimatkontrakt.model.contract import Contract

    Copy = Callable[["Hand"], Reader]

YEARS = sorted(int(path.stem) for path in (REPOSITORY / "commitments/shared").glob("*.yaml"))
LAW = settings(deadline=None, derandomize=True, database=None, max_examples=100)
WITHOUT_OPPOSITE = {"KK821"}
"""As in test_verdicts.py: what comes back is new, not more."""


@dataclass(frozen=True)
class Hand:
    """A way to write a file: its quotes, with brackets or without, how long its lines are."""

    name: str
    quoted: type[str]
    flow: bool
    width: int

    def copy(self, text: str) -> str:
        """The same data in this hand: keys and lists backwards, comments of its own."""
        data, faults = read_data(text)
        assert faults == []
        yaml, stream = YAML(), StringIO()
        yaml.width = self.width
        yaml.dump(self._value(data), stream)
        return f"# Skrivet om: {self.name}\n\n{stream.getvalue()}# Slut.\n"

    def _value(self, value: Any) -> Any:
        if isinstance(value, dict):
            pairs = [(key, self._entry(key, value[key])) for key in reversed(value)]
            return self._styled(CommentedMap(pairs))
        if isinstance(value, list):
            return self._styled(CommentedSeq(map(self._value, reversed(value))))
        return self.quoted(value) if isinstance(value, str) else value

    def _entry(self, key: str, value: Any) -> Any:
        """A document's decisions stand in order of time; no other list has an order that counts."""
        in_time = key == "decisions" and isinstance(value[0], dict)
        return self._value(value[::-1] if in_time else value)

    def _styled(self, node: Any) -> Any:
        if self.flow:
            node.fa.set_flow_style()
        return node


HANDS = (
    Hand("med klamrar och korta rader", DoubleQuotedScalarString, flow=True, width=30),
    Hand("utan klamrar och med långa rader", SingleQuotedScalarString, flow=False, width=400),
)


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Reader]:
    """The shipped workspace, every file written anew by each hand."""
    return {hand.name: rewritten(tmp_path_factory.mktemp("avskrift"), hand) for hand in HANDS}


def rewritten(root: Path, hand: Hand) -> Reader:
    shutil.copytree(REPOSITORY / "commitments", root / "commitments")
    shutil.copy(REPOSITORY / "klimatkontrakt.toml", root)
    for path in root.rglob("*.yaml"):
        path.write_text(hand.copy(path.read_text(encoding="utf-8")), encoding="utf-8")
    return Reader(open_layout(root))


@pytest.fixture(scope="module")
def original() -> Reader:
    return Reader(open_layout(REPOSITORY))


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("hand", HANDS, ids=lambda hand: hand.name)
def test_a_file_written_in_another_hand_says_the_same(
    original: Reader, copies: dict[str, Reader], hand: Hand, year: int
) -> None:
    one, other = Side("utgivet", original, year), Side("avskrivet", copies[hand.name], year)

    assert one.slugs() == other.slugs()
    assert diff(one, other).parts == ()
    assert diff(other, one).parts == ()


def test_another_hand_leaves_no_words_in_their_place() -> None:
    text = (REPOSITORY / "commitments/lulea/2025/goals.yaml").read_text(encoding="utf-8")
    words = {line for line in text.splitlines() if ": " in line and not line[-1].isdigit()}

    assert [words & set(hand.copy(text).splitlines()) for hand in HANDS] == [set(), set()]


@LAW
@given(CONTRACTS)
def test_nothing_differs_from_itself(contract: Contract) -> None:
    assert list(compare(contract, contract)) == []


def test_what_one_direction_calls_less_the_other_calls_more() -> None:
    seen: set[str] = set()

    @LAW
    @given(CONTRACTS, CONTRACTS)
    def law(one: Contract, other: Contract) -> None:
        forward, backward = verdicts(one, other), verdicts(other, one)
        found = signs(forward, Direction.LESS) | signs(backward, Direction.LESS)
        seen.update(name for _, _, name in found)

        assert opposites(forward) <= signs(backward, Direction.MORE)
        assert opposites(backward) <= signs(forward, Direction.MORE)

    law()
    every = {item.entry.code for item in VERDICTS.discover() if item.direction is Direction.LESS}
    assert seen == every, "the law should be tried on every verdict"


def verdicts(old: Contract, new: Contract) -> list[Judged]:
    return [judged_change(change, None, None) for change in compare(old, new)]


def signs(items: list[Judged], direction: Direction) -> set[tuple[str, str, str]]:
    """What is said to be less, or more: of what, in which field, by which code."""
    found = [item for item in items if item.direction is direction]
    return {(item.change.ref, item.change.field, code(item)) for item in found}


def opposites(items: list[Judged]) -> set[tuple[str, str, str | None]]:
    """What the other direction should call more."""
    return {
        (ref, field, VERDICTS[name].opposite)
        for ref, field, name in signs(items, Direction.LESS)
        if name not in WITHOUT_OPPOSITE
    }
