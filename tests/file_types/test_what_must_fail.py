"""What no document may be: a check that lets it through is none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import page
import pytest
import untagged
from everything import SVG, everything

from klimatkontrakt.diagnostics.failure import Failure
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.document.document import (
    Figure,
    Items,
    Note,
    Paragraph,
    Subheading,
    Table,
    Text,
)
from klimatkontrakt.formats import pdf
from klimatkontrakt.formats._shapes import without_shape
from klimatkontrakt.i18n import translations

if TYPE_CHECKING:
    from pathlib import Path

    from klimatkontrakt.document.document import Block, Document

BROKEN = {
    "ua1": {
        "PDFUA1-CONTENT-TAGGING-001",
        "PDFUA1-ID-PART-001",
        "PDFUA1-ID-SCHEMA-001",
        "PDFUA1-LINK-CONTENTS-001",
        "PDFUA1-LINK-LINK-TAG-001",
        "PDFUA1-METADATA-TITLE-001",
        "PDFUA1-PAGE-TABS-001",
        "PDFUA1-STRUCT-TREE-ROOT-001",
        "PDFUA1-TAGGED-DOCUMENT-001",
        "PDFUA1-VIEWER-PREFERENCES-001",
    },
    "2a": {
        "PDFA2A-ID-SCHEMA-001",
        "PDFA2A-STRUCT-TREE-ROOT-001",
        "PDFA2A-TAGGED-DOCUMENT-001",
    },
}


@pytest.mark.parametrize("profile", BROKEN)
def test_a_pdf_of_no_standard_is_found(tmp_path: Path, profile: str) -> None:
    path = tmp_path / "untagged.pdf"
    untagged.write(path)
    failures = page.validate_pdf(str(path), profile=profile).to_dict()["failures"]

    assert {failure["rule_id"] for failure in failures} == BROKEN[profile]


def beginning_with(block: Block) -> Document:
    """A document whose first chapter holds just this."""
    document = everything()
    first, *rest = document.chapters
    return replace(document, chapters=(replace(first, blocks=(block,)), *rest))


@pytest.mark.parametrize(
    ("block", "reason"),
    [
        (Figure(1, "Då", "", "p", SVG), "PDF/A-2a, PDF/UA-1 error: missing alt text"),
        (Subheading(4, (Text("Hit"),)), "PDF/UA-1 error: skipped from heading level 1 to 4"),
    ],
    ids=["picture without words", "level skipped"],
)
def test_no_pdf_is_made(block: Block, reason: str) -> None:
    with pytest.raises(Failure) as caught:
        pdf.write(beginning_with(block))

    assert (caught.value.message, caught.value.remedy, str(caught.value.__cause__)) == (
        say("{product} cannot be made of this text", product="PDF"),
        say("make the document as .html or .md"),
        reason,
    )


LONG = "Så skrivs ordet på kinesiska, som få läser: 漢, och mer står det inte om det i kontraktet."
AS_WORD = "skriv det med ord, eller gör dokumentet som .docx, .html eller .md"
AS_PAGE = "skriv det med ord, eller gör dokumentet som .html eller .md"


@pytest.mark.parametrize(
    ("block", "text", "advice"),
    [
        (Paragraph((Text("Så skrivs 漢"),)), "Så skrivs 漢", AS_WORD),
        (
            Paragraph((Text(LONG),)),
            "… på kinesiska, som få läser: 漢, och mer står det inte om …",
            AS_WORD,
        ),
        (Items(((Paragraph((Text("漢"),)),),)), "漢", AS_WORD),
        (
            Table(1, (), ((Text("A"),),), (((Text("漢"),),),), (False,)),
            "漢",
            AS_WORD,
        ),
        (Figure(1, "Då 漢", "Två", "p", SVG), "Figur 1. Då 漢", AS_WORD),
        (
            Figure(1, "Då", "Två staplar", "p", SVG.replace("12 500", "漢")),
            "Figur 1. Då",
            AS_PAGE,
        ),
        (Paragraph((Text("Ord"), Note(1, (Text("漢"),)))), "漢", AS_WORD),
    ],
    ids=["words", "long words", "a list", "a table", "of a picture", "in a picture", "a note"],
)
def test_a_letter_without_a_shape_is_named(block: Block, text: str, advice: str) -> None:
    with pytest.raises(Failure) as caught:
        pdf.write(beginning_with(block))

    swedish = translations("sv")
    assert caught.value.remedy is not None
    assert caught.value.message.words(swedish).partition("”: ”")[2] == f"{text}”"
    assert caught.value.remedy.words(swedish) == advice


def test_a_letter_that_cannot_be_found_is_named_all_the_same() -> None:
    failure = without_shape(everything(), "漢")

    assert (
        failure.message.words(translations("sv")) == "tecknet 漢 (U+6F22) går inte att visa i PDF"
    )
