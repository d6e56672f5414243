"""What TAB offers. Reads folder names and the code list only, so that it answers at once."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.failure import Failure
from klimatkontrakt.diagnostics.suggest import fold
from klimatkontrakt.document.blocks import blocks
from klimatkontrakt.resources import municipalities_csv, shipped_workspace
from klimatkontrakt.store.codes import read_codes
from klimatkontrakt.store.extracts import extracts_of
from klimatkontrakt.store.layout import Layout, find_root, open_layout
from klimatkontrakt.store.tree import Folder

if TYPE_CHECKING:
    from collections.abc import Iterable

    import typer


def beginning(words: Iterable[str], typed: str) -> list[str]:
    """The words that begin with what is typed, in any case, with or without å, ä and ö.

    What is typed stays as it is, for a shell offers only what begins so: ``lulea``, ``KK204``.
    """
    return [typed + word[len(typed) :] for word in words if fold(word).startswith(fold(typed))]


def municipalities(ctx: typer.Context) -> list[str]:
    """Names, in small letters, of the municipalities with a folder here."""
    layout = _layout(ctx)
    if layout is None:
        return []
    known = read_codes(municipalities_csv()).by_slug
    return [known[slug].name.lower() if slug in known else slug for slug in layout.municipalities()]


def all_municipalities() -> list[str]:
    """Names, in small letters, of every municipality."""
    known = read_codes(municipalities_csv()).by_code
    return [known[code].name.lower() for code in sorted(known)]


def known_versions(ctx: typer.Context) -> list[str]:
    """Every year whose common side is here or ships."""
    layouts = (_layout(ctx), open_layout(shipped_workspace()))
    return sorted({str(year) for one in layouts if one for year in one.shared_versions()})


def versions(ctx: typer.Context) -> list[str]:
    """The years of the municipality that is already named; without one, everybody's."""
    layout = _layout(ctx)
    if layout is None:
        return []
    named = read_codes(municipalities_csv()).find(ctx.params.get("who") or "")
    slugs = [item.slug for item in named] or layout.municipalities()
    years = {year for slug in slugs for year in layout.versions(slug)}
    return [str(year) for year in sorted(years)]


def template_folders(ctx: typer.Context) -> list[str]:
    """Folders that hold templates, here or among those that ship."""
    found = (path for folder in _templates(ctx) for path in folder.glob("*") if path.is_dir())
    return sorted({path.name for path in found})


def template_names(ctx: typer.Context, folder: str) -> list[str]:
    """The templates of a folder and of those whose outlines it extends."""
    return sorted({path.name.removesuffix(ENDING) for path in _files(_templates(ctx), folder)})


def template_blocks(folder: str, name: str) -> list[str]:
    """The blocks of a template that ships."""
    files = _files([shipped_workspace() / "templates"], folder)
    found = next((path for path in files if path.name == f"{name}{ENDING}"), None)
    return list(blocks(found.read_text(encoding="utf-8"))) if found else []


ENDING = ".md.j2"
_EXTENDS = re.compile(r"^extends:\s*(\w+)", re.MULTILINE).search


def _templates(ctx: typer.Context) -> list[Path]:
    layout = _layout(ctx)
    own = [layout.tree.root / "templates"] if layout and isinstance(layout.tree, Folder) else []
    return [*own, shipped_workspace() / "templates"]


def _files(roots: list[Path], folder: str) -> list[Path]:
    """The files of a folder, then those of the one that its outline extends, without YAML."""
    found: list[Path] = []
    seen: list[str] = []
    while folder and folder not in seen:
        seen.append(folder)
        outlines = [root / folder / "outline.yaml" for root in roots]
        found += [path for root in roots for path in sorted((root / folder).rglob(f"*{ENDING}"))]
        texts = [path.read_text(encoding="utf-8") for path in outlines if path.is_file()]
        above = _EXTENDS(texts[0]) if texts else None
        folder = above[1] if above else ""
    return found


def extracts(ctx: typer.Context) -> list[str]:
    """What can be taken out of a contract here."""
    return extracts_of(_root(ctx)).names()


def _root(ctx: typer.Context) -> Path:
    given = ctx.obj.given.get("root")
    return Path(given) if given else find_root(Path.cwd()) or shipped_workspace()


def _layout(ctx: typer.Context) -> Layout | None:
    try:
        return open_layout(_root(ctx))
    except (Failure, OSError):
        return None
