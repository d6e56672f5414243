"""``REV:2025``: which revision is meant, what is read of it, and how a wrong one is refused."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest
from history import script
from history.expected import PAIRS
from small import TOWN, small_workspace

from klimatkontrakt.store.revisions import open_revision
from klimatkontrakt.store.tree import Folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Ran

    Diff = Callable[..., Ran]

pytestmark = [script.NEEDS_GIT, pytest.mark.usefixtures("_this_machine_does_not_matter")]

GOALS = f"{TOWN}/2025/goals.yaml"
LOG = "    git log visar revisionerna; en gren eller tagg kan behöva hämtas med git fetch\n"


@pytest.fixture
def clone(clones: dict[str, Path], tmp_path: Path) -> Path:
    """A clone that the test may change."""
    script.git(tmp_path, "clone", "--quiet", str(clones["origin"]), "egen")
    return tmp_path / "egen"


@pytest.fixture
def diff(kk: Callable[..., Ran]) -> Diff:
    return lambda *arguments, **world: kk("diff", *arguments, **{"KK_LANG": "sv", **world})


def change(clone: Path, file: str, before: str, after: str) -> None:
    path = clone / file
    text = script.edited(path.read_bytes().decode(), script.Edit(file, before, after))
    path.write_bytes(text.encode())


def marked(text: str, revision: str, name: str) -> str:
    """The answer when a revision goes by another name."""
    return text.replace(f"[{revision}:", f"[{name}:").replace(
        f"{revision}:2025 →", f"{name}:2025 →"
    )


# Which revision is meant


@pytest.mark.parametrize("kind", ["work", "bare"])
@pytest.mark.parametrize(
    "name", ["HEAD~3", "HEAD^^^", "@~3", "v1.0", "main~3", "tags/v1.0", "HEAD^{/milstolpe}"]
)
def test_revision_by_name(diff: Diff, clones: dict[str, Path], name: str, kind: str) -> None:
    ran = diff(f"{name}:2025", "HEAD:2025", folder=clones[kind])

    assert (ran.code, ran.out, ran.err) == (0, marked(PAIRS["HEAD~3", "HEAD"], "HEAD~3", name), "")


@pytest.mark.parametrize("length", [4, 7, 40])
def test_revision_by_hash(diff: Diff, clones: dict[str, Path], length: int) -> None:
    name = script.git(clones["bare"], "rev-parse", f"--short={length}", "v1.0")
    ran = diff(f"{name}:2025", "HEAD:2025", folder=clones["bare"])

    assert (ran.code, ran.out, ran.err) == (0, marked(PAIRS["HEAD~3", "HEAD"], "HEAD~3", name), "")


@pytest.mark.parametrize("name", ["main", "utkast/målår", "2024", "a;b$(c)&'d'"])
def test_branch(diff: Diff, clone: Path, name: str) -> None:
    """A branch may have any name: it stands between words, not in a command line."""
    script.git(clone, "branch", "--force", "annan", "HEAD~3")
    script.git(clone, "switch", "--quiet", "annan")
    script.git(clone, "branch", "--force", name, "HEAD")
    ran = diff("origin/main~4:2025", f"{name}:2025", folder=clone)

    assert (ran.code, ran.err) == (0, "")
    assert ran.out == PAIRS["HEAD~4", "HEAD~3"].replace("HEAD~4", "origin/main~4").replace(
        "HEAD~3", name
    )


def test_label_of_a_version_is_the_version(diff: Diff, clones: dict[str, Path]) -> None:
    ran = diff("HEAD~4:2025/26", "HEAD~3:2025/2026", folder=clones["bare"])
    head = "HEAD~4:2025/26 → HEAD~3:2025/2026"

    assert ran.out.splitlines() == [head, *PAIRS["HEAD~4", "HEAD~3"].splitlines()[1:]]


# The work tree


def test_uncommitted_edit_is_seen_in_the_version_but_not_in_the_revision(
    diff: Diff, clone: Path
) -> None:
    change(clone, GOALS, "target_year: 2035", "target_year: 2040")

    assert diff("HEAD~1:2025", "HEAD:2025", folder=clone).out == ""
    assert diff("HEAD:2025", "2025", folder=clone).out == (
        "HEAD:2025 → 2025\n"
        "\n"
        "Påhittköping (9999)\n"
        "  Mål\n"
        "    Mål 1: En klimatneutral kommunkoncern: målåret är senarelagt från 2035 till 2040"
        "  [commitments/pahittkoping/2025/goals.yaml:25]\n"
    )
    assert diff("2025", "HEAD:2025", folder=clone).out == (
        "2025 → HEAD:2025\n"
        "\n"
        "Påhittköping (9999)\n"
        "  Mål\n"
        "    Mål 1: En klimatneutral kommunkoncern: målåret är tidigarelagt från 2040 till 2035"
        "  [HEAD:commitments/pahittkoping/2025/goals.yaml:25]\n"
    )


@pytest.mark.parametrize("edits", [False, True], ids=["clean", "edited"])
def test_nothing_in_the_repository_is_touched(diff: Diff, clone: Path, *, edits: bool) -> None:
    """Not the work tree, not the index, not a branch: an edit half staged stays half staged."""
    if edits:
        change(clone, GOALS, "target_year: 2035", "target_year: 2036")
        script.git(clone, "add", GOALS)
        change(clone, GOALS, "target_year: 2036", "target_year: 2037")
        (clone / "anteckning.txt").write_text("ej sparad\n", encoding="utf-8")
    status = script.git(clone, "status", "--porcelain")
    before = contents(clone)

    assert diff("HEAD~4:2025", "v1.0:2025", folder=clone).code == 0
    assert contents(clone) == before
    assert status.split() == (["MM", GOALS, "??", "anteckning.txt"] if edits else [])


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_linked_work_tree(diff: Diff, clone: Path) -> None:
    script.git(clone, "worktree", "add", "--quiet", "--detach", "../lankad", "HEAD~3")

    assert diff("HEAD~1:2025", "2025", folder=clone.parent / "lankad").out == (
        PAIRS["HEAD~4", "HEAD~3"].replace("HEAD~4", "HEAD~1").replace("HEAD~3:", "")
    )


# Where the workspace stands


@pytest.fixture(scope="module")
def deep(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository whose workspace is a folder of a folder, with a space and an å."""
    return script.make(tmp_path_factory.mktemp("djup") / "arkiv", "miljö/vårt kontrakt")


