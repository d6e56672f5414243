"""One fault is told once: where two rules see it, the one that names its cause speaks."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from klimatkontrakt.app.validate import validate
from klimatkontrakt.app.workspace import open_workspace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

GOAL = """\
goals:
- id: koncern-2030
  statement: En klimatneutral kommunkoncern
  boundary: [municipal_group]
  end_state: climate_neutral
"""
AGAIN = GOAL.removeprefix("goals:\n")
ACTION = "actions:\n- id: cykelplan\n  title: Cykelplan\n"
MILESTONE = "  milestones:\n  - id: cykelplan-antagen\n    text: Cykelplanen antas\n"
SOURCE = "sources:\n- id: rapport\n  title: Rapport\n  published: 2020\n"

FAULTS = {
    "done in a year to come, outside the period": (
        {"roadmap.yaml": f"{ACTION}  period: 2025/2026\n{MILESTONE}    done: 2028\n"},
        ["KK302"],
    ),
    "done in a year gone by, outside the period": (
        {"roadmap.yaml": f"{ACTION}  period: 2025/2026\n{MILESTONE}    done: 2024\n"},
        ["KK301"],
    ),
    "done in a year to come, later than the source": (
        {"roadmap.yaml": f"{SOURCE}{ACTION}{MILESTONE}    done: 2028\n    source: rapport\n"},
        ["KK302"],
    ),
    "completed with an open milestone": (
        {
            "contract.yaml": "record: complete\n",
            "goals.yaml": GOAL,
            "roadmap.yaml": f"{ACTION}  status: completed\n{MILESTONE}    due: 2028\n",
        },
        ["KK303"],
    ),
    "a decision of a day to come behind a signed contract": (
        {
            "goals.yaml": f"{GOAL}  decisions: [klimatplan-antagen]\n",
            "documents.yaml": (
                "documents:\n- id: klimatplan\n  title: Klimatplan\n  decisions:\n"
                "  - id: klimatplan-antagen\n    act: adopted\n    date: 2027-03-03\n"
            ),
        },
        ["KK723"],
    ),
    "a measured value of a year to come, later than its source": (
        {
            "indicators.yaml": (
                f"{SOURCE}indicators:\n- id: utslapp\n  name: Utsläpp\n  unit: ton\n"
                "  observations:\n  - year: 2030\n    value: 1\n    kind: measured\n"
                "    source: rapport\n"
            )
        },
        ["KK510"],
    ),
    "a share of more than the whole": (
        {
            "goals.yaml": (
                f"{GOAL}  target:\n    kind: reduce_by\n    share: 180 %\n    value: 20 kt\n"
                "  baseline:\n    year: 2010\n    value: 100 kt\n"
            )
        },
        ["KK503"],
    ),
    "one goal twice with two years": (
        {"goals.yaml": f"{GOAL}  target_year: 2030\n{AGAIN}  target_year: 2035\n"},
        ["KK601"],
    ),
    "one goal twice with two targets": (
        {
            "goals.yaml": "  measure: greenhouse_gases\n".join(
                (
                    GOAL,
                    "  target_year: 2030\n  target:\n    kind: at_most\n    value: 1 kt\n" + AGAIN,
                    "  target_year: 2030\n  target:\n    kind: at_most\n    value: 2 kt\n",
                )
            )
        },
        ["KK601"],
    ),
    "base year and target year in each other's place": (
        {
            "goals.yaml": (
                f"{GOAL}  target_year: 2020\n  baseline:\n    year: 2030\n    value: 20 kt\n"
            )
        },
        ["KK204"],
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_it_is_told_once(name: str, small: Callable[..., Path]) -> None:
    files, codes = FAULTS[name]
    root = small(files)
    outcome = validate(open_workspace(root), (), root, date(2026, 11, 22))

    assert [found.entry.code for found in outcome.diagnostics] == codes
