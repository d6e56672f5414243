"""``kk check-document``: what a person reads, and what a program does."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import jsonschema
import pytest

from klimatkontrakt.resources import schema_json

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Ran

    Golden = Callable[[str, str], None]

EDITS = (
    ("undertecknat den 5\u00a0december 2025", "undertecknat den 9 december 2025"),
    ("Våren 2025: Forumet testades", "Våren 2024: Forumet testades"),
    ("- 2026: Fokus är att införa verktyget för transporter och arbetsmaskiner.\n", ""),
    ("### 5.3 Klimat", "Kommunen inför en helt ny avgift på sopor.\n\n### 5.3 Klimat"),
    ("#### Åtagande 6", "#### Åtagande 7"),
    ("- Byggd miljö\n- Anläggning", "- Anläggning\n- Byggd miljö"),
    (" och skapa hållbara konsumtionsmönster", ""),
)
OTHER_WORDS = """\
# Påhittköpings klimatkontrakt

## 5 Kommunens åtaganden

### 5.1 Klimatmål 2030

- Mål A: Stadens utsläpp ska minska med 80 procent till år 2030, från 285 kton år 2012.

### 5.2 Klimatfärdplan 2030

##### Cykelplan

Under 2026 räknas cyklisterna i samarbete med Cykelfrämjandet, till en kostnad av 12 Mkr.

### 5.4 Åtaganden

Åtagande 2

- mäta

Se [planen](https://exempel.se/plan) på https://exempel.se/annan.
"""


@pytest.fixture
def edited(kk: Callable[..., Ran], tmp_path: Path) -> Path:
    """Luleå's contract after seven edits."""
    text = kk("render", "luleå", "2025").out
    for old, new in EDITS:
        assert text.count(old) == 1
        text = text.replace(old, new)
    path = tmp_path / "redigerat.md"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_kind_of_departure(
    kk: Callable[..., Ran], golden: Golden, edited: Path, language: str
) -> None:
    ran = kk("check-document", str(edited), "luleå", "2025", "--lang", language)

    assert (ran.code, ran.err) == (1, "")
    golden(f"cli/check-document/edited-{language}.txt", ran.out)


def test_a_whole_action_that_is_gone(
    kk: Callable[..., Ran], golden: Golden, tmp_path: Path
) -> None:
    text = kk("render", "luleå", "2025").out
    start = text.index("##### Koordinerad")
    path = tmp_path / "kontrakt.md"
    path.write_text(text[:start] + text[text.index("##### Cirkulärt") :], encoding="utf-8")
    ran = kk("check-document", str(path), "luleå", "2025")

    assert (ran.code, ran.err) == (1, "")
    golden("cli/check-document/action-gone-sv.txt", ran.out)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_facts_of_a_text_in_other_words(
    kk: Callable[..., Ran],
    golden: Golden,
    small: Callable[..., Path],
    rich: dict[str, str],
    language: str,
) -> None:
    root = small(rich)
    (root / "avtal.md").write_text(OTHER_WORDS, encoding="utf-8")
    ran = kk("check-document", "avtal.md", "påhittköping", "--lang", language, folder=root)

    assert (ran.code, ran.err) == (1, "")
    golden(f"cli/check-document/facts-{language}.txt", ran.out)


def test_the_way_follows_the_wording_unless_it_is_chosen(
    kk: Callable[..., Ran], small: Callable[..., Path], rich: dict[str, str]
) -> None:
    root = small(rich)
    (root / "avtal.md").write_text(OTHER_WORDS, encoding="utf-8")
    official = dict(rich)
    official["contract.yaml"] = official["contract.yaml"].replace("summary", "official")

    def way(*options: str) -> tuple[str, bool]:
        ran = kk("check-document", "avtal.md", "9999", "--format", "json", *options, folder=root)
        told = json.loads(ran.out)
        return told["way"], told["chosen"]

    assert way() == ("facts", False)
    assert way("--paragraphs") == ("paragraphs", True)
    assert way("--facts") == ("facts", True)
    small(official)
    assert way() == ("paragraphs", False)


@pytest.mark.parametrize("option", ["--paragraphs", "--facts"])
def test_json_keeps_its_schema(kk: Callable[..., Ran], edited: Path, option: str) -> None:
    ran = kk("check-document", str(edited), "luleå", "2025", "--format", "json", option)
    told = json.loads(ran.out)

    jsonschema.validate(told, json.loads(schema_json("document-check")))
    assert (told["schema"], told["agrees"], ran.code) == ("kk/document-check/1", False, 1)


def test_json_of_a_departure(kk: Callable[..., Ran], edited: Path) -> None:
    ran = kk("check-document", str(edited), "luleå", "2025", "--format", "json")
    told = json.loads(ran.out)

    assert told["departures"][0] == {
        "what": "changed",
        "chapter": None,
        "under": None,
        "expected": "Luleå kommun, version 2025/26, undertecknat den 5\u00a0december 2025.",
        "found": "Luleå kommun, version 2025/26, undertecknat den 9 december 2025.",
        "place": "rad 5",
        "edits": [{"old": "5", "new": "9"}],
        "tracked": False,
        "by": [],
    }
    assert (told["rejected"], told["facts"], told["comments"]) == (None, [], [])


def test_a_contract_with_errors_has_no_words_to_compare_with(
    kk: Callable[..., Ran], shipped: Path
) -> None:
    (shipped / "kontrakt.txt").write_text("Klimatkontrakt", encoding="utf-8")
    goals = shipped / "commitments" / "lulea" / "2025" / "goals.yaml"
    text = goals.read_text(encoding="utf-8")
    goals.write_text(text.replace("target_year: 2040", "target_year: 20400"), encoding="utf-8")
    ran = kk("check-document", "kontrakt.txt", "luleå", folder=shipped)

    assert (ran.code, ran.out) == (1, "")
    assert "kk: kontraktet har fel" in ran.err


def test_the_file_is_missing_from_the_line(kk: Callable[..., Ran]) -> None:
    assert kk("check-document").code == 2
    assert kk("check-document", "kontrakt.docx").code == 2


@pytest.fixture
def rich() -> dict[str, str]:
    """A contract that has some of every fact, in our own words."""
    from rich_contract import RICH

    files = dict(RICH)
    files["contract.yaml"] = files["contract.yaml"].replace("official", "summary")
    return files
