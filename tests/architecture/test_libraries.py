"""One library, one room; and a module that can be read in one sitting."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "klimatkontrakt"
MODULES = sorted(PACKAGE.rglob("*.py"))

ROOMS = {
    "ruamel": ("store/",),
    "yaml": ("store/",),
    "pydantic": ("model/", "store/shape.py"),
    "pydantic_core": ("model/", "store/shape.py"),
    "jinja2": ("document/",),
    "markdown_it": ("document/dialect.py", "importers/markdown.py"),
    "mdit_py_plugins": ("document/dialect.py", "importers/markdown.py"),
    "docx": ("formats/docx.py", "formats/_word", "formats/_package.py", "importers/docx.py"),
    "pypdfium2": ("importers/pdf.py",),
    "typst": ("formats/_typst.py",),
    "rapidfuzz": ("diagnostics/suggest.py",),
    "typer": ("cli/",),
    "rich": ("cli/", "printers/full.py"),
}
"""Where a library may be imported for use; a name for a type checker does not count."""


def imports(path: Path) -> set[str]:
    """Top-level names of what a module imports when it runs."""
    found = set()
    for node in ast.walk(_without_type_checking(ast.parse(path.read_text(encoding="utf-8")))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.partition(".")[0])
    return found


def _without_type_checking(tree: ast.Module) -> ast.Module:
    kept = [
        node
        for node in tree.body
        if not (isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING")
    ]
    return ast.Module(kept, [])


@pytest.mark.parametrize("library", ROOMS)
def test_library_stays_in_its_room(library: str) -> None:
    strays = [
        path.relative_to(PACKAGE).as_posix()
        for path in MODULES
        if library in imports(path)
        and not path.relative_to(PACKAGE).as_posix().startswith(ROOMS[library])
    ]

    assert strays == []


def test_every_module_is_shorter_than_400_lines() -> None:
    long = {
        path.relative_to(PACKAGE).as_posix(): lines
        for path in MODULES
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) >= 400
    }

    assert long == {}


def test_nine_functions_of_ten_have_at_most_40_lines() -> None:
    lengths = sorted(
        (node.end_lineno or node.lineno) - node.lineno + 1
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
    )

    assert lengths[len(lengths) * 9 // 10] <= 40


def test_only_the_command_line_asks_for_clock_environment_and_folder() -> None:
    words = ("date.today", "datetime.now", "os.environ", "os.getenv", "Path.cwd")
    strays = [
        (path.relative_to(PACKAGE).as_posix(), word)
        for path in MODULES
        for word in words
        if word in path.read_text(encoding="utf-8") and path.parent.name not in {"cli", "commands"}
    ]

    assert strays == []
