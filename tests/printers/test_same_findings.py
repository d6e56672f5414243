"""One outcome, every format: the same findings, places, codes and words wherever they fit."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from conftest import TODAY
from formats import READERS
from outcomes import many_kinds
from ruamel.yaml import YAML
from small import small_workspace

from klimatkontrakt.app.validate import validate
from klimatkontrakt.app.workspace import open_workspace
from klimatkontrakt.diagnostics.outcome import Outcome
from klimatkontrakt.i18n import translations
from klimatkontrakt.printers._printer import PRINTERS
from klimatkontrakt.registry import part_names

if TYPE_CHECKING:
    from collections.abc import Callable

    from klimatkontrakt.diagnostics.diagnostic import Diagnostic

ENGLISH = translations("en")
CASES = Path(__file__).parent.parent / "cases" / "rules"


def shown(text: str) -> str:
    """What a format in lines makes of a text: nothing that moves the cursor or is not seen."""
    return "".join(
        " " if letter.isspace() else letter if letter.isprintable() else "·" for letter in text
    )


def whole(item: Diagnostic) -> dict[str, Any]:
    span = item.place.span
    numbers = (span.line, span.column, span.end_line, span.end_column)
    names = ("line", "column", "end_line", "end_column")
    return {
        "file": item.place.file,
        **dict(zip(names, numbers, strict=True)),
        "code": item.entry.code,
        "level": item.severity.value,
        "message": shown(item.message.words(ENGLISH)),
        "edits": [
            {
                "line": edit.span.line,
                "column": edit.span.column,
                "end_line": edit.span.end_line,
                "end_column": edit.span.end_column,
                "text": edit.text,
            }
            for edit in item.edits
        ],
    }


def comparable(item: dict[str, Any], keys: set[str]) -> dict[str, Any]:
    """What a format has room for."""
    kept = {key: value for key, value in item.items() if key in keys}
    return {**kept, "message": shown(str(kept["message"]))}


@pytest.mark.parametrize("name", sorted(READERS))
def test_findings_read_back_are_those_of_the_outcome(name: str) -> None:
    outcome = many_kinds()
    text = PRINTERS.load(name).write(outcome, ENGLISH, colour=False)
    read = list(READERS[name](text))
    worst_first = name in {"github", "markdown"}
    meant = outcome.worst_first() if worst_first else outcome.diagnostics

    assert [comparable(item, set(item)) for item in read] == [
        comparable(whole(item), set(got)) for item, got in zip(meant, read, strict=True)
    ]


def test_findings_of_every_rule_are_the_same_everywhere(tmp_path: Path) -> None:
    """All that the cases of the rules expect, told at once."""
    found: list[Diagnostic] = []
    for path in sorted(CASES.glob("*.yaml")):
        for number, case in enumerate(YAML(typ="safe", pure=True).load(path)["cases"]):
            root = small_workspace(tmp_path / f"{path.stem}-{number}", case["files"])
            read = validate(open_workspace(root), (), root, date.fromisoformat(TODAY))
            found += read.diagnostics
    outcome = Outcome.of(found)
    meant = [whole(item) for item in outcome.diagnostics]

    assert {item["code"] for item in meant} >= {path.stem for path in CASES.glob("*.yaml")}
    for name, reader in READERS.items():
        got = list(reader(PRINTERS.load(name).write(outcome, ENGLISH, colour=False)))
        keys = set.intersection(*map(set, got))
        assert in_order(got, keys) == in_order(meant, keys)


def in_order(items: list[dict[str, Any]], keys: set[str]) -> list[str]:
    """Findings as far as a format tells them, in one order for all."""
    return sorted(repr(sorted(comparable(item, keys).items())) for item in items)


def test_every_printer_is_read_back() -> None:
    names = part_names("klimatkontrakt.printers")

    assert tuple(sorted(READERS)) == names == PRINTERS.discover().names()


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("name", sorted(READERS))
def test_whole_text(name: str, language: str, golden: Callable[[str, str], None]) -> None:
    text = PRINTERS.load(name).write(many_kinds(), translations(language), colour=False)

    golden(f"printers/{name}-{language}.txt", text.encode("utf-8", "backslashreplace").decode())


@pytest.mark.parametrize("name", sorted(READERS))
def test_paths_are_those_of_the_repository_where_readers_know_nothing_else(name: str) -> None:
    write = PRINTERS.load(name).write
    plain = READERS[name](write(many_kinds(), ENGLISH, colour=False))
    below = READERS[name](write(many_kinds(), ENGLISH, colour=False, folder="klimat/"))
    prefix = "" if name in {"full", "concise", "json"} else "klimat/"

    assert [item["file"] for item in below] == [f"{prefix}{item['file']}" for item in plain]
