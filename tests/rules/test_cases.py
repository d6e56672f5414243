"""Every rule against cases that an officer can read: ``tests/cases/rules/KK204.yaml`` and so on.

A case lays files over the smallest workspace (``tests/small.py``) and says all that ``kk`` then
remarks, in order; an empty list says that nothing is wrong. Files of the town are named without
folder, in ``files`` as in ``expect``; what is common is named from the workspace. A contract.yaml
that does not say whose it is comes after a head of five lines, so its own first line is line 6.

``remedy`` is the whole list of remedies, ``see`` the whole list of places that the findings also
point to; both are looked at only in cases that have them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from conftest import TODAY
from ruamel.yaml import YAML
from small import TOWN, small_workspace

from klimatkontrakt.app.validate import validate
from klimatkontrakt.app.workspace import open_workspace
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import translations

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from klimatkontrakt.diagnostics.outcome import Outcome
    from klimatkontrakt.diagnostics.place import Place

FOLDER = Path(__file__).parent.parent / "cases" / "rules"
SWEDISH = translations("sv")


@dataclass(frozen=True)
class Case:
    """One case as it stands in its file; a misspelt key is refused."""

    code: str
    name: str
    files: Mapping[str, str]
    expect: list[str]
    remedy: list[str] | None = None
    see: list[str] | None = None

    @property
    def fails(self) -> bool:
        """Whether the file's rule has something to say."""
        return any(f" {self.code} " in line for line in self.expect)


def read_cases() -> Iterator[Case]:
    for path in sorted(FOLDER.glob("*.yaml")):
        for item in YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))["cases"]:
            yield Case(code=path.stem, **item)


CASES = tuple(read_cases())


def param(case: Case) -> object:
    return pytest.param(case, id=f"{case.code}: {case.name}")


@pytest.mark.parametrize("case", [param(case) for case in CASES])
def test_case(case: Case, tmp_path: Path) -> None:
    root = small_workspace(tmp_path, case.files)

    outcome = validate(open_workspace(root), (), root, date.fromisoformat(TODAY))

    assert findings(outcome) == case.expect
    assert case.remedy in (None, remedies(outcome))
    assert case.see in (None, asides(outcome))


@pytest.mark.parametrize("code", sorted({case.code for case in CASES}))
def test_rule_has_two_cases_that_fail_and_two_that_pass(code: str) -> None:
    cases = [case for case in CASES if case.code == code]

    assert sum(case.fails for case in cases) >= 2
    assert sum(case.expect == [] for case in cases) >= 2
    assert len({case.name for case in cases}) == len(cases)


@pytest.mark.parametrize("code", sorted({case.code for case in CASES}))
def test_a_passing_case_is_one_edit_from_a_failing_one(code: str) -> None:
    cases = [case for case in CASES if case.code == code]
    fails = [case for case in cases if case.fails]
    passes = [case for case in cases if not case.fails]

    assert min(edits(one, other) for one in fails for other in passes) == 1


def edits(one: Case, other: Case) -> int:
    """How many places differ between the files of two cases."""
    return sum(
        tag != "equal"
        for name in one.files.keys() | other.files.keys()
        for tag, *_ in SequenceMatcher(
            None,
            one.files.get(name, "").splitlines(),
            other.files.get(name, "").splitlines(),
            autojunk=False,
        ).get_opcodes()
    )


def findings(outcome: Outcome) -> list[str]:
    return [
        f"{address(item.place)} {item.entry.code} {item.severity.value} "
        f"{item.message.words(SWEDISH)}"
        for item in outcome.diagnostics
    ]


def remedies(outcome: Outcome) -> list[str]:
    return [(item.remedy or say(item.entry.remedy)).words(SWEDISH) for item in outcome.diagnostics]


def asides(outcome: Outcome) -> list[str]:
    return [
        f"{address(aside.place)} {aside.message.words(SWEDISH)}"
        for item in outcome.diagnostics
        for aside in item.related
    ]


def address(place: Place) -> str:
    file = place.file.removeprefix(f"{TOWN}/").removeprefix("2025/")
    return f"{file}:{place.span.line}:{place.span.column}"
