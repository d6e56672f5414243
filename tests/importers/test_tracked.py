"""Tracked changes and comments of a Word file."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from conftest import Ran
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from papers import changed, commented, document, line_of, rendered, tracked

if TYPE_CHECKING:
    from collections.abc import Callable

    Golden = Callable[[str, str], None]

REPOSITORY = Path(__file__).parents[2]
START = "Forumet ska stärka demokratin"


@pytest.fixture(scope="module")
def word_file() -> bytes:
    return rendered(document(REPOSITORY, "luleå", "2025"), ".docx")


def checked(kk: Callable[..., Ran], folder: Path, data: bytes, *options: str) -> Ran:
    (folder / "kontrakt.docx").write_bytes(data)
    ran = kk("check-document", str(folder / "kontrakt.docx"), "luleå", "2025", *options)
    # Which number a paragraph has follows from all that stands before it.
    return Ran(ran.code, re.sub(r"stycke \d+", "stycke N", ran.out), ran.err)


def test_a_tracked_change_departs_when_accepted_and_agrees_when_rejected(
    kk: Callable[..., Ran], tmp_path: Path, word_file: bytes, golden: Golden
) -> None:
    def edit(word: Any) -> None:
        tracked(line_of(word, START), "demokratin", "gemenskapen")

    ran = checked(kk, tmp_path, changed(word_file, edit))

    assert (ran.code, ran.err) == (1, "")
    golden("cli/check-document/tracked-sv.txt", ran.out)


def test_a_tracked_change_back_to_the_data_agrees_when_accepted(
    kk: Callable[..., Ran], tmp_path: Path, word_file: bytes, golden: Golden
) -> None:
    def edit(word: Any) -> None:
        line = line_of(word, START)
        line.runs[0].text = line.text.replace("demokratin", "gemenskapen")
        tracked(line, "gemenskapen", "demokratin")

    ran = checked(kk, tmp_path, changed(word_file, edit))

    assert (ran.code, ran.err) == (0, "")
    golden("cli/check-document/tracked-back-sv.txt", ran.out)


def test_a_tracked_paragraph_mark(kk: Callable[..., Ran], tmp_path: Path, word_file: bytes) -> None:
    """A whole paragraph put in: rejected, nothing of it is left, not even its mark."""

    def edit(word: Any) -> None:
        added = line_of(word, START).insert_paragraph_before("")
        head = 'w:author="Anna" w:date="2026-11-20T10:00:00Z"'
        added._p.get_or_add_pPr().append(  # noqa: SLF001  no public way
            parse_xml(f'<w:rPr {nsdecls("w")}><w:ins w:id="903" {head}/></w:rPr>')
        )
        words = "<w:r><w:t>Ett helt nytt stycke.</w:t></w:r>"
        added._p.append(  # noqa: SLF001  no public way
            parse_xml(f'<w:ins {nsdecls("w")} w:id="904" {head}>{words}</w:ins>')
        )

    ran = checked(kk, tmp_path, changed(word_file, edit))

    assert ran.out.splitlines()[-2:] == [
        "Med spårade ändringar godtagna: 1 avvikelse.",
        "Med spårade ändringar avvisade: filen säger detsamma som underlaget.",
    ]
    assert "tillagt: Ett helt nytt stycke." in ran.out


def test_different_departures_either_way(
    kk: Callable[..., Ran], tmp_path: Path, word_file: bytes, golden: Golden
) -> None:
    def edit(word: Any) -> None:
        line = line_of(word, START)
        line.runs[0].text = line.text.replace("demokratin", "gemenskapen")
        tracked(line, "gemenskapen", "tilliten")

    ran = checked(kk, tmp_path, changed(word_file, edit))

    assert (ran.code, ran.err) == (1, "")
    golden("cli/check-document/tracked-both-sv.txt", ran.out)


def test_comments_are_listed_and_are_no_departures(
    kk: Callable[..., Ran], tmp_path: Path, word_file: bytes
) -> None:
    data = commented(word_file, START, "Anna Ek", "Stämmer det här?")
    ran = checked(kk, tmp_path, data)

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[-2:] == [
        "1 kommentar i filen:",
        "  stycke N, under ”Luleå Framtidsforum”, Anna Ek, vid ”Forumet ska stärka demokratin,"
        " öka delaktigheten och ge ett"
        " brett underlag när politiken prioriterar i en tid av snabb förändring.”:"
        " Stämmer det här?",
    ]


def test_facts_are_read_with_changes_accepted(
    kk: Callable[..., Ran], tmp_path: Path, word_file: bytes
) -> None:
    def edit(word: Any) -> None:
        tracked(line_of(word, "Mål 2"), "2040", "2042")

    ran = checked(kk, tmp_path, changed(word_file, edit), "--facts")
    told = [line.split(maxsplit=3)[3] for line in ran.out.splitlines() if "ändrad i" in line[:20]]

    assert (ran.code, ran.err) == (1, "")
    assert [line.split("målår")[1].strip() for line in told] == ["2040 → 2042 (stycke N)"]
    assert ran.out.splitlines()[-1] == "Spårade ändringar har lästs som godtagna."


def test_who_has_tracked_what(kk: Callable[..., Ran], tmp_path: Path, word_file: bytes) -> None:
    """A whole paragraph taken away is marked as a tracked change too; a plain change is not."""

    def edit(word: Any) -> None:
        head = 'w:author="Bo Ek" w:date="2026-11-20T10:00:00Z"'
        line = line_of(word, START)._p  # noqa: SLF001  no public way
        words = f"<w:r><w:delText>{line_of(word, START).text}</w:delText></w:r>"
        for run in list(line.r_lst):
            line.remove(run)
        mark = f'<w:rPr {nsdecls("w")}><w:del w:id="905" {head}/></w:rPr>'
        line.get_or_add_pPr().append(parse_xml(mark))
        line.append(parse_xml(f'<w:del {nsdecls("w")} w:id="906" {head}>{words}</w:del>'))
        plain = line_of(word, "Kommunkoncernen testar verktyget")
        plain.runs[0].text = plain.text.replace("testar", "provar")

    ran = checked(kk, tmp_path, changed(word_file, edit), "--format", "json")
    told = json.loads(ran.out)

    assert [(item["what"], item["tracked"], item["by"]) for item in told["departures"]] == [
        ("missing", True, ["Bo Ek"]),
        ("changed", False, []),
    ]
    assert [(item["what"], item["tracked"]) for item in told["rejected"]] == [("changed", False)]
    text = checked(kk, tmp_path, changed(word_file, edit)).out
    assert text.count("provar") == 2
    assert text.count("(spårad ändring, Bo Ek)") == 1