@pytest.mark.parametrize(
    "where", [".", "miljö", "miljö/vårt kontrakt", "miljö/vårt kontrakt/commitments/shared"]
)
def test_workspace_in_a_subfolder(diff: Diff, deep: Path, where: str) -> None:
    ran = diff("HEAD~4:2025", "HEAD:2025", folder=deep / where)

    assert (ran.code, ran.out, ran.err) == (0, PAIRS["HEAD~4", "HEAD"], "")


def test_workspace_in_a_subfolder_of_a_bare_clone(diff: Diff, deep: Path, tmp_path: Path) -> None:
    script.git(tmp_path, "clone", "--quiet", "--bare", str(deep), "naken.git")

    assert (
        diff("HEAD~4:2025", "HEAD:2025", folder=tmp_path / "naken.git").out
        == (PAIRS["HEAD~4", "HEAD"])
    )


def test_workspace_named_from_elsewhere(diff: Diff, deep: Path, tmp_path: Path) -> None:
    root = deep / "miljö/vårt kontrakt"
    ran = diff("HEAD~4:2025", "HEAD:2025", "--root", str(root), folder=tmp_path)

    assert (ran.code, ran.out, ran.err) == (0, PAIRS["HEAD~4", "HEAD"], "")


@pytest.fixture
def two(clone: Path) -> Path:
    """A repository with a workspace in a folder, and below another folder one with an error."""
    (clone / "z").mkdir()
    for name in ("commitments", "klimatkontrakt.toml"):
        script.git(clone, "mv", name, f"z/{name}")
    shutil.copytree(clone / "z", clone / "a/b")
    change(clone, f"a/b/{GOALS}", "target_year: 2035", "target_year: snart")
    script.commit(clone, "Två arbetsytor")
    return clone


