"""Tables that run over pages, with numbers and dashes in them, depart from nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from papers import departures, document, rendered, seen
from rich_contract import RICH

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

STATUS = ("not_started", "in_progress", "completed")
FIELDS = ("energy", "mobility", "consumption")
DECLINES = """\
  relation: declines
  reason: upphandlingen görs om först nästa år
"""


def action(number: int) -> str:
    """One action among many, with two milestones."""
    return f"""
- id: mer-{number}
  title: Insats nummer {number}{" med ett långt namn som tar mer än en rad" * (number % 3)}
  purpose: Syfte {number}.
  status: {STATUS[number % 3]}
  fields: [{FIELDS[number % 3]}]
  links:
  - {{to: "commitment:1", kind: stated}}
  milestones:
  - id: mer-{number}-ett
    due: {2026 + number % 4}-autumn
    text: Steg {number} – är klart.
  - id: mer-{number}-två
    due: {2027 + number % 4}-Q{1 + number % 4}
    text: Steg {number} är antaget.
"""


@pytest.mark.parametrize("suffix", [".md", ".html", ".docx", ".pdf"])
@pytest.mark.parametrize("actions", [4, 46])
def test_our_own_long_tables(small: Callable[..., Path], actions: int, suffix: str) -> None:
    files = dict(RICH)
    files["roadmap.yaml"] += "".join(map(action, range(actions)))
    chosen = files["commitments.yaml"].replace(DECLINES, "  relation: prioritises\n")
    files["commitments.yaml"] = chosen
    made = document(small(files), "påhittköping")

    assert seen(departures(made, rendered(made, suffix), suffix)) == []
