"""Real processes: the door, closed pipes, and what nobody should ever see."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

import klimatkontrakt
from klimatkontrakt.cli import door, main
from klimatkontrakt.cli.main import run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Ran


def test_the_door_answers_version_itself(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["kk", "--version"])
    with pytest.raises(SystemExit) as left:
        door.main()

    assert (left.value.code, capsys.readouterr().out) == (0, f"kk {klimatkontrakt.__version__}\n")


def test_the_door_leads_to_the_commands(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "argv", ["kk", "validate", "--lang", "en"])
    monkeypatch.setenv("LANGUAGE", "")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as left:
        door.main()

    assert (left.value.code, capsys.readouterr().err) == (
        3,
        "kk: there is no workspace here: no klimatkontrakt.toml in this folder or above\n"
        "    make one with kk init, go to the folder with your contracts, or name it with --root\n",
    )


def test_version_is_the_same_through_typer(kk: Callable[..., Ran]) -> None:
    assert kk("--version", "--help").out == kk("--help").out
    assert kk("--version").out == f"kk {klimatkontrakt.__version__}\n"


def test_kk_alone_shows_its_help(kk: Callable[..., Ran]) -> None:
    assert kk() == kk("--help")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no head to close the pipe")
def test_a_reader_that_leaves_is_no_failure(repository: Path) -> None:
    command = (
        f'"{sys.executable}" -m klimatkontrakt render luleå | head -1; echo ${{PIPESTATUS[0]}}'
    )
    ran = subprocess.run(
        ["bash", "-c", command],  # noqa: S607  any bash will do
        cwd=repository,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert (ran.stdout, ran.stderr) == (
        "Sammanfattning – inte det undertecknade kontraktet\n0\n",
        "",
    )


class Broken(Exception):  # noqa: N818  a fault of ours, made for these tests
    """Something that no code expects."""


def broken(*_: object) -> None:
    raise Broken


def test_our_own_fault_is_one_sentence(
    kk: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(main, "build", broken)
    ran = kk("show", "luleå")

    assert (ran.code, ran.out, ran.err) == (
        70,
        "",
        "kk: något gick fel i kk självt: Broken\n"
        "    kör igen med --debug och skicka texten till dem som förvaltar kk\n",
    )


def test_debug_shows_where_it_failed(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "")
    monkeypatch.setattr(main, "build", broken)
    with pytest.raises(Broken):
        run(["show", "luleå", "--debug"], {}, repository)


def test_an_interrupted_run_leaves_with_130(
    kk: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(main, "build", interrupted)

    assert kk("show", "luleå").code == 130


@pytest.mark.parametrize(
    ("environment", "arguments", "language"),
    [
        ({}, [], "sv"),  # the workspace says so
        ({"KK_LANG": "en"}, [], "en"),
        ({"KK_LANG": "en"}, ["--lang=sv"], "sv"),
        ({"LC_ALL": "en_GB.UTF-8"}, [], "sv"),
        ({"KK_LANG": "fi"}, [], "sv"),
    ],
)
def test_language(
    kk: Callable[..., Ran], environment: dict[str, str], arguments: list[str], language: str
) -> None:
    first = {"sv": "Luleå kommun, klimatkontrakt", "en": "Luleå kommun, climate contract"}
    out = kk("show", "luleå", *arguments, **environment).out

    assert out.partition(", version")[0] == first[language]


@pytest.mark.parametrize(
    ("environment", "language"),
    [({"LANG": "sv_SE.UTF-8"}, "sv"), ({"LANG": "en_GB.UTF-8"}, "en"), ({}, "sv")],
)
def test_language_outside_a_workspace(
    kk: Callable[..., Ran], tmp_path: Path, environment: dict[str, str], language: str
) -> None:
    last = {"sv": "ange den med --root", "en": "name it with --root"}
    err = kk("validate", folder=tmp_path, **environment).err

    assert err.rstrip().endswith(last[language])


@pytest.mark.parametrize(
    ("environment", "arguments", "coloured"),
    [
        ({}, [], False),  # a pipe
        ({"FORCE_COLOR": "1"}, [], True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, [], False),
        ({"NO_COLOR": "1"}, ["--color", "always"], True),
        ({"FORCE_COLOR": "1"}, ["--color", "never"], False),
    ],
)
def test_colour(
    kk: Callable[..., Ran], environment: dict[str, str], arguments: list[str], *, coloured: bool
) -> None:
    out = kk("validate", *arguments, **environment).out

    assert ("\x1b[" in out) == coloured


def test_output_that_cannot_be_written_is_told(
    kk: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(main, "build", full)
    ran = kk("show", "luleå")

    assert (ran.code, ran.err) == (
        2,
        "kk: en fil gick inte att läsa eller skriva: No space left on device\n"
        "    kontrollera att disken inte är full och att du har rätt att använda filerna\n",
    )


def test_usage_that_typer_finds_wrong_in_other_ways(kk: Callable[..., Ran]) -> None:
    assert (kk("show", "luleå", "--debug=ja").code, kk("show", "luleå", "--debug=ja").err) == (
        2,
        "kk: --debug ska inte ha något värde\n    se kk show --help\n",
    )
