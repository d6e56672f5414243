"""More than fits on a page: the picture counts what it leaves out, the table has it all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pictured_contract import SERIES, contract_in

from klimatkontrakt.document.pictures._picture import Facts, Illustration, illustrations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path


def drawn(root: Path, name: str) -> Illustration:
    found = illustrations(contract_in(root), Facts(SERIES))
    return next(illustration for illustration in found if illustration.name == name)


def counted(illustration: Illustration) -> list[str]:
    """What the picture says that it leaves out."""
    return re.findall(r">([^<]*(?:till|tabellen)[^<]*)</text>", illustration.picture.svg)


def actions(bodies: Iterable[str]) -> dict[str, str]:
    written = (f"- id: i{n}\n  title: Insats {n}\n{body}" for n, body in enumerate(bodies))
    return {"roadmap.yaml": f"actions:\n{''.join(written)}"}


def test_milestones(small: Callable[..., Path]) -> None:
    stones = "".join(f"  - {{id: m%d-{n}, due: 20{n + 30}, text: Steg {n}}}\n" for n in range(20))
    bodies = (f"  milestones:\n{stones.replace('%d', str(n))}" for n in range(2))
    found = drawn(small(actions(bodies)), "tidslinje")

    assert counted(found) == ["och nio milstolpar till, se tabellen"]
    assert len(found.rows) == 40


def test_actions_of_one_commitment(small: Callable[..., Path]) -> None:
    tie = "  links:\n  - {to: commitment:1, kind: stated}\n"
    found = drawn(small(actions([tie] * 60)), "ataganden")

    assert counted(found) == ["och 23 till, se tabellen"]
    assert len(found.rows) == 60


def test_commitments(small: Callable[..., Path]) -> None:
    ties = "".join(f"  - {{to: commitment:{n}, kind: stated}}\n" for n in range(1, 41))
    found = drawn(small(actions([f"  links:\n{ties}"] * 2)), "ataganden")

    assert counted(found) == [
        *["två insatser, se tabellen"] * 16,
        "och 24 åtaganden till, se tabellen",
    ]
    assert len(found.rows) == 80


def test_money(small: Callable[..., Path]) -> None:
    paid = "".join(f"  - {{funder: Fond {n}, amount: {n} Mkr}}\n" for n in range(15))
    found = drawn(small(actions([f"  funding:\n{paid}"] * 9)), "finansiering")

    assert counted(found) == [*["och fem till, se tabellen"] * 2, "och sju till, se tabellen"]
    assert len(found.rows) == 135


def test_goals(small: Callable[..., Path]) -> None:
    goals = "".join(
        f"""\
- id: mal-{n}
  label: Mål {n}
  statement: s
  boundary: [territory]
  end_state: reduction
  measure: greenhouse_gases
  target_year: 2040
  target: {{kind: at_most, value: {n} kt}}
"""
        for n in range(12)
    )
    found = drawn(small({"goals.yaml": f"goals:\n{goals}"}), "utslapp")

    assert counted(found) == ["och fem mål till"]
    assert len(found.rows) == 5 + 12
