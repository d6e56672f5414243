"""Every rule's docstring is true: its wrong example gives its code and no other, its right none."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from small import examples, small_workspace

from klimatkontrakt.app.validate import validate
from klimatkontrakt.app.workspace import open_workspace
from klimatkontrakt.rules._rule import RULES

if TYPE_CHECKING:
    from klimatkontrakt.rules._rule import Rule

CASES = Path(__file__).parent.parent / "cases" / "rules"
TODAY = date(2026, 11, 22)


def codes(root: Path) -> list[str]:
    outcome = validate(open_workspace(root), (), root, TODAY)
    return [item.entry.code for item in outcome.diagnostics]


@pytest.mark.parametrize("rule", list(RULES.discover()), ids=lambda rule: rule.entry.code)
def test_wrong_example_gives_its_code_and_right_example_none(rule: Rule, tmp_path: Path) -> None:
    wrong = small_workspace(tmp_path / "wrong", examples(rule.entry.wrong))
    right = small_workspace(tmp_path / "right", examples(rule.entry.right))

    assert codes(wrong) == [rule.entry.code]
    assert codes(right) == []


def test_every_rule_has_cases_and_every_case_file_a_rule() -> None:
    assert sorted(path.stem for path in CASES.glob("*.yaml")) == list(RULES.discover().names())


def test_code_and_room_agree() -> None:
    """KK2xx goals, KK3xx roadmap, KK4xx commitments, KK5xx numbers, KK6xx across, KK7xx version."""
    assert {code[:3] for code in RULES.discover().names()} == {
        f"KK{number}" for number in range(2, 8)
    }
