"""What TAB offers for each argument, in every shell; silent on faults, and fast."""

from __future__ import annotations

import os
import subprocess
import sys
from pkgutil import iter_modules
from typing import TYPE_CHECKING

import pytest

from klimatkontrakt.app.explain import catalogue
from klimatkontrakt.cli import commands
from klimatkontrakt.cli.commands.schema import NAMES
from klimatkontrakt.cli.main import run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Ran

    Offered = Callable[..., list[str]]

SHELLS = {
    "bash": lambda words: {
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(words.split(" ")) - 1),
    },
    "zsh": lambda words: {"_TYPER_COMPLETE_ARGS": words},
    "fish": lambda words: {
        "_TYPER_COMPLETE_ARGS": words,
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    },
    "powershell": lambda words: {
        "_TYPER_COMPLETE_ARGS": words,
        "_TYPER_COMPLETE_WORD_TO_COMPLETE": words.rpartition(" ")[2],
    },
}
"""How each shell tells kk what is typed, by the scripts that --show-completion prints."""


@pytest.fixture
def offered(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Offered:
    """What TAB offers after some words, by the protocol that shells speak with kk."""

    def call(folder: Path, words: str, shell: str = "bash") -> list[str]:
        monkeypatch.setenv("LANGUAGE", "")
        monkeypatch.setenv("_KK_COMPLETE", f"complete_{shell}")
        for name, value in SHELLS[shell](words).items():
            monkeypatch.setenv(name, value)
        monkeypatch.chdir(folder)
        with pytest.raises(SystemExit):
            run([], {}, folder)
        captured = capsys.readouterr()
        assert captured.err == ""
        return captured.out.split()

    return call


YEARS = ["2022", "2023", "2024", "2025"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("kk ", [module.name.replace("_", "-") for module in iter_modules(commands.__path__)]),
        ("kk render ", ["karlstad", "luleå"]),
        ("kk render luleå ", ["2024", "2025"]),
        ("kk render 1780 ", ["2022", "2023"]),
        ("kk render 9999 ", YEARS),
        ("kk show lul", ["luleå"]),
        ("kk show lulea", ["lulea"]),
        ("kk show LUL", ["LULeå"]),
        ("kk show kiruna", []),
        ("kk show luleå 2025", ["2025"]),
        ("kk validate ", ["karlstad", "luleå", *YEARS]),
        ("kk validate karlstad l", ["luleå"]),
        ("kk validate --lang ", ["sv", "en"]),
        ("kk validate --color ", ["auto", "always", "never"]),
        ("kk diff 20", YEARS),
        ("kk diff 2024 ", YEARS),
        ("kk diff 2024 2025 l", ["luleå"]),
        ("kk diff 2024 2025 --fail-on ", ["weakened", "vanished"]),
        ("kk diff 2024 2025 --format h", ["html"]),
        ("kk explain KK", [entry.code for entry in catalogue()]),
        ("kk explain kk701", ["kk701"]),
        ("kk explain KK204 KK701", ["KK701"]),
        ("kk explain unused", ["unused-waiver"]),
        ("kk validate --format git", ["github", "gitlab"]),
        ("kk validate --select KK601", ["KK601"]),
        ("kk validate --ignore KK204,KK601", ["KK204,KK601"]),
        ("kk validate --ignore decision-o", ["decision-overdue"]),
        ("kk render luleå --format ", ["markdown", "html", "docx", "pdf"]),
        ("kk render luleå --extract pr", ["pressmeddelande"]),
        (
            "kk render luleå --extract ",
            ["erfarenheter", "pressmeddelande", "sammanfattning", "tjansteskrivelse"],
        ),
        ("kk rules KK", [entry.code for entry in catalogue()]),
        ("kk rules --format ", ["table", "json", "markdown"]),
        ("kk schema ", list(NAMES)),
        ("kk schema wa", ["waivers"]),
        ("kk init --municipality gäl", ["gällivare"]),
        ("kk init --ci ", ["github", "gitlab"]),
        ("kk init --contract-version 202", ["2020", "2021", *YEARS]),
        ("kk new ors", ["orsa"]),
        ("kk new orsa 2025 --from ", YEARS),
        ("kk new orsa ", ["2020", "2021", *YEARS]),
        ("kk list --format ", ["table", "json"]),
        ("kk templates ", ["copy", "diff", "list"]),
        ("kk templates list let", ["letter_of_intent"]),
        ("kk templates copy 2023", ["2023"]),
        ("kk templates copy 2023/int", ["2023/introduction"]),
        ("kk templates copy 2025/mile", ["2025/milestones"]),
        ("kk templates diff 2025 roa", ["roadmap"]),
        ("kk templates diff 2025/roadmap roa", []),
        ("kk templates copy 2025/roadmap --block ", ["priorities", "actions"]),
        ("kk templates copy 2025/xyz --block ", []),
        ("kk templates copy --block ", []),
    ],
)
def test_completion(repository: Path, offered: Offered, words: str, expected: list[str]) -> None:
    assert offered(repository, words) == expected


@pytest.mark.parametrize("shell", ["zsh", "fish", "powershell"])
def test_other_shells_are_offered_the_same(repository: Path, offered: Offered, shell: str) -> None:
    found = " ".join(offered(repository, "kk show lul", shell))

    assert "luleå" in found
    assert "karlstad" not in found


def test_completion_looks_in_the_folder_that_is_named(
    repository: Path, tmp_path: Path, offered: Offered
) -> None:
    assert offered(tmp_path, f"kk show --root {repository} ") == ["karlstad", "luleå"]
    assert offered(repository, f"kk show --root {tmp_path} ") == []


def test_completion_is_silent_about_a_broken_workspace(tmp_path: Path, offered: Offered) -> None:
    (tmp_path / "klimatkontrakt.toml").write_text("format = [", encoding="utf-8")

    assert offered(tmp_path, "kk render ") == []
    assert offered(tmp_path, "kk render luleå ") == []
    assert offered(tmp_path, "kk validate --nonsense --lang=de ") == []


@pytest.mark.parametrize(
    "words",
    ["kk show lul", "kk validate ", "kk explain KK2", "kk schema ", "kk render --extract p"],
)
def test_completion_imports_nothing_that_takes_time(repository: Path, words: str) -> None:
    heavy = ("pydantic", "ruamel", "yaml", "jinja2", "rapidfuzz", "rich")
    ran = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "klimatkontrakt"],
        cwd=repository,
        env={**os.environ, "_KK_COMPLETE": "complete_bash", **SHELLS["bash"](words)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    imported = {
        line.rpartition("|")[2].strip().partition(".")[0] for line in ran.stderr.split("\n")
    }

    assert ran.stdout != ""
    assert imported.isdisjoint(heavy)


@pytest.mark.skipif(sys.platform == "win32", reason="bash keeps its settings elsewhere there")
def test_completion_is_installed_and_told_of_in_swedish(
    kk: Callable[..., Ran], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION", "1")
    ran = kk("--install-completion", "bash", KK_LANG="sv")
    path = tmp_path / ".bash_completions" / "kk.sh"

    assert (ran.code, ran.out, ran.err) == (
        0,
        "",
        f"komplettering för bash är inlagd i {path}\nstarta om terminalen, så fungerar den\n",
    )
    assert path.read_text(encoding="utf-8").startswith("_kk_completion() {")
