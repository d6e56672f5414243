"""What to do when something has just been made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.message import count, say
from klimatkontrakt.diagnostics.terms import typed
from klimatkontrakt.i18n import N_, NN_

NOT_FITTING = "Passar inte"
"""How the comment begins above what a new version has no place for; the files are Swedish."""

if TYPE_CHECKING:
    from klimatkontrakt.diagnostics.message import Message, Translator


@dataclass(frozen=True, slots=True)
class MadeWorkspace:
    """A workspace that has been made: whose, the folder of its contract, and its files."""

    name: str
    contract: str
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BegunContract:
    """A contract that has been begun: whose, which version, where, and its files."""

    name: str
    year: int
    folder: str
    files: tuple[str, ...]
    source: int | None = None
    """The version that it was carried over from."""
    shut: int = 0
    """Items that have been made comments, since they do not fit the new version."""
    has_outline: bool = True
    """Whether the version can be written out."""


def after_init(made: MadeWorkspace, place: str | None, translator: Translator) -> str:
    """Three lines about a new workspace; ``place`` is its folder, if it is not this one."""
    fill = say(N_("Write the contract into the files in {folder}."), folder=made.contract)
    if place is not None:
        fill = say(
            N_("Go to {place} and write the contract into the files in {folder}."),
            place=place,
            folder=made.contract,
        )
    return _lines([fill, *_check_and_render(made.name)], translator)


def after_new(begun: BegunContract, translator: Translator) -> str:
    """What was made, from where, and the steps from there."""
    fill = say(N_("Write the contract into the files in {folder}."), folder=begun.folder)
    if begun.source is not None:
        fill = say(
            N_("Go through the files in {folder}; they are carried over from version {year}."),
            folder=begun.folder,
            year=begun.source,
        )
    steps = [fill]
    if begun.shut:
        steps.append(
            count(
                NN_(
                    "{n} item does not fit the new version and is now a comment: "
                    "look for “{words}” in the files.",
                    "{n} items do not fit the new version and are now comments: "
                    "look for “{words}” in the files.",
                ),
                begun.shut,
                words=NOT_FITTING,
            )
        )
    last = _check_and_render(begun.name, begun.year)
    return _lines([*steps, *(last if begun.has_outline else last[:1])], translator)


def _check_and_render(name: str, year: int | None = None) -> tuple[Message, Message]:
    who = typed(name) if year is None else f"{typed(name)} {year}"
    return (
        say(
            N_("Check it with kk validate, and see what is open with kk show {who} --missing."),
            who=who,
        ),
        say(N_("Write it out as a document with kk render {who} -o kontrakt.docx."), who=who),
    )


def _lines(messages: list[Message], translator: Translator) -> str:
    return "".join(
        f"{number}. {message.words(translator)}\n" for number, message in enumerate(messages, 1)
    )
