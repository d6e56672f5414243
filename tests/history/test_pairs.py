"""Every pair of revisions of the invented history reads right, also from a bare clone."""

from __future__ import annotations

import json
import re
from itertools import permutations
from typing import TYPE_CHECKING

import pytest
from history import script
from history.expected import PAIRS
from small import small_workspace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Ran

    Diff = Callable[..., Ran]

pytestmark = [script.NEEDS_GIT, pytest.mark.usefixtures("_this_machine_does_not_matter")]

FORMS = ("terminal", "markdown", "html", "github", "json")
PLACED = re.compile(
    r"^ {4}(?P<words>.+)  \[(?P<revision>.+?):(?P<file>.+):(?P<line>\d+)\]$", re.MULTILINE
)


@pytest.fixture
def diff(kk: Callable[..., Ran]) -> Diff:
    """Compare two revisions of the version 2025: ``diff("HEAD~4", "HEAD", folder=clone)``."""
    return lambda old, new, *more, **world: kk(
        "diff", f"{old}:2025", f"{new}:2025", *more, **{"KK_LANG": "sv", **world}
    )


@pytest.mark.parametrize("kind", ["work", "bare"])
@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_pair(diff: Diff, clones: dict[str, Path], old: str, new: str, kind: str) -> None:
    ran = diff(old, new, folder=clones[kind])

    assert (ran.code, ran.out, ran.err) == (0, PAIRS[old, new], "")


def test_cases_are_all_ordered_pairs() -> None:
    assert sorted(PAIRS) == sorted(permutations(script.REVISIONS, 2))
    assert len(PAIRS) == 20


def test_places_lead_to_the_lines_that_say_it(clones: dict[str, Path]) -> None:
    """The numbers in the cases are looked up in git, for both directions of every step."""
    found = {
        (placed["words"], line_of(clones["work"], placed))
        for text in PAIRS.values()
        for placed in PLACED.finditer(text)
    }
    year, plan = "Mål 1: En klimatneutral kommunkoncern", "Cykelplanen är genomförd"
    decisions = "decisions: [klimatplan-forslag, klimatplan-beslut]"

    assert found == {
        ("Deltar: 2 blev 3", "- {id: municipalities, value: 3, text: deltar}"),
        ("Deltar: 3 blev 2", "- {id: municipalities, value: 2, text: deltar}"),
        (f"{year}: målåret är senarelagt från 2030 till 2035", "target_year: 2035"),
        (f"{year}: målåret är tidigarelagt från 2035 till 2030", "target_year: 2030"),
        (f"{year}: beslutat: föreslaget blev antaget", decisions),
        (f"{year}: beslutat: föreslaget blev antaget", f"{decisions}  # förslaget före beslutet"),
        (
            f"{year}: inte längre beslutat: antaget blev föreslaget",
            "decisions: [klimatplan-forslag]",
        ),
        ("Cykelplan: ansvarig är nu angiven", "owners: [miljo]"),
        ("Cykelplan: ansvarig anges inte längre", "- id: cykelplan"),
        ("Laddplatser vid skolorna: nämns inte längre", "- id: laddplatser"),
        ("Laddplatser vid skolorna: nytt i kontraktet", "- id: laddplatser"),
        (f"{plan}: senarelagt från 2028 till 2029", "due: 2029"),
        (
            f"{plan}: senarelagt från 2028 till 2029",
            "- {id: cykelplan-genomford, due: 2029, text: Cykelplanen är genomförd}",
        ),
        (f"{plan}: tidigarelagt från 2029 till 2028", "due: 2028"),
        ("Åtagande 6 (Upphandling): kommunen går in i åtagandet", "- number: 6"),
        (
            "Åtagande 6 (Upphandling): kommunen går in i åtagandet",
            "- {number: 6, relation: joins}",
        ),
        ("Åtagande 6 (Upphandling): kommunen lämnar åtagandet", "- number: 6"),
        ("Åtagande 6 (Upphandling): kommunen lämnar åtagandet", "- {number: 6, relation: joins}"),
    }


def line_of(clone: Path, placed: re.Match[str]) -> str:
    text = script.git(clone, "show", f"{placed['revision']}:{placed['file']}")
    return text.splitlines()[int(placed["line"]) - 1].strip()


def test_every_change_has_a_place() -> None:
    changes = [
        line for text in PAIRS.values() for line in text.splitlines() if line.startswith(" " * 4)
    ]

    assert [line for line in changes if not PLACED.fullmatch(line)] == []


def test_history_is_what_its_messages_say(clones: dict[str, Path]) -> None:
    log = script.git(clones["bare"], "log", "--reverse", "--format=%s|%ad|%an", "--date=short")

    assert log.splitlines() == [
        f"{step.message}|{step.day}|{script.TOWN_CLERK}" for step in script.STEPS
    ]
    assert script.git(clones["bare"], "rev-parse", "v1.0") == script.git(
        clones["work"], "rev-parse", "HEAD~3"
    )


def test_history_comes_out_the_same_again(clones: dict[str, Path], tmp_path: Path) -> None:
    again = script.make(tmp_path / "igen")

    assert script.git(again, "rev-parse", "HEAD") == script.git(clones["work"], "rev-parse", "HEAD")


def test_every_step_is_without_remark(kk: Callable[..., Ran], tmp_path: Path) -> None:
    for step, files in zip(script.STEPS, script.states(), strict=True):
        root = small_workspace(tmp_path / "steg", files)

        answer = kk("validate", "--today", step.day, folder=root).out
        assert (step.message, answer.splitlines()[0]) == (
            step.message,
            "1 kontrakt granskat: utan anmärkning",
        )


