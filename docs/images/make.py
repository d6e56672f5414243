"""The pictures in README.md: one page of each kind of document, as ``kk render luleå`` makes it.

``python docs/images/make.py`` makes them anew. Word is shown as LibreOffice lays it out and the web
page as Chromium does, so both must be on the machine, and Carlito or Calibri, Pillow and pypdfium2.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image

HERE = Path(__file__).parent
CONTRACT = ("luleå", "2025")
WORDS = "Klimatmål 2030"
"""A heading on the page to show."""
WIDTH = 700
"""Of a picture, in points of the screen."""
QUIET = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking")


def main() -> None:
    """Render, look, keep."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = {suffix: folder / f"kontrakt.{suffix}" for suffix in ("pdf", "docx", "html")}
        outputs = [word for path in files.values() for word in ("-o", str(path))]
        run(sys.executable, "-m", "klimatkontrakt", "render", *CONTRACT, *outputs)
        shoot(files["pdf"], HERE / "pdf.png")
        out = folder / "word"
        run(found("soffice"), "--headless", "--convert-to", "pdf", "--outdir", str(out),
            str(files["docx"]))  # fmt: skip
        shoot(out / "kontrakt.pdf", HERE / "word.png")
        browse(files["html"], HERE / "webb.png")


def found(program: str) -> str:
    """Where a program lies; without it there is no picture to make."""
    path = shutil.which(program)
    if path is None:
        sys.exit(f"{program} finns inte på datorn")
    return path


def run(*words: str) -> None:
    """Run a program and stop if it fails."""
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603  our own


def shoot(source: Path, target: Path) -> None:
    """The page below whose heading the goals stand, not the list of contents that names it."""
    file = pypdfium2.PdfDocument(source)
    try:
        told = [page.get_textpage().get_text_bounded() for page in file]
        shown = max(index for index, text in enumerate(told) if WORDS in text)
        page = file[shown]
        page.render(scale=WIDTH / page.get_width()).to_pil().convert("P").save(
            target, optimize=True
        )
    finally:
        file.close()


def browse(source: Path, target: Path) -> None:
    """The top of the web page."""
    size = f"--window-size={WIDTH + 200},1270"
    run(found("chromium"), *QUIET, "--hide-scrollbars", size, f"--screenshot={target}",
        source.as_uri())  # fmt: skip
    with Image.open(target) as picture:
        keep(picture.resize((WIDTH, picture.height * WIDTH // picture.width)), target)


def keep(picture: Image.Image, target: Path) -> None:
    """Few colours are enough, and the repository stays small."""
    picture.convert("RGB").quantize(64).save(target, optimize=True)


if __name__ == "__main__":
    main()
