"""``kk validate``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from klimatkontrakt.cli.mending import mend, show_diff
from klimatkontrakt.cli.options import complete_contracts, one_of
from klimatkontrakt.i18n import N_

if TYPE_CHECKING:
    from klimatkontrakt.app.workspace import Workspace
    from klimatkontrakt.cli.world import World
    from klimatkontrakt.diagnostics.outcome import Outcome

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
            autocompletion=complete_contracts,
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
    fix: Annotated[
        bool,
        typer.Option(
            "--fix",
            help=N_("Mend what can be mended for certain, such as spelling and quotes."),
        ),
    ] = False,
    diff: Annotated[
        bool,
        typer.Option(
            "--diff",
            help=N_("Show what --fix would change, and write nothing; 1 if it would change any."),
        ),
    ] = False,
) -> int:
    """Parse, check, print, and give the exit code."""
    from klimatkontrakt.app.validate import validate as check

    world: World = ctx.obj
    workspace = world.workspace()

    def checked(opened: Workspace) -> Outcome:
        return check(opened, tuple(what or ()), world.folder, world.today(), world.progress)

    if diff:
        return show_diff(world, workspace, checked)
    outcome = mend(world, workspace, checked) if fix else checked(workspace)
    return world.report(outcome, printer, fail_on)
