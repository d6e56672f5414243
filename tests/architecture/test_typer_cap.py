"""typer is capped below 0.29 because from there on every sub-command imports pydantic.

The first test says that the cap is worth something; the second tells when it can go. It needs a
folder with the newest typer, made for example by::

    pip install --target newest typer
    KK_NEWEST_TYPER=newest python -m pytest tests/architecture/test_typer_cap.py

When the newest typer no longer imports pydantic the second test passes, which is reported as a
failure (strict xfail): lift the cap in pyproject.toml, and remove both tests.
"""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

PROBE = """
import sys
import typer

app = typer.Typer(rich_markup_mode=None)

@app.command()
def one(word: str) -> None:
    pass

@app.command()
def two() -> None:
    pass

sys.argv = ["probe", "one", "word"]
app(standalone_mode=False)
sys.exit("pydantic" in sys.modules)
"""


def imports_pydantic(folder: str | None = None) -> bool:
    """Whether a sub-command of a minimal app imports pydantic."""
    search = {"PYTHONPATH": folder} if folder else {}
    ran = subprocess.run([sys.executable, "-c", PROBE], env={**os.environ, **search}, check=False)
    return ran.returncode != 0


def test_the_allowed_typer_leaves_pydantic_alone() -> None:
    assert not imports_pydantic()


@pytest.mark.xfail(reason="typer 0.29 and later import pydantic for every sub-command")
def test_the_newest_typer_leaves_pydantic_alone() -> None:
    folder = os.environ.get("KK_NEWEST_TYPER")
    if not folder:
        pytest.skip("KK_NEWEST_TYPER names no folder with the newest typer")

    assert not imports_pydantic(folder)
