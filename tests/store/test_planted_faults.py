"""Faults planted one at a time in the shipped data: each gives its code in its place, no other.

The cases are in ``tests/cases/faults/``. A case holds

* ``edits``: what is done to the files, named from ``commitments/``: ``find`` (exactly once) and
  ``replace``, or ``write`` (a whole file), ``rename`` or ``remove``;
* ``expect``: all that ``kk`` then says, beside what the shipped data always has (``ALWAYS``);
* ``warning: false``: the warning of the late decision is gone, because it can no longer be read;
* ``remedy``: the remedies of ``expect``, in a few cases;
* ``places``: marks in text that is not changed.

The marks ①, ② and ③ are taken out of the text before it is written; a line of ``expect`` that has
the mark means the line and column where it stood. ``<E5>`` stands for a byte that is no UTF-8, and
``<29 × [>`` for as many brackets.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from conftest import TODAY
from ruamel.yaml import YAML

from klimatkontrakt.app.validate import validate
from klimatkontrakt.app.workspace import open_workspace
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import translations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from conftest import Ran

    from klimatkontrakt.diagnostics.diagnostic import Diagnostic

FOLDER = Path(__file__).parent.parent / "cases" / "faults"
SWEDISH = translations("sv")
MARKS = "①②③"
WARNING_PLACE = {
    "file": "lulea/documents.yaml",
    "find": "    expected: 2025-12\n",
    "replace": "    expected: ③2025-12\n",
}
WARNING = (
    "lulea/documents.yaml:③ KK205 warning beslut om ”Förslag om förtydligade klimatmål” väntades "
    "2025-12 men är fortfarande bara föreslaget"
)

ALWAYS = [
    "lulea/2025/contract.yaml:124:8 KK713 note ”C3A5” i adressen är troligen ett å som har tappat "
    "sina procenttecken",
    "lulea/2025/investment.yaml:22:8 KK220 warning milstolpen investeringsplan-slutrapport skulle "
    "ha nåtts 2025-11, innan kontraktet undertecknades 2025-12-05",
]
"""What else is honestly said of the shipped data; a planted fault may move or hide it."""


@dataclass(frozen=True)
class Case:
    """One case as it stands in its file; a misspelt key is refused."""

    name: str
    edits: list[dict[str, str | bool]]
    expect: list[str]
    warning: bool = True
    remedy: list[str] | None = None
    places: list[dict[str, str]] = field(default_factory=list)

    @property
    def exit_code(self) -> int:
        """What ``kk validate`` gives: warnings alone are no failure."""
        return int(any(" error " in line for line in self.expect))


def read_cases() -> Iterator[Case]:
    for path in sorted(FOLDER.glob("*.yaml")):
        for item in YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))["cases"]:
            yield Case(**item)


CASES = tuple(read_cases())


def param(case: Case) -> object:
    return pytest.param(case, id=case.name)


@pytest.mark.parametrize("case", [param(case) for case in CASES])
def test_planted_fault(case: Case, shipped: Path) -> None:
    expected = planted(case, shipped)

    outcome = validate(open_workspace(shipped), (), shipped, date.fromisoformat(TODAY))

    said = [item for item in outcome.diagnostics if not is_always_said(item)]
    assert list(map(line, said)) == expected
    remedies = [remedy(item) for item in said if not is_the_warning(item)]
    assert case.remedy in (None, remedies)


@pytest.mark.parametrize("case", [param(case) for case in CASES])
def test_kk_prints_no_traceback(case: Case, shipped: Path, kk: Callable[..., Ran]) -> None:
    planted(case, shipped)

    ran = kk("validate", folder=shipped)

    assert (ran.code, ran.err) == (case.exit_code, "")
    assert "Traceback" not in ran.out


def test_unchanged_data_has_only_the_honest_findings(shipped: Path) -> None:
    expected = planted(Case("", [], ALWAYS), shipped)

    outcome = validate(open_workspace(shipped), (), shipped, date.fromisoformat(TODAY))

    assert list(map(line, outcome.diagnostics)) == expected
    assert len(expected) == 3


def test_names_of_cases_are_unique() -> None:
    assert len({case.name for case in CASES}) == len(CASES)


def planted(case: Case, root: Path) -> list[str]:
    """Change the files as the case says, and give all that is expected of them, in order."""
    folder = root / "commitments"
    texts: dict[str, str] = {}
    for edit in [*([WARNING_PLACE] if case.warning else []), *case.places]:
        assert unmarked(edit["replace"]) == edit["find"]
        change(folder, texts, edit)
    moves = [edit for edit in case.edits if "rename" in edit or "remove" in edit]
    for edit in case.edits:
        if edit not in moves:
            change(folder, texts, edit)
    places = {mark: place for text in texts.values() for mark, place in marks(text)}
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(encoded(unmarked(text)))
    for edit in moves:
        move(folder, edit)
    lines = [*case.expect, *([WARNING] if case.warning else [])]
    return sorted((resolved(item, places) for item in lines), key=order)


def change(folder: Path, texts: dict[str, str], edit: Mapping[str, str | bool]) -> None:
    """Apply one edit to the texts, which still hold their marks."""
    match edit:
        case {"file": str(name), "find": str(find), "replace": str(replace)}:
            text = texts.get(name) or (folder / name).read_bytes().decode()
            assert text.count(find) == 1, f"{find!r} stands {text.count(find)} times in {name}"
            texts[name] = text.replace(find, repeated(replace))
        case {"file": str(name), "write": str(text)}:
            texts[name] = repeated(text)
        case _:
            pytest.fail(f"no such edit: {edit}")


def move(folder: Path, edit: Mapping[str, str | bool]) -> None:
    """Rename or remove a file or folder."""
    match edit:
        case {"file": str(name), "rename": str(new)}:
            (folder / name).rename((folder / name).with_name(new))
        case {"file": str(name), "remove": True}:
            path = folder / name
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        case _:
            pytest.fail(f"no such edit: {edit}")


def repeated(text: str) -> str:
    return re.sub(r"<(\d+) × (.+?)>", lambda found: int(found[1]) * found[2], text)


def encoded(text: str) -> bytes:
    parts = re.split(r"<([0-9A-F]{2})>", text)
    return b"".join(
        bytes.fromhex(part) if index % 2 else part.encode() for index, part in enumerate(parts)
    )


def unmarked(text: str) -> str:
    return text.translate(dict.fromkeys(map(ord, MARKS)))


def marks(text: str) -> Iterator[tuple[str, str]]:
    """Every mark with the line and column where it stands when all marks are gone."""
    for number, marked in enumerate(text.split("\n"), 1):
        for found in re.finditer(f"[{MARKS}]", marked):
            yield found[0], f"{number}:{len(unmarked(marked[: found.start()])) + 1}"


def resolved(expected: str, places: Mapping[str, str]) -> str:
    return re.sub(f"[{MARKS}]", lambda found: places[found[0]], expected)


def order(expected: str) -> tuple[str, int, int, str]:
    file, row, column, code = re.match(r"(.+?):(\d+):(\d+) (KK\d+) ", expected).groups()
    return file, int(row), int(column), code


def line(item: Diagnostic) -> str:
    place = item.place
    file = place.file.removeprefix("commitments/")
    return (
        f"{file}:{place.span.line}:{place.span.column} {item.entry.code} {item.severity.value} "
        f"{item.message.words(SWEDISH)}"
    )


def remedy(item: Diagnostic) -> str:
    return (item.remedy or say(item.entry.remedy)).words(SWEDISH)


def is_always_said(item: Diagnostic) -> bool:
    words = line(item).partition(" ")[2]
    return any(known.partition(" ")[2] == words for known in ALWAYS)


def is_the_warning(item: Diagnostic) -> bool:
    return item.entry.code == "KK205"
