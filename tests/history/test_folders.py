"""A contract folder as a side: its units and documents are those of the folder above it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from history import script
from small import TOWN, small_workspace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Ran

    Diff = Callable[..., Ran]

pytestmark = pytest.mark.usefixtures("_this_machine_does_not_matter")

NOT_A_CONTRACT = "    mappen ska heta som ett år och innehålla contract.yaml med en kommunkod\n"
ERRORS = (
    "0 kontrakt granskade: 1 fel, 0 varningar\n"
    "kk: ett kontrakt har fel och kan därför inte jämföras\n"
    "    rätta felen; kk validate visar alla\n"
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The town's workspace after the third step, and beside its contracts a draft of the next."""
    *_, files, _, _ = script.states()
    root = small_workspace(tmp_path / "arbetsyta", files)
    draft(root / "utkast")
    return root


def draft(folder: Path) -> None:
    """A copy of the contract and of what it refers to, in a folder of its own."""
    shutil.copytree(folder.parent / TOWN, folder)


def change(folder: Path, file: str, before: str, after: str) -> None:
    path = folder / file
    text = script.edited(path.read_text(encoding="utf-8"), script.Edit(file, before, after))
    path.write_text(text, encoding="utf-8", newline="\n")


def earlier(old: str, new: str, place: str) -> str:
    """The answer when the draft has an earlier target year."""
    return (
        f"{old} → {new}\n"
        "\n"
        "Påhittköping (9999)\n"
        "  Mål\n"
        "    Mål 1: En klimatneutral kommunkoncern: målåret är tidigarelagt från 2035 till 2033"
        f"  [{place}:5]\n"
    )


@pytest.fixture
def diff(kk: Callable[..., Ran]) -> Diff:
    return lambda *arguments, **world: kk("diff", *arguments, **{"KK_LANG": "sv", **world})


def test_untouched_copy_differs_in_nothing(diff: Diff, root: Path) -> None:
    for words in (
        (f"{TOWN}/2025", "utkast/2025"),
        ("2025", "utkast/2025"),
        ("utkast/2025", "2025"),
    ):
        ran = diff(*words, "--fail-on", "weakened", folder=root)

        assert (ran.code, ran.out, ran.err) == (0, "", "")


@pytest.mark.parametrize("old", [f"{TOWN}/2025", "2025", "2025/26"])
@pytest.mark.parametrize("new", ["utkast/2025", "./utkast/2025/", f"{TOWN}/../../utkast/2025"])
def test_edit_in_a_draft(diff: Diff, root: Path, old: str, new: str) -> None:
    """Its places are those of the draft, from the workspace, however it was typed."""
    change(root / "utkast", "2025/goals.yaml", "target_year: 2035", "target_year: 2033")
    ran = diff(old, new, folder=root)

    assert (ran.code, ran.out, ran.err) == (0, earlier(old, new, "utkast/2025/goals.yaml"), "")


def test_edit_in_a_draft_the_other_way(diff: Diff, root: Path) -> None:
    change(root / "utkast", "2025/goals.yaml", "target_year: 2035", "target_year: 2033")
    ran = diff("utkast/2025", "2025", "--fail-on", "weakened", folder=root)

    assert (ran.code, ran.err) == (1, "")
    assert ran.out == earlier("utkast/2025", "2025", f"{TOWN}/2025/goals.yaml").replace(
        "tidigarelagt från 2035 till 2033", "senarelagt från 2033 till 2035"
    )


def test_folder_is_found_from_where_one_stands(diff: Diff, root: Path) -> None:
    change(root / "utkast", "2025/goals.yaml", "target_year: 2035", "target_year: 2033")
    place = "utkast/2025/goals.yaml"

    for where, word in ((root / "utkast", "./2025"), (root / "utkast/2025", ".")):
        assert diff("2025", word, folder=where).out == earlier("2025", word, place)


def test_a_bare_year_is_the_version_and_not_the_folder(diff: Diff, root: Path) -> None:
    change(root / "utkast", "2025/goals.yaml", "target_year: 2035", "target_year: 2033")

    assert diff("2025", "2025", folder=root / "utkast").out == ""


def test_draft_at_the_top_of_the_workspace(diff: Diff, root: Path) -> None:
    for name in ("2025", "units.yaml", "documents.yaml"):
        shutil.move(root / "utkast" / name, root / name)
    change(root, "2025/goals.yaml", "target_year: 2035", "target_year: 2033")

    assert diff("2025", "./2025", folder=root).out == earlier("2025", "./2025", "./2025/goals.yaml")


