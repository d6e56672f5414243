"""The text is our own: no eight words in a row are the source's, but for names.

The source is not ours to spread; it lies beside the project where the project is written.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from conftest import REPOSITORY, TODAY

from klimatkontrakt.app.render import render
from klimatkontrakt.app.workspace import open_workspace

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

SOURCE = REPOSITORY.parent / "shared" / "seeds" / "lulea-klimatkontrakt-2025-26.txt"
LONG = 8
PAGE = re.compile(r"^viablecities\.se \d+$", re.MULTILINE)
"""A page's foot, in the middle of a sentence."""

BREAK = "¶"
"""Stands where a name was, so that the words around it are not in a row."""

HEADING = re.compile(r"^(#{1,6} |\s*-?\s*title: ).*$", re.MULTILINE)
"""In Markdown and in YAML; both may be the source's."""

ADDRESS = re.compile(r"https?://[^\s)]*")

NAMES = {
    "Det geografiska området Luleå har ingen påverkan på klimatet": "mål 2, ordagrant",
    "De som bor och verkar i Luleå har förutsättningar att vara klimatneutrala": "mål 3, ordagrant",
    "Välfungerande vardag för alla, Mer Luleå för fler luleåbor, Trygg i Luleå, "
    "Klimatsmart och naturpositiv och Blomstrande näringsliv": "namn på prioriterade områden",
    "Fossilfri samhällsplanering - Kollektivtrafik och hållbara färdsätt - "
    "Energieffektivitet och förnybar energi - Cirkulär ekonomi och rådgivning - "
    "Grönområden och naturvård": "namn på strategiska satsningar",
    "Mål & budget 2026 med plan för 2027–2028": "namn på ett dokument",
    "Forskningsrådet för miljö, areella näringar och samhällsbyggande (Formas)": "namn på en part",
}
"""Names that hold eight of the source's words, and why; mål 1 without its year is too short to."""


def words(text: str) -> list[str]:
    return re.findall(rf"[^\W_]+|{BREAK}", text.casefold())


def taken(text: str, source: Collection[tuple[str, ...]], names: Collection[str]) -> list[str]:
    """Every run of eight words that is also the source's, as they stand in the text."""
    bare = ADDRESS.sub(BREAK, HEADING.sub(BREAK, text))
    said = f" {' '.join(words(bare))} "
    for name in names:
        said = said.replace(f" {' '.join(words(name))} ", f" {BREAK} ")
    return [" ".join(run) for run in runs(said.split()) if run in source]


def runs(said: list[str]) -> Iterator[tuple[str, ...]]:
    for start in range(len(said) - LONG + 1):
        yield tuple(said[start : start + LONG])


def written() -> dict[str, str]:
    """The rendered text and every file that texts come from or that tells of them."""
    today = date.fromisoformat(TODAY)
    files = [
        *REPOSITORY.glob("commitments/**/*.yaml"),
        *REPOSITORY.glob("templates/**/*.*"),
        *REPOSITORY.glob("tests/cases/facts/*.yaml"),
    ]
    return {
        "kk render luleå": render(open_workspace(REPOSITORY), "luleå", "2025", today).data.decode(),
        **{
            path.relative_to(REPOSITORY).as_posix(): path.read_text(encoding="utf-8")
            for path in sorted(files)
        },
    }


WRITTEN = written()


@pytest.fixture(scope="module")
def source_words() -> list[str]:
    if not SOURCE.is_file():
        pytest.skip(f"the source contract is not at ../{SOURCE.relative_to(REPOSITORY.parent)}")
    return words(PAGE.sub("", SOURCE.read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def source(source_words: list[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(runs(source_words))


@pytest.mark.parametrize("place", WRITTEN)
def test_eight_words_in_a_row_are_not_the_sources(
    place: str, source: frozenset[tuple[str, ...]]
) -> None:
    assert taken(WRITTEN[place], source, NAMES) == []


@pytest.mark.parametrize("name", NAMES)
def test_every_excepted_name_is_needed(name: str, source: frozenset[tuple[str, ...]]) -> None:
    others = NAMES.keys() - {name}

    assert [place for place, text in WRITTEN.items() if taken(text, source, others)] != []


def test_eight_words_are_found_and_seven_are_not(
    source_words: list[str], source: frozenset[tuple[str, ...]]
) -> None:
    eight = " ".join(source_words[1000:1008])

    assert taken(eight, source, ()) == [eight]
    assert taken(eight.rpartition(" ")[0], source, ()) == []


def test_numbers_are_the_sources(source_words: list[str]) -> None:
    """All but the day of signing and the appendix of pictures, which have other sources."""
    text = ADDRESS.sub("", WRITTEN["kk render luleå"])
    signed = text.partition("\n## 1 ")[2].partition("\n## Bilaga 3 Kontraktet i bilder")[0]
    numbers = {word for word in words(signed) if word.isdigit()}

    assert numbers - set(source_words) == set()
