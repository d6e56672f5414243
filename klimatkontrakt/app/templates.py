"""A workspace's own templates beside those that ship: list them, copy one to edit, compare."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from klimatkontrakt import __version__
from klimatkontrakt.app.template_use import bare_name, listed, lost_blocks, used
from klimatkontrakt.diagnostics.failure import Failure
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.diagnostics.suggest import nearest
from klimatkontrakt.document.blocks import blocks, extended, laid_over
from klimatkontrakt.i18n import N_
from klimatkontrakt.reports.templates import Compared
from klimatkontrakt.store.outlines import SHIPPED
from klimatkontrakt.store.writer import create_files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klimatkontrakt.app.workspace import Workspace
    from klimatkontrakt.model.template import Template
    from klimatkontrakt.reports.templates import Listed
    from klimatkontrakt.store.outlines import Outlines

COPIED = "Kopia av kk:s"
"""How what we write at the top of a copy begins; it is no difference."""
_LABEL = re.compile(r"(\d{4})/\d{2}(?:\d{2})?").fullmatch
_COPY_NOTE = re.compile(rf"\A(?:\{{# {COPIED}.*?#\}}\n|# {COPIED}.*?\n(?:#.*\n)*?#\n)", re.DOTALL)


def templates(workspace: Workspace, version: str | None) -> list[Listed]:
    """Every folder of templates, or one, with the file that is used for each chapter.

    Raises:
        Failure: there is no such folder, or an outline is broken.
    """
    names = [_folder(workspace, version)] if version else workspace.outlines.names()
    return [listed(workspace.outlines, name) for name in names]


@dataclass(frozen=True, slots=True)
class Copied:
    """The files that were made, and how many chapters the one that was named serves."""

    files: tuple[str, ...]
    chapters: int = 0


def copy(workspace: Workspace, version: str, name: str | None, block: str | None) -> Copied:
    """Put what ships in the workspace to be edited.

    A chapter, or a part that chapters include; with ``block`` a small file that keeps the rest;
    with no name all templates of the version and its outline.

    Raises:
        Failure: there is no such template or block, or a file exists already.
    """
    folder, name = _named(workspace, version, name)
    outlines = workspace.outlines
    if name is not None:
        made = dict([_copy(outlines, folder, name, block)])
    elif block is not None:
        message = say(N_("--block needs a template to take it from"))
        raise Failure(message, say(N_("write for example {command}"), command=EXAMPLE))
    else:
        names = dict.fromkeys(use.name for use in used(outlines, folder, shipped=True))
        made = dict(_copy(outlines, folder, item, None) for item in names)
        outline = outlines.shipped_outline(folder)
        if outline is not None:
            note = f"# {COPIED} disposition {folder}, ur kk {__version__}.\n#\n"
            made[f"templates/{folder}/outline.yaml"] = note + outline.text
    create_files(workspace.root, {file: text.encode() for file, text in made.items()})
    uses = used(outlines, folder)
    return Copied(tuple(made), sum(not use.part and use.name == name for use in uses))


def compared(workspace: Workspace, version: str | None, name: str | None) -> list[Compared]:
    """The workspace's own templates, each beside the one that ships.

    Raises:
        Failure: there is no such folder.
    """
    outlines = workspace.outlines
    if version is None:
        folders: list[str] = outlines.names()
    else:
        folder, name = _named(workspace, version, name)
        folders = [folder]
    found = [item for folder in folders for item in _compared(outlines, folder)]
    return [item for item in found if name is None or item.file.endswith(f"/{name}.md.j2")]


def _compared(outlines: Outlines, folder: str) -> Iterator[Compared]:
    outline = outlines.outline_file(folder)
    if outline is not None and outline.own:
        shipped = outlines.shipped_outline(folder)
        yield _beside(outline, shipped, _COPY_NOTE.sub("", outline.text))
    for item in outlines.files(folder):
        if item.own:
            shipped = outlines.template(folder, f"{SHIPPED}:{bare_name(item)}")
            text = _COPY_NOTE.sub("", item.text)
            if shipped and extended(text) == f"{SHIPPED}:{bare_name(item)}":
                text = laid_over(text, shipped.text)
            yield replace(_beside(item, shipped, text), lost=lost_blocks(outlines, folder, item))


def _beside(own: Template, shipped: Template | None, text: str) -> Compared:
    if shipped is None:
        return Compared(own.file, text, None, "")
    return Compared(own.file, text, shipped.file, shipped.text)


def _folder(workspace: Workspace, word: str) -> str:
    label = _LABEL(word)
    name = label[1] if label else word
    known = workspace.outlines.names()
    if name not in known:
        message = say(N_('there are no templates for "{word}"'), word=word)
        raise Failure(message, say(N_("choose one of {words}"), words=", ".join(known)))
    return name


def _named(workspace: Workspace, version: str, name: str | None) -> tuple[str, str | None]:
    """``2025/roadmap`` or ``2025 roadmap``, a chapter by its own name or by its template's."""
    if name is None and not _LABEL(version):
        version, _, rest = version.replace("\\", "/").partition("/")
        name = rest.removesuffix(".md.j2") or None
    folder = _folder(workspace, version)
    if name is None:
        return folder, None
    by_slug = {use.slug: use.name for use in used(workspace.outlines, folder)}
    names = {*by_slug, *by_slug.values(), *map(bare_name, workspace.outlines.files(folder))}
    if name not in names:
        near = nearest(name, names)
        message = say(N_('{version} has no template "{name}"'), version=folder, name=name)
        remedy = say(N_('did you mean "{near}"?'), near=near) if near else None
        raise Failure(
            message, remedy or say(N_("see those there are with {command}"), command=LISTED)
        )
    return folder, by_slug.get(name, name)


LISTED = "kk templates list"
EXAMPLE = "kk templates copy 2025/roadmap --block actions"


def _copy(outlines: Outlines, folder: str, name: str, block: str | None) -> tuple[str, str]:
    shipped = outlines.template(folder, f"{SHIPPED}:{name}")
    if shipped is None:
        message = say(N_('kk has no template "{name}" to copy'), name=f"{folder}/{name}")
        raise Failure(
            message, say(N_("write your own in {file}"), file=_place(outlines, folder, name))
        )
    lies_here = shipped.file.startswith(f"templates/{folder}/")
    place = shipped.file if lies_here else _place(outlines, folder, name)
    source = f"{folder}/{name}, ur kk {__version__}"
    if block is None:
        note = f"{{# {COPIED} mall {source}. Ta bort filen om kk:s egen ska gälla igen. #}}\n"
        return place, note + shipped.text
    known = blocks(shipped.text)
    if block not in known:
        message = say(
            N_('the template {name} has no block "{block}"'), name=f"{folder}/{name}", block=block
        )
        if not known:
            raise Failure(message, say(N_("copy the whole template, without --block")))
        near = nearest(block, known)
        remedy = say(N_('did you mean "{near}"?'), near=near) if near else None
        raise Failure(message, remedy or say(N_("choose one of {words}"), words=", ".join(known)))
    found = known[block]
    return place, (
        f"{{# {COPIED} block {block} i mallen {source}. Resten av mallen hämtas från kk.\n"
        "   Skriv {{ super() }} där kk:s egen text ska stå. #}\n"
        f'{{% extends "{SHIPPED}:{name}" %}}\n\n'
        f"{{% block {block} %}}\n{shipped.text[found.start : found.end]}"
        "{% endblock %}\n"
    )


def _place(outlines: Outlines, folder: str, name: str) -> str:
    inner = f"{folder}/chapters" if outlines.outline_file(folder) else folder
    return f"templates/{inner}/{name}.md.j2"
