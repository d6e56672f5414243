"""Every web page is HTML as the W3C has it, says the Nu checker."""

from __future__ import annotations

import json
from pathlib import Path

import bad_pages
import outside

pytestmark = outside.needs("vnu")


def errors(folder: Path) -> list[tuple[str, str]]:
    """File and words of every error."""
    program = str(outside.FOLDER / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar")
    options = ["--errors-only", "--format", "json", "--exit-zero-always", "--stdout"]
    command = [outside.on_the_machine("java"), "-jar", program, *options]
    names = outside.files(folder, "html")
    found = json.loads(outside.said([*command, *names], folder))["messages"]
    return [(Path(item["url"]).name, item["message"]) for item in found]


def test_every_page_is_html(every_document: Path) -> None:
    assert errors(every_document) == []


def test_faults_are_found(every_document: Path, tmp_path: Path) -> None:
    bad_pages.write(every_document / "rich.html", tmp_path)

    assert errors(tmp_path) == [
        (
            "level-skipped.html",
            "The heading “h6” (with computed level 6) follows the heading “h2” "
            "(with computed level 2), skipping 3 heading levels.",
        ),
        (
            "picture-without-words.html",
            "An “img” element must have an “alt” attribute, except under certain conditions. "
            "For details, consult guidance on providing text alternatives for images.",
        ),
        ("same-name-twice.html", "Duplicate ID “innehall”."),
    ]