@pytest.mark.parametrize("form", FORMS)
def test_bare_and_work_tree_agree_in_every_form(
    diff: Diff, clones: dict[str, Path], form: str
) -> None:
    work, bare = (
        diff("HEAD~4", "HEAD", "--format", form, folder=clones[kind]) for kind in ("work", "bare")
    )

    assert work == bare
    assert (work.code, work.err) == (0, "")
    assert "Laddplatser vid skolorna" in work.out


def test_updates_agree_too(diff: Diff, clones: dict[str, Path]) -> None:
    work, bare = (
        diff("HEAD~4", "HEAD", "--updates", folder=clones[kind]) for kind in ("work", "bare")
    )

    assert work == bare
    assert "Laddplatser vid skolorna" in work.out


def test_one_municipality_leaves_out_what_is_common(diff: Diff, clones: dict[str, Path]) -> None:
    whole = PAIRS["HEAD~3", "HEAD~2"]
    common = whole[whole.index("Gemensamt") : whole.index("Påhittköping")]

    for word in ("påhittköping", "9999"):
        ran = diff("HEAD~3", "HEAD~2", word, folder=clones["bare"])

        assert (ran.code, ran.out, ran.err) == (0, whole.replace(common, ""), "")


def test_english(diff: Diff, clones: dict[str, Path]) -> None:
    assert diff("HEAD~4", "HEAD~3", folder=clones["bare"], KK_LANG="en").out == (
        "HEAD~4:2025 → HEAD~3:2025\n"
        "\n"
        "Påhittköping (9999)\n"
        "  Goals\n"
        "    Mål 1: En klimatneutral kommunkoncern: target year postponed from 2030 to 2035"
        "  [HEAD~3:commitments/pahittkoping/2025/goals.yaml:5]\n"
        "  Milestones\n"
        "    Cykelplanen är genomförd: postponed from 2028 to 2029"
        "  [HEAD~3:commitments/pahittkoping/2025/roadmap.yaml:10]\n"
    )


def test_json_has_both_places_with_their_revisions(diff: Diff, clones: dict[str, Path]) -> None:
    ran = diff("HEAD~2", "HEAD~1", "--format", "json", folder=clones["bare"])
    folder = "commitments/pahittkoping/2025"
    decisions = "goals[koncern].decisions"

    assert places(ran.out) == [
        (
            "goal:koncern",
            {"file": f"HEAD~2:{folder}/goals.yaml", "line": 8, "column": 14, "path": decisions},
            {"file": f"HEAD~1:{folder}/goals.yaml", "line": 8, "column": 14, "path": decisions},
        ),
        (
            "action:laddplatser",
            {
                "file": f"HEAD~2:{folder}/roadmap.yaml",
                "line": 13,
                "column": 3,
                "path": "actions[laddplatser]",
            },
            None,
        ),
    ]


def places(document: str) -> list[tuple[str, object, object]]:
    parts = json.loads(document)["parts"]
    return [(item["ref"], item["old"], item["new"]) for part in parts for item in part["changes"]]


@pytest.mark.parametrize("kind", ["work", "bare"])
@pytest.mark.parametrize(
    "how", [["--updates"], *(["--format", form] for form in FORMS if form != "json")], ids=" ".join
)
def test_nothing_changed_says_nothing(
    diff: Diff, clones: dict[str, Path], how: list[str], kind: str
) -> None:
    """The last step only rearranges, comments and renames; and a revision equals itself."""
    for old in ("HEAD~1", "HEAD"):
        ran = diff(old, "HEAD", *how, "--fail-on", "weakened", folder=clones[kind])

        assert (ran.code, ran.out, ran.err) == (0, "", "")


def test_nothing_changed_is_an_empty_list_for_programs(diff: Diff, clones: dict[str, Path]) -> None:
    ran = diff("HEAD~1", "HEAD", "--format", "json", folder=clones["bare"])

    assert (ran.code, ran.err) == (0, "")
    assert json.loads(ran.out) == {
        "schema": "kk/comparison/1",
        "old": "HEAD~1:2025",
        "new": "HEAD:2025",
        "parts": [],
    }


@pytest.mark.parametrize(
    ("old", "new", "weakened", "vanished"),
    [
        ("HEAD~4", "HEAD~3", 1, 0),  # a later year
        ("HEAD~3", "HEAD~4", 0, 0),  # an earlier one
        ("HEAD~3", "HEAD~2", 0, 0),  # only more
        ("HEAD~2", "HEAD~3", 1, 0),  # a commitment left, nobody responsible
        ("HEAD~2", "HEAD~1", 1, 1),  # something is no longer mentioned
        ("HEAD~1", "HEAD~2", 1, 0),  # no longer decided
        ("HEAD~1", "HEAD", 0, 0),  # nothing
    ],
)
def test_exit_code(
    diff: Diff, clones: dict[str, Path], old: str, new: str, weakened: int, vanished: int
) -> None:
    plain = diff(old, new, folder=clones["bare"])
    gated = [
        diff(old, new, "--fail-on", reason, folder=clones["bare"])
        for reason in ("weakened", "vanished")
    ]

    assert (plain.code, [ran.code for ran in gated]) == (0, [weakened, vanished])
    assert [ran.out for ran in gated] == [plain.out] * 2
