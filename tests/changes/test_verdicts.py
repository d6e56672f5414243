"""Every verdict against cases that an officer can read: ``target_year_later.yaml`` and so on.

``tests/cases/verdicts/`` has a file for each verdict, and ``facts.yaml`` for what gets none. A file
says where its cases begin: ``before`` lies over the smallest workspace (``tests/small.py``), and a
case may lay more over it. ``both`` is an edit in both versions, ``edit`` one in the newer version;
what it finds stands there once. ``after`` are whole files of the newer version.

``expect`` is all that ``kk diff`` then says, in order: code (or fact, where there is no verdict),
direction, what it is about, the old place → the new, what the records cannot bear, and the words.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from compared import codes, judged, side, told
from ruamel.yaml import YAML
from small import HEAD, examples

from klimatkontrakt.app.diff import diff
from klimatkontrakt.changes._change import Fact
from klimatkontrakt.changes._comparison import plain
from klimatkontrakt.changes._verdict import VERDICTS, Direction

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from klimatkontrakt.changes._comparison import Comparison, Judged
    from klimatkontrakt.changes._verdict import Verdict

FOLDER = Path(__file__).parent.parent / "cases" / "verdicts"
FACTS = "facts"
COMPLETE = HEAD.replace("record: partial", "record: complete")

WAIVERS = {
    "KK821": "what comes back is new in the contract; that is a fact, not more than was promised",
    "det sägs att åtagandet har gått upp i ett annat": "an end is told of what was, so the same "
    "two versions backwards tell of no end, only of a commitment joined",
    "det fanns inga gemensamma åtaganden förut, så inget kan ha saknats": "backwards, a partial "
    "record of the version without commitments is as thin as any other",
}
"""Verdicts, and names of cases, that are not each other's opposites. At most four."""

Files = dict[str, str]


@dataclass(frozen=True)
class Edit:
    """Words in a file and what stands in their place; a misspelt key is refused."""

    file: str
    find: str
    replace: str

    def made(self, files: Mapping[str, str]) -> Files:
        """The files with the edit in them."""
        text = files[self.file]
        assert text.count(self.find) == 1, f"{self.find!r} should stand once in {self.file}"
        return {**files, self.file: text.replace(self.find, self.replace)}


@dataclass(frozen=True, eq=False)
class Case:
    """One case as it stands in its file; a misspelt key is refused."""

    verdict: str
    name: str
    expect: list[str]
    before: Files
    edit: dict[str, str] | None = None
    both: dict[str, str] | None = None
    after: Files = field(default_factory=dict)

    @property
    def id(self) -> str:
        """What pytest calls it."""
        return f"{self.verdict}: {self.name}"

    @property
    def old(self) -> Files:
        """The files of the older version."""
        return Edit(**self.both).made(self.before) if self.both else self.before

    @property
    def new(self) -> Files:
        """The files of the newer version."""
        edited = Edit(**self.edit).made(self.old) if self.edit else self.old
        return {**edited, **self.after}

    @property
    def judged(self) -> bool:
        """Whether the file's verdict is given."""
        return any(line.startswith(f"{CODES.get(self.verdict)} ") for line in self.expect)


def read_cases() -> Iterator[Case]:
    for path in sorted(FOLDER.glob("*.yaml")):
        page = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
        common = page.get("before", {})
        for item in page["cases"]:
            before = {**common, **item.pop("before", {})}
            yield Case(verdict=path.stem, before=before, **item)


def module_of(verdict: Verdict) -> str:
    return verdict.entry.name.replace("-", "_")


ALL = tuple(VERDICTS.discover())
CODES = {module_of(verdict): verdict.entry.code for verdict in ALL}
CASES = tuple(read_cases())


@dataclass(frozen=True)
class Ran:
    """A case in both directions, and its older version beside itself."""

    forward: Comparison
    backward: Comparison
    unchanged: Comparison


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Case], Ran]:
    @cache
    def compare(case: Case) -> Ran:
        root = tmp_path_factory.mktemp("fall")
        old, new = side(root / "före", case.old), side(root / "efter", case.new)
        return Ran(diff(old, new), diff(new, old), diff(old, old))

    return compare


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_case(case: Case, run: Callable[[Case], Ran]) -> None:
    ran = run(case)

    assert told(ran.forward) == case.expect
    assert told(ran.unchanged) == []
    assert less(ran.forward) & less(ran.backward) == set()
    assert is_symmetric(ran) or case.name in WAIVERS


def directed(comparison: Comparison) -> Counter[str]:
    """How often each verdict less or more is given; those that have a waiver are left out."""
    found = codes_of(judged(comparison), Direction.LESS) + codes_of(
        judged(comparison), Direction.MORE
    )
    return Counter(code for code in found if code not in WAIVERS)


