"""docs/templates.md lists all that a template may see and use, from where the program has it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints, is_typeddict

from klimatkontrakt.document.extract_types import LetterView
from klimatkontrakt.document.language import FILTERS, FUNCTIONS, LOOP, TESTS, filters, predicates
from klimatkontrakt.document.numbering import Numbering
from klimatkontrakt.document.sandbox import Sandbox
from klimatkontrakt.document.view_types import PARTS, ChapterView

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    import pytest

WORDS = {str: "text", int: "heltal", type(None): "inget"}


def kind(hint: Any) -> str:
    """A type in the words of the page."""
    if hint in WORDS:
        return WORDS[hint]
    if is_typeddict(hint):
        return f"[{shown(hint)}](#{shown(hint).lower()})"
    arguments = get_args(hint)
    if get_origin(hint) is list:
        return f"lista av {kind(arguments[0])}"
    if get_origin(hint) is dict:
        return f"{kind(arguments[1])} efter namn"
    return " eller ".join(map(kind, arguments))


def shown(view: Any) -> str:
    return str(view.__name__).removesuffix("View")


def views(view: Any, seen: list[Any]) -> list[Any]:
    """A view and all that stand in it, each once, in reading order."""
    if is_typeddict(view) and view not in seen:
        seen.append(view)
        for hint in get_type_hints(view).values():
            views(hint, seen)
    for part in get_args(view):
        views(part, seen)
    return seen


def variables(root: Any, known: Sequence[Any] = ()) -> str:
    """The fields of a view, and of those in it but for those told of elsewhere."""
    parts = []
    for view in [view for view in views(root, []) if view not in known]:
        rows = [
            f"| `{name}` | {kind(get_args(hint)[0])} | {get_args(hint)[1]} |"
            for name, hint in get_type_hints(view, include_extras=True).items()
        ]
        heading = [] if view is root else [f"### {shown(view)}", "", view.__doc__, ""]
        parts.append(
            "\n".join([*heading, "| Namn | Slag | Betydelse |", "| --- | --- | --- |", *rows])
        )
    return "\n\n".join(parts)


def table(words: Mapping[str, str], before: str = "") -> str:
    rows = [f"| `{before}{name}` | {said} |" for name, said in words.items()]
    return "\n".join(["| Namn | Betydelse |", "| --- | --- |", *rows])


def parts() -> str:
    rows = [
        f"| `{name}` | {', '.join(f'`{word}` ({kind(hint)})' for word, hint in given.items())} |"
        for name, given in PARTS.items()
    ]
    return "\n".join(["| Del | Behöver |", "| --- | --- |", *rows])


SECTIONS = {
    "parts": parts(),
    "variables": variables(ChapterView),
    "extract": variables(LetterView, views(ChapterView, [])),
    "filters": table(FILTERS),
    "tests": table(TESTS),
    "functions": table(FUNCTIONS),
    "loop": table(LOOP, "loop."),
}


def test_the_page_is_true(repository: Path, request: pytest.FixtureRequest) -> None:
    path = repository / "docs" / "templates.md"
    text = real = path.read_text(encoding="utf-8")
    for name, body in SECTIONS.items():
        there = re.compile(rf"(?<=<!-- {name} -->\n).*(?=<!-- /{name} -->)", re.DOTALL)
        real = there.sub(f"\n{body}\n\n".replace("\\", "\\\\"), real)
    if request.config.getoption("--update-golden"):
        path.write_text(real, encoding="utf-8", newline="\n")
        text = real

    assert text == real


def test_what_is_listed_is_what_there_is() -> None:
    sandbox = Sandbox(lambda _: None, Numbering({}).functions())

    assert sorted(filters()) == sorted(FILTERS)
    assert sorted(predicates()) == sorted(TESTS)
    assert sorted(sandbox.globals) == sorted(FUNCTIONS)
