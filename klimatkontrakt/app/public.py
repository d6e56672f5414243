"""What a Python program may use: ``klimatkontrakt.load``, ``validate`` and ``render``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from klimatkontrakt.app import render as rendering
from klimatkontrakt.app import show as showing
from klimatkontrakt.app import validate as validating
from klimatkontrakt.app.workspace import open_workspace

if TYPE_CHECKING:
    from datetime import date

    from klimatkontrakt.diagnostics.outcome import Outcome
    from klimatkontrakt.model.contract import Contract


def load(root: Path | str, who: str, version: str | None = None) -> Contract:
    """The contract of a municipality, the newest when no version is given.

    ``root`` is the folder with ``klimatkontrakt.toml``; ``who`` a name or code; ``version`` a year.

    Raises:
        klimatkontrakt.diagnostics.failure.Failure: there is no such contract.
    """
    return showing.read(open_workspace(Path(root)), who, version)[2]


def validate(root: Path | str, today: date, *words: str) -> Outcome:
    """Everything wrong with a workspace, or with the municipalities, versions or paths named.

    ``today`` is the day against which expected decisions are held.

    Raises:
        klimatkontrakt.diagnostics.failure.Failure: there is nothing to check.
    """
    workspace = open_workspace(Path(root))
    return validating.validate(workspace, words, Path(root), today)


def render(root: Path | str, who: str, today: date, version: str | None = None) -> str:
    """A municipality's contract as Markdown, the newest when no version is given.

    Raises:
        klimatkontrakt.diagnostics.failure.Failure: there is no such contract, or it has errors.
    """
    rendered = rendering.render(open_workspace(Path(root)), who, version, today)
    return rendered.data.decode()
