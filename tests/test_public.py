"""What a Python program may use."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

import klimatkontrakt

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Ran

TODAY = date(2026, 11, 22)


def test_load_gives_the_contract(repository: Path) -> None:
    contract = klimatkontrakt.load(repository, "luleå")

    assert [goal.target_year for goal in contract.goals.goals] == [2030, 2040, 2045]
    assert klimatkontrakt.load(repository, "2580", "2024").head.kind == "letter_of_intent"


def test_validate_gives_the_outcome(repository: Path) -> None:
    outcome = klimatkontrakt.validate(repository, TODAY, "luleå")

    assert [item.entry.code for item in outcome.diagnostics] == ["KK713", "KK220", "KK205"]


def test_render_gives_what_kk_prints(repository: Path, kk: Callable[..., Ran]) -> None:
    assert klimatkontrakt.render(repository, "luleå", TODAY) == kk("render", "luleå").out


def test_nothing_else_is_public() -> None:
    name = "compose"
    with pytest.raises(AttributeError, match="has no attribute 'compose'"):
        getattr(klimatkontrakt, name)
