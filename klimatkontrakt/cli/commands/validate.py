"""``kk validate``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from klimatkontrakt.cli.mending import mend, show_diff
from klimatkontrakt.cli.options import complete_codes, complete_what, one_of
from klimatkontrakt.i18n import N_
from klimatkontrakt.registry import part_names

if TYPE_CHECKING:
    from klimatkontrakt.app.workspace import Workspace
    from klimatkontrakt.cli.world import World
    from klimatkontrakt.diagnostics.outcome import Outcome

HELP = N_("Check contracts: what cannot be read, does not fit, or does not agree.")
EPILOG = N_(
    "Exit codes: 0 no errors, 1 errors, 2 wrong usage, 3 nothing to check.  "
    "Examples:  kk validate  ·  kk validate luleå  ·  kk validate 2025 --select KK2,KK301  ·  "
    "kk validate -o kk.sarif"
)
PRINTERS = part_names("klimatkontrakt.printers")
LEVELS = ("error", "warning", "note", "never")


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
        str | None,
        typer.Option(
            "--format",
            metavar="|".join(PRINTERS),
            help=N_("How to show the findings; otherwise full, and github in a run on GitHub."),
            callback=one_of(lambda: PRINTERS),
            autocompletion=lambda: list(PRINTERS),
        ),
    ] = None,
    fail_on: Annotated[
        str,
        typer.Option(
            metavar="|".join(LEVELS),
            help=N_("The mildest finding that gives exit code 1."),
            callback=one_of(lambda: LEVELS),
            autocompletion=lambda: list(LEVELS),
        ),
    ] = "error",
    strict: Annotated[
        bool, typer.Option("--strict", help=N_("Count every warning as an error."))
    ] = False,
    select: Annotated[
        list[str] | None,
        typer.Option(
            metavar=N_("CODE"),
            help=N_(
                "Only these: a code, the beginning of one (KK2) or a name, several with commas. "
                "What cannot be read is always told."
            ),
            autocompletion=complete_codes,
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(
            metavar=N_("CODE"),
            help=N_("All but these, written in the same ways."),
            autocompletion=complete_codes,
        ),
    ] = None,
    output: Annotated[
        list[Path] | None,
        typer.Option(
            "--output",
            "-o",
            metavar=N_("FILE"),
            help=N_(
                "Write the report to a file as well; its ending may choose the format. "
                "May be repeated."
            ),
        ),
    ] = None,
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
    from klimatkontrakt.app.selection import selection
    from klimatkontrakt.app.validate import validate as check

    world: World = ctx.obj
    workspace, words, today = world.workspace(), tuple(what or ()), world.today()
    wanted = selection(select or (), ignore or (), strict=strict)

    def checked(opened: Workspace) -> Outcome:
        return check(opened, words, world.folder, today, world.progress, selection=wanted)

    if diff:
        return show_diff(world, workspace, checked)
    outcome = mend(world, workspace, checked) if fix else checked(workspace)
    return world.report(outcome, printer, fail_on, output or ())
