"""A document with one of everything that a chapter may hold."""

from __future__ import annotations

from datetime import date

from klimatkontrakt.document.dialect import read_blocks
from klimatkontrakt.document.document import Cover, Document, DocumentChapter

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 120" role="img"'
    ' aria-labelledby="prov-title"><title id="prov-title">Två staplar</title>'
    '<rect width="640" height="120" fill="#fff"/>'
    '<rect x="20" y="20" width="400" height="30" fill="#00513b"/>'
    '<rect x="20" y="70" width="200" height="30" fill="#4d4d4d"/>'
    '<text x="430" y="41" font-family="Source Sans Pro, sans-serif" font-size="16"'
    ' fill="#1a1a1a">12 500 ton</text></svg>'
)

BODY = """\
Utsläppen har minskat.[^1] Det framgår av **tabellen** och [källan](https://exempel.se/a?b=c&d).

Tabell 1. Utsläpp i ton koldioxidekvivalenter[^2]

| År | Sektor och vad den innefattar | Ton | Andel |
| --- | --- | --: | --: |
| 2010 | Transporter, arbetsmaskiner och kollektivtrafik på landsbygden | 12\u00a0500 | 62,5 % |
| 2020 | Uppvärmning \\| el & *gas* | 7\u00a0500 | 37,5 % |

Efter tabellen kommer en lista:

- ett
- två

![Utsläppen var 12 500 ton.](prov.svg "Figur 1. Utsläpp ”då” och nu")

#### En underrubrik

Sist ett stycke.

[^1]: Nationella emissionsdatabasen, se <https://exempel.se>.

[^2]: Hämtat [här](https://exempel.se/hamtat).
"""

SIGN = """\
Tabell 2. Parternas underskrifter

| Part | Underskrift | Namnförtydligande och befattning | Ort och datum |
| --- | --- | --- | --- |
| Provstads kommun |  |  |  |
| Statens energimyndighet | Undertecknat | Generaldirektören | 5 december 2025 |
"""


def everything(body: str = BODY, svg: str = SVG) -> Document:
    """The document; ``body`` is its chapter 1.1."""
    body = body.replace("<https://exempel.se>", "källan")
    return Document(
        title="Klimatkontrakt 2030",
        subtitle="Provstads kommun, version 2026/27.",
        notice="UTKAST",
        chapters=(
            DocumentChapter("one", "1", "Ett kapitel", 1, "", ()),
            DocumentChapter("two", "1.1", "Med allt", 2, body, read_blocks(body, 2, {"prov": svg})),
            DocumentChapter("sign", "", "Underskrifter", 1, SIGN, read_blocks(SIGN, 1)),
            DocumentChapter("links", "Bilaga 1", "Länkar", 1, "Inga.", read_blocks("Inga.", 1)),
        ),
        cover=Cover(
            municipality="Provstads kommun",
            kind="version 2026/27",
            covers="",
            status="Utkast",
            dated="",
            day=date(2026, 11, 22),
            diary_number="KS 2026/1",
        ),
    )
