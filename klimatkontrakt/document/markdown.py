"""The project's Markdown: data as data, and templates wrapped as their authors like.

The dialect is paragraphs, lists with ``- ``, sub-headings, links, tables, pictures and footnotes; a
paragraph is one line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_FIRST = re.compile(r"^(#{1,6}(?=\s|$)|[-+](?=\s|$)|=+\s*$|-{3,}\s*$)", re.MULTILINE)
_NUMBERED = re.compile(r"^(\d{1,9})([.)])(?=\s|$)", re.MULTILINE)
_NUMERIC = re.compile(r"[−+-]?\d[\d\s.,]*%?").fullmatch
_LINES = re.compile(r"[ \t\r\n\f\v]+")
_SPACES = re.compile(r"[ \t\r\f\v]+")


class Markdown(str):
    """A text that is already Markdown and not to be escaped."""

    __slots__ = ()


def escape(value: object) -> Markdown:
    """Anything from the data as Markdown that shows exactly that."""
    if isinstance(value, Markdown):
        return value
    text = _SPECIAL.sub(r"\\\1", str(value))
    text = _ENTITY.sub(r"\&", text)
    text = _FIRST.sub(r"\\\1", text)
    return Markdown(_NUMBERED.sub(r"\1\\\2", text))


def prose(text: str) -> list[str]:
    """A text from the data as paragraphs and lists; a blank line parts them.

    A list is several lines in a row that all begin with ``- ``, or go on from one that does. That
    is all of Markdown that data can hold: the rest is words.
    """
    blocks = re.split(r"\n[ \t]*\n", text.strip())
    return [_list(block) or _LINES.sub(" ", block).strip() for block in blocks]


def _list(block: str) -> Markdown | None:
    items: list[str] = []
    for line in block.split("\n"):
        if line.startswith("- ") and line[2:].strip():
            items.append(line[2:].strip())
        elif items and line.startswith("  "):
            items[-1] += f" {line.strip()}"
        else:
            return None
    if len(items) < 2:  # noqa: PLR2004  one thing is no list
        return None
    return Markdown("\n".join(f"- {_cell(item)}" for item in items))


def link(title: str, address: str) -> Markdown:
    """A link; in the address only what would end it is encoded."""
    coded = re.sub(
        r"[\s<>()\\]", lambda found: "".join(f"%{b:02X}" for b in found[0].encode()), address
    )
    return Markdown(f"[{escape(title)}]({coded})")


def table(
    number: int, caption: object, head: Sequence[object], rows: Sequence[Sequence[object]]
) -> Markdown:
    """A table with its caption; a column of numbers is set to the right, unless it is the first.

    The first tells what its row is about, and so is no amount even where it is a year.
    """
    columns = list(zip(*rows, strict=True)) if rows else [() for _ in head]
    marks = ("---", *("--:" if _numbers(column) else "---" for column in columns[1:]))
    lines = (_row(map(_cell, head)), _row(marks), *(_row(map(_cell, row)) for row in rows))
    return Markdown(f"Tabell {number}. {_cell(caption)}\n\n" + "\n".join(lines))


def picture(number: int, caption: object, alt: object, name: str) -> Markdown:
    """A picture that lies in a file of its own, with its caption and what it shows in words."""
    title = _cell(caption).replace('"', '\\"')
    return Markdown(f'![{_cell(alt)}]({name}.svg "Figur {number}. {title}")')


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(value: object) -> str:
    return _LINES.sub(" ", escape(value)).strip(" ")


def _numbers(cells: Sequence[object]) -> bool:
    said = [text for cell in cells if (text := str(cell).strip()) not in {"", "–"}]
    return bool(said) and all(map(_NUMERIC, said))


def flow(text: str) -> str:
    """Join the lines of every paragraph and list item, and keep one blank line between blocks."""
    blocks = re.split(r"\n[ \t]*\n", text.strip())
    return "\n\n".join(flowed for block in blocks if (flowed := _block(block)))


def _block(block: str) -> str:
    lines: list[str] = []
    for line in block.strip().split("\n"):
        word = _SPACES.sub(" ", line).strip()
        if not word:
            continue
        if not lines or word.startswith(("- ", "#", "|")) or lines[-1].startswith("#"):
            lines.append(word)
        else:
            lines[-1] += f" {word}"
    return "\n".join(lines)
