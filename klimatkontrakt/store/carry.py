"""A contract's files as the beginning of the next: the text is patched, so comments stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.store.sourcemap import read_nodes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from klimatkontrakt.store.sourcemap import Node

LEFT_BEHIND = ("signed_on", "covers", "signatures")
"""What was true of the earlier contract only."""
SET_ANEW = {"kind": "contract", "status": "draft"}


def as_draft(text: str, *, in_full: bool) -> str:
    """The text of an earlier ``contract.yaml`` as that of a draft.

    ``in_full`` says that the whole earlier contract is recorded; then this one begins whole.
    """
    if "diary_number" in read_nodes(text).children:
        text = _with_value(text, "diary_number", "unknown")
    for key, value in SET_ANEW.items():
        text = _with_value(text, key, value)
    if not in_full:
        text = _with_value(text, "record", "partial")
    for key in LEFT_BEHIND:
        lines = text.split("\n")
        node = read_nodes(text).children.get(key)
        if node is not None and node.key is not None:
            first = node.key.line - 1
            del lines[first : _end(lines, first, node.key.column - 1, items=True)]
        text = "\n".join(lines)
    return text


def with_comments(text: str, names: Mapping[str, str]) -> str:
    """The text with names changed in its comments, and nowhere else."""
    lines = text.split("\n")
    for index, line in enumerate(lines):
        if line.lstrip().startswith("#"):
            for one, other in names.items():
                line = line.replace(one, other)  # noqa: PLW2901  one name after the other
            lines[index] = line
    return "\n".join(lines)


def _with_value(text: str, key: str, value: str) -> str:
    """The text with a top-level key's one-line value replaced; what follows on the line stays."""
    node = read_nodes(text).children[key]
    lines = text.split("\n")
    line, span = lines[node.span.line - 1], node.span
    lines[span.line - 1] = f"{line[: span.column - 1]}{value}{line[span.end_column - 1 :]}"
    return "\n".join(lines)


def commented_out(text: str, faults: Iterable[tuple[int, str]]) -> tuple[str, int]:
    """The text with what stands at some lines made comments, and how many items that was.

    Each fault is a line, from 1, and what is wrong there, which is noted above the item. An item is
    the innermost one of a list written on lines of its own; where it is the only one, the list goes
    with it; outside lists it is the top-level key.
    """
    root, lines = read_nodes(text), text.split("\n")
    kept: dict[int, tuple[int, str]] = {}
    for line, note in sorted(faults):
        first, column, items = _item(root, lines, line)
        if first not in kept and all(line > last for last, _ in kept.values()):
            kept[first] = (_end(lines, first, column, items=items), note)
    for first, (_, note) in sorted(kept.items(), reverse=True):
        text = _shut(text, first + 1, note)
    return text, len(kept)


def _shut(text: str, line: int, note: str) -> str:
    lines = text.split("\n")
    first, column, items = _item(read_nodes(text), lines, line)
    last = _end(lines, first, column, items=items)
    margin = " " * column
    shut = [f"{margin}# {row[column:]}".rstrip() if row else "" for row in lines[first:last]]
    return "\n".join([*lines[:first], f"{margin}# {note}", *shut, *lines[last:]])


def _item(root: Node, lines: list[str], line: int) -> tuple[int, int, bool]:
    """Of what a line belongs to: first line and column, from 0, and whether it is a key."""
    found = above = (line - 1, 0, True)
    node = root
    while (below := _holding(node, line)) is not None:
        inner, number = below
        if inner.key is not None:
            above = (inner.key.line - 1, inner.key.column - 1, True)
            found = above if node is root else found
        else:
            row = lines[inner.span.line - 1]
            on_its_own_line = row[: inner.span.column - 1].strip() == "-"
            if on_its_own_line and number > 1:
                found = (inner.span.line - 1, len(row) - len(row.lstrip()), False)
            elif not lines[above[0]][: above[1]].strip():
                found = above
        node = inner
    return found


def _holding(node: Node, line: int) -> tuple[Node, int] | None:
    """The last child that begins at or before a line, and how many children there are."""
    begun = [child for child in node.children.values() if (child.key or child.span).line <= line]
    return (begun[-1], len(node.children)) if begun else None


def _end(lines: list[str], first: int, column: int, *, items: bool) -> int:
    """The line after the last one of a block that begins at a line and a column.

    ``items`` says that list items at the same column belong to it, as under a key. Comments and
    empty lines belong to the block only when something of it follows them.
    """
    end = first + 1
    for number in range(first + 1, len(lines)):
        row = lines[number].lstrip()
        if not row or row.startswith("#"):
            continue
        indent = len(lines[number]) - len(row)
        if not (indent > column or (items and indent == column and row.startswith("-"))):
            break
        end = number + 1
    return end


def with_modeline(text: str, schema: str) -> str:
    """The text with a first line by which an editor finds the file's schema, if it has none."""
    if any("yaml-language-server" in line for line in text.split("\n")[:2]):
        return text
    return f"# yaml-language-server: $schema={schema}\n{text}"
