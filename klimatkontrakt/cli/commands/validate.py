"""``kk validate``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from klimatkontrakt.cli.options import complete_what, one_of
from klimatkontrakt.i18n import N_

if TYPE_CHECKING:
    from klimatkontrakt.cli.world import World

HELP = N_("Check contracts: what cannot be read, does not fit, or does not agree.")
EPILOG = N_(
    "Exit codes: 0 no errors, 1 errors, 2 wrong usage, 3 nothing to check.  "
    "Examples:  kk validate  ·  kk validate luleå  ·  kk validate 2025 --format concise"
)
PRINTERS = ("full", "concise", "json")
LEVELS = ("error", "warning", "note")


def validate(
    ctx: typer.Context,
    what: Annotated[
        list[str] | None,
        typer.Argument(
            metavar=N_("WHAT"),
            help=N_("Municipality, version or path; everything when nothing is named."),
            autocompletion=complete_what,
        ),
    ] = None,
    printer: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="|".join(PRINTERS),
            help=N_("full for people, concise for editors, json for programs."),
            callback=one_of(lambda: PRINTERS),
            autocompletion=lambda: list(PRINTERS),
        ),
    ] = "full",
    fail_on: Annotated[
        str,
        typer.Option(
            metavar="|".join(LEVELS),
            help=N_("The mildest finding that gives exit code 1."),
            callback=one_of(lambda: LEVELS),
            autocompletion=lambda: list(LEVELS),
        ),
    ] = "error",
) -> int:
    """Parse, check, print, and give the exit code."""
    from klimatkontrakt.app.validate import validate as check

    world: World = ctx.obj
    workspace = world.workspace()
    outcome = check(workspace, tuple(what or ()), world.folder, world.today(), world.progress)
    return world.report(outcome, printer, fail_on)
