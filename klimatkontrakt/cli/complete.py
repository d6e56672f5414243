"""What TAB offers. Reads folder names and the code list only, so that it answers at once."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.failure import Failure
from klimatkontrakt.resources import municipalities_csv, shipped_workspace
from klimatkontrakt.store.layout import Layout, find_root, open_layout

if TYPE_CHECKING:
    import typer


def municipalities(ctx: typer.Context) -> list[str]:
    """Names, in small letters, of the municipalities with a folder here."""
    layout = _layout(ctx)
    rows = csv.DictReader(municipalities_csv().splitlines())
    names = {row["slug"]: row["name"].lower() for row in rows}
    return [names.get(slug, slug) for slug in layout.municipalities()] if layout else []


def all_municipalities() -> list[str]:
    """Names, in small letters, of every municipality."""
    rows = csv.DictReader(municipalities_csv().splitlines())
    return [row["name"].lower() for row in rows]


def known_versions(ctx: typer.Context) -> list[str]:
    """Every year whose common side is here or ships."""
    layouts = (_layout(ctx), open_layout(shipped_workspace()))
    return sorted({str(year) for one in layouts if one for year in one.shared_versions()})


def versions(ctx: typer.Context) -> list[str]:
    """Every year for which somebody has a folder here."""
    layout = _layout(ctx)
    if layout is None:
        return []
    years = {year for slug in layout.municipalities() for year in layout.versions(slug)}
    return [str(year) for year in sorted(years)]


def _layout(ctx: typer.Context) -> Layout | None:
    given = ctx.params.get("root")
    root = Path(given) if given else find_root(Path.cwd()) or shipped_workspace()
    try:
        return open_layout(root)
    except Failure:
        return None
