"""Every web page keeps the rules of html-validate, those of accessibility too."""

from __future__ import annotations

import json
from pathlib import Path

import bad_pages
import outside

pytestmark = outside.needs("html-validate")


def errors(folder: Path) -> list[tuple[str, str]]:
    """File and rule of everything that is found."""
    program = outside.FOLDER / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
    report = folder / "html-validate.json"
    settings = outside.HERE / "htmlvalidate.json"
    options = ["--config", str(settings), "--formatter", f"json={report}", "--max-warnings", "0"]
    names = outside.files(folder, "html")
    outside.said([outside.node(), str(program), *options, *names], folder, codes=(0, 1))
    found = json.loads(report.read_text(encoding="utf-8"))
    return sorted(
        (Path(item["filePath"]).name, message["ruleId"])
        for item in found
        for message in item["messages"]
    )


def test_every_page_keeps_the_rules(every_document: Path) -> None:
    assert errors(every_document) == []


def test_faults_are_found(every_document: Path, tmp_path: Path) -> None:
    bad_pages.write(every_document / "rich.html", tmp_path)

    assert errors(tmp_path) == [
        ("header-without-scope.html", "wcag/h63"),
        ("header-without-scope.html", "wcag/h63"),
        ("level-skipped.html", "heading-level"),
        ("no-language.html", "element-required-attributes"),
        ("picture-without-words.html", "wcag/h37"),
        ("same-name-twice.html", "no-dup-id"),
    ]
