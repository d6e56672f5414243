"""``kk check-document`` on what kk has made of a part of the contract."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import docx
import pytest
from rich_contract import RICH

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Ran

AGREES = "filen säger detsamma som underlaget."
PART = "Filen har jämförts med kommunens del, inte med hela kontraktet."
REST = "Filens övriga text har inte jämförts."
MOSTLY = (
    "Det mesta av kontraktet saknas i filen. Innehåller filen bara kommunens del, lägg till --part "
    "municipality. Är den ett utdrag, lägg till --extract och utdragets namn."
)


@pytest.fixture
def town(small: Callable[..., Path]) -> Path:
    return small(RICH)


@pytest.mark.parametrize("suffix", [".md", ".html", ".docx", ".pdf"])
def test_the_part_is_known_by_itself(kk: Callable[..., Ran], town: Path, suffix: str) -> None:
    kk("render", "9999", "--part", "municipality", "-o", f"del{suffix}", folder=town)
    ran = kk("check-document", f"del{suffix}", "9999", folder=town)

    assert ran.out.splitlines()[2:] == [PART, "", AGREES]
    assert (ran.code, ran.err) == (0, "")


@pytest.mark.parametrize("name", ["pressmeddelande", "sammanfattning", "tjansteskrivelse"])
@pytest.mark.parametrize("suffix", [".md", ".pdf"])
def test_an_extract_is_known_by_itself(
    kk: Callable[..., Ran], town: Path, name: str, suffix: str
) -> None:
    kk("render", "9999", "--extract", name, "-o", f"ut{suffix}", folder=town)
    ran = kk("check-document", f"ut{suffix}", "9999", folder=town)

    assert ran.out.splitlines()[2:] == [
        f"Filen har jämförts med utdraget ”{name}”, inte med hela kontraktet.",
        "",
        AGREES,
    ]
    assert (ran.code, ran.err) == (0, "")


def test_an_extract_that_somebody_has_changed(kk: Callable[..., Ran], town: Path) -> None:
    kk("render", "9999", "--extract", "sammanfattning", "-o", "ut.md", folder=town)
    path = town / "ut.md"
    text = path.read_text(encoding="utf-8").replace("\u00a0", " ")
    path.write_text(text.replace("80 procent", "70 procent"), encoding="utf-8")
    asked = ("--extract", "sammanfattning", "--format", "json")
    told = json.loads(kk("check-document", "ut.md", "9999", *asked, folder=town).out)

    assert (told["extract"], told["part"], told["inset"]) == ("sammanfattning", None, False)
    edits = [edit for item in told["departures"] for edit in item["edits"]]
    assert edits
    assert all(edit == {"old": "80", "new": "70"} for edit in edits)


@pytest.fixture
def inset(kk: Callable[..., Ran], town: Path) -> Path:
    """The part in a programme's template, whose own text stands around it."""
    word = docx.Document()
    word.add_heading("Programmets mall för {{kommunens namn}}", 0)
    word.add_heading("1 Programmets inledning", 1)
    word.add_paragraph("Programmets egen text, som kommunen inte rår över.")
    word.add_heading("Kommunens åtaganden", 1)
    word.add_paragraph("{{kommunens åtaganden}}")
    word.add_heading("6 Programmets åtaganden", 1)
    word.add_paragraph("Programmet lovar också något. Se https://programmet.se.")
    word.add_heading("Länkar", 1)
    word.add_paragraph("{{bilaga 1}}")
    word.save(str(town / "mall.docx"))
    put = ("--part", "municipality", "--into", "mall.docx")
    ran = kk("render", "9999", *put, "-o", "program.docx", folder=town)
    assert (ran.code, ran.out) == (0, "")
    return town / "program.docx"


def test_the_part_in_a_programmes_document(kk: Callable[..., Ran], inset: Path) -> None:
    ran = kk("check-document", "program.docx", "9999", folder=inset.parent)

    assert ran.out.splitlines()[2:] == [PART, REST, "", AGREES]
    assert (ran.code, ran.err) == (0, "")


def test_what_is_changed_in_a_programmes_document(kk: Callable[..., Ran], inset: Path) -> None:
    word = docx.Document(str(inset))
    line = next(line for line in word.paragraphs if line.text == "Fler ska cykla.")
    line.runs[0].text = "Färre ska cykla."
    word.add_paragraph("Programmet lägger till något sist.")
    word.save(str(inset))
    ran = kk("check-document", "program.docx", "9999", "--format", "json", folder=inset.parent)
    told = json.loads(ran.out)

    assert (told["part"], told["inset"], ran.code) == ("municipality", True, 1)
    assert [(item["what"], item["found"]) for item in told["departures"]][:1] == [
        ("changed", "Färre ska cykla.")
    ]


def test_a_file_that_is_nothing_of_this(kk: Callable[..., Ran], town: Path) -> None:
    (town / "annat.md").write_text("Något helt annat.\n", encoding="utf-8")
    by_paragraphs = kk("check-document", "annat.md", "9999", "--paragraphs", folder=town)
    by_facts = kk("check-document", "annat.md", "9999", "--facts", folder=town)

    assert by_paragraphs.out.splitlines()[2] == MOSTLY
    assert by_facts.out.splitlines()[3] == MOSTLY
    asked = kk("check-document", "annat.md", "9999", "--part", "municipality", folder=town)
    assert asked.out.splitlines()[2:4] == [PART, REST]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (
            ("--paragraphs", "--facts"),
            "kk: --paragraphs och --facts kan inte anges tillsammans\n    välj en av dem\n",
        ),
        (
            ("--facts", "--extract", "sammanfattning"),
            "kk: ett utdrag innehåller inte alla uppgifter\n    ta bort --facts\n",
        ),
    ],
)
def test_options_that_do_not_go_together(
    kk: Callable[..., Ran], town: Path, options: tuple[str, ...], said: str
) -> None:
    (town / "annat.md").write_text("Något helt annat.\n", encoding="utf-8")
    ran = kk("check-document", "annat.md", "9999", *options, folder=town)

    assert (ran.code, ran.out, ran.err) == (2, "", said)
