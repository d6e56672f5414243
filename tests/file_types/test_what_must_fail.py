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
from klimatkontrakt.document.document import Figure, Paragraph, Subheading, Text
from klimatkontrakt.formats import pdf

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


BOTH = "PDF/A-2a, PDF/UA-1 error: "
NO_SHAPE = f'{BOTH}the text `"漢"` could not be displayed with font `"Source Sans Pro"`'


@pytest.mark.parametrize(
    ("block", "reason"),
    [
        (Figure(1, "Då", "", "p", SVG), f"{BOTH}missing alt text"),
        (Subheading(4, (Text("Hit"),)), "PDF/UA-1 error: skipped from heading level 1 to 4"),
        (Paragraph((Text("Så skrivs 漢"),)), NO_SHAPE),
        (Figure(1, "Då", "Två staplar", "p", SVG.replace("12 500", "漢")), NO_SHAPE),
    ],
    ids=["picture without words", "level skipped", "no shape", "no shape in a picture"],
)
def test_no_pdf_is_made(block: Block, reason: str) -> None:
    with pytest.raises(Failure) as caught:
        pdf.write(beginning_with(block))

    assert (caught.value.message, caught.value.remedy) == (
        say("{product} cannot be made of this text: {reason}", product="PDF", reason=reason),
        say("make the document as .html or .md"),
    )
