"""A verdict that the municipality has accepted is shown with its reason and decides nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from compared import judged, side, told
from small import HEAD, TOWN

from klimatkontrakt.app.diff import diff

if TYPE_CHECKING:
    from pathlib import Path

    from klimatkontrakt.changes._comparison import Comparison

COMPLETE = HEAD.replace("record: partial", "record: complete")
GOALS = """\
goals:
- id: omradet
  statement: Utsläppen minskar
  boundary: [territory]
  end_state: reduction
  target_year: {year}
"""
POSTPONED = "KK801 less goal:omradet target_year [goals.yaml:6:16 → goals.yaml:6:16] {accepted}"
POSTPONED += "målåret är senarelagt från 2030 till 2035"
ACCEPTED = POSTPONED.format(accepted="(godtaget: Staten har dröjt.) ")
NOT_ACCEPTED = POSTPONED.format(accepted="")

WAIVERS = f"{TOWN}/waivers.yaml"
WAIVER = """\
waivers:
- code: {code}
  {by}
  reason: Staten har dröjt.
  date: 2025-11-01
{more}"""


def postponed(folder: Path, waiver: str = "", year: int = 2035) -> Comparison:
    """A goal's year goes from 2030 to a later one."""
    old = {"contract.yaml": COMPLETE, "goals.yaml": GOALS.format(year=2030)}
    new = old | {"goals.yaml": GOALS.format(year=year), WAIVERS: waiver}
    return diff(side(folder / "före", old), side(folder / "efter", new))


def waiver(by: str = "ref: goal:omradet", code: str = "KK801", more: str = "") -> str:
    return WAIVER.format(by=by, code=code, more=more)


def test_without_a_waiver_it_is_less(tmp_path: Path) -> None:
    found = postponed(tmp_path)

    assert (told(found), found.weakened()) == ([NOT_ACCEPTED], True)


def test_accepted_by_what_it_is_about(tmp_path: Path) -> None:
    found = postponed(tmp_path, waiver())

    assert (told(found), found.weakened()) == ([ACCEPTED], False)


def test_accepted_by_fingerprint(tmp_path: Path) -> None:
    fingerprint = judged(postponed(tmp_path / "först"))[0].fingerprint
    found = postponed(tmp_path, waiver(f'fingerprint: "{fingerprint}"'))

    assert (told(found), found.weakened()) == ([ACCEPTED], False)


def test_a_fingerprint_accepts_one_move_and_no_later_one(tmp_path: Path) -> None:
    fingerprint = judged(postponed(tmp_path / "först"))[0].fingerprint
    found = postponed(tmp_path, waiver(f'fingerprint: "{fingerprint}"'), year=2040)

    assert (told(found), found.weakened()) == ([NOT_ACCEPTED.replace("2035", "2040")], True)


@pytest.mark.parametrize(
    "other",
    [
        waiver(code="KK803"),
        waiver("ref: goal:koncern"),
        waiver('fingerprint: "0123456789abcdef"'),
        waiver(more="  last_version: 2024\n"),
    ],
    ids=["another verdict", "another goal", "another fingerprint", "no longer alive"],
)
def test_another_waiver_accepts_nothing(tmp_path: Path, other: str) -> None:
    found = postponed(tmp_path, other)

    assert (told(found), found.weakened()) == ([NOT_ACCEPTED], True)


def test_a_waiver_lives_through_its_last_version(tmp_path: Path) -> None:
    found = postponed(tmp_path, waiver(more="  last_version: 2025\n"))

    assert (told(found), found.weakened()) == ([ACCEPTED], False)


def test_what_vanished_can_be_accepted(tmp_path: Path) -> None:
    old = {"contract.yaml": COMPLETE, "goals.yaml": GOALS.format(year=2030)}
    new = {"contract.yaml": COMPLETE, WAIVERS: waiver(code="KK821")}
    found = diff(side(tmp_path / "före", old), side(tmp_path / "efter", new))

    assert told(found) == [
        "KK821 less goal:omradet [goals.yaml:2:3 → –] (godtaget: Staten har dröjt.) "
        "nämns inte längre"
    ]
    assert (found.weakened(), found.vanished()) == (False, False)


def test_a_fact_without_a_verdict_is_not_accepted(tmp_path: Path) -> None:
    old = {"contract.yaml": HEAD, "goals.yaml": GOALS.format(year=2030)}
    new = {"contract.yaml": HEAD, WAIVERS: waiver(code="KK821")}
    found = diff(side(tmp_path / "före", old), side(tmp_path / "efter", new))

    assert told(found) == [
        "removed neutral goal:omradet [goals.yaml:2:3 → –] (lucka efter) saknas i underlaget",
        "underlag: underlaget för version 2025/26 är inte fullständigt, "
        "så inga slutsatser dras av det som saknas",
    ]


def test_a_fingerprint_is_the_same_wherever_the_change_stands(tmp_path: Path) -> None:
    old = {"contract.yaml": COMPLETE, "goals.yaml": "# Målen\n" + GOALS.format(year=2030)}
    new = {"contract.yaml": COMPLETE, "goals.yaml": "\n\n" + GOALS.format(year=2035)}
    moved = diff(side(tmp_path / "före", old), side(tmp_path / "efter", new))

    prints = [judged(found)[0].fingerprint for found in (moved, postponed(tmp_path / "rakt"))]
    assert prints[0] == prints[1]
