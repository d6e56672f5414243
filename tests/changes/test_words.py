"""How what was compared is told where a record is not complete."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compared import SWEDISH, side

from klimatkontrakt.app.diff import diff
from klimatkontrakt.reports.comparison._writer import WRITERS

if TYPE_CHECKING:
    from pathlib import Path

ACTIONS = "actions:\n- id: {id}\n  title: {title}\n"


def test_new_and_missing_of_a_partial_record_are_told_apart(tmp_path: Path) -> None:
    old = side(tmp_path / "old", {"roadmap.yaml": ACTIONS.format(id="plan", title="Cykelplan")})
    new = side(tmp_path / "new", {"roadmap.yaml": ACTIONS.format(id="buss", title="Tätare turer")})

    said = WRITERS.discover()["markdown"].write(diff(old, new), SWEDISH, judge=False)

    assert said.splitlines()[4:] == [
        "Underlaget för version 2025/26 är inte fullständigt, så inga slutsatser dras av det som "
        "saknas.",
        "",
        "### Insatser",
        "",
        "- Nytt i underlaget: Tätare turer",
        "- Saknas i underlaget: Cykelplan",
    ]
