"""What chapters may hold, and what is refused before any file is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from small import FILES, HEAD, TOWN

from klimatkontrakt.document.dialect import OutsideDialectError, read_blocks
from klimatkontrakt.document.document import (
    Figure,
    Link,
    Note,
    Paragraph,
    Picture,
    Strong,
    Table,
    Text,
)
from klimatkontrakt.document.markdown import Markdown, prose
from klimatkontrakt.document.numbering import Numbering

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Ran


def test_table_takes_the_paragraph_before_it() -> None:
    body = "Tabell 3. Utsläpp, **ton**\n\n| År | Ton |\n| --- | --: |\n| 2020 | 7 |\n"

    assert read_blocks(body, 1) == (
        Table(
            number=3,
            caption=(Text("Utsläpp, "), Strong((Text("ton"),))),
            head=((Text("År"),), (Text("Ton"),)),
            rows=(((Text("2020"),), (Text("7"),)),),
            numeric=(False, True),
        ),
    )


def test_footnote_holds_its_words_where_its_mark_is() -> None:
    body = "Så är det.[^7]\n\n[^7]: Enligt [källan](https://exempel.se)."
    note = Note(7, (Text("Enligt "), Link((Text("källan"),), "https://exempel.se"), Text(".")))

    assert read_blocks(body, 1) == (Paragraph((Text("Så är det."), note)),)


def test_picture_alone_in_its_paragraph() -> None:
    assert read_blocks('![Två *staplar*](p.svg "Figur 2. Då")', 1, {"p": "<svg/>"}) == (
        Figure(2, "Då", "Två ", "p", "<svg/>"),
    )


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ("| a |\n| --- |\n| b |", "table without a caption"),
        ("Utsläpp\n\n| a |\n| --- |\n| b |", "table without a caption"),
        (
            "Tabell 1. Utsläpp\n\n| År | |\n| --- | --- |\n| 2020 | 7 |",
            "table with a column without a heading",
        ),
        ('![](p.svg "Figur 1. Då")', "picture without a description"),
        ("![Två staplar](p.svg)", "picture without a caption"),
        ('![Två staplar](annan.svg "Figur 1. Då")', "picture annan"),
        ('Se ![Två staplar](p.svg "Figur 1. Då") här', "image"),
        ("- # rubrik", "heading in a list"),
        ("> citat", "blockquote"),
        ("```\nkod\n```", "fence"),
        ("***", "hr"),
        ("#### för djupt", "heading of level 4 below level 2"),
    ],
)
def test_what_is_refused(body: str, what: str) -> None:
    with pytest.raises(OutsideDialectError) as caught:
        read_blocks(body, 1, {"p": "<svg/>"})

    assert caught.value.what == what


def test_numbering_goes_on_from_chapter_to_chapter() -> None:
    numbering = Numbering({"utslapp": Picture("prov-utslapp", 'Då "och" nu', "Två [staplar]", "")})

    assert numbering.table("A | B", ["x", "n"], [["*", "1\u00a0000"]]) == (
        "Tabell 1. A \\| B\n\n| x | n |\n| --- | --: |\n| \\* | 1\u00a0000 |"
    )
    assert numbering.table("C", ["x"], []) == "Tabell 2. C\n\n| x |\n| --- |"
    assert numbering.picture("utslapp") == (
        '![Två \\[staplar\\]](prov-utslapp.svg "Figur 1. Då \\"och\\" nu")'
    )
    assert numbering.picture("saknas") == Markdown("")
    assert (numbering.note("ett [1]"), numbering.note("två")) == ("[^1]", "[^2]")
    assert numbering.take_notes() == ["[^1]: ett \\[1\\]", "[^2]: två"]
    assert numbering.take_notes() == []


CHAPTER = """\
Se tabellen.{{ note("Källa: kommunen.") }}

{{ table("Utsläpp", ["År", "Ton"], [["2020", "1"]]) }}
"""


def test_templates_may_have_tables_and_notes(
    kk: Callable[..., Ran], small: Callable[..., Path]
) -> None:
    root = small({"templates/2025/chapters/purpose.md.j2": CHAPTER})
    text = kk("render", "påhittköping", folder=root).out

    assert text.partition("## 2 Syftet med Klimatkontrakt 2030\n\n")[2].partition("\n## ")[0] == (
        "Se tabellen.[^1]\n\nTabell 1. Utsläpp\n\n| År | Ton |\n| --- | --: |\n| 2020 | 1 |\n\n"
        "[^1]: Källa: kommunen.\n"
    )


OFFICIAL = {
    f"{TOWN}/2025/contract.yaml": HEAD.replace("wording: summary", "wording: official")
    + "signatures:\n- organisation: Påhittköping kommun\n  title: kommunstyrelsens ordförande\n"
    "  signed_on: 2025-12-05\n",
    "commitments/shared/2025.yaml": FILES["commitments/shared/2025.yaml"] + "wording: official\n",
}


def test_signed_words_have_a_page_to_sign(
    kk: Callable[..., Ran], small: Callable[..., Path]
) -> None:
    text = kk("render", "påhittköping", folder=small(OFFICIAL)).out

    assert text.partition("## Underskrifter\n\n")[2].partition("\n\n## ")[0] == (
        "Tabell 1. Parternas underskrifter\n\n"
        "| Part | Underskrift | Namnförtydligande och befattning | Ort och datum |\n"
        "| --- | --- | --- | --- |\n"
        "| Påhittköping kommun | Undertecknat | kommunstyrelsens ordförande "
        "| 5\u00a0december 2025 |\n"
        "| Forskningsrådet för miljö, areella näringar och samhällsbyggande | | | |\n"
        "| Det strategiska innovationsprogrammet Viable Cities | | | |"
    )


def test_a_summary_has_none(kk: Callable[..., Ran], small: Callable[..., Path]) -> None:
    assert "## Underskrifter" not in kk("render", "påhittköping", folder=small({})).out


PROSE = """\
Vi styr genom:

- budgeten, som
  beslutas *varje* år
- klimatplanen
- [ägardirektiven](x)

- ensam punkt

först text
- sedan streck
"""


def test_several_points_in_a_text_are_a_list() -> None:
    told = prose(PROSE)

    assert told == [
        "Vi styr genom:",
        "- budgeten, som beslutas \\*varje\\* år\n- klimatplanen\n- \\[ägardirektiven\\](x)",
        "- ensam punkt",
        "först text - sedan streck",
    ]
    assert [isinstance(item, Markdown) for item in told] == [False, True, False, False]


def test_a_list_in_the_data_is_one_in_the_document(
    kk: Callable[..., Ran], small: Callable[..., Path]
) -> None:
    section = "sections:\n- chapter: steering\n  text: |\n    Vi styr genom:\n\n    - a\n    - b\n"
    root = small({f"{TOWN}/2025/contract.yaml": HEAD + section})

    assert "\nVi styr genom:\n\n- a\n- b\n" in kk("render", "påhittköping", folder=root).out