def test_of_two_workspaces_the_one_around_is_read(diff: Diff, two: Path) -> None:
    sound, broken = (diff("HEAD:2025", "HEAD:2025", folder=two / name) for name in ("z", "a/b"))

    assert (sound.code, sound.out, sound.err) == (0, "", "")
    assert (broken.code, broken.out) == (1, "")


def test_of_two_workspaces_the_one_nearest_the_top_is_read_in_a_bare_clone(
    diff: Diff, two: Path
) -> None:
    script.git(two.parent, "clone", "--quiet", "--bare", str(two), "naken.git")
    ran = diff("HEAD:2025", "HEAD:2025", folder=two.parent / "naken.git")

    assert (ran.code, ran.out, ran.err) == (0, "", "")


# Shallow and partial clones


@pytest.fixture
def shallow(clones: dict[str, Path], tmp_path: Path) -> Path:
    origin = clones["origin"].as_uri()
    script.git(tmp_path, "clone", "--quiet", "--depth", "2", origin, "grund")
    return tmp_path / "grund"


def test_shallow_clone_has_what_it_has(diff: Diff, shallow: Path) -> None:
    ran = diff("HEAD:2025", "HEAD~1:2025", folder=shallow)

    assert (ran.code, ran.out, ran.err) == (0, "", "")


@pytest.mark.parametrize("name", ["HEAD~3", "v1.0"])
def test_shallow_clone_says_how_to_fetch_the_rest(diff: Diff, shallow: Path, name: str) -> None:
    ran = diff(f"{name}:2025", "HEAD:2025", folder=shallow)

    assert (ran.code, ran.out, ran.err) == (
        2,
        "",
        f"kk: här finns ingen revision {name}\n"
        "    arkivet är hämtat utan sin historik; kör: git fetch --unshallow\n",
    )
    script.git(shallow, *ran.err.split("git ")[1].split())
    assert diff(f"{name}:2025", "HEAD:2025", folder=shallow).out == marked(
        PAIRS["HEAD~3", "HEAD"], "HEAD~3", name
    )


def test_bare_shallow_clone(diff: Diff, clones: dict[str, Path], tmp_path: Path) -> None:
    origin = clones["origin"].as_uri()
    script.git(tmp_path, "clone", "--quiet", "--bare", "--depth", "2", origin, "grund.git")
    here, gone = (
        diff(f"HEAD~{n}:2025", "HEAD:2025", folder=tmp_path / "grund.git") for n in (1, 2)
    )

    assert (here.code, here.out, here.err) == (0, "", "")
    assert (gone.code, gone.out, gone.err) == (
        2,
        "",
        "kk: här finns ingen revision HEAD~2\n"
        "    arkivet är hämtat utan sin historik; kör: git fetch --unshallow\n",
    )


def test_partial_clone_away_from_its_origin(
    diff: Diff, clones: dict[str, Path], tmp_path: Path
) -> None:
    """Its older files are fetched when they are asked for, and cannot be when it is alone."""
    origin = tmp_path / "ursprung.git"
    script.git(tmp_path, "clone", "--quiet", "--bare", str(clones["origin"]), origin.name)
    script.git(origin, "config", "uploadpack.allowFilter", "true")
    script.git(tmp_path, "clone", "--quiet", "--filter=blob:none", origin.as_uri(), "delvis")
    origin.rename(tmp_path / "borta.git")
    alone = diff("HEAD~4:2025", "HEAD:2025", folder=tmp_path / "delvis")
    (tmp_path / "borta.git").rename(origin)
    together = diff("HEAD~4:2025", "HEAD:2025", folder=tmp_path / "delvis")

    assert (alone.code, alone.out, alone.err) == (
        2,
        "",
        f"kk: här finns ingen revision HEAD~4\n{LOG}",
    )
    assert (together.code, together.out, together.err) == (0, PAIRS["HEAD~4", "HEAD"], "")


