"""What README.md shows is what kk says, and the lines it promises are those that are run."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest
    from conftest import Ran

BEGINNING = re.compile(
    r"<!-- empty folder: kk (?P<command>.*?) -->\n```text\n(?P<shown>.*?)```\n", re.DOTALL
)
"""What a new user does, step after step, in a folder that is empty at first."""
EXAMPLE = re.compile(r"<!-- kk (?P<command>.*?) -->\n```text\n(?P<shown>.*?)```\n", re.DOTALL)


def answer(kk: Callable[..., Ran], command: str, **where: Path) -> str:
    """What a command prints, or the first lines of it (``| head -9``)."""
    words, _, head = command.partition(" | head -")
    lines = kk(*shlex.split(words), **where).out.splitlines(keepends=True)
    return "".join(lines[: int(head)] if head else lines)


def test_examples_show_real_output(
    kk: Callable[..., Ran], repository: Path, request: pytest.FixtureRequest
) -> None:
    """``--update-golden`` writes them anew."""
    path = repository / "README.md"
    text = path.read_text(encoding="utf-8")

    def shown(found: re.Match[str]) -> str:
        return f"<!-- kk {found['command']} -->\n```text\n{answer(kk, found['command'])}```\n"

    real = EXAMPLE.sub(shown, text)
    if request.config.getoption("--update-golden"):
        path.write_text(real, encoding="utf-8", newline="\n")
        text = real

    assert len(EXAMPLE.findall(text)) == 5
    assert text == real


def test_a_beginning_shows_real_output(
    kk: Callable[..., Ran], repository: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """As above, in the order of the page."""
    path = repository / "README.md"
    text = path.read_text(encoding="utf-8")

    def shown(found: re.Match[str]) -> str:
        said = answer(kk, found["command"], folder=tmp_path)
        return f"<!-- empty folder: kk {found['command']} -->\n```text\n{said}```\n"

    real = BEGINNING.sub(shown, text)
    if request.config.getoption("--update-golden"):
        path.write_text(real, encoding="utf-8", newline="\n")
        text = real

    assert len(BEGINNING.findall(text)) == 4
    assert text == real


def test_both_languages_promise_the_same_lines(repository: Path) -> None:
    blocks = re.findall(
        r"```sh\n(.*?)```", (repository / "README.md").read_text("utf-8"), re.DOTALL
    )

    assert blocks[0] + blocks[1] == blocks[2]
    assert [block.count("\n") for block in blocks] == [1, 1, 2]


def test_links_lead_to_files(repository: Path) -> None:
    for name in (
        "README.md",
        *(f"docs/{name}.md" for name in ("ci", "format", "house", "sources")),
    ):
        path = repository / name
        links = re.findall(r"\]\((?!https?:|#)([^)#]+)", path.read_text(encoding="utf-8"))

        assert [link for link in links if not (path.parent / link).exists()] == []