def test_draft_outside_the_workspace(diff: Diff, root: Path) -> None:
    """It is named from the top of the machine; the common side is still the workspace's."""
    outside = root.parent / "utkast"
    shutil.move(root / "utkast", outside)
    change(outside, "2025/goals.yaml", "target_year: 2035", "target_year: 2033")
    place = (outside.resolve() / "2025/goals.yaml").as_posix()

    for word in ("../utkast/2025", str(outside / "2025")):
        ran = diff("2025", word, folder=root)

        assert (ran.code, ran.out, ran.err) == (0, earlier("2025", word, place), "")


def test_units_and_documents_are_those_of_the_folder_above(diff: Diff, root: Path) -> None:
    """The draft's own decision is known by the draft's own documents, and by no others."""
    documents = "date: 2025-10-20\n"
    change(root / "utkast", "documents.yaml", documents, documents + script.ADOPTED)
    change(
        root / "utkast",
        "2025/goals.yaml",
        "decisions: [klimatplan-forslag]",
        "decisions: [klimatplan-forslag, klimatplan-beslut]",
    )

    assert diff("2025", "utkast/2025", folder=root).out == (
        "2025 → utkast/2025\n"
        "\n"
        "Påhittköping (9999)\n"
        "  Mål\n"
        "    Mål 1: En klimatneutral kommunkoncern: beslutat: föreslaget blev antaget"
        "  [utkast/2025/goals.yaml:8]\n"
    )
    shutil.copy(root / TOWN / "documents.yaml", root / "utkast")
    assert diff("2025", "utkast/2025", folder=root).out == ""


@script.NEEDS_GIT
def test_draft_against_a_revision(diff: Diff, root: Path) -> None:
    """A revision has its mark, a folder has none; the other municipalities are left out."""
    script.git(root, "init", "--quiet")
    script.commit(root, "Kontraktet")
    change(root / "utkast", "2025/goals.yaml", "target_year: 2035", "target_year: 2033")
    later = earlier("utkast/2025", "HEAD:2025", f"HEAD:{TOWN}/2025/goals.yaml").replace(
        "tidigarelagt från 2035 till 2033", "senarelagt från 2033 till 2035"
    )

    assert diff("HEAD:2025", "utkast/2025", folder=root).out == earlier(
        "HEAD:2025", "utkast/2025", "utkast/2025/goals.yaml"
    )
    assert diff("utkast/2025", "HEAD:2025", folder=root).out == later


def test_annotations_for_a_pull_request_name_the_file(diff: Diff, root: Path) -> None:
    change(root / "utkast", "2025/goals.yaml", "target_year: 2035", "target_year: 2033")

    assert diff("2025", "utkast/2025", "--format", "github", folder=root).out == (
        "::notice file=utkast/2025/goals.yaml,line=5,title=KK802::"
        "Mål 1: En klimatneutral kommunkoncern: målåret är tidigarelagt från 2035 till 2033\n"
    )


def test_without_a_workspace_here_the_folder_has_its_own(diff: Diff, root: Path) -> None:
    change(root / "utkast", "2025/goals.yaml", "target_year: 2035", "target_year: 2033")
    words = (f"arbetsyta/{TOWN}/2025", "arbetsyta/utkast/2025")
    ran = diff(*words, folder=root.parent)

    assert (ran.code, ran.out, ran.err) == (0, earlier(*words, "utkast/2025/goals.yaml"), "")


# What is no contract folder


@pytest.mark.parametrize("word", [".", "commitments", TOWN, "commitments/shared", "utkast"])
def test_folder_that_is_no_contract(diff: Diff, root: Path, word: str) -> None:
    for words in ((word, "2025"), ("2025", word)):
        ran = diff(*words, folder=root)

        assert (ran.code, ran.out, ran.err) == (
            2,
            "",
            f"kk: {word} är inte en mapp med ett kontrakt\n{NOT_A_CONTRACT}",
        )


def test_contract_folder_is_called_a_year(diff: Diff, root: Path) -> None:
    (root / "utkast/2025").rename(root / "utkast/nasta")
    ran = diff("2025", "utkast/nasta", folder=root)

    assert (ran.code, ran.out, ran.err) == (
        2,
        "",
        f"kk: utkast/nasta är inte en mapp med ett kontrakt\n{NOT_A_CONTRACT}",
    )


