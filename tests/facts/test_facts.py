"""Luleå's contract says what its source says, in the right chapter, and nothing that it does not.

``tests/cases/facts`` holds the facts and the falsehoods as an officer can read them.
"""

from __future__ import annotations

import re
import shutil
from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cache
from gettext import NullTranslations
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from conftest import REPOSITORY, TODAY
from ruamel.yaml import YAML

from klimatkontrakt.app.render import How, render
from klimatkontrakt.app.workspace import open_workspace
from klimatkontrakt.diagnostics.failure import Failure

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Route = tuple[str | int, ...]
    Without = Callable[["Fact"], Mapping[str, str]]

CASES = Path(__file__).parent.parent / "cases" / "facts"
NOTICE = "Sammanfattning – inte det undertecknade kontraktet"
HEADING = re.compile(r"^#{2,3} (Bilaga \d+|\d+(?:\.\d+)?) .*$", re.MULTILINE)
NAMES = ("id", "number", "chapter", "title", "organisation", "municipality")
"""What an item of a list may be called by in a route, the first that it has."""


@dataclass(frozen=True)
class Fact:
    """What the source says: its place in the data, and the words that say it in a chapter."""

    fact: str
    file: str
    route: Route
    chapter: str
    text: str
    refused: str | None = None
    """What kk names when it writes nothing at all without the fact."""


@dataclass(frozen=True)
class Falsehood:
    """What the source does not say: in the whole text, or in one chapter."""

    pattern: str
    why: str
    would_match: str
    chapter: str | None = None

    def told_in(self, text: str) -> list[str]:
        """The words of the text that say it."""
        return [found[0] for found in re.finditer(self.pattern, text, re.IGNORECASE)]


def read_cases(name: str) -> list[dict[str, Any]]:
    return YAML(typ="safe", pure=True).load((CASES / name).read_text(encoding="utf-8"))


FACTS = [Fact(**{**i, "route": tuple(i["route"])}) for i in read_cases("lulea-2025.yaml")]
FALSEHOODS = [Falsehood(**item) for item in read_cases("lulea-2025-false.yaml")]


PICTURES = re.compile(r"## Bilaga 3 Kontraktet i bilder\n.*\n(?=.+\n\Z)", re.DOTALL)
"""The appendix that is no part of what was signed: it tells the same again, and statistics."""


def markdown(root: Path, *, draft: bool = False) -> str:
    """The contract as it is rendered, but for the appendix of pictures."""
    today = date.fromisoformat(TODAY)
    workspace = open_workspace(root)
    text = render(workspace, "luleå", "2025", today, how=How(draft=draft)).data.decode()
    shortened, times = PICTURES.subn("", text)
    assert times == 1
    return shortened


def plain(text: str) -> str:
    """The text with every run of white space, also no-break spaces, as one space."""
    return re.sub(r"\s+", " ", text).strip()


def chapters(text: str) -> dict[str, str]:
    """The body of every chapter by its number; what stands before the first has no number."""
    _, *parts = HEADING.split(text)
    return dict(zip(parts[::2], map(plain, parts[1::2]), strict=True))


def preserving() -> YAML:
    yaml = YAML(typ="rt")
    yaml.preserve_quotes = True
    yaml.width = 100
    return yaml


def edited(text: str, route: Route) -> str:
    """The YAML text without what the route leads to; with an empty route as it was."""
    yaml, written = preserving(), StringIO()
    data = yaml.load(text)
    if route:
        remove(data, route)
    yaml.dump(data, written)
    return written.getvalue()


def remove(data: Any, route: Route) -> None:
    *above, last = route
    for step in above:
        data = data[key(data, step)]
    del data[key(data, last)]


def key(data: Any, step: str | int) -> str | int:
    """The key or index that a step means; a number is an item's number before it is an index."""
    if not isinstance(data, list):
        return step
    named = [index for index, item in enumerate(data) if called(item) == step]
    if len(named) > 1:
        message = f"{step} names {len(named)} items"
        raise LookupError(message)
    return named[0] if named else int(step)


def called(item: Any) -> Any:
    if not isinstance(item, dict):
        return item
    return next((item[name] for name in NAMES if name in item), None)


@pytest.fixture(scope="module")
def text() -> str:
    return markdown(REPOSITORY)


