"""What ships with the program, in a wheel and in a checkout alike. Only read, never written."""

from __future__ import annotations

from pathlib import Path

DATA = Path(__file__).parent / "data"
"""The package's own files: code list and translations."""

MARKER = "klimatkontrakt.toml"
"""The file that makes a folder a workspace."""


def shipped_workspace() -> Path:
    """The workspace that ships: inside the package in a wheel, beside it in a checkout."""
    if (DATA / MARKER).is_file():
        return DATA
    return DATA.parent.parent


def municipalities_csv() -> str:
    """The code list of all municipalities, as text."""
    return (DATA / "municipalities.csv").read_text(encoding="utf-8")


def emissions_csv() -> str:
    """Territorial emissions of all municipalities, year by year, as text."""
    return (DATA / "territorial-emissions.csv").read_text(encoding="utf-8")


SCHEMAS = ("diagnostics", "comparison", "list", "rules", "document-check")
"""What has a published JSON Schema."""


def schema_json(name: str) -> str:
    """The JSON Schema of one of :data:`SCHEMAS`, as text."""
    return (DATA / "schemas" / f"{name}-1.json").read_text(encoding="utf-8")


def page_css() -> str:
    """The style of a contract as a web page."""
    return (DATA / "formats" / "page.css").read_text(encoding="utf-8")


def page_typst() -> str:
    """The look of a contract as PDF, in typst's language."""
    return (DATA / "formats" / "page.typ").read_text(encoding="utf-8")


FONTS = DATA / "fonts"
"""Source Sans Pro, under the licence that lies beside it."""


def starter(name: str) -> str:
    """A file to begin from, such as ``goals.yaml``: text with ``$names`` to be filled in."""
    return (DATA / "init" / name).read_text(encoding="utf-8")
