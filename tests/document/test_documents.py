"""Whole documents: a rich contract, sparse ones, and Luleå's, as they would be printed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt
from rich_contract import RICH

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Ran

    Golden = Callable[[str, str], None]

COMPLETE = """\
municipality: "9999"
kind: contract
record: complete
wording: official
status: signed
"""


def test_lulea(kk: Callable[..., Ran], golden: Golden) -> None:
    golden("render/2025/lulea.md", kk("render", "luleå").out)


def test_a_rich_contract(
    kk: Callable[..., Ran], small: Callable[..., Path], golden: Golden
) -> None:
    ran = kk("render", "påhittköping", folder=small(RICH))

    assert (ran.code, ran.err) == (0, "")
    golden("render/2025/rich.md", ran.out)


@pytest.mark.parametrize("record", ["complete", "partial", "head_only"])
def test_a_sparse_contract_reads_well(
    kk: Callable[..., Ran], small: Callable[..., Path], golden: Golden, record: str
) -> None:
    root = small({"contract.yaml": COMPLETE.replace("complete", record)})
    ran = kk("render", "påhittköping", folder=root)
    text = ran.out

    assert (ran.code, ran.err) == (0, "")
    assert re.findall(r"None|unknown|undefined|  |\s\.|\n\n\n", text) == []
    assert empty_headings(text) == []
    golden(f"render/2025/sparse-{record}.md", text)


def empty_headings(text: str) -> list[str]:
    """Headings that are followed by nothing, or by a heading that is not below them."""
    blocks = text.strip().split("\n\n")
    found = []
    for block, after in zip(blocks, [*blocks[1:], "# "], strict=True):
        depth, next_depth = (len(item) - len(item.lstrip("#")) for item in (block, after))
        if depth and next_depth and next_depth <= depth:
            found.append(block)
    return found


def test_what_data_says_comes_out_as_itself(
    kk: Callable[..., Ran], small: Callable[..., Path]
) -> None:
    """Read by a Markdown parser, a text full of marks is one paragraph with the same letters."""
    text = kk("render", "påhittköping", folder=small(RICH)).out
    inline = [token for token in MarkdownIt().parse(text) if token.type == "inline"]
    shown = ["".join(child.content for child in token.children or []) for token in inline]

    assert [line for line in shown if "ingen rubrik" in line or "Inte heller" in line] == [
        "# Detta är ingen rubrik - och detta ingen lista",
        "1. Inte heller detta; {{ inte }} {% heller %} <b>detta</b> | eller _detta_ & *detta* "
        "`x` @y ~z~",
    ]


def test_no_template_knows_a_municipality(repository: Path) -> None:
    """What is common must read well for all: no name from the code list stands in a template."""
    from klimatkontrakt.resources import municipalities_csv
    from klimatkontrakt.store.codes import read_codes

    names = {item.name for item in read_codes(municipalities_csv()).by_code.values()}
    words = {
        word
        for path in (repository / "templates").rglob("*.*")
        for word in re.findall(r"\w+", re.sub(r"{[{%].*?[%}]}", "", path.read_text("utf-8")))
    }

    assert sorted(words & names) == []


def test_every_part_of_the_outline_has_a_place_in_a_template(repository: Path) -> None:
    from klimatkontrakt.store.outlines import open_outlines

    outlines = open_outlines(repository)
    for name in (*map(str, outlines.years()), "letter_of_intent"):
        outline = outlines.read(name)
        assert outline is not None
        for chapter in (found for top in outline.chapters for found in top.walk()):
            found = outlines.template(name, chapter.template or chapter.slug)
            template = found.text if found else ""
            missing = [part for part in chapter.parts if f'sections["{part}"]' not in template]
            assert (name, chapter.slug, bool(template), missing) == (name, chapter.slug, True, [])
