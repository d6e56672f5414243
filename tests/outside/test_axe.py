"""Every web page is accessible, narrow and wide, light and dark, says axe-core in a browser."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import bad_pages
import outside
import pytest

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = outside.needs("axe-core")

WAYS = 4
"""Wide and narrow, light and dark."""


def looked_at(folder: Path) -> list[dict[str, Any]]:
    """What the browser says of every page in a folder, in each of the ways."""
    browser = outside.on_the_machine("chromium", "google-chrome", "chromium-browser")
    names = outside.files(folder, "html")
    program = str(outside.HERE / "axe.mjs")
    command = [outside.node(), program, str(outside.FOLDER), browser, *names]
    found: list[dict[str, Any]] = json.loads(outside.said(command, folder))
    assert len(found) == WAYS * len(names)
    return found


@pytest.fixture(scope="module")
def found(every_document: Path) -> list[dict[str, Any]]:
    """Every document, looked at once."""
    return looked_at(every_document)


def test_every_page_is_accessible(found: list[dict[str, Any]]) -> None:
    assert [item for item in found if item["violations"] or item["passes"] < 20] == []


def test_no_page_scrolls_sideways(found: list[dict[str, Any]]) -> None:
    assert [item for item in found if item["beyond"]] == []


def test_faults_are_found(every_document: Path, tmp_path: Path) -> None:
    bad_pages.write(every_document / "rich.html", tmp_path)
    found = looked_at(tmp_path)
    broken = [
        (item["page"], violation.partition(":")[0])
        for item in found
        for violation in item["violations"]
    ]

    assert sorted(broken) == sorted(
        WAYS
        * [
            ("faint-words.html", "color-contrast"),
            ("level-skipped.html", "heading-order"),
            ("no-language.html", "html-has-lang"),
            ("picture-without-words.html", "image-alt"),
        ]
    )
    assert {item["page"] for item in found if item["beyond"]} == {"too-wide.html"}
