"""The small rules by which texts are read and compared."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from papers import read
from pypdf import PdfWriter

from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.document.check.compare import compared
from klimatkontrakt.document.check.part import own_pieces
from klimatkontrakt.document.check.passage import passage
from klimatkontrakt.document.check.reading import Piece
from klimatkontrakt.document.check.told import Told
from klimatkontrakt.document.check.values import Value, values
from klimatkontrakt.document.check.words import Edit, agrees, edits, folded
from klimatkontrakt.formats._typst import to_pdf

HERE = say("")


def pieces(*lines: str) -> list[Piece]:
    return [Piece(line, HERE, starts=index == 0) for index, line in enumerate(lines)]


@pytest.mark.parametrize(
    ("expected", "found", "same"),
    [
        ("En klimatneutral kommun", "En klimat-\nneutral kommun", True),
        ("klimat- och miljömål", "klimat-\noch miljömål", True),
        ("2026–2028", "2026-\n2028", True),
        ("10 000 ton", "10\u00a0000 ton", True),
        ("”Trygg i Luleå”", '"Trygg i Luleå"', True),
        ("i dag", "idag", False),
        ("i dag", "i dag också", False),
        ("ﬁnns １０ ton", "finns 10 ton", True),
        ("a\u030ar 2025", "år 2025", True),
        ("år 2025", "år ²025", False),
        ("10² ton", "102 ton", False),
        ("CO₂", "CO2", False),
    ],
)
def test_typography_and_line_breaks_are_no_difference(
    expected: str,
    found: str,
    same: bool,  # noqa: FBT001  what a case says
) -> None:
    assert agrees(expected, found) is same


def test_a_word_that_a_line_break_splits_is_one_word() -> None:
    known = {"klimatneutral", "kommun", "över", "nettonoll"}

    assert edits("En klimatneutral kommun", "En klimat-\nneutral stad", known) == (
        Edit("kommun", "stad"),
    )
    assert edits("netto över", "netto\nnoll över", known) == (Edit("netto", "nettonoll"),)


def test_a_word_split_without_a_hyphen() -> None:
    assert [word.key for word in passage(pieces("en klimat-", "neutral stad")).words] == [
        "en",
        "klimatneutral",
        "stad",
    ]
    assert [word.key for word in passage(pieces("åren 2026-", "2028")).words] == [
        "åren",
        "2026-2028",
    ]


def test_values_of_a_text() -> None:
    text = "Tredje kvartalet 2026 sparas 1 200 ton, 2,5 miljoner kronor och 27 nya cykelvägar."

    assert [(value.kind, value.parts) for value in values(passage(pieces(text)))] == [
        ("time", ("tredje", "kvartalet", "2026")),
        ("amount", ("1200", "emissions")),
        ("amount", ("2500000", "money")),
        ("count", ("27",)),
    ]
    assert values(passage(pieces("Mål 2 och nr 7. 12 saker, 3 av 4"))) == []
    assert not Value("count", ("3",), "3", ("hus",)).held_by([Value("count", ("4",), "4")])


def test_a_text_without_known_chapters_is_taken_whole() -> None:
    text = pieces("Något helt annat")

    assert own_pieces(text, [Told("Kommunens åtaganden", "heading")], frozenset()) == text


def test_a_heading_alone_is_missing_under_its_own_name() -> None:
    expected = [Told("Ett", "heading", "1", "1 Ett"), Told("Text som står kvar.", chapter="1 Ett")]
    (found,) = compared(expected, [Piece("Text som står kvar.", HERE)])

    assert (found.what, found.expected, found.heading) == ("missing", "Ett", True)


def test_lines_of_a_paragraph_with_new_words_stay_together() -> None:
    expected = [Told("Kommunen planerar flera satsningar som gör resor lättare för alla i staden.")]
    lines = pieces("Kommunen planerar en satsning som", "gör resor dyrare för alla i staden.")
    (found,) = compared(expected, lines)

    assert [(edit.old, edit.new) for edit in found.edits] == [
        ("flera satsningar", "en satsning"),
        ("lättare", "dyrare"),
    ]


def test_a_page_without_tags_loses_what_recurs_at_its_edges() -> None:
    source = (
        "#set page(header: [Avtalet i staden], footer: context [Sida #counter(page).display()])\n"
        "Första stycket.\n#pagebreak()\nAndra stycket som\n#pagebreak()\nfortsätter här."
        '\n#pagebreak()\n#link("https://exempel.se")[Länk]'
    )
    told = '#set document(title: "a", author: "b")\n#set text(font: "Source Sans Pro")\n'
    writer, buffer = PdfWriter(clone_from=BytesIO(to_pdf(told + source, None))), BytesIO()
    for page in writer.pages:
        content = page.get_contents()
        assert content is not None
        content.set_data(content.get_data().replace(b"/Artifact", b"/Span"))
        page.replace_contents(content)
    writer.write(buffer)
    reading = read(buffer.getvalue(), ".pdf")

    assert [(piece.text, piece.starts) for piece in reading.pieces] == [
        ("Första stycket.", True),
        ("Andra stycket som", True),
        ("fortsätter här.", False),
        ("Länk", True),
    ]
    assert reading.links is not None
    assert [address for address, _ in reading.links] == ["https://exempel.se"]


def test_what_markdown_and_pages_of_others_hold() -> None:
    text = "Ett\nstycke  \nmed rader\n\n    kod som text\n\n![bild](a.png)\n"
    page = "<body><p>Ett<br>stycke</p><script>var a</script><p>m<sup>2</sup></p></body>"

    assert [piece.text for piece in read(text.encode(), ".md").pieces] == [
        "Ett\nstycke\nmed rader",
        "kod som text\n",
        "bild",
    ]
    assert [piece.text for piece in read(page.encode(), ".html").pieces] == ["Ett\nstycke", "m2"]


def test_words_behind_links_and_in_navigation_are_read() -> None:
    ours = (
        '<a class="skip" href="#innehall">Till innehållet</a>'
        '<nav aria-labelledby="innehallsrubrik"><h2>Innehåll</h2><a href="#ett">1 Ett</a></nav>'
        '<p>Ett<sup><a href="#not-1">1</a></sup> stycke.</p>'
        '<ol><li>En not. <a href="#till-not-1">↩</a></li></ol>'
    )
    theirs = '<p><a href="#x">Kommunen betalar.</a></p><nav><p>Staten betalar.</p></nav>'

    assert [
        piece.text for piece in read(f"<body>{ours}{theirs}</body>".encode(), ".html").pieces
    ] == [
        "Ett stycke.",
        "En not.",
        "Kommunen betalar.",
        "Staten betalar.",
    ]
    assert read(theirs.encode(), ".html").links == ()


@pytest.mark.parametrize(
    "page",
    [
        "<!doctype html><head><title>Hej</title><body><p>Ett stycke</p>",
        "<!doctype html><head><title>Hej</title><p>Ett stycke</p>",
        "<p>Ett stycke</p><![foo[",
        "<p>Ett<![foo[dolt]]> stycke</p>",
    ],
)
def test_pages_that_are_not_well_formed(page: str) -> None:
    assert [piece.text for piece in read(page.encode(), ".html").pieces][:1] == ["Ett stycke"]


@pytest.mark.parametrize(
    ("style", "read_"),
    [
        ("toc 1", False),
        ("innehåll 2", False),
        ("Innehållsrubrik", False),
        ("TOC Heading", False),
        ("Innehållstext", True),
        ("Toccata", True),
        ("Contents", True),
    ],
)
def test_only_styles_of_a_list_of_contents_are_left_aside(
    style: str,
    read_: bool,  # noqa: FBT001  what a case says
) -> None:
    word = docx.Document()
    names = {item.name for item in word.styles}
    if style not in names:
        word.styles.add_style(style, WD_STYLE_TYPE.PARAGRAPH)
    word.add_paragraph("Ett stycke.")
    word.add_paragraph("Kommunen betalar.", style=style)
    buffer = BytesIO()
    word.save(buffer)

    said = [piece.text for piece in read(buffer.getvalue(), ".docx").pieces]
    assert said == ["Ett stycke.", *(["Kommunen betalar."] if read_ else [])]


def test_two_texts_that_have_nothing_in_common_are_told_apart_at_once() -> None:
    """Each text is folded a few times, not once for each of the others."""
    expected = [Told(f"Vi gör nummer{n} a{n} b{n} c{n} d{n} e{n}.") for n in range(200)]
    theirs = [Piece(f"De gör något{n} f{n} g{n} h{n} i{n} j{n}.", HERE) for n in range(200)]
    folded.cache_clear()
    found = compared(expected, theirs)

    assert [item.what for item in found] == ["missing"] * 200 + ["added"] * 200
    assert folded.cache_info().misses < 8_000


def test_stretches_beyond_reason_are_not_paired() -> None:
    expected = [Told(f"Vi gör {n}.") for n in range(1500)]
    theirs = [Piece(f"Vi gjorde {n}.", HERE) for n in range(1500)]

    assert [item.what for item in compared(expected, theirs)] == ["missing"] * 1500 + [
        "added"
    ] * 1500


def test_what_has_moved_is_found_with_its_number_and_mark() -> None:
    expected = [
        Told("Det första stycket.", number="1."),
        Told("Det andra stycket som står kvar."),
        Told("Det tredje stycket som står kvar."),
    ]
    theirs = [
        Piece("Det andra stycket som står kvar.", HERE),
        Piece("Det tredje stycket som står kvar.", HERE),
        Piece("– Det första stycket.", HERE),
    ]

    assert [(item.what, item.found) for item in compared(expected, theirs)] == [
        ("moved", "Det första stycket.")
    ]
