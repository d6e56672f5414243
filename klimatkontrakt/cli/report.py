"""Where a report goes: to the screen, to a file, and to the summary of a run on GitHub."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_
from klimatkontrakt.printers._printer import PRINTERS
from klimatkontrakt.store.layout import folder_in_repository
from klimatkontrakt.store.writer import append, replace_file

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klimatkontrakt.cli.world import World
    from klimatkontrakt.diagnostics.outcome import Outcome

FOR_PEOPLE = "full"
ON_GITHUB = "github"
SUMMARY = "markdown"
LARGEST_SUMMARY = 2**20
"""Bytes that GitHub takes as the summary of a step; above that it drops all of it."""


def report(
    world: World, outcome: Outcome, printer: str | None, outputs: Sequence[Path] = ()
) -> None:
    """Show an outcome; with files the printer's text goes there and the screen has its usual.

    A printer that nobody named is chosen by a file's ending, and for the screen by where kk runs.

    Raises:
        Failure: a file cannot be written.
    """
    on_github = world.environment.get("GITHUB_ACTIONS") == "true"
    usual = ON_GITHUB if on_github else FOR_PEOPLE
    screen = usual if outputs else printer or usual
    world.show(_text(world, outcome, screen, colour=world.colour()))
    if screen == ON_GITHUB:
        _summarise(world, outcome)
    for output in outputs:
        text = _text(world, outcome, printer or _by_suffix(output.suffix), colour=False)
        written = replace_file(world.folder / output, _bytes(text))
        said = N_("wrote {file}") if written else N_("{file} was already up to date")
        world.tell(say(said, file=str(output)))


def _summarise(world: World, outcome: Outcome) -> None:
    path = world.environment.get("GITHUB_STEP_SUMMARY")
    if not path:
        return
    data = _bytes(_text(world, outcome, SUMMARY, colour=False) + "\n")
    if not append(Path(path), data, LARGEST_SUMMARY):
        world.tell(say(N_("note: the summary of this run is full, so the findings are not in it")))


def _text(world: World, outcome: Outcome, printer: str, *, colour: bool) -> str:
    root = world.root()
    folder = folder_in_repository(root) if root else ""
    write = PRINTERS.load(printer).write
    return write(outcome, world.translator, colour=colour, folder=folder)


def _by_suffix(suffix: str) -> str:
    found = [item.name for item in PRINTERS.discover() if suffix.lower() in item.suffixes]
    return next(iter(found), FOR_PEOPLE)


def _bytes(text: str) -> bytes:
    """As the screen has it: half a character of the data cannot stop the report."""
    return text.encode("utf-8", errors="backslashreplace")
