"""Which templates a folder uses: those of its chapters, and the parts that they include."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from klimatkontrakt.document.blocks import blocks, extended, included, lost
from klimatkontrakt.reports.templates import Listed, Lost, Used
from klimatkontrakt.store.outlines import SHIPPED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from klimatkontrakt.model.outline import Chapter
    from klimatkontrakt.model.template import Template
    from klimatkontrakt.store.outlines import Outlines


@dataclass(frozen=True, slots=True)
class Use:
    """A chapter and the name of its template, or a part with the same name twice."""

    slug: str
    name: str
    number: str = ""
    title: str = ""
    part: bool = False


def used(outlines: Outlines, folder: str, *, shipped: bool = False) -> list[Use]:
    """What the chapters of a folder use, or, in one without an outline, what lies in it.

    With ``shipped`` as if the workspace had no templates of its own.
    """
    outline = outlines.read(folder)
    if outline is None:
        return [Use(bare_name(item), bare_name(item)) for item in outlines.files(folder)]
    bodies = [chapter for chapter in outline.chapters if not chapter.appendix]
    ends = [chapter for chapter in outline.chapters if chapter.appendix]
    chapters = [*_numbered(bodies, "")]
    for place, chapter in enumerate(ends, 1):
        chapters.append(_use(chapter, f"Bilaga {place}"))
    names = list(dict.fromkeys(item.name for item in chapters))
    parts = [
        name for name in _with_parts(outlines, folder, names, shipped=shipped) if name not in names
    ]
    return chapters + [Use(name, name, part=True) for name in parts]


def _numbered(chapters: Iterable[Chapter], prefix: str) -> Iterator[Use]:
    place = 0
    for chapter in chapters:
        place += chapter.numbered
        number = f"{prefix}{place}" if chapter.numbered else ""
        yield _use(chapter, number)
        yield from _numbered(chapter.chapters, f"{number}.")


def _use(chapter: Chapter, number: str) -> Use:
    return Use(chapter.slug, chapter.template or chapter.slug, number, chapter.title)


def _with_parts(outlines: Outlines, folder: str, names: list[str], *, shipped: bool) -> list[str]:
    found: list[str] = []
    left = list(names)
    while left:
        name = left.pop(0)
        if name in found:
            continue
        found.append(name)
        first = outlines.template(folder, f"{SHIPPED}:{name}" if shipped else name)
        for template in (first, below(outlines, folder, first)):
            if template is not None:
                left += [part for part in included(template.text) if ":" not in part]
    return found


def below(outlines: Outlines, folder: str, template: Template | None) -> Template | None:
    """The template that this one extends."""
    name = extended(template.text) if template else None
    return outlines.template(folder, name) if name else None


def listed(outlines: Outlines, folder: str) -> Listed:
    """A folder's chapters and parts with the files that are used, and its files that are not."""
    outline, file = outlines.read(folder), outlines.outline_file(folder)
    uses = used(outlines, folder)
    names = {use.name for use in uses}
    own = [item for item in outlines.files(folder) if item.own]
    return Listed(
        name=folder,
        title=outline.title if outline else "",
        file=file.file if file else None,
        own=file.own if file else False,
        chapters=tuple(_row(outlines, folder, use) for use in uses if not use.part),
        parts=tuple(_row(outlines, folder, use) for use in uses if use.part),
        unused=tuple(item.file for item in own if bare_name(item) not in names),
        names=tuple(sorted(names)),
    )


def _row(outlines: Outlines, folder: str, use: Use) -> Used:
    template = outlines.template(folder, use.name)
    if template is None:
        return Used(use.number, use.slug, use.title, None, own=False, blocks=())
    under = below(outlines, folder, template)
    own = blocks(template.text)
    theirs = blocks(under.text) if under else {}
    gone = lost_blocks(outlines, folder, template)
    return Used(
        use.number,
        use.slug,
        use.title,
        template.file,
        own=template.own,
        blocks=tuple(name for name in dict.fromkeys([*theirs, *own]) if name not in gone.blocks),
        overridden=frozenset(set(own) & set(theirs)),
        lost=gone,
    )


def lost_blocks(outlines: Outlines, folder: str, template: Template) -> Lost:
    """The blocks of a template that nothing shows, and those it could have had."""

    def text(name: str) -> str | None:
        found = outlines.template(folder, name)
        return found.text if found else None

    gone, known = lost(template.text, text)
    return Lost(tuple(block.name for block in gone), tuple(known))


def bare_name(template: Template) -> str:
    """The name that outlines and other templates have for a template."""
    return PurePosixPath(template.file).name.removesuffix(".md.j2")
