"""What is written about reading and form is true: *wrong* gives exactly its code, *right* none.

An example is whole files over the smallest workspace. What a text cannot show is written in words:
``(sparad som Windows-1252)`` after the file's name, and ``<U+2028>`` for a character.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from conftest import TODAY
from small import examples, small_workspace

from klimatkontrakt.app.validate import validate
from klimatkontrakt.app.workspace import open_workspace
from klimatkontrakt.store.faults import FAULTS

if TYPE_CHECKING:
    from pathlib import Path

    from klimatkontrakt.diagnostics.entry import Entry

ENCODINGS = {"Windows-1252": "cp1252", "UTF-8 med BOM": "utf-8-sig", "UTF-8": "utf-8"}
SAVED = re.compile(r"(?<=\.yaml) \(sparad som (?P<how>[^)]+)\)")
CHARACTER = re.compile(r"<U\+([0-9A-F]{4})>")


def written(example: str, root: Path) -> Path:
    """The example as files, in the encoding that it names."""
    found = SAVED.search(example)
    plain = CHARACTER.sub(lambda code: chr(int(code[1], 16)), SAVED.sub("", example))
    small_workspace(root, examples(plain))
    if found:
        path = root / "commitments/pahittkoping/2025/contract.yaml"
        path.write_bytes(path.read_text(encoding="utf-8").encode(ENCODINGS[found["how"]]))
    return root


def codes(root: Path) -> list[str]:
    outcome = validate(open_workspace(root), (), root, date.fromisoformat(TODAY))
    return [item.entry.code for item in outcome.diagnostics]


@pytest.mark.parametrize("entry", FAULTS.values(), ids=lambda entry: entry.code)
def test_wrong_example_gives_its_code_and_right_example_none(entry: Entry, tmp_path: Path) -> None:
    wrong = written(entry.wrong, tmp_path / "wrong")
    right = written(entry.right, tmp_path / "right")

    assert (codes(wrong), codes(right)) == ([entry.code], [])
