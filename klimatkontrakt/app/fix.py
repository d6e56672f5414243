"""Make the edits that mend findings for certain, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.failure import Failure
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_
from klimatkontrakt.resources import DATA
from klimatkontrakt.store.mending import apart, mended
from klimatkontrakt.store.reader import Reader
from klimatkontrakt.store.tree import Laid
from klimatkontrakt.store.writer import replace_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from klimatkontrakt.app.workspace import Workspace
    from klimatkontrakt.diagnostics.diagnostic import Diagnostic
    from klimatkontrakt.diagnostics.edit import Edit
    from klimatkontrakt.diagnostics.message import Message
    from klimatkontrakt.diagnostics.outcome import Outcome

    Check = Callable[[Workspace], Outcome]

ROUNDS = 5
"""Mending one fault can bring another to light, as a mark that keeps a file from being read."""


@dataclass(frozen=True, slots=True)
class Mended:
    """One edit that was made."""

    file: str
    line: int
    message: Message


@dataclass(frozen=True, slots=True)
class Changed:
    """A file before and after."""

    file: str
    old: bytes
    new: bytes


@dataclass(slots=True)
class Fixed:
    """What was mended, what could not be and why, and what a check then finds."""

    outcome: Outcome
    mended: list[Mended] = field(default_factory=list)
    refused: list[Message] = field(default_factory=list)
    changed: list[Changed] = field(default_factory=list)


def fix(workspace: Workspace, check: Check, *, write: bool) -> Fixed:
    """Mend what ``check`` finds and shows, or with ``write`` false only find out how it would be.

    Raises:
        Failure: the workspace is the one inside the installed program, or ``check`` fails.
    """
    if workspace.root.resolve() == DATA.resolve():
        message = say(N_("the contracts that ship with kk are not changed"))
        raise Failure(message, say(N_("go to the folder with your contracts, or give --root")))
    fixed = _drafted(workspace, check)
    if write:
        _write(workspace, fixed)
        fixed.outcome = check(_reopened(workspace, {}))
    return fixed


def _drafted(workspace: Workspace, check: Check) -> Fixed:
    """Mend in memory until nothing more can be mended."""
    read, changed, refused = dict[str, bytes](), dict[str, bytes](), set[str]()
    fixed = Fixed(check(_reopened(workspace, changed)))
    for _ in range(ROUNDS):
        before = dict(changed)
        for file, edits in _by_file(fixed.outcome.diagnostics):
            if file not in read:
                read[file] = workspace.layout.tree.read(file) or b""
            old = changed.get(file, read[file])
            new, proved = _proved(old, edits)
            if new is not None:
                changed[file] = new
                fixed.mended += _told(file, old, new, proved)
            elif file not in refused:
                refused.add(file)
                message = N_("{file} is left as it was: it is not certain that only the fault goes")
                fixed.refused.append(say(message, file=file))
        if changed == before:
            break
        fixed.outcome = check(_reopened(workspace, changed))
    fixed.changed = [Changed(file, read[file], new) for file, new in changed.items()]
    return fixed


def _proved(old: bytes, edits: list[Edit]) -> tuple[bytes | None, list[Edit]]:
    """The file mended, and the edits made: one that cannot be proved holds up no other."""
    new = mended(old, edits)
    if new is not None:
        return new, edits
    proved = [edit for edit in edits if mended(old, [edit]) is not None]
    return mended(old, proved) if proved else None, proved


def _reopened(workspace: Workspace, changed: dict[str, bytes]) -> Workspace:
    layout = replace(workspace.layout, tree=Laid(workspace.layout.tree, dict(changed)))
    return replace(workspace, layout=layout, reader=Reader(layout))


def _by_file(diagnostics: Iterable[Diagnostic]) -> list[tuple[str, list[Edit]]]:
    found: dict[str, list[Edit]] = {}
    for item in diagnostics:
        if item.edits:
            found.setdefault(item.place.file, []).extend(item.edits)
    return [(file, apart(edits)) for file, edits in found.items()]


def _told(file: str, old: bytes, new: bytes, edits: Iterable[Edit]) -> Iterable[Mended]:
    lines, after = old.decode("utf-8").split("\n"), new.decode("utf-8").split("\n")
    for edit in edits:
        number = edit.span.line
        gone = lines[number - 1][edit.span.column - 1 : edit.span.end_column - 1]
        if "\t" in gone:
            message = say(N_("a tab gave way to a space") if edit.text else N_("a tab is gone"))
        elif not edit.text:
            message = say(N_("an invisible character is gone"))
        elif not any(letter.isalnum() for letter in gone):
            whole = lines[number - 1].strip(), after[number - 1].strip()
            message = say(N_("{old} became {new}"), old=whole[0], new=whole[1])
        else:
            message = say(N_("{old} became {new}"), old=gone, new=edit.text)
        yield Mended(file, number, message)


def _write(workspace: Workspace, fixed: Fixed) -> None:
    """Put each file in place, whole or not at all; one that cannot be written keeps its faults."""
    for item in list(fixed.changed):
        refused = _replaced(workspace, item)
        if refused is not None:
            fixed.refused.append(refused)
            fixed.changed.remove(item)
            fixed.mended = [made for made in fixed.mended if made.file != item.file]


def _replaced(workspace: Workspace, item: Changed) -> Message | None:
    if workspace.layout.tree.read(item.file) != item.old:
        return say(N_("{file} was changed by someone else meanwhile"), file=item.file)
    try:
        replace_file(workspace.root / item.file, item.new)
    except Failure as failure:
        return failure.message
    return None