def codes_of(items: list[Judged], direction: Direction) -> list[str]:
    verdicts = [item.verdict for item in items if item.verdict]
    return [verdict.entry.code for verdict in verdicts if verdict.direction is direction]


def opposites(found: Counter[str]) -> Counter[str | None]:
    return Counter(VERDICTS[code].opposite for code in found.elements())


def less(comparison: Comparison) -> set[tuple[str, str, frozenset[str]]]:
    """What is called less: of what, which field, and the two values whichever came first."""
    found = [item for item in judged(comparison) if item.direction is Direction.LESS]
    return {
        (item.change.ref, item.change.field, frozenset(map(plain, values(item)))) for item in found
    }


def values(item: Judged) -> tuple[object, object]:
    return item.change.before, item.change.after


@pytest.mark.parametrize("verdict", ALL, ids=lambda verdict: verdict.entry.code)
def test_docstring_example_gives_its_code_and_nothing_else(
    verdict: Verdict, tmp_path: Path
) -> None:
    head = {"contract.yaml": COMPLETE}
    before = side(tmp_path / "before", head | examples(verdict.entry.wrong))
    after = side(tmp_path / "after", head | examples(verdict.entry.right))

    assert codes(diff(before, after)) == [verdict.entry.code]


def test_every_verdict_has_cases_and_every_file_a_verdict() -> None:
    assert sorted({case.verdict for case in CASES}) == sorted([*CODES, FACTS])


@pytest.mark.parametrize("verdict", sorted(CODES))
def test_verdict_is_given_in_one_case_and_not_in_another(verdict: str) -> None:
    assert {case.judged for case in CASES if case.verdict == verdict} == {True, False}


@pytest.mark.parametrize("verdict", sorted(CODES))
def test_every_case_is_one_edit_from_one_without_the_verdict(verdict: str) -> None:
    """The other is a case of the file or, for most of them, the older version beside itself."""
    judged, others = split(case for case in CASES if case.verdict == verdict)
    unchanged = {case.id: edits(case, replace(case, edit=None, after={})) for case in judged}
    nearest = {case.id: min((edits(case, other) for other in others), key=len) for case in judged}

    assert {name for name in nearest if min(len(nearest[name]), len(unchanged[name])) != 1} == set()
    assert min(map(len, nearest.values())) == 1


def split(cases: Iterable[Case]) -> tuple[list[Case], list[Case]]:
    """Cases in which the file's verdict is given, and the others."""
    found = list(cases)
    return [case for case in found if case.judged], [case for case in found if not case.judged]


def edits(one: Case, other: Case) -> set[tuple[str, str, str]]:
    """What would make one case the other; the same edit in both versions is one."""
    return {
        edit
        for mine, theirs in ((one.old, other.old), (one.new, other.new))
        for file in mine.keys() | theirs.keys()
        for edit in hunks(file, mine.get(file, ""), theirs.get(file, ""))
    }


def hunks(file: str, one: str, other: str) -> Iterator[tuple[str, str, str]]:
    before, after = one.splitlines(), other.splitlines()
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            yield file, "\n".join(before[a:b]), "\n".join(after[c:d])


def test_every_fact_stands_in_a_case(run: Callable[[Case], Ran]) -> None:
    found = {item.change.fact for case in CASES for item in judged(run(case).forward)}

    assert found == set(Fact)


def test_there_are_sixty_cases_each_with_its_own_name() -> None:
    assert len(CASES) >= 60
    assert len({case.id for case in CASES}) == len(CASES)


def test_less_and_more_are_each_others_opposites() -> None:
    wrong = [
        verdict.entry.code
        for verdict in ALL
        if verdict.direction is not Direction.NEUTRAL and not has_opposite(verdict)
    ]

    assert wrong == [code for code in WAIVERS if code in VERDICTS]


def has_opposite(verdict: Verdict) -> bool:
    if verdict.opposite is None:
        return False
    other = VERDICTS[verdict.opposite]
    ways = {verdict.direction, other.direction}
    return other.opposite == verdict.entry.code and ways == {Direction.LESS, Direction.MORE}


def test_neutral_verdicts_have_neutral_opposites_or_none() -> None:
    pairs = {v.entry.code: v.opposite for v in ALL if v.direction is Direction.NEUTRAL}

    assert {a: b for a, b in pairs.items() if b is not None and pairs.get(b) != a} == {}


def test_waivers_are_few_told_and_not_stale(run: Callable[[Case], Ran]) -> None:
    cases = [case for case in CASES if case.name in WAIVERS]
    symmetric = [case.name for case in cases if is_symmetric(run(case))]
    known = {case.name for case in cases} | set(VERDICTS.names())

    assert (symmetric, set(WAIVERS) - known) == ([], set())
    assert len(WAIVERS) <= 4
    assert all(WAIVERS.values())


def is_symmetric(ran: Ran) -> bool:
    return directed(ran.backward) == opposites(directed(ran.forward))
