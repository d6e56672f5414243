"""``kk list``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from klimatkontrakt.cli.options import one_of
from klimatkontrakt.i18n import N_

if TYPE_CHECKING:
    from klimatkontrakt.cli.world import World

HELP = N_("List the contracts here, one on each line.")
EPILOG = N_("Examples:  kk list  ·  kk list --format json")
FORMATS = ("table", "json")


def list(  # noqa: A001  a command is a function of its name
    ctx: typer.Context,
    writer: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="|".join(FORMATS),
            help=N_("table for people, json for programs."),
            callback=one_of(lambda: FORMATS),
            autocompletion=lambda: [*FORMATS],
        ),
    ] = "table",
) -> int:
    """Parse, read, print."""
    from klimatkontrakt.app.list import contracts
    from klimatkontrakt.reports.listing import WRITERS

    world: World = ctx.obj
    world.show(WRITERS[writer](contracts(world.workspace_or_shipped()), world.translator))
    return 0
