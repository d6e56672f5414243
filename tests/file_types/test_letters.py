"""Extracts as files: as valid as the contract, but letters, without title page and contents."""

from __future__ import annotations

from typing import TYPE_CHECKING

import docx
import pypdfium2
import pytest
import read_back
from followed_contract import FOLLOWED
from hostile import PLAIN, TEXTS, contract_of
from rich_contract import RICH
from test_file_types import SUFFIXES, checked, faults

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Ran

    Written = Callable[..., dict[str, Path]]
    Small = Callable[..., Path]

EXTRACTS = ("erfarenheter", "pressmeddelande", "sammanfattning", "tjansteskrivelse")


@pytest.fixture
def written(kk: Callable[..., Ran], tmp_path: Path) -> Written:
    """An extract in all four formats from one run: ``written("luleå", "pressmeddelande")``."""

    def render(who: str, extract: str, *more: str, **world: object) -> dict[str, Path]:
        paths = {suffix: tmp_path / f"{extract}.{suffix}" for suffix in SUFFIXES}
        outputs = [word for path in paths.values() for word in ("-o", str(path))]
        ran = kk("render", who, "--extract", extract, *more, *outputs, **world)
        assert (ran.code, ran.out) == (0, "")
        return paths

    return render


@pytest.mark.parametrize("extract", EXTRACTS)
@pytest.mark.parametrize("who", ["luleå", "karlstad"])
def test_shipped_contract(written: Written, who: str, extract: str) -> None:
    checked(written(who, extract))


@pytest.mark.parametrize("extract", EXTRACTS)
def test_followed_contract(written: Written, small: Small, extract: str) -> None:
    checked(written("påhittköping", extract, folder=small(FOLLOWED)))


@pytest.mark.parametrize("name", TEXTS)
def test_hostile_text(written: Written, small: Small, name: str) -> None:
    """Whatever stands in every free-text field, an extract has its headings and no others."""
    plain = small(contract_of(PLAIN))
    before = {extract: written("9999", extract, "--draft", folder=plain) for extract in EXTRACTS}
    shapes = {extract: shape(paths) for extract, paths in before.items()}
    root = small(contract_of(TEXTS[name]))
    made = {extract: written("9999", extract, "--draft", folder=root) for extract in EXTRACTS}

    for extract, paths in made.items():
        assert shape(paths) == shapes[extract]
        assert faults(paths["pdf"]) == []
        assert "<script" not in paths["html"].read_text(encoding="utf-8").partition("<body")[2]


def shape(paths: dict[str, Path]) -> list[list[int]]:
    """The depths of headings in each file."""
    readers = {
        "md": read_back.markdown,
        "html": read_back.html,
        "docx": read_back.word,
        "pdf": read_back.pdf,
    }
    return [[level for level, _ in read(paths[key]).headings] for key, read in readers.items()]


def pages(path: Path) -> int:
    file = pypdfium2.PdfDocument(path)
    try:
        return len(file)
    finally:
        file.close()


@pytest.mark.parametrize("who", ["luleå", "karlstad"])
def test_a_shipped_summary_is_one_page(written: Written, who: str) -> None:
    assert pages(written(who, "sammanfattning")["pdf"]) == 1


@pytest.mark.parametrize("files", [RICH, FOLLOWED], ids=["rich", "followed"])
def test_an_invented_summary_is_one_page(
    written: Written, small: Small, files: dict[str, str]
) -> None:
    assert pages(written("påhittköping", "sammanfattning", folder=small(files))["pdf"]) == 1


def test_a_letter_begins_at_once(written: Written) -> None:
    """Notice, title and facts, then the text: nothing of a book's first pages."""
    paths = written("luleå", "sammanfattning")
    notice = "Utdrag ur en sammanfattning – inte det undertecknade kontraktet"
    title = "Luleå kommuns klimatkontrakt på en sida"
    facts = "Luleå kommun, version 2025/26, undertecknat den 5\u00a0december 2025."
    lines = docx.Document(str(paths["docx"])).paragraphs
    page = paths["html"].read_text(encoding="utf-8").partition('<body class="letter">\n')[2]

    assert [(line.style and line.style.name, line.text) for line in lines[:4]] == [
        ("Notis", notice),
        ("Title", title),
        ("Subtitle", facts),
        ("Heading 1", "Mål"),
    ]
    assert page.splitlines()[:8] == [
        '<a class="skip" href="#innehall">Till innehållet</a>',
        "<header>",
        f'<p class="notice">{notice}</p>',
        f"<h1>{title}</h1>",
        f'<p class="lead">{facts}</p>',
        "</header>",
        '<main id="innehall">',
        "<h2>Mål</h2>",
    ]


def test_a_letter_may_have_tables_and_notes(written: Written, small: Small) -> None:
    folder = small({})
    template = folder / "templates" / "extracts" / "brev.md.j2"
    template.parent.mkdir(parents=True)
    template.write_text(
        "# Brev\n\nFörst.{{ note('Ur protokollet.') }}\n\n"
        "{{ table('Mål', ['Mål', 'År'], [['Ett', '2030'], ['Två', '2040']]) }}\n",
        encoding="utf-8",
    )
    paths = written("påhittköping", "brev", folder=folder)

    checked(paths)
    assert paths["md"].read_text(encoding="utf-8").split("\n\n")[3:-2] == [
        "Först.[^1]",
        "Tabell 1. Mål",
        "| Mål | År |\n| --- | --: |\n| Ett | 2030 |\n| Två | 2040 |",
        "[^1]: Ur protokollet.",
    ]


def test_words_that_lead_in_a_list_stay_with_it(written: Written) -> None:
    """Nobody should have to turn the page to see what was announced."""
    lines = docx.Document(str(written("luleå", "pressmeddelande")["docx"])).paragraphs

    assert {line.text: line.paragraph_format.keep_with_next for line in lines[3:8]} == {
        lines[3].text: None,
        lines[4].text: None,
        "Det här är nytt": None,
        "Nytt sedan avsiktsförklaringen från 2024:": True,
        "Åtagande 1 (Styrning och ledning): kommunen går in i åtagandet.": None,
    }
