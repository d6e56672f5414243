"""docs/rules.md is what ``kk rules --format markdown`` writes, in Swedish, and leads somewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from klimatkontrakt.app.explain import catalogue
from klimatkontrakt.diagnostics.entry import DOCS
from klimatkontrakt.i18n import translations
from klimatkontrakt.reports.codes import CLASSES, code_book

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_every_code_stands_in_the_book(repository: Path, request: pytest.FixtureRequest) -> None:
    """``--update-golden`` writes it anew."""
    path = repository / "docs" / "rules.md"
    real = code_book(catalogue(), translations("sv"))
    if request.config.getoption("--update-golden"):
        path.write_text(real, encoding="utf-8", newline="\n")

    assert path.read_text(encoding="utf-8") == real


def test_every_address_leads_to_an_anchor(repository: Path) -> None:
    text = (repository / "docs" / "rules.md").read_text(encoding="utf-8")
    anchors = re.findall(r'<a id="(\w+)"></a>', text)

    assert [entry.docs for entry in catalogue()] == [f"{DOCS}#{anchor}" for anchor in anchors]
    assert DOCS.endswith("/docs/rules.md")


def test_every_class_has_a_heading_and_every_heading_a_class() -> None:
    assert {entry.code[:3] for entry in catalogue()} == set(CLASSES)
