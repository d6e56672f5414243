"""``kk init``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from klimatkontrakt.cli.options import (
    complete_all_municipalities,
    complete_known_versions,
    one_of,
)
from klimatkontrakt.i18n import N_

if TYPE_CHECKING:
    from klimatkontrakt.cli.world import World

HELP = N_("Make a workspace for a municipality's contracts; nothing is overwritten.")
EPILOG = N_(
    "Examples:  kk init  ·  kk init klimat --municipality luleå  ·  "
    "kk init --municipality 2580 --ci github --hook"
)
SERVICES = ("github", "gitlab")


def init(
    ctx: typer.Context,
    folder: Annotated[
        Path | None,
        typer.Argument(metavar=N_("FOLDER"), help=N_("Where to make it; otherwise here.")),
    ] = None,
    municipality: Annotated[
        str | None,
        typer.Option(
            metavar=N_("MUNICIPALITY"),
            help=N_("Name or code; asked for when it is not given."),
            autocompletion=complete_all_municipalities,
        ),
    ] = None,
    contract_version: Annotated[
        str | None,
        typer.Option(
            metavar=N_("VERSION"),
            help=N_("Version of the first contract, such as 2025; otherwise the newest."),
            autocompletion=complete_known_versions,
        ),
    ] = None,
    ci: Annotated[
        str | None,
        typer.Option(
            metavar="|".join(SERVICES),
            help=N_("Add a file by which that service checks the contract after each change."),
            callback=one_of(lambda: SERVICES),
            autocompletion=lambda: list(SERVICES),
        ),
    ] = None,
    hook: Annotated[
        bool,
        typer.Option(
            "--hook", help=N_("Add a file by which pre-commit checks before git saves a change.")
        ),
    ] = False,
    editor: Annotated[
        bool,
        typer.Option(
            "--editor", help=N_("Add settings by which VS Code explains and completes the files.")
        ),
    ] = False,
) -> int:
    """Parse, make, say what to do next."""
    from klimatkontrakt.app.init import init as use
    from klimatkontrakt.reports.next_steps import after_init

    world: World = ctx.obj
    switches = {"hook": hook, "editor": editor}
    extras = (*([ci] if ci else []), *(name for name, on in switches.items() if on))
    made = use(world.folder / (folder or ""), municipality, contract_version, extras, world.ask)
    place = folder.as_posix() if folder else None
    world.show(after_init(made, place, world.translator))
    return 0
