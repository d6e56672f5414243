"""``kk show``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from klimatkontrakt.cli.options import Version, Who
from klimatkontrakt.i18n import N_

if TYPE_CHECKING:
    from klimatkontrakt.cli.world import World

HELP = N_("Show a contract at a glance.")
EPILOG = N_("Examples:  kk show luleå  ·  kk show luleå --missing")


def show(
    ctx: typer.Context,
    who: Who,
    version: Version = None,
    missing: Annotated[
        bool, typer.Option("--missing", help=N_("List the facts that the contract leaves open."))
    ] = False,
) -> int:
    """Parse, read, print."""
    from klimatkontrakt.app.show import show as use
    from klimatkontrakt.reports.missing import missing_list
    from klimatkontrakt.reports.overview import overview

    world: World = ctx.obj
    today = world.today()
    shown = use(world.workspace_or_shipped(), who, version, today)
    world.show(
        missing_list(shown.contract, world.translator, shown.place)
        if missing
        else overview(shown.contract, shown.found, today, world.translator)
    )
    world.tell_left_out(shown.errors)
    return 0
