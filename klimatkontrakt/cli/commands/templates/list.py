"""``kk templates list``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from klimatkontrakt.cli.options import complete_template_folders
from klimatkontrakt.i18n import N_

if TYPE_CHECKING:
    from klimatkontrakt.cli.world import World

HELP = N_("List the chapters with the template of each, its blocks, and whether it is your own.")
EPILOG = N_("Examples:  kk templates list  ·  kk templates list 2025")


def list(  # noqa: A001  a command is a function of its name
    ctx: typer.Context,
    version: Annotated[
        str | None,
        typer.Argument(
            metavar=N_("VERSION"),
            help=N_("Version, such as 2025, or another folder of templates; otherwise all."),
            autocompletion=complete_template_folders,
        ),
    ] = None,
) -> int:
    """Parse, read, print."""
    from klimatkontrakt.app.templates import templates
    from klimatkontrakt.reports.templates import listing

    world: World = ctx.obj
    found = templates(world.workspace_or_shipped(), version)
    world.show(listing(found, world.translator))
    return 0
