"""Web pages with one fault each: what finds nothing in them is no check."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

FAULTS = {
    "no-language": ('<html lang="sv">', "<html>"),
    "header-without-scope": (
        "</main>",
        "<table><thead><tr><th>År</th><th>Ton</th></tr></thead>"
        "<tbody><tr><td>2030</td><td>10</td></tr></tbody></table></main>",
    ),
    "picture-without-words": (
        "</main>",
        '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==">'
        "</main>",
    ),
    "same-name-twice": ("</main>", '<p id="innehall">Igen</p></main>'),
    "level-skipped": ("</main>", "<h2>Nytt</h2><h6>Långt ned</h6></main>"),
    "faint-words": (
        "</main>",
        '<p style="color: #aaa; background: #fff">Knappt läsbart</p></main>',
    ),
    "too-wide": ("</main>", '<p style="width: 2000px">Brett</p></main>'),
}


def write(page: Path, folder: Path) -> None:
    """The page once for each fault, as ``<fault>.html``."""
    text = page.read_text(encoding="utf-8")
    for name, (right, wrong) in FAULTS.items():
        assert text.count(right) == 1
        (folder / f"{name}.html").write_text(text.replace(right, wrong), encoding="utf-8")