def test_contract_folder_says_whose_it_is(diff: Diff, root: Path) -> None:
    change(root / "utkast", "2025/contract.yaml", 'municipality: "9999"\n', "")
    ran = diff("2025", "utkast/2025", folder=root)

    assert (ran.code, ran.out, ran.err) == (
        2,
        "",
        f"kk: utkast/2025 är inte en mapp med ett kontrakt\n{NOT_A_CONTRACT}",
    )


def test_contract_of_nobody(diff: Diff, root: Path) -> None:
    change(root / "utkast", "2025/contract.yaml", '"9999"', '"9998"')
    ran = diff("2025", "utkast/2025", folder=root)

    assert (ran.code, ran.out, ran.err) == (
        2,
        "",
        "kk: det finns ingen kommun ”9998”\n"
        f"    rätta koden i {root.resolve() / 'utkast/2025/contract.yaml'}\n",
    )


def test_folders_of_two_municipalities(diff: Diff, root: Path) -> None:
    change(root / "utkast", "2025/contract.yaml", '"9999"', '"2580"')
    ran = diff(f"{TOWN}/2025", "utkast/2025", folder=root)

    assert (ran.code, ran.out, ran.err) == (
        2,
        "",
        "kk: de två mapparna hör till olika kommuner\n"
        "    välj två kontrakt för en och samma kommun\n",
    )


def test_folder_that_is_not_there(diff: Diff, root: Path) -> None:
    ran = diff("2025", "utkast/2026", folder=root)

    assert (ran.code, ran.out, ran.err) == (
        2,
        "",
        "kk: ”utkast/2026” är varken en version, en revision med version eller en mapp\n"
        "    skriv till exempel 2024, HEAD~1:2025 eller commitments/lulea/2025\n",
    )


def test_folder_in_no_workspace(diff: Diff, root: Path) -> None:
    alone = root.parent / "ensam"
    shutil.move(root / "utkast", alone)
    ran = diff(str(alone / "2025"), str(alone / "2025"), folder=root.parent)

    assert (ran.code, ran.out, ran.err) == (
        2,
        "",
        f"kk: {alone.resolve() / '2025'} ligger inte i någon arbetsyta\n"
        "    ange mappen med --root\n",
    )


# A draft with errors


@pytest.mark.parametrize(
    ("file", "text", "said", "place"),
    [
        (
            "2025/contract.yaml",
            "\tmunicipality: 1\n",
            "fel[KK103]: här står ett tabbtecken",
            "utkast/2025/contract.yaml:1:1",
        ),
        (
            "2025/contract.yaml",
            "- municipality\n",
            "fel[KK113]: filen ska innehålla nycklar med värden",
            "utkast/2025/contract.yaml:1:1",
        ),
        (
            "2025/contract.yaml",
            script.FIRST["contract.yaml"].replace('"9999"', "9999"),
            "fel[KK116]: 9999 står utan citationstecken",
            "utkast/2025/contract.yaml:1:15",
        ),
        (
            "2025/goals.yaml",
            "goal: []\n",
            "fel[KK111]: nyckeln ”goal” finns inte här",
            "utkast/2025/goals.yaml:1:1",
        ),
        (
            "units.yaml",
            "units: nej\n",
            "fel[KK113]: ”units” ska vara en lista",
            "utkast/units.yaml:1:8",
        ),
    ],
)
def test_draft_with_an_error_is_not_compared(
    diff: Diff, root: Path, file: str, text: str, said: str, place: str
) -> None:
    (root / "utkast" / file).write_text(text, encoding="utf-8", newline="\n")
    ran = diff("2025", "utkast/2025", folder=root)
    first, second, *_ = ran.err.splitlines()

    assert (ran.code, ran.out) == (1, "")
    assert (first, second.strip(), ran.err[-len(ERRORS) :]) == (said, f"--> {place}", ERRORS)


def test_draft_of_a_version_without_a_common_side(diff: Diff, root: Path) -> None:
    (root / "utkast/2025").rename(root / "utkast/2026")
    ran = diff("2025", "utkast/2026", folder=root)

    assert (ran.code, ran.out) == (1, "")
    assert ran.err == (
        "fel[KK119]: commitments/shared/2026.yaml saknas\n"
        " --> utkast/2026/contract.yaml:1:1\n"
        "  |\n"
        '1 | municipality: "9999"\n'
        "  | ^^^^^^^^^^^^^^^^^^^^\n"
        "  |\n"
        "  = varför: där står parter och gemensamma åtaganden, så kontraktet kan inte granskas\n"
        "  = gör så: lägg till commitments/shared/<år>.yaml eller rätta året;  kk explain KK119\n"
        f"\n{ERRORS}"
    )
