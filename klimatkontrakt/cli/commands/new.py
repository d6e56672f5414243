"""``kk new``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from klimatkontrakt.cli.options import (
    complete_all_municipalities,
    complete_known_versions,
    complete_versions,
)
from klimatkontrakt.i18n import N_

if TYPE_CHECKING:
    from klimatkontrakt.cli.world import World

HELP = N_("Begin a contract: the folder of a new version; nothing is overwritten.")
EPILOG = N_(
    "Goals, actions and texts come from the municipality's newest earlier version and keep their "
    "ids.  Examples:  kk new orsa 2025  ·  kk new karlstad 2025 --from 2022"
)


def new(
    ctx: typer.Context,
    who: Annotated[
        str,
        typer.Argument(
            metavar=N_("MUNICIPALITY"),
            help=N_("Name or code: luleå, Luleå kommun or 2580."),
            autocompletion=complete_all_municipalities,
        ),
    ],
    version: Annotated[
        str,
        typer.Argument(
            metavar=N_("VERSION"),
            help=N_("Year of signing, such as 2025."),
            autocompletion=complete_known_versions,
        ),
    ],
    start: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar=N_("VERSION"),
            help=N_("The version to carry over from; otherwise the newest earlier one."),
            autocompletion=complete_versions,
        ),
    ] = None,
    modeline: Annotated[
        bool,
        typer.Option(
            "--modeline", help=N_("Begin each file with a line by which an editor explains it.")
        ),
    ] = False,
) -> int:
    """Parse, make, say what to do next."""
    from klimatkontrakt.app.new import new as use
    from klimatkontrakt.reports.next_steps import after_new

    world: World = ctx.obj
    workspace = world.workspace_to_change()
    begun = use(workspace, who, version, start, world.today(), modeline=modeline)
    world.show(after_new(begun, world.translator))
    return 0
