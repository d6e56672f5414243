"""What each command imports: nothing that it does not use. Exact, and never noisy like a timing."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
LIBRARIES = {
    "typer",
    "rich",
    "pydantic",
    "ruamel",
    "yaml",
    "jinja2",
    "markdown_it",
    "docx",
    "lxml",
    "typst",
    "rapidfuzz",
    "multiprocessing",
    "pypdfium2",
    "pypdfium2_raw",
}
"""Everything heavy that kk may ever import."""


def imported(*arguments: str) -> set[str]:
    """The top-level modules that a run of kk imports."""
    ran = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "klimatkontrakt", *arguments],
        cwd=REPOSITORY,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, ran.stderr[-2000:]
    names = re.findall(r"^import time: +\d+ \| +\d+ \| +(\S+)$", ran.stderr, re.MULTILINE)
    return {name.partition(".")[0] for name in names}


def test_version_imports_nothing_beyond_the_standard_library() -> None:
    known = set(sys.stdlib_module_names) | {"klimatkontrakt", "sitecustomize", "usercustomize"}
    before = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", "pass"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    at_start = set(re.findall(r"\| +(\w+)\S*$", before.stderr, re.MULTILINE))

    assert imported("--version") - known - at_start == set()


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("--help",), {"typer"}),
        (("validate", "--help"), {"typer"}),
        (("explain", "KK204"), {"typer"}),
        (("show", "luleå"), {"typer", "pydantic", "yaml"}),
        (("validate",), {"typer", "pydantic", "yaml"}),
        (("render", "luleå"), {"typer", "pydantic", "yaml", "jinja2", "markdown_it"}),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_command_imports_only_what_it_uses(arguments: tuple[str, ...], expected: set[str]) -> None:
    assert imported(*arguments) & LIBRARIES == expected


def test_a_text_is_read_back_without_what_word_and_pdf_need(tmp_path: Path) -> None:
    path = str(tmp_path / "kontrakt.md")
    imported("render", "luleå", "-o", path)
    needed = {"typer", "pydantic", "yaml", "jinja2", "markdown_it"}

    assert imported("check-document", path, "luleå") & LIBRARIES == needed
