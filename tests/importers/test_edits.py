"""What people do to a contract is found, and told where it stands."""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from papers import Seen, changed, departures, document, line_of, lines, rendered, seen, words_of

from klimatkontrakt.document.check.told import told

if TYPE_CHECKING:
    from klimatkontrakt.document.document import Document

REPOSITORY = Path(__file__).parents[2]
FORUM = "Luleå Framtidsforum"
START = "Forumet ska stärka demokratin"


@pytest.fixture(scope="module")
def lulea() -> Document:
    return document(REPOSITORY, "luleå", "2025")


@pytest.fixture(scope="module")
def word_file(lulea: Document) -> bytes:
    return rendered(lulea, ".docx")


@pytest.mark.parametrize("seed", range(6))
def test_ten_random_words_are_all_found(lulea: Document, word_file: bytes, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311  nothing secret
    expected: dict[int, tuple[str, str]] = {}

    def edit(word: Any) -> None:
        words = list(words_of(word))
        while len(expected) < 10:
            number, run, match = chance.choice(words)
            if number not in expected:
                new = f"ändrat{len(expected)}"
                old = run.text
                run.text = f"{old[: match.start()]}{new}{old[match.end() :]}"
                start = old.rfind(" ", 0, match.start()) + 1
                end = old.find(" ", match.end())
                end = len(old) if end < 0 else end
                shown = old[start : match.start()] + new + old[match.end() : end]
                expected[number] = (" ".join(old[start:end].split()), " ".join(shown.split()))

    data = changed(word_file, edit)
    found = departures(lulea, data, ".docx")

    assert [item.what for item in found] == ["changed"] * 10
    assert [tuple((edit.old, edit.new) for edit in item.edits) for item in found] == [
        (expected[number],) for number in sorted(expected)
    ]


CHANGES = {
    "a year": ("roadmap.yaml", "done: 2025-spring", "done: 2024-spring"),
    "a word": ("roadmap.yaml", "stärka demokratin", "stärka gemenskapen"),
}
FOUND = {
    "a year": [
        Seen("changed", FORUM, (("2025:", "2024:"),)),
        Seen("changed", "Milstolparna", (("2025", "2024"),)),
    ],
    "a word": [Seen("changed", FORUM, (("demokratin,", "gemenskapen,"),))],
}


@pytest.mark.parametrize("suffix", [".md", ".html", ".docx", ".pdf"])
@pytest.mark.parametrize("name", CHANGES)
def test_a_word_is_found_in_every_file_type(
    lulea: Document, shipped: Path, name: str, suffix: str
) -> None:
    file, old, new = CHANGES[name]
    path = shipped / "commitments" / "lulea" / "2025" / file
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    edited = rendered(document(shipped, "luleå", "2025"), suffix)

    assert seen(departures(lulea, edited, suffix)) == FOUND[name]


def test_ten_random_words_in_plain_text(lulea: Document) -> None:
    plain = [item.text for item in told(lulea)]
    chance = random.Random(7)  # noqa: S311  nothing secret
    long = [n for n, line in enumerate(plain) if len(line.split()) > 5 and plain.count(line) == 1]
    chosen = sorted(chance.sample(long, 10))
    for number in chosen:
        words = plain[number].split()
        words[3] = "ändrat"
        plain[number] = " ".join(words)
    found = departures(lulea, "\r\n".join(plain).encode("utf-16"), ".txt")

    assert [(item.what, item.found.split()[3]) for item in found] == [("changed", "ändrat")] * 10


def removed(line: Any) -> None:
    line._p.getparent().remove(line._p)  # noqa: SLF001  no public way


def test_a_removed_paragraph_is_named(lulea: Document, word_file: bytes) -> None:
    data = changed(word_file, lambda word: removed(line_of(word, START)))

    (found,) = departures(lulea, data, ".docx")
    assert (found.what, found.chapter, found.under) == (
        "missing",
        "5.2 Klimatfärdplan 2030",
        FORUM,
    )
    assert found.expected.startswith(START)


def test_a_removed_action_is_named(lulea: Document, word_file: bytes) -> None:
    def remove(word: Any) -> None:
        inside = False
        for line in lines(word):
            if line.style.name.startswith("Heading"):
                inside = line.text == FORUM
            if inside:
                removed(line)

    found = departures(lulea, changed(word_file, remove), ".docx")
    assert {(item.what, item.under) for item in found} == {("missing", FORUM)}
    assert (len(found), found[0].expected, found[0].heading) == (11, FORUM, True)


def test_an_added_sentence(lulea: Document, word_file: bytes) -> None:
    def add(word: Any) -> None:
        line_of(word, START).add_run(" Forumet möts varje vår.")

    assert seen(departures(lulea, changed(word_file, add), ".docx")) == [
        Seen("changed", FORUM, (("", "Forumet möts varje vår."),))
    ]


def test_an_added_paragraph(lulea: Document, word_file: bytes) -> None:
    def add(word: Any) -> None:
        line_of(word, START).insert_paragraph_before("Kommunen inför en helt ny avgift.")

    assert seen(departures(lulea, changed(word_file, add), ".docx")) == [
        Seen("added", FORUM, (("", "Kommunen inför en helt ny avgift."),))
    ]


def test_a_moved_paragraph(lulea: Document, word_file: bytes) -> None:
    def move(word: Any) -> None:
        line = line_of(word, START)
        line_of(word, "Kommunkoncernen testar verktyget")._p.addprevious(line._p)  # noqa: SLF001

    (found,) = departures(lulea, changed(word_file, move), ".docx")
    assert (found.what, found.under, found.expected[: len(START)]) == ("moved", FORUM, START)


def test_a_paragraph_split_in_two_says_the_same(lulea: Document, word_file: bytes) -> None:
    def split(word: Any) -> None:
        line = line_of(word, START)
        first, comma, rest = line.text.partition(",")
        line.insert_paragraph_before(first + comma)
        line.runs[0].text = rest.strip()

    assert seen(departures(lulea, changed(word_file, split), ".docx")) == []


def test_a_changed_title_page(lulea: Document, word_file: bytes) -> None:
    def edit(word: Any) -> None:
        line = next(line for line in word.paragraphs if line.text.startswith("Läge"))
        line.runs[0].text = "Läge: Beslutat den 9 december 2025"

    assert seen(departures(lulea, changed(word_file, edit), ".docx")) == [
        Seen("changed", "", (("Undertecknat", "Beslutat"), ("5", "9")))
    ]


def test_a_removed_notice(lulea: Document, word_file: bytes) -> None:
    def remove(word: Any) -> None:
        for line in list(word.paragraphs):
            if line.text == lulea.notice:
                removed(line)

    assert seen(departures(lulea, changed(word_file, remove), ".docx")) == [
        Seen("missing", "", ((lulea.notice, ""),))
    ]


def test_a_changed_number_of_a_heading(lulea: Document) -> None:
    text = rendered(lulea, ".md").decode().replace("### 5.2 Klim", "### 5.9 Klim")

    assert seen(departures(lulea, text.encode(), ".md")) == [
        Seen("changed", "5.2 Klimatfärdplan 2030", (("5.2", "5.9"),))
    ]


def test_a_link_that_leads_elsewhere(lulea: Document) -> None:
    text = rendered(lulea, ".html").decode().replace("overgripande-mal-till", "annat-mal-till")
    old = "https://www.lulea.se/samhalle--utveckling/vision-lulea-2040/overgripande-mal-till-2040"
    found = departures(lulea, text.encode(), ".html")

    assert [(item.what, item.chapter) for item in found] == [
        ("missing", "Bilaga 1 Länkar till dokument"),
        ("added", "Bilaga 1 Länkar till dokument"),
    ]
    assert found[0].expected.startswith(old)
    assert found[1].found.startswith(old.replace("overgripande", "annat"))