@pytest.fixture(scope="module")
def lulea(text: str) -> dict[str, str]:
    return chapters(text)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One workspace for the module; whoever changes a file in it puts the file back."""
    root = tmp_path_factory.mktemp("arbetsyta")
    shutil.copytree(REPOSITORY / "commitments", root / "commitments")
    shutil.copy(REPOSITORY / "klimatkontrakt.toml", root)
    return root


@pytest.fixture(scope="module")
def without(copy: Path) -> Without:
    """The chapters when a fact is deleted; facts of one place share a rendering."""

    @cache
    def rendered(file: str, route: Route) -> dict[str, str]:
        path = copy / "commitments" / file
        kept = path.read_bytes()
        path.write_text(edited(kept.decode(), route), encoding="utf-8", newline="\n")
        try:
            return chapters(markdown(copy, draft=True))
        finally:
            path.write_bytes(kept)

    return lambda fact: rendered(fact.file, fact.route)


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.fact)
def test_fact_stands_in_its_chapter(fact: Fact, lulea: dict[str, str]) -> None:
    assert fact.text in lulea[fact.chapter]


@pytest.mark.parametrize(
    "fact", [fact for fact in FACTS if not fact.refused], ids=lambda fact: fact.fact
)
def test_deleted_fact_vanishes_from_its_chapter(fact: Fact, without: Without) -> None:
    assert fact.text not in without(fact)[fact.chapter]


@pytest.mark.parametrize(
    "fact", [fact for fact in FACTS if fact.refused], ids=lambda fact: fact.fact
)
def test_nothing_is_written_without_a_fact_that_a_template_needs(
    fact: Fact, without: Without
) -> None:
    with pytest.raises(Failure) as failure:
        without(fact)

    assert str(fact.refused) in failure.value.message.words(NullTranslations())


@pytest.mark.parametrize("file", sorted({fact.file for fact in FACTS}))
def test_writing_a_file_back_undeleted_changes_nothing(
    file: str, without: Without, lulea: dict[str, str]
) -> None:
    """Otherwise a text could vanish because the test spoilt the file."""
    untouched = Fact(fact="", file=file, route=(), chapter="", text="")
    # A draft says so first and last, and the last line stands in the last chapter.
    notice = {"Bilaga 2": lulea["Bilaga 2"].replace(NOTICE, f"UTKAST · {NOTICE}")}

    assert without(untouched) == {**lulea, **notice}


def test_facts_are_many_and_told_once() -> None:
    local = [fact for fact in FACTS if fact.chapter[0] in "45B"]

    assert [name for name, times in Counter(fact.fact for fact in FACTS).items() if times > 1] == []
    assert len({(fact.file, fact.route, fact.text) for fact in FACTS}) == len(FACTS)
    assert len(FACTS) >= 300
    assert len(local) >= 250


def test_falsehoods_are_many_and_told_once() -> None:
    assert len({(false.pattern, false.chapter) for false in FALSEHOODS}) == len(FALSEHOODS)
    assert len(FALSEHOODS) >= 90


@pytest.mark.parametrize("false", FALSEHOODS, ids=lambda false: false.why)
def test_falsehood_is_not_told(false: Falsehood, text: str, lulea: dict[str, str]) -> None:
    where = lulea[false.chapter] if false.chapter else plain(text)

    assert false.told_in(where) == []


@pytest.mark.parametrize("false", FALSEHOODS, ids=lambda false: false.why)
def test_falsehood_would_be_found(false: Falsehood) -> None:
    assert false.told_in(false.would_match) != []


def test_no_other_municipality_is_named(text: str) -> None:
    by_code = open_workspace(REPOSITORY).reader.codes.by_code
    named = {
        item.name for item in by_code.values() if re.search(rf"\b{re.escape(item.name)}\b", text)
    }

    assert named == {"Luleå", "Sundsvall", "Umeå", "Örnsköldsvik", "Östersund"}


def test_first_and_last_line_say_that_it_is_a_summary(text: str) -> None:
    lines = text.splitlines()

    assert [lines[0], lines[-1]] == [NOTICE, NOTICE]


def test_chapters_stand_in_the_order_of_the_contract(text: str) -> None:
    headings = [line for line in text.splitlines() if line.startswith(("# ", "## ", "### "))]

    assert headings == [
        "# Klimatkontrakt 2030",
        "## 1 Klimatkontrakt 2030",
        "## 2 Syftet med Klimatkontrakt 2030",
        "## 3 Gemensamt åtagande och partnerskap",
        "### 3.1 Governance – fortsatt utveckling av styrning, ledning och policy",
        "### 3.2 Klimatanalys och klimatberäkningar som grund för strategisk klimatstyrning",
        "### 3.3 Finansiering av insatser och utveckling av nya finansieringsmodeller",
        "## 4 Parter",
        "## 5 Kommunens åtaganden",
        "### 5.1 Klimatmål 2030",
        "### 5.2 Klimatfärdplan 2030",
        "### 5.3 Klimatinvesteringsplan 2030",
        "### 5.4 Åtaganden med andra kommuner inom Klimatneutrala städer 2030",
        "## 6 Myndigheternas gemensamma åtaganden",
        "### 6.1 Policyutveckling för accelererad lokal omställning",
        "### 6.2 Samordnande insatser kring finansiering",
        "### 6.3 Verka för svenskt deltagande i europeiska initiativ",
        "## 7 Viable Cities åtagande",
        "### 7.1 Mobilisering och lärande för snabbare klimatomställning",
        "### 7.2 Förstärkt samordning för ett ständigt vassare Klimatkontrakt 2030",
        "### 7.3 Medverka till gränslös kraftsamling för klimatet – inom EU och utanför",
        "### 7.4 Stöd till förändringskommunikation för snabbare klimatomställning",
        "## Bilaga 1 Länkar till dokument",
        "## Bilaga 2 Omställningskartan",
    ]
