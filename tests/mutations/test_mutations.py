"""Of 200 faults in the shipped files, kk points to the line of nearly all; none kills it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from mutations.kinds import KINDS
from mutations.plant import copy_of_shipped, main, plant_many

if TYPE_CHECKING:
    from pathlib import Path

    from mutations.plant import Planted

NUMBER, SEED = 200, 2030


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_of_shipped(tmp_path_factory.mktemp("mutations") / "arbetsyta")


@pytest.fixture(scope="module")
def planted(root: Path) -> list[Planted]:
    return list(plant_many(root, NUMBER, SEED))


def test_every_kind_of_fault_is_planted(planted: list[Planted]) -> None:
    assert {item.kind for item in planted} == {kind.name for kind in KINDS}
    assert len(planted) == NUMBER


def test_no_fault_ends_in_a_traceback(planted: list[Planted]) -> None:
    assert [str(item) for item in planted if item.crashed] == []


def test_the_first_finding_is_on_the_line_of_the_fault(planted: list[Planted]) -> None:
    missed = [str(item) for item in planted if not item.hit]

    assert len(missed) <= NUMBER * 2 // 100, "\n".join(missed)


@pytest.mark.usefixtures("planted")
def test_files_are_as_they_were_when_all_is_done(root: Path, repository: Path) -> None:
    files = [path.relative_to(root) for path in root.rglob("*.yaml")]

    assert [f for f in files if (root / f).read_bytes() != (repository / f).read_bytes()] == []


def test_the_script_prints_how_many_were_found(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["--number", "3", "--seed", "7"])

    assert (code, capsys.readouterr().out.splitlines()[-1]) == (
        0,
        "3 faults, 100.0 % on their line, 0 tracebacks",
    )
