"""A fixed day, small workspaces, a command line without a process, and golden files."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import document_set
import pytest
from history import script
from small import small_workspace

from klimatkontrakt.cli.main import run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

REPOSITORY = Path(__file__).parent.parent
GOLDEN = Path(__file__).parent / "golden"
TODAY = "2026-11-22"
"""The day of every test: the shipped data's honest warning shows on it."""


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    code: int
    out: str
    err: str


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write golden files anew and remove orphans"
    )


@pytest.fixture
def repository() -> Path:
    return REPOSITORY


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    """A copy of the shipped workspace that a test may change."""
    root = tmp_path / "arbetsyta"
    shutil.copytree(REPOSITORY / "commitments", root / "commitments")
    shutil.copy(REPOSITORY / "klimatkontrakt.toml", root)
    return root


@pytest.fixture
def small(tmp_path: Path) -> Callable[..., Path]:
    """A function that makes the smallest workspace, with files laid over it."""
    return lambda files=None: small_workspace(tmp_path / "liten", files or {})


@pytest.fixture
def kk(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ran]:
    """Run kk in this process: ``kk("validate", "luleå", folder=root)``."""
    monkeypatch.setenv("LANGUAGE", "")  # kk sets it; the fixture puts it back
    monkeypatch.setenv("COLUMNS", "80")

    def call(*arguments: str, folder: Path = REPOSITORY, **environment: str) -> Ran:
        code = run(arguments, {"KK_TODAY": TODAY, **environment}, folder)
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return call


@pytest.fixture(scope="session")
def golden_seen(request: pytest.FixtureRequest) -> Iterator[set[Path]]:
    """Golden files that tests of this session have asked for; an update removes the others."""
    seen: set[Path] = set()
    yield seen
    whole_run = request.config.args_source.name != "ARGS"
    if request.config.getoption("--update-golden") and whole_run:
        for path in GOLDEN.rglob("*"):
            if path.is_file() and path not in seen:
                path.unlink()


@pytest.fixture
def golden(request: pytest.FixtureRequest, golden_seen: set[Path]) -> Callable[[str, str], None]:
    """Compare a whole text with the golden file of that name."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        golden_seen.add(path)
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        assert text == (path.read_bytes().decode() if path.exists() else "")

    return compare


@pytest.fixture
def _this_machine_does_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    """Git as it is without anybody's settings."""
    script.isolate(monkeypatch)


@pytest.fixture(scope="session")
def clones(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The invented history as a clone with a work tree and as a bare one; nobody changes them."""
    return script.clones(tmp_path_factory.mktemp("historia"))


@pytest.fixture(scope="session")
def every_document(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every contract of ``document_set.py`` in the formats that tools can check."""
    folder = tmp_path_factory.mktemp("dokument")
    document_set.write_all(REPOSITORY, folder)
    return folder


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say loudly which outside tools have checked nothing; .ci/run has them all."""
    skipped = terminalreporter.stats.get("skipped", [])
    left_out = {item.longrepr[2] for item in skipped if "outside" in item.nodeid.split("/")}
    if left_out:
        terminalreporter.section("NOT CHECKED BY OUTSIDE TOOLS", red=True, bold=True)
        for reason in sorted(left_out):
            terminalreporter.line(reason.removeprefix("Skipped: "), red=True)
        terminalreporter.line("to check with them: bash tests/outside/install.sh FOLDER,")
        terminalreporter.line("then KK_OUTSIDE=FOLDER python -m pytest tests/outside")