def test_damaged_repository(diff: Diff, tmp_path: Path) -> None:
    """A file that git has lost is not a file that was never there."""
    origin = script.make(tmp_path / "skadat")
    name = script.git(origin, "rev-parse", f"HEAD~4:{GOALS}")
    (origin / ".git/objects" / name[:2] / name[2:]).unlink()
    ran = diff("HEAD~4:2025", "HEAD:2025", folder=origin)

    assert (ran.code, ran.out, ran.err) == (2, "", f"kk: här finns ingen revision HEAD~4\n{LOG}")
    assert diff("HEAD~3:2025", "HEAD:2025", folder=origin).out == PAIRS["HEAD~3", "HEAD"]


# What cannot be read


@pytest.mark.parametrize(
    "name",
    [
        "HEAD~5",
        "v2.0",
        "0000000",
        "f" * 40,
        "HEAD~4..HEAD",
        "HEAD:2024",
        "HEAD^{tree}",
        "^HEAD",
        "utkast/målår",
    ],
)
@pytest.mark.parametrize("kind", ["work", "bare"])
def test_unknown_revision(diff: Diff, clones: dict[str, Path], name: str, kind: str) -> None:
    for words in ((f"{name}:2025", "HEAD:2025"), ("HEAD:2025", f"{name}:2025")):
        ran = diff(*words, folder=clones[kind])

        assert (ran.code, ran.out, ran.err) == (
            2,
            "",
            f"kk: här finns ingen revision {name}\n{LOG}",
        )


@pytest.mark.parametrize(
    "name", ["--output=ut", "--git-dir=.", "--all", "-n1", "a b", "$(touch ut)", "`ut`", "*", "åäö"]
)
def test_odd_words_are_no_options_and_no_commands(
    diff: Diff, clones: dict[str, Path], name: str
) -> None:
    ran = diff("--", f"{name}:2025", "HEAD:2025", folder=clones["work"])

    assert (ran.code, ran.out, ran.err) == (
        2,
        "",
        f"kk: här finns ingen revision {name}\n{LOG}",
    )
    assert script.git(clones["work"], "status", "--porcelain") == ""


def test_leading_dash_is_an_option_of_kk_itself(diff: Diff, clones: dict[str, Path]) -> None:
    ran = diff("--output=ut:2025", "HEAD:2025", folder=clones["work"])

    assert (ran.code, ran.out, ran.err) == (
        2,
        "",
        "kk: flaggan --output finns inte\n    se kk diff --help\n",
    )


@pytest.mark.parametrize("word", [":2025", "HEAD:", "HEAD:25", "HEAD", "HEAD:2025:"])
def test_half_a_revision(diff: Diff, clones: dict[str, Path], word: str) -> None:
    ran = diff(word, "HEAD:2025", folder=clones["work"])

    assert (ran.code, ran.out, ran.err) == (
        2,
        "",
        f"kk: ”{word}” är varken en version, en revision med version eller en mapp\n"
        "    skriv till exempel 2024, HEAD~1:2025 eller commitments/lulea/2025\n",
    )


@pytest.mark.parametrize("words", [("HEAD:2019", "HEAD:2025"), ("HEAD:2025", "HEAD:2019")])
def test_version_missing_in_the_revision(
    diff: Diff, clones: dict[str, Path], words: tuple[str, str]
) -> None:
    ran = diff(*words, folder=clones["bare"])

    assert (ran.code, ran.out, ran.err) == (
        2,
        "",
        "kk: det finns ingen version 2019 i HEAD:2019\n    här finns bara versionen 2025\n",
    )


def test_municipality_that_neither_revision_knows(diff: Diff, clones: dict[str, Path]) -> None:
    ran = diff("HEAD~4:2025", "HEAD:2025", "luleå", folder=clones["bare"])

    assert (ran.code, ran.out, ran.err) == (
        2,
        "",
        "kk: ingen av sidorna har något kontrakt för Luleå\n"
        "    välj en annan kommun eller andra versioner\n",
    )


def test_version_added_since_the_revision(diff: Diff, clone: Path) -> None:
    shared = (clone / script.SHARED).read_text(encoding="utf-8")
    later = shared.replace("version: 2025", "version: 2026").replace("2025/26", "2026/27")
    (clone / "commitments/shared/2026.yaml").write_text(later, encoding="utf-8")
    script.commit(clone, "En ny version")
    old, new = (diff("HEAD:2025", f"{name}:2026", folder=clone) for name in ("HEAD~1", "HEAD"))

    assert (old.code, old.out, old.err) == (
        2,
        "",
        "kk: det finns ingen version 2026 i HEAD~1:2026\n    här finns bara versionen 2025\n",
    )
    assert (new.code, new.err) == (0, "")


