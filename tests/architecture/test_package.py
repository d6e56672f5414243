"""sdist → wheel → an installed kk: what ships is what git tracks, and nothing is written there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
SHIPPED = ("commitments", "templates", "klimatkontrakt.toml")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from an sdist, as a release is."""
    out = tmp_path_factory.mktemp("dist")
    command = [
        sys.executable,
        "-m",
        "build",
        "--no-isolation",
        "--outdir",
        str(out),
        str(REPOSITORY),
    ]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel unpacked where Python finds it before the checkout."""
    folder = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def run_installed(folder: Path, cwd: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "PYTHONPATH": str(folder),
        "PYTHONDONTWRITEBYTECODE": "1",
        "KK_LANG": "sv",
        "KK_TODAY": "2026-11-22",
    }
    command = [sys.executable, "-m", "klimatkontrakt", *arguments]
    return subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False
    )


def tracked(*paths: str) -> list[str]:
    if not (REPOSITORY / ".git").exists() or shutil.which("git") is None:
        pytest.skip("not a git checkout, so there is nothing to compare the wheel with")
    ran = subprocess.run(
        ["git", "ls-files", "-z", "--cached", *paths],  # noqa: S607  git is wherever it is installed
        cwd=REPOSITORY,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return sorted(name for name in ran.stdout.split("\0") if name)


def test_the_wheel_carries_the_data_that_git_tracks(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if name.startswith("klimatkontrakt/data/")}
        expected = {f"klimatkontrakt/data/{name}": name for name in tracked(*SHIPPED)}
        expected |= {name: name for name in tracked("klimatkontrakt/data")}
        differing = [
            name
            for name in names & set(expected)
            if archive.read(name) != (REPOSITORY / expected[name]).read_bytes()
        ]

    assert names == set(expected)
    assert differing == []


def test_an_installed_kk_renders_what_ships_and_says_so(installed: Path, tmp_path: Path) -> None:
    ran = run_installed(installed, tmp_path, "render", "luleå")
    here = run_installed(installed, REPOSITORY, "render", "luleå")

    assert (ran.returncode, ran.stderr) == (
        0,
        "notis: här finns inga egna kontrakt, så de som följer med kk används\n",
    )
    assert (here.returncode, here.stderr, here.stdout) == (0, "", ran.stdout)


def test_an_installed_kk_writes_nothing_beside_itself(installed: Path, tmp_path: Path) -> None:
    def listing() -> list[tuple[str, int, int]]:
        paths = sorted(path for path in installed.rglob("*") if path.is_file())
        return [(str(path), path.stat().st_size, path.stat().st_mtime_ns) for path in paths]

    before = listing()
    codes = [
        run_installed(installed, tmp_path, *arguments).returncode
        for arguments in (
            ("render", "luleå"),
            ("render", "luleå", "-o", "kontrakt.md"),
            ("show", "luleå"),
            ("explain",),
            ("validate",),
        )
    ]

    assert codes == [0, 0, 0, 0, 3]
    assert listing() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "kontrakt.md",
        "lulea-2025-tidslinje.svg",
        "lulea-2025-utslapp.svg",
    ]
