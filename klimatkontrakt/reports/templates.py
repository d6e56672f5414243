"""Which templates there are and whose, and how a workspace's own differ from those that ship."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import unified_diff
from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.diagnostics.suggest import nearest
from klimatkontrakt.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from klimatkontrakt.diagnostics.message import Message, Translator

HEADINGS = (N_("No."), N_("Name"), N_("Template"), N_("Blocks"), N_("Heading"))


@dataclass(frozen=True, slots=True)
class Lost:
    """Blocks that nothing shows, since what a template extends has none of their names."""

    blocks: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    """The blocks that it could have had."""


NONE_LOST = Lost()


@dataclass(frozen=True, slots=True)
class Used:
    """A chapter, or a part that chapters include, and the template that is used for it."""

    number: str
    """``5.2``, or nothing for a part and a chapter without number."""
    name: str
    title: str
    file: str | None
    """The template's file; nothing where it is missing."""
    own: bool
    blocks: tuple[str, ...]
    overridden: frozenset[str] = frozenset()
    """The blocks of the one that ships which the workspace has of its own."""
    lost: Lost = NONE_LOST


@dataclass(frozen=True, slots=True)
class Listed:
    """A folder of templates, in the order of its outline."""

    name: str
    title: str
    file: str | None
    """The outline's file; nothing for a folder without one."""
    own: bool
    chapters: tuple[Used, ...]
    parts: tuple[Used, ...]
    unused: tuple[str, ...]
    """The workspace's files that no chapter uses."""
    names: tuple[str, ...]
    """Every name of a template that is used."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A template of the workspace, and the one that ships in whose place it stands."""

    file: str
    text: str
    shipped_file: str | None
    shipped: str
    lost: Lost = NONE_LOST


def listing(listed: Sequence[Listed], translator: Translator) -> str:
    """Every folder as a table of its chapters and one of what they include."""
    return "\n".join(_folder(item, translator) for item in listed)


def _folder(item: Listed, translator: Translator) -> str:
    lines = [f"{item.name}  {item.title}".rstrip()]
    if item.file:
        whose = _whose(item.file, own=item.own)
        lines.append(say(N_("outline: {file}"), file=whose).words(translator))
    lines += ["", *_table(item.chapters, translator)]
    if item.parts:
        lines += ["", translator.gettext(N_("Parts that chapters include:"))]
        lines += _table(item.parts, translator)
    if any(used.overridden for used in (*item.chapters, *item.parts)):
        lines += ["", translator.gettext(N_("* your own block; the rest of that template is kk's"))]
    for used in (*item.chapters, *item.parts):
        if used.file:
            lines += [
                line for said in _lost(used.file, used.lost, translator) for line in ("", said)
            ]
    for file in item.unused:
        near = nearest(file.rpartition("/")[2].removesuffix(".md.j2"), item.names)
        said = N_('{file} is used by no chapter; did you mean "{near}"?')
        said = said if near else N_("{file} is used by no chapter")
        lines += ["", say(said, file=file, near=near).words(translator)]
    return "\n".join(lines) + "\n"


def _lost(file: str, lost: Lost, translator: Translator) -> list[str]:
    lines = []
    for name in lost.blocks:
        near = nearest(name, lost.known)
        said = N_('{file}: the block "{name}" is not shown; did you mean "{near}"?')
        said = said if near else N_('{file}: the block "{name}" is not shown')
        lines.append(say(said, file=file, name=name, near=near).words(translator))
    return lines


def _table(rows: Iterable[Used], translator: Translator) -> list[str]:
    cells = [tuple(translator.gettext(heading) for heading in HEADINGS)]
    for used in rows:
        file = _whose(used.file, own=used.own) if used.file else translator.gettext(N_("missing"))
        blocks = [f"{name}*" if name in used.overridden else name for name in used.blocks]
        cells.append((used.number, used.name, file, ", ".join(blocks), used.title))
    kept = [index for index in range(len(HEADINGS)) if any(row[index] for row in cells[1:])]
    widths = [max(len(row[index]) for row in cells) for index in kept]
    return [
        "  ".join(f"{row[i]:<{width}}" for i, width in zip(kept, widths, strict=True)).rstrip()
        for row in cells
    ]


def _whose(file: str, *, own: bool) -> str:
    """The workspace's by its path; kk's own by the name that ``kk templates copy`` takes."""
    if own:
        return file
    short = file.removeprefix("templates/").replace("/chapters/", "/").removesuffix(".md.j2")
    return f"kk: {short}"


def differences(compared: Sequence[Compared], translator: Translator) -> str:
    """A unified difference for each template, from the one that ships to the workspace's."""
    if not compared:
        return say(N_("there are no templates of your own here")).words(translator) + "\n"
    return "".join(_difference(item, translator) for item in compared)


def _difference(item: Compared, translator: Translator) -> str:
    if item.shipped_file is None:
        return _line(
            say(N_("{file} is only here; kk has none of that name"), file=item.file), translator
        )
    before, after = (text.splitlines(keepends=True) for text in (item.shipped, item.text))
    shipped = _whose(item.shipped_file, own=False)
    lines = list(unified_diff(before, after, shipped, item.file))
    lines += _lost(item.file, item.lost, translator)
    if not lines:
        return _line(say(N_("{file} says the same as kk's own"), file=item.file), translator)
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def _line(message: Message, translator: Translator) -> str:
    return f"{message.words(translator)}\n"