def test_revision_from_before_there_were_contracts(diff: Diff, tmp_path: Path) -> None:
    script.git(tmp_path, "init", "--quiet")
    (tmp_path / "LÄSMIG").write_text("Här kommer kontraktet att ligga.\n", encoding="utf-8")
    first = script.commit(tmp_path, "Innan")
    small_workspace(tmp_path, script.FIRST)
    script.commit(tmp_path, "Kontraktet")
    ran = diff("HEAD~1:2025", "HEAD:2025", folder=tmp_path)

    assert (ran.code, ran.out, ran.err) == (
        2,
        "",
        "kk: revisionen HEAD~1 innehåller ingen klimatkontrakt.toml\n"
        "    välj en revision där det finns kontrakt\n",
    )
    assert script.git(tmp_path, "rev-parse", "HEAD~1") == first


def test_repository_without_commits(diff: Diff, tmp_path: Path) -> None:
    script.git(small_workspace(tmp_path, script.FIRST), "init", "--quiet")
    ran = diff("HEAD:2025", "2025", folder=tmp_path)

    assert (ran.code, ran.out, ran.err) == (2, "", f"kk: här finns ingen revision HEAD\n{LOG}")


def test_no_repository(diff: Diff, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    root = small_workspace(tmp_path / "utan", script.FIRST)
    ran = diff("HEAD:2025", "2025", folder=root)

    assert (ran.code, ran.out, ran.err) == (
        2,
        "",
        f"kk: {root} ligger inte i ett git-arkiv\n"
        "    gå till arkivet, eller jämför versioner eller mappar\n",
    )


def test_no_git(
    diff: Diff, clones: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    ran = diff("HEAD:2025", "2025", folder=clones["work"])

    assert (ran.code, ran.out, ran.err) == (
        2,
        "",
        "kk: git är inte installerat\n    installera git, eller jämför versioner\n",
    )
    assert diff("2025", "2025", folder=clones["work"]).code == 0


def test_bare_clone_has_no_version_outside_its_revisions(
    diff: Diff, clones: dict[str, Path]
) -> None:
    ran = diff("HEAD:2025", "2025", folder=clones["bare"])

    assert (ran.code, ran.out, ran.err) == (
        2,
        "",
        "kk: här finns ingen arbetsyta att söka version 2025 i\n"
        "    gå till mappen med era kontrakt, eller ange den med --root\n",
    )


def test_contract_with_errors_in_a_revision_is_not_compared(diff: Diff, clone: Path) -> None:
    """The error is shown where it is, in the revision: the work tree may have nothing wrong."""
    change(clone, GOALS, "  target_year: 2035\n", "  target_yaer: 2035\n")
    script.commit(clone, "Ett slarvfel")
    change(clone, GOALS, "  target_yaer: 2035\n", "  target_year: 2035\n")
    ran = diff("HEAD:2025", "2025", folder=clone)

    assert (ran.code, ran.out) == (1, "")
    assert ran.err == (
        "fel[KK111]: nyckeln ”target_yaer” finns inte här\n"
        "  --> HEAD:commitments/pahittkoping/2025/goals.yaml:25:3\n"
        "   |\n"
        "23 |   boundary:\n"
        "24 |   - municipal_group\n"
        "25 |   target_yaer: 2035\n"
        "   |   ^^^^^^^^^^^\n"
        "   |\n"
        "   = varför: det som står under den skulle inte komma med i kontraktet\n"
        "   = gör så: skriv ”target_year”;  kk explain KK111\n"
        "\n"
        "0 kontrakt granskade: 1 fel, 0 varningar\n"
        "kk: ett kontrakt har fel och kan därför inte jämföras\n"
        "    rätta felen; kk validate visar alla\n"
    )


def test_second_place_of_an_error_is_marked_too(diff: Diff, clone: Path) -> None:
    change(clone, GOALS, "excludes:\n", "excludes: [\n")
    script.commit(clone, "Ett slarvfel")
    ran = diff("HEAD~1:2025", "HEAD:2025", folder=clone)

    assert (ran.code, ran.out) == (1, "")
    assert [line.strip() for line in ran.err.splitlines() if f":{GOALS}:" in line] == [
        f"--> HEAD:{GOALS}:10:13",
        f"= se också: här tog läsningen stopp: HEAD:{GOALS}:11:3",
    ]


def test_error_on_the_common_side_of_a_revision_is_marked_too(diff: Diff, clone: Path) -> None:
    change(clone, script.SHARED, "signed_on: 2025-12-05\n", "signed_on: igår\n")
    script.commit(clone, "Ett slarvfel")
    ran = diff("HEAD~1:2025", "HEAD:2025", folder=clone)

    assert (ran.code, ran.out) == (1, "")
    assert [line for line in ran.err.splitlines() if "-->" in line] == [
        " --> HEAD:commitments/shared/2025.yaml:3:12"
    ]


# What is read of a revision


def test_revision_is_the_same_tree_as_the_folder(clone: Path) -> None:
    revision, folder = open_revision(clone, clone, "HEAD"), Folder(clone)
    paths = ["commitments", "commitments/shared", TOWN, f"{TOWN}/2025", GOALS, "finns/inte"]

    assert [(revision.folders(path), revision.files(path)) for path in paths] == [
        (folder.folders(path), folder.files(path)) for path in paths
    ]
    assert [revision.read(path) for path in paths] == [folder.read(path) for path in paths]
    assert revision.read(GOALS) is not None


def test_line_endings_make_no_difference(diff: Diff, clone: Path) -> None:
    for path in clone.rglob("*.yaml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    script.commit(clone, "Från en annan dator")

    assert b"\r\n" in (clone / GOALS).read_bytes()
    assert "\r\n" in script.git(clone, "show", f"HEAD:{GOALS}")
    assert diff("HEAD~1:2025", "HEAD:2025", folder=clone).out == ""
    assert diff("HEAD~5:2025", "HEAD:2025", folder=clone).out == (
        PAIRS["HEAD~4", "HEAD"].replace("HEAD~4", "HEAD~5")
    )


def test_hidden_files_are_not_read(diff: Diff, clone: Path) -> None:
    """They are not read on disk either: an editor's backup is no contract."""
    for name in ("commitments/.gammalt/2025/contract.yaml", f"{TOWN}/.2025.swp/contract.yaml"):
        (clone / name).parent.mkdir(parents=True)
        (clone / name).write_text("skräp\n", encoding="utf-8")
    (clone / "commitments/shared/.2024.yaml").write_text("skräp\n", encoding="utf-8")
    script.commit(clone, "Skräp")

    for words in (("HEAD~1:2025", "HEAD:2025"), ("HEAD:2025", "2025"), ("2025", "HEAD:2025")):
        ran = diff(*words, folder=clone)

        assert (ran.code, ran.out, ran.err) == (0, "", "")


def test_names_in_another_encoding_do_not_matter(diff: Diff, clone: Path) -> None:
    blob = script.git(clone, "hash-object", "-w", "--stdin", stdin=b"gammal fil\n")
    rows = script.git(clone, "ls-tree", "HEAD").encode() + b"\n"
    tree = script.git(clone, "mktree", stdin=rows + f"100644 blob {blob}\tf".encode() + b"\xe4rg\n")
    commit = script.git(clone, "commit-tree", tree, "-p", "HEAD", "-m", "Latin-1")
    ran = diff("HEAD~4:2025", f"{commit}:2025", folder=clone)

    assert (ran.code, ran.err) == (0, "")
    assert ran.out == PAIRS["HEAD~4", "HEAD"].replace("HEAD:", f"{commit}:")


def test_workspace_that_is_not_utf_8_by_name(diff: Diff, clone: Path) -> None:
    """The same repository may hold a folder whose name nobody can type."""
    inner = script.git(clone, "rev-parse", "HEAD^{tree}")
    tree = script.git(clone, "mktree", stdin=f"040000 tree {inner}\tv".encode() + b"\xe5rt\n")
    commit = script.git(clone, "commit-tree", tree, "-m", "Latin-1")
    script.git(clone.parent, "clone", "--quiet", "--bare", str(clone), "naken.git")
    script.git(clone, "push", "--quiet", "../naken.git", f"{commit}:refs/heads/latin")
    ran = diff("main:2025", "latin:2025", folder=clone.parent / "naken.git")

    assert (ran.code, ran.out, ran.err) == (0, "", "")


def test_symbolic_link_is_refused_rather_than_misread(diff: Diff, clone: Path) -> None:
    """What a link leads to may lie anywhere; to take it for nothing would lose the goals."""
    blob = script.git(clone, "hash-object", "-w", "--stdin", stdin=b"../../mal.yaml")
    script.git(clone, "update-index", "--cacheinfo", f"120000,{blob},{GOALS}")
    script.git(clone, "commit", "--quiet", "--message", "En länk")
    ran = diff("HEAD~1:2025", "HEAD:2025", folder=clone)

    assert (ran.code, ran.out) == (1, "")
    assert ran.err.splitlines()[:2] == [
        "fel[KK113]: filen ska innehålla nycklar med värden",
        f" --> HEAD:{GOALS}:1:1",
    ]


# For one's own municipality


OWN = 'format = 1\nlanguage = "sv"\nown = ["9999"]\n'


def judged(text: str) -> str:
    """The same answer with the harder words."""
    for mild, hard in (("tidigarelagt", "skärpt"), ("senarelagt", "försvagat")):
        lines = text.splitlines(keepends=True)
        text = "".join(
            line.replace("  [", f" ({hard})  [") if mild in line else line for line in lines
        )
    return text


@pytest.mark.parametrize("pair", [("HEAD~4", "HEAD~3"), ("HEAD~3", "HEAD~4")])
def test_judgement_is_for_the_municipalities_that_the_workspace_names(
    diff: Diff, clone: Path, pair: tuple[str, str]
) -> None:
    """The setting of today counts, also for revisions from before it was made."""
    words = [f"{name}:2025" for name in pair]

    assert diff(*words, "--judge", folder=clone).out == PAIRS[pair]
    (clone / "klimatkontrakt.toml").write_text(OWN, encoding="utf-8")
    assert diff(*words, folder=clone).out == PAIRS[pair]
    assert diff(*words, "--judge", folder=clone).out == judged(PAIRS[pair])
    assert judged(PAIRS[pair]) != PAIRS[pair]


def test_judgement_in_a_bare_clone_follows_the_newer_revision(diff: Diff, clone: Path) -> None:
    """There is no other workspace to ask there."""
    script.git(clone, "switch", "--quiet", "--create", "egen", "HEAD~3")
    (clone / "klimatkontrakt.toml").write_text(OWN, encoding="utf-8")
    script.commit(clone, "Vår egen kommun")
    script.git(clone.parent, "clone", "--quiet", "--bare", str(clone), "naken.git")
    ran = diff("egen~2:2025", "egen:2025", "--judge", folder=clone.parent / "naken.git")
    other = diff("egen~2:2025", "egen~1:2025", "--judge", folder=clone.parent / "naken.git")
    plain = PAIRS["HEAD~4", "HEAD~3"].replace("HEAD~4", "egen~2")

    assert ran.out == judged(plain).replace("HEAD~3", "egen")
    assert other.out == plain.replace("HEAD~3", "egen~1")


def test_judgement_for_programs(diff: Diff, clone: Path) -> None:
    words = ("HEAD~4:2025", "HEAD~3:2025", "--format", "json")
    (clone / "klimatkontrakt.toml").write_text(OWN, encoding="utf-8")

    assert judgements(diff(*words, folder=clone).out) == [None, None]
    assert judgements(diff(*words, "--judge", folder=clone).out) == ["weakened", "weakened"]


def judgements(document: str) -> list[str | None]:
    parts = json.loads(document)["parts"]
    return [item["judgement"] for part in parts for item in part["changes"]]
