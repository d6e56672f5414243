"""LibreOffice opens every Word file as one, and shows all of its headings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import docx
import outside
import pypdfium2
from document_set import EXTRACTS

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = outside.needs("LibreOffice")


def printed(folder: Path, out: Path) -> dict[str, tuple[int, str]]:
    """Pages and words of every Word file in a folder, as LibreOffice prints it.

    A file that it can only take for something else than Word's is not printed.
    """
    program = outside.on_the_machine("soffice")
    home = f"-env:UserInstallation={(out / 'home').as_uri()}"
    how = ["--headless", "--infilter=MS Word 2007 XML", "--convert-to", "pdf", "--outdir", str(out)]
    outside.said([program, home, *how, *outside.files(folder, "docx")], folder)
    found = {}
    for path in out.glob("*.pdf"):
        file = pypdfium2.PdfDocument(path)
        words = "".join(page.get_textpage().get_text_bounded() for page in file)
        found[path.stem] = (len(file), "".join(words.split()))
        file.close()
    return found


def test_every_word_file_is_printed_with_its_headings(every_document: Path, tmp_path: Path) -> None:
    found = printed(every_document, tmp_path)

    assert sorted(f"{name}.docx" for name in found) == outside.files(every_document, "docx")
    letters = {name: pages for name, (pages, _) in found.items() if name.endswith(EXTRACTS)}
    assert len(letters) == 2 * len(EXTRACTS)
    assert {pages > 0 for pages in letters.values()} == {True}
    assert {pages > 2 for name, (pages, _) in found.items() if name not in letters} == {True}
    del found["hostile-long"]  # whose words do not end on the page they begin on
    for name, (_, words) in found.items():
        lines = docx.Document(str(every_document / f"{name}.docx")).paragraphs
        titles = [line.text for line in lines if str(line.style.name).startswith("Heading")]
        assert [title for title in titles if "".join(title.split()) not in words] == []


def test_a_damaged_file_is_not_printed(every_document: Path, tmp_path: Path) -> None:
    whole = (every_document / "rich.docx").read_bytes()
    (tmp_path / "half.docx").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "words.docx").write_text("Bara ord", encoding="utf-8")

    assert printed(tmp_path, tmp_path) == {}
