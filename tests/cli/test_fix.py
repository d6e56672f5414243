"""``kk validate --fix`` mends what can mean only one thing, and nothing else moves."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from klimatkontrakt.app.fix import fix
from klimatkontrakt.app.validate import validate
from klimatkontrakt.app.workspace import open_workspace
from klimatkontrakt.diagnostics.edit import Edit
from klimatkontrakt.diagnostics.failure import Failure
from klimatkontrakt.diagnostics.outcome import Outcome
from klimatkontrakt.diagnostics.place import Span
from klimatkontrakt.i18n import translations

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Ran

    from klimatkontrakt.app.workspace import Workspace

GOALS = "commitments/lulea/2025/goals.yaml"
HEAD = "commitments/lulea/2025/contract.yaml"
ROADMAP = "commitments/lulea/2025/roadmap.yaml"
CHOICES = "commitments/lulea/2025/commitments.yaml"


def change(root: Path, file: str, old: str, new: str) -> None:
    text = (root / file).read_bytes().decode()
    assert old in text
    (root / file).write_bytes(text.replace(old, new, 1).encode())


SAFE = [
    (GOALS, "target_year: 2030", "target_yaer: 2030  # viktigt", "target_year: 2030  # viktigt"),
    (GOALS, "target_year: 2030", "målår: 2030", "target_year: 2030"),
    (GOALS, "target_year: 2030", 'target_year: "2030"', "target_year: 2030"),
    (GOALS, "target_year: 2030", "target_year:2030", "target_year: 2030"),
    (GOALS, "target_year: 2030", "target_year=2030", "target_year: 2030"),
    (GOALS, "end_state: no_impact", "end_state: noimpact", "end_state: no_impact"),
    (GOALS, "control: indirect", "contrl: indirekt", "control: indirect"),
    (GOALS, "boundary: [territory]", "boundary: territory", "boundary: [territory]"),
    (GOALS, "[territory]", "[teritory]", "[territory]"),
    (GOALS, "label: Mål 1", "label: no", 'label: "no"'),
    (GOALS, "label: Mål 1", "label:\tMål 1\t", "label: Mål 1"),
    (GOALS, "label: Mål 1", "label: Mål\ufeff 1", "label: Mål 1"),
    (GOALS, "# Luleås", "\ufeff# Luleås", "# Luleås"),
    (GOALS, "- id: omradet-2040", "-id: omradet-2040", "- id: omradet-2040"),
    (HEAD, '"2580"', "2580", '"2580"'),
    (HEAD, '"2580"', "”2580”", '"2580"'),
    (HEAD, '"2580"', "Luleå", '"2580"'),
    (HEAD, "status: signed", "status: ”undertecknat”", "status: signed"),
    (ROADMAP, "done: 2025-spring", "done: våren 2025", "done: 2025-spring"),
    (ROADMAP, "due: 2026\n", "due: i mars 2026\n", "due: 2026-03\n"),
    (CHOICES, '"1.1", "1.2"', '"1.1", 1.2', '"1.1", "1.2"'),
    (CHOICES, "number: 6", 'number: "6"', "number: 6"),
]


@pytest.mark.parametrize(("file", "shipped_text", "fault", "mended"), SAFE)
def test_what_is_safe_is_mended(
    kk: Callable[..., Ran], shipped: Path, file: str, shipped_text: str, fault: str, mended: str
) -> None:
    change(shipped, file, shipped_text, mended)
    expected = (shipped / file).read_bytes()
    change(shipped, file, mended, fault)

    ran = kk("validate", "--fix", folder=shipped)

    assert (shipped / file).read_bytes() == expected
    assert ran.code == 0


UNSAFE = [
    (GOALS, "target_year: 2030", "target_year: 3030"),
    (GOALS, "target_year: 2030", "target_year: senast 2030"),
    (GOALS, "target_year: 2030", "target_yaer: 2035\n  target_year: 2030"),
    (GOALS, "end_state: no_impact", "end_state: neutral"),
    (GOALS, "label: Mål 1", "label: Mål #1"),
    (GOALS, "decisions: [klimatmal-2025]", "decisions: [klimatmal-2026]"),
    (GOALS, "  label: Mål 1", "\tlabel: Mål 1"),
    (GOALS, "label: Mål 1", "label: Mål\u20281"),
    (HEAD, '"2580"', "258"),
    (ROADMAP, "due: 2026\n", "due: vintern 2026\n"),
    (ROADMAP, "due: 2026\n", "due: 2025/26\n"),
    (ROADMAP, "due: 2026\n", "due: 2026\n    dnoe: 2025\n"),
    (CHOICES, "number: 6", "number: 06"),
]


@pytest.mark.parametrize(("file", "shipped_text", "fault"), UNSAFE)
def test_what_could_mean_something_else_is_left(
    kk: Callable[..., Ran], shipped: Path, file: str, shipped_text: str, fault: str
) -> None:
    change(shipped, file, shipped_text, fault)
    before = (shipped / file).read_bytes()

    ran = kk("validate", "--fix", folder=shipped)

    assert (shipped / file).read_bytes() == before
    assert ran.err == "det finns inget som kk kan rätta utan att gissa\n"


def test_what_was_mended_is_told_and_what_remains_decides_the_exit_code(
    kk: Callable[..., Ran], shipped: Path
) -> None:
    change(shipped, GOALS, "target_year: 2030", "målår: 2030")
    change(shipped, GOALS, "target_year: 2040", "target_year: 3040")
    change(shipped, HEAD, "# Luleå", "\ufeff# Luleå")
    change(shipped, HEAD, '"2580"', "2580")

    words = ("--fix", "--select", "KK1", "--format", "concise")
    ran = kk("validate", "luleå", *words, folder=shipped)

    assert ran.err == (
        f"{HEAD}:1: ett osynligt tecken är borttaget\n"
        f"{GOALS}:7: målår blev target_year\n"
        f'{HEAD}:3: 2580 blev "2580"\n'
        "3 fel rättade\n"
    )
    assert (ran.code, ran.out.partition(" år")[0]) == (1, f"{GOALS}:16:16: KK115 error")


def test_line_ends_comments_and_mode_are_kept(kk: Callable[..., Ran], shipped: Path) -> None:
    path = shipped / GOALS
    change(shipped, GOALS, "  target_year: 2030\n", "  målår: 2030   # snart\n  # mer\n")
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n").rstrip())
    path.chmod(0o640)
    before, mode = path.read_bytes(), path.stat().st_mode

    assert kk("validate", "--fix", folder=shipped).code == 0
    assert path.read_bytes() == before.replace("målår".encode(), b"target_year")
    assert path.stat().st_mode == mode


def test_only_what_is_shown_is_mended(kk: Callable[..., Ran], shipped: Path) -> None:
    change(shipped, GOALS, "target_year: 2030", "målår: 2030")
    before = (shipped / GOALS).read_bytes()

    ran = kk("validate", "karlstad", "--fix", folder=shipped)

    assert (ran.code, ran.err) == (0, "det finns inget som kk kan rätta utan att gissa\n")
    assert (shipped / GOALS).read_bytes() == before


def test_diff_shows_and_writes_nothing(kk: Callable[..., Ran], shipped: Path) -> None:
    change(shipped, GOALS, "target_year: 2030\n", "målår: 2030\r\n")
    before = (shipped / GOALS).read_bytes()

    ran = kk("validate", "--diff", folder=shipped)

    assert (ran.code, ran.err) == (1, "")
    assert ran.out == (
        f"--- a/{GOALS}\n"
        f"+++ b/{GOALS}\n"
        "@@ -4,7 +4,7 @@\n"
        " - id: koncern-2030\n"
        "   label: Mål 1\n"
        "   statement: En klimatneutral kommunkoncern\n"
        "-  målår: 2030\n"
        "+  target_year: 2030\n"
        "   boundary: [municipal_group]\n"
        "   end_state: climate_neutral\n"
        "   control: direct\n"
    )
    assert (shipped / GOALS).read_bytes() == before


def test_diff_without_anything_to_mend(kk: Callable[..., Ran], shipped: Path) -> None:
    ran = kk("validate", "--diff", folder=shipped)

    assert (ran.code, ran.out, ran.err) == (
        0,
        "",
        "det finns inget som kk kan rätta utan att gissa\n",
    )


@pytest.mark.skipif(
    sys.platform == "win32" or not hasattr(os, "geteuid") or os.geteuid() == 0,
    reason="root may write everywhere, and Windows has no such rights",
)
def test_a_file_that_may_not_be_written_is_told(kk: Callable[..., Ran], shipped: Path) -> None:
    change(shipped, GOALS, "target_year: 2030", "målår: 2030")
    (shipped / GOALS).chmod(0o444)

    ran = kk("validate", "--fix", folder=shipped)

    assert ran.code == 1
    assert "du får inte skriva där" in ran.err


def checked(shipped: Path) -> Callable[..., Outcome]:
    return lambda opened: validate(opened, (), shipped, date(2026, 11, 22))


def test_a_file_changed_meanwhile_is_left(shipped: Path) -> None:
    """Somebody saves the file while kk is at work."""
    change(shipped, GOALS, "target_year: 2030", "målår: 2030")
    check, runs = checked(shipped), []

    def interrupted(opened: object) -> Outcome:
        runs.append(opened)
        if len(runs) == 2:  # the first fault is mended, in memory
            change(shipped, GOALS, "# Luleås", "# Kommunens")
        return check(opened)

    fixed = fix(open_workspace(shipped), interrupted, write=True)

    assert "målår: 2030" in (shipped / GOALS).read_text(encoding="utf-8")
    assert (fixed.mended, fixed.changed) == ([], [])
    assert [item.key for item in fixed.refused] == ["{file} was changed by someone else meanwhile"]


def test_an_edit_that_cannot_be_proved_is_told_and_holds_up_no_other(shipped: Path) -> None:
    change(shipped, GOALS, "target_year: 2030", "målår: 2030")
    check = checked(shipped)
    wrong = Edit(Span(6, 3, 6, 8), "x")  # a part of a key

    def misled(opened: Workspace) -> Outcome:
        outcome = check(opened)
        place = replace(outcome.diagnostics[-1].place, file=GOALS)
        extra = replace(outcome.diagnostics[-1], place=place, edits=(wrong,))
        return Outcome.of([*outcome.diagnostics, extra])

    fixed = fix(open_workspace(shipped), misled, write=True)

    assert [item.line for item in fixed.mended] == [7]
    assert "  target_year: 2030\n" in (shipped / GOALS).read_text(encoding="utf-8")
    assert [message.words(translations("sv")) for message in fixed.refused] == [
        f"{GOALS} lämnas som den var: det är inte säkert att bara felet skulle försvinna"
    ]


def test_the_contracts_inside_the_program_are_not_changed(
    shipped: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("klimatkontrakt.app.fix.DATA", shipped)

    with pytest.raises(Failure) as caught:
        fix(open_workspace(shipped), checked(shipped), write=True)

    assert caught.value.message.key == "the contracts that ship with kk are not changed"
