"""What ``kk validate WHAT`` takes a word for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Ran

IN_THE_CONTRACT = [
    "commitments/lulea/2025/contract.yaml:124:8: KK713",
    "commitments/lulea/2025/investment.yaml:22:8: KK220",
]
LATE_DECISION = "commitments/lulea/documents.yaml:68:15: KK205"


def said(kk: Callable[..., Ran], folder: Path, *words: str) -> tuple[int, list[str]]:
    ran = kk("validate", *words, "--format", "concise", folder=folder)
    return ran.code, [" ".join(line.split(" ")[:2]) for line in ran.out.splitlines()]


@pytest.mark.parametrize(
    "word",
    [
        "luleå",
        "2025",
        "2025/26",
        ".",
        "commitments",
        "commitments/lulea",
        "./commitments/lulea/",
    ],
)
def test_word_that_means_where_the_findings_are(
    kk: Callable[..., Ran], repository: Path, word: str
) -> None:
    assert said(kk, repository, word) == (0, [*IN_THE_CONTRACT, LATE_DECISION])


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("commitments/lulea/documents.yaml", [LATE_DECISION]),
        ("commitments/lulea/2025", IN_THE_CONTRACT),
        ("commitments/lulea/2025/contract.yaml", IN_THE_CONTRACT[:1]),
    ],
)
def test_path_that_means_some_of_the_findings(
    kk: Callable[..., Ran], repository: Path, word: str, found: list[str]
) -> None:
    assert said(kk, repository, word) == (0, found)


@pytest.mark.parametrize(
    "word",
    [
        "karlstad",
        "2022",
        "2020",  # only its common side is here
        "commitments/lulea/2024/contract.yaml",
        "commitments/shared",
        "commitments/shared/2025.yaml",
        "commitments/register.yaml",
    ],
)
def test_word_that_means_something_else(
    kk: Callable[..., Ran], repository: Path, word: str
) -> None:
    assert said(kk, repository, word) == (0, [])


def test_a_version_that_can_be_a_code_is_a_version(
    kk: Callable[..., Ran], repository: Path
) -> None:
    """2023 is Malung-Sälen's code too; the municipality is reached by its name."""
    assert said(kk, repository, "2023") == (0, [])
    assert kk("validate", "malung-sälen", folder=repository).code == 3


@pytest.mark.parametrize(
    ("word", "message"),
    [
        ("2031", "kk: det finns ingen version 2031 här\n"),
        ("commitments/lulea/2025/gaols.yaml", "kk: det finns ingen fil eller mapp commitments/"),
        ("finns/inte", "kk: det finns ingen fil eller mapp finns/inte\n"),
        ("gaevle", "kk: det finns ingen kommun ”gaevle”\n"),
    ],
)
def test_word_that_means_nothing(
    kk: Callable[..., Ran], repository: Path, word: str, message: str
) -> None:
    ran = kk("validate", word, folder=repository)

    assert (ran.code, ran.out, ran.err[: len(message)]) == (2, "", message)


def test_a_path_outside_the_workspace_is_refused(
    kk: Callable[..., Ran], shipped: Path, tmp_path: Path
) -> None:
    outside = tmp_path / "utanför.yaml"
    outside.write_text("a: 1\n", encoding="utf-8")
    ran = kk("validate", str(outside), folder=shipped)

    assert (ran.code, ran.err) == (
        2,
        f"kk: {outside} ligger utanför mappen {shipped}\n    ange mappen med --root\n",
    )


def test_findings_of_one_version_reach_its_common_side(
    kk: Callable[..., Ran], shipped: Path
) -> None:
    path = shipped / "commitments" / "shared" / "2023.yaml"
    path.write_text(path.read_text("utf-8").replace("version: 2023", "version: 2024", 1), "utf-8")
    ran = kk("validate", "2023", "--ignore", "KK704", "--format", "concise", folder=shipped)

    assert (ran.code, ran.out.split(": ", 2)[1:]) == (
        1,
        ["KK121 error filen heter 2023 men anger 2024\n"],
    )


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ('format = 1\nlanguage = "svenska"\n', "language ska vara sv eller en"),
        ("format = 1\nown = 2580\n", "own ska vara en lista med kommunkoder"),
        ('format = 1\nown = ["2580", "0078"]\n', "det finns ingen kommun ”0078” för own"),
        ("format = 1\nspråk = 1\n", "går inte att läsa"),
        ("format = 1\nlanguge = 1\n", "inställningen ”languge” finns inte"),
        ('language = "sv"\n', "inställningen format saknas"),
    ],
)
def test_settings_that_cannot_be_used(
    kk: Callable[..., Ran], shipped: Path, settings: str, message: str
) -> None:
    (shipped / "klimatkontrakt.toml").write_text(settings, encoding="utf-8")
    ran = kk("validate", folder=shipped)

    assert (ran.code, ran.out, message in ran.err, ran.err.count("\n")) == (2, "", True, 2)


def test_show_tells_what_it_cannot_read(kk: Callable[..., Ran], shipped: Path) -> None:
    (shipped / "commitments" / "shared" / "2025.yaml").unlink()
    ran = kk("show", "luleå", folder=shipped)

    assert (ran.code, ran.out, ran.err.split("\n")[0]) == (
        1,
        "",
        "fel[KK119]: commitments/shared/2025.yaml saknas",
    )


def test_show_of_little_reads_well(kk: Callable[..., Ran], small: Callable[..., Path]) -> None:
    head = 'municipality: "9999"\nkind: letter_of_intent\nrecord: head_only\nwording: summary\n'
    goal = "goals:\n- id: a\n  statement: Ett mål\n  boundary: [unknown]\n  end_state: other\n"
    root = small({"contract.yaml": f"{head}status: draft\n", "goals.yaml": goal})

    assert kk("show", "påhittköping", folder=root).out == (
        "Påhittköping kommun, avsiktsförklaring, version 2025/26\n"
        "utkast; bara kontraktets huvud finns i underlaget, i sammanfattning\n"
        "\n"
        "Mål\n"
        "  Ett mål\n"
        "\n"
        "9 uppgifter saknas: kk show påhittköping 2025 --missing\n"
    )


def test_show_of_everything_misses_nothing(
    kk: Callable[..., Ran], small: Callable[..., Path]
) -> None:
    head = """\
municipality: "9999"
kind: contract
record: complete
wording: official
status: signed
diary_number: KS 2025/17
motivation: Staden vill gå före.
signatures:
- organisation: Viable Cities
contacts:
- role: klimatstrateg
links:
- title: Plan
  url: https://exempel.se
"""
    goal = """\
goals:
- id: a
  statement: Ett mål
  boundary: [territory]
  end_state: other
  target_year: 2040
  target: {kind: reduce_by, share: 80 %}
  baseline: {year: 2010}
  control: direct
  decisions: [beslut]
"""
    action = """\
actions:
- id: b
  title: Insats
  status: in_progress
  owners: [enhet]
  milestones: [{id: c, due: 2030, text: Klart.}]
  effects: [{kind: reduction}]
  costs: [{kind: investment}]
  funding: [{funder: Påhittköping kommun}]
"""
    root = small(
        {
            "contract.yaml": head,
            "goals.yaml": goal,
            "roadmap.yaml": action,
            "investment.yaml": "plan_state: adopted\n",
            "commitments.yaml": "shared_commitments:\n- {number: 1, relation: joins}\n",
        }
    )

    assert kk("show", "påhittköping", "--missing", folder=root).out == "Inga uppgifter saknas.\n"
    assert "uppgift" not in kk("show", "påhittköping", folder=root).out
