"""Text is data: whatever stands in a free-text field comes out as itself in every file type."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

import docx
import pytest
import read_back
from hostile import PLAIN, TEXTS, contract_of
from test_file_types import faults, squeezed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Ran

SUFFIXES = ("md", "html", "docx", "pdf")


def rendered(kk: Callable[..., Ran], root: Path, text: str) -> dict[str, Path]:
    for name, data in contract_of(text).items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(data, encoding="utf-8")
    paths = {suffix: root / f"kontrakt.{suffix}" for suffix in SUFFIXES}
    words = [word for path in paths.values() for word in ("-o", str(path))]
    ran = kk("render", "påhittköping", "--draft", *words, folder=root)
    assert (ran.code, ran.out) == (0, "")
    return paths


def in_html(path: Path) -> str:
    page = path.read_text(encoding="utf-8").partition("<body>")[2]
    return unescape(re.sub(r"<[^>]+>", "", page))


def in_word(path: Path) -> str:
    file = docx.Document(str(path))
    lines = [line.text for line in file.paragraphs]
    cells = [cell.text for table in file.tables for row in table.rows for cell in row.cells]
    return "\n".join([*lines, *cells])


def times(text: str, inside: str) -> int:
    """How often; a text that begins a sentence has a capital there."""
    return squeezed(inside).casefold().count(squeezed(text).casefold())


@pytest.mark.parametrize("name", TEXTS)
def test_text_comes_out_as_itself(
    kk: Callable[..., Ran], small: Callable[..., Path], name: str
) -> None:
    root, text = small({}), TEXTS[name]
    paths = rendered(kk, root, PLAIN)
    in_each = {"html": in_html, "docx": in_word}
    expected = {suffix: times(PLAIN, read(paths[suffix])) for suffix, read in in_each.items()}
    links = len(read_back.word(paths["docx"]).links)
    shape = [level for level, _ in read_back.markdown(paths["md"]).headings]

    paths = rendered(kk, root, text)

    assert expected["docx"] > 60
    assert {
        suffix: times(text, read(paths[suffix])) for suffix, read in in_each.items()
    } == expected
    assert "<script" not in paths["html"].read_text(encoding="utf-8").partition("<body>")[2]
    for found in (
        read_back.markdown(paths["md"]),
        read_back.html(paths["html"]),
        read_back.word(paths["docx"]),
        read_back.pdf(paths["pdf"]),
    ):
        assert [level for level, _ in found.headings] == shape
    assert len(read_back.word(paths["docx"]).links) == links
    assert faults(paths["pdf"]) == []
