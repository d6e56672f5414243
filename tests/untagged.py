"""A PDF that keeps no standard: what a typesetter makes unless asked for more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typst

if TYPE_CHECKING:
    from pathlib import Path

SOURCE = """
= Rubrik
Text med #link("https://exempel.se")[en länk].
#figure(rect(width: 2cm, height: 1cm), caption: [En bild])
#table(columns: 2, [År], [Ton], [2030], [10])
"""


def write(path: Path) -> None:
    """Write it, without tags, language and title."""
    path.write_bytes(typst.compile(SOURCE.encode(), format="pdf", pdf_tags=False))
