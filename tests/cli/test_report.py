"""Where a report goes, in which form, and which findings are in it."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import pytest

from klimatkontrakt.cli.report import LARGEST_SUMMARY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Ran

GOAL = """\
goals:
- id: a
  statement: Ett mål
  boundary: [territory]
  end_state: climate_neutral
  target_year: 2025
  baseline:
    year: 2030
"""
UNREADABLE = "goals:\n- id: [a\n"
OVERDUE = """\
documents:
- id: plan
  title: Klimatplan
  decisions:
  - id: forslag
    act: proposed
    expected: 2025-12
"""
WAIVER = """\
waivers:
- code: {code}
  ref: {ref}
  reason: Ärendet är återremitterat
  date: 2026-02-10
"""
WAIVERS = "commitments/pahittkoping/waivers.yaml"


def codes(ran: Ran) -> list[str]:
    """Code and level of each line of ``concise``."""
    return [" ".join(line.split(" ")[1:3]) for line in ran.out.splitlines()]


@pytest.fixture
def found(
    kk: Callable[..., Ran], small: Callable[..., Path]
) -> Callable[..., tuple[int, list[str]]]:
    """Exit code and findings in a small workspace that has an error and a warning."""

    def call(*arguments: str, files: dict[str, str] | None = None) -> tuple[int, list[str]]:
        root = small({"goals.yaml": GOAL, "documents.yaml": OVERDUE, **(files or {})})
        ran = kk("validate", "--format", "concise", *arguments, folder=root)
        return ran.code, codes(ran)

    return call


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ("", (1, ["KK204 error", "KK205 warning"])),
        ("--select KK204", (1, ["KK204 error"])),
        ("--select kk205", (0, ["KK205 warning"])),
        ("--select decision-overdue", (0, ["KK205 warning"])),
        ("--select KK2", (1, ["KK204 error", "KK205 warning"])),
        ("--select KK3", (0, [])),
        ("--select KK3,KK205", (0, ["KK205 warning"])),
        ("--select KK3 --select KK205", (0, ["KK205 warning"])),
        ("--ignore KK204", (0, ["KK205 warning"])),
        ("--ignore KK2", (0, [])),
        ("--ignore target-before-baseline,decision-overdue", (0, [])),
        ("--select KK2 --ignore KK204", (0, ["KK205 warning"])),
        ("--select ,", (1, ["KK204 error", "KK205 warning"])),
        ("--strict", (1, ["KK204 error", "KK205 error"])),
        ("--strict --ignore KK204", (1, ["KK205 error"])),
        ("--fail-on never", (0, ["KK204 error", "KK205 warning"])),
        ("--fail-on never --strict", (0, ["KK204 error", "KK205 error"])),
        ("--fail-on warning --ignore KK204", (1, ["KK205 warning"])),
    ],
)
def test_findings_that_are_wanted(
    found: Callable[..., tuple[int, list[str]]], arguments: str, expected: tuple[int, list[str]]
) -> None:
    assert found(*arguments.split()) == expected


def test_a_note_stays_a_note_when_strict(found: Callable[..., tuple[int, list[str]]]) -> None:
    draft = "commitments/pahittkoping/2025/contract.yaml"
    head = 'municipality: "9999"\nkind: contract\nrecord: partial\nwording: summary\n'
    reading = found("--strict", "--ignore", "KK2", files={draft: f"{head}status: draft\n"})

    assert reading == (0, [])


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ("--select KK204", (1, ["KK106 error"])),  # KK204 could not look, so the file is told
        ("--select KK204 --ignore KK106", (1, ["KK106 error"])),
        ("--ignore KK1", (1, ["KK106 error", "KK205 warning"])),
    ],
)
def test_what_cannot_be_read_is_always_told(
    found: Callable[..., tuple[int, list[str]]], arguments: str, expected: tuple[int, list[str]]
) -> None:
    assert found(*arguments.split(), files={"goals.yaml": UNREADABLE}) == expected


@pytest.mark.parametrize(
    ("ref", "arguments", "expected"),
    [
        ("decision:forslag", "", ["KK204 error"]),
        ("decision:finns-inte", "", ["KK204 error", "KK205 warning", "KK701 warning"]),
        # A waiver of what the run leaves out may well silence something in another run.
        ("decision:forslag", "--ignore KK205", ["KK204 error"]),
        ("decision:finns-inte", "--ignore KK205", ["KK204 error"]),
        ("decision:finns-inte", "--ignore KK204", ["KK205 warning", "KK701 warning"]),
        # Asked for alone, unused waivers are told whatever they are about.
        ("decision:finns-inte", "--select KK701", ["KK701 warning"]),
        ("decision:forslag", "--select KK701", []),
        ("decision:finns-inte", "--select KK204", ["KK204 error"]),
    ],
)
def test_waivers_where_codes_are_chosen(
    found: Callable[..., tuple[int, list[str]]], ref: str, arguments: str, expected: list[str]
) -> None:
    files = {WAIVERS: WAIVER.format(code="KK205", ref=ref)}

    assert found(*arguments.split(), files=files)[1] == expected


def test_a_run_on_github_speaks_to_github(kk: Callable[..., Ran], shipped: Path) -> None:
    ran = kk("validate", "luleå", folder=shipped, GITHUB_ACTIONS="true")

    assert ran.out == kk("validate", "luleå", "--format", "github", folder=shipped).out
    assert ran.out.startswith("::warning file=commitments/lulea/2025/investment.yaml,line=22,")


@pytest.mark.parametrize(
    "arguments",
    [["--format", "full"], ["--format", "full", "-o", "a.md"]],
    ids=["asked for another format", "a file of its own"],
)
def test_a_form_that_is_asked_for_is_given_on_github_too(
    kk: Callable[..., Ran], shipped: Path, arguments: list[str]
) -> None:
    full = kk("validate", "luleå", folder=shipped)
    ran = kk("validate", "luleå", *arguments, folder=shipped, GITHUB_ACTIONS="true")
    kept = shipped / "a.md"

    assert (kept.read_bytes().decode() if kept.exists() else ran.out) == full.out


def test_the_summary_of_a_run_on_github_is_added_to(
    kk: Callable[..., Ran], shipped: Path, tmp_path: Path
) -> None:
    summary = tmp_path / "sammanfattning.md"
    summary.write_text("redan här\n", encoding="utf-8")
    ran = kk(
        *("validate", "luleå", "--format", "github"),
        folder=shipped,
        GITHUB_STEP_SUMMARY=str(summary),
    )
    table = kk("validate", "luleå", "--format", "markdown", folder=shipped).out

    assert (ran.code, ran.err) == (0, "")
    assert summary.read_bytes().decode() == f"redan här\n{table}\n"


def test_a_summary_without_room_is_left_as_it_is(
    kk: Callable[..., Ran], shipped: Path, tmp_path: Path
) -> None:
    summary = tmp_path / "sammanfattning.md"
    summary.write_bytes(b"a" * (LARGEST_SUMMARY - 100))
    environment = {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(summary)}
    ran = kk("validate", "luleå", folder=shipped, **environment)

    assert (summary.stat().st_size, ran.code, ran.err) == (
        LARGEST_SUMMARY - 100,
        0,
        "notis: sammanfattningen av körningen är full, så anmärkningarna kom inte med i den\n",
    )


def test_a_summary_that_cannot_be_written_is_told(
    kk: Callable[..., Ran], shipped: Path, tmp_path: Path
) -> None:
    summary = tmp_path / "saknas" / "sammanfattning.md"
    environment = {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(summary)}
    ran = kk("validate", "luleå", folder=shipped, **environment)

    assert (ran.code, ran.err.split("\n")[0]) == (
        2,
        f"kk: {summary} gick inte att skriva: mappen finns inte",
    )


@pytest.mark.parametrize(
    ("file", "arguments", "printer"),
    [
        ("kk.sarif", [], "sarif"),
        ("kk.SARIF", [], "sarif"),
        ("kk.xml", [], "junit"),
        ("kk.json", [], "json"),
        ("kk.md", [], "markdown"),
        ("kk.txt", [], "full"),
        ("kk.json", ["--format", "gitlab"], "gitlab"),
    ],
)
def test_a_report_is_kept_while_people_see_theirs(
    kk: Callable[..., Ran], shipped: Path, file: str, arguments: list[str], printer: str
) -> None:
    ran = kk("validate", *arguments, "-o", file, folder=shipped)
    kept = (shipped / file).read_bytes().decode()

    assert (ran.code, ran.err) == (0, f"skrev {file}\n")
    assert ran.out == kk("validate", folder=shipped).out
    assert kept == kk("validate", "--format", printer, folder=shipped).out


def test_a_report_is_never_coloured_and_says_when_nothing_changed(
    kk: Callable[..., Ran], shipped: Path
) -> None:
    first = kk("validate", "-o", "kk.txt", "--color", "always", folder=shipped)
    again = kk("validate", "-o", "kk.txt", folder=shipped)

    assert "\x1b[" in first.out
    assert "\x1b[" not in (shipped / "kk.txt").read_text("utf-8")
    assert again.err == "kk.txt var redan aktuell\n"


def test_a_report_that_cannot_be_kept_is_still_shown(kk: Callable[..., Ran], shipped: Path) -> None:
    ran = kk("validate", "-o", "saknas/kk.sarif", folder=shipped)

    assert ran.out == kk("validate", folder=shipped).out
    assert (ran.code, ran.err.split(":")[0], ran.err.count("\n")) == (2, "kk", 2)


def test_paths_are_from_the_top_of_the_repository(kk: Callable[..., Ran], shipped: Path) -> None:
    def place() -> str:
        ran = kk("validate", "--format", "gitlab", folder=shipped)
        return str(json.loads(ran.out)[0]["location"]["path"])

    before = place()
    (shipped.parent / ".git").mkdir()
    within = place()
    (shipped / ".git").write_text("gitdir: annorstädes\n", encoding="utf-8")

    path = "commitments/lulea/2025/contract.yaml"
    assert (before, within, place()) == (path, f"{shipped.name}/{path}", path)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has names that are not UTF-8")
@pytest.mark.parametrize(
    "printer",
    ["full", "concise", "json", "github", "gitlab", "sarif", "junit", "markdown"],
)
def test_a_file_whose_name_is_no_text_can_be_told_of(
    kk: Callable[..., Ran], shipped: Path, printer: str
) -> None:
    name = b"m\xe5l.yaml".decode("utf-8", "surrogateescape")
    (shipped / "commitments" / "lulea" / "2025" / name).write_text("goals: []\n")
    ran = kk("validate", "--format", "full", "-o", "ut.txt", folder=shipped)
    kept = kk("validate", "--format", printer, "-o", "ut.txt", folder=shipped)

    assert (ran.code, kept.code, "KK117" in (shipped / "ut.txt").read_text("utf-8")) == (1, 1, True)


def test_what_is_missing_is_a_line_a_contract_and_can_be_listed(
    kk: Callable[..., Ran], shipped: Path
) -> None:
    line = "Luleå 2025: 25 uppgifter saknas: kk show luleå 2025 --missing"
    said = kk("validate", "luleå", folder=shipped).out.splitlines()
    listed = kk("show", "luleå", "2025", "--missing", folder=shipped)

    assert [text for text in said if text.startswith("Luleå 2025")] == [line]
    assert (listed.code, len(listed.out.splitlines()) > 1) == (0, True)
