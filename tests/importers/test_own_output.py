"""What kk has written itself departs from nothing, in every file type."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from papers import departures, document, rendered, seen
from rich_contract import RICH

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Ran

FILE_TYPES = Path(__file__).parents[1] / "file_types"
sys.path.append(str(FILE_TYPES))
from everything import everything  # noqa: E402  stands beside the tests of file types
from test_file_types import hostile  # noqa: E402  as above

SUFFIXES = (".md", ".html", ".docx", ".pdf")
SHIPPED = (("luleå", "2025"), ("luleå", "2024"), ("karlstad", "2022"), ("karlstad", "2023"))


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize(("who", "version"), SHIPPED)
def test_shipped_contract(
    kk: Callable[..., Ran], tmp_path: Path, who: str, version: str, suffix: str
) -> None:
    path = tmp_path / f"kontrakt{suffix}"
    kk("render", who, version, "-o", str(path))
    ran = kk("check-document", str(path), who, version)

    assert ran.out.splitlines()[3:] == ["filen säger detsamma som underlaget."]
    assert (ran.code, ran.err) == (0, "")

    facts = kk("check-document", str(path), who, version, "--facts")
    assert [line for line in facts.out.splitlines()[4:-3] if not line.startswith("finns")] == []
    assert facts.code == 0


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("files", [RICH, hostile(), {}], ids=["rich", "hostile", "sparse"])
def test_invented_contract(small: Callable[..., Path], files: dict[str, str], suffix: str) -> None:
    made = document(small(files), "påhittköping")

    assert seen(departures(made, rendered(made, suffix), suffix)) == []


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_tables_pictures_and_footnotes(suffix: str) -> None:
    made = everything()

    assert seen(departures(made, rendered(made, suffix), suffix)) == []


def test_from_one_amount_to_another(
    kk: Callable[..., Ran], small: Callable[..., Path], tmp_path: Path
) -> None:
    """Both amounts are found where the unit stands once, and a changed one is told of."""
    action = """\
actions:
- id: cykelplan
  title: Cykelplan
  effects:
  - {kind: reduction, low: 100 ton, high: 200 ton}
  costs:
  - {kind: investment, low: 10 Mkr, high: 15 Mkr}
  - {kind: operation, low: 2000 tkr, high: 20500 tkr}
"""
    root, path = small({"roadmap.yaml": action}), tmp_path / "kontrakt.md"
    kk("render", "9999", "-o", str(path), folder=root)

    def found() -> list[str]:
        shown = kk("check-document", str(path), "9999", "--facts", folder=root).out
        told = [line for line in shown.splitlines() if "kostnad" in line or "effekt" in line]
        return [" ".join(line.split()) for line in told if not line.startswith(("finns", "Målens"))]

    assert found() == []
    path.write_text(path.read_text(encoding="utf-8").replace("10–15", "10–25"), encoding="utf-8")
    assert found() == ["ändrad i filen Cykelplan, kostnad 15 Mkr → 25 Mkr (rad 84)"]
