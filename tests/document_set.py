"""The contracts that every check of documents looks at, and how they are written as files."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from everything import everything
from hostile import TEXTS, contract_of
from rich_contract import RICH
from small import small_workspace

from klimatkontrakt.app.render import How, render_to
from klimatkontrakt.app.workspace import open_workspace
from klimatkontrakt.formats._format import FORMATS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SHIPPED = (("luleå", "2025"), ("luleå", "2024"), ("karlstad", "2022"), ("karlstad", "2023"))
SUFFIXES = ("html", "docx", "pdf")
EXTRACTS = ("pressmeddelande", "tjansteskrivelse", "sammanfattning", "erfarenheter")

INVENTED = {"rich": RICH, "sparsest": {}} | {
    f"hostile-{name}": contract_of(TEXTS[name]) for name in ("html", "markdown", "long")
}


def write_all(repository: Path, folder: Path) -> None:
    """Every contract as ``<name>.html``, ``.docx`` and ``.pdf`` in the folder.

    Of two of them also the extracts and the municipality's part. One more has a table, a picture
    and notes, which no contract needs to have.
    """
    for name, root, who, version in _contracts(repository, folder):
        workspace = open_workspace(root)
        chosen = workspace.contract_of(who, version)
        for called, how in _ways(name):
            paths = [folder / f"{called}.{suffix}" for suffix in SUFFIXES]
            render_to(workspace, chosen, paths, date(2026, 11, 22), how)
    for suffix in SUFFIXES:
        data = FORMATS.discover()[suffix].write(everything())
        (folder / f"everything.{suffix}").write_bytes(data)


def _ways(name: str) -> Iterator[tuple[str, How]]:
    yield name, How(draft="hostile" in name)
    if name in {"luleå-2025", "rich"}:
        yield f"{name}-part", How(part="municipality")
        for extract in EXTRACTS:
            yield f"{name}-{extract}", How(extract=extract)


def _contracts(repository: Path, folder: Path) -> Iterator[tuple[str, Path, str, str]]:
    for who, version in SHIPPED:
        yield f"{who}-{version}", repository, who, version
    for name, files in INVENTED.items():
        yield name, small_workspace(folder / "arbetsytor" / name, files), "påhittköping", "2025"
