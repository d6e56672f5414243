"""``kk templates diff``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from klimatkontrakt.cli.options import Chapter, complete_templates
from klimatkontrakt.i18n import N_

if TYPE_CHECKING:
    from klimatkontrakt.cli.world import World

HELP = N_("Show how your own templates differ from those that ship with kk.")
EPILOG = N_("Examples:  kk templates diff  ·  kk templates diff 2025/roadmap")


def diff(
    ctx: typer.Context,
    what: Annotated[
        str | None,
        typer.Argument(
            metavar=N_("VERSION/CHAPTER"),
            help=N_("Version and name, such as 2025/roadmap, or a version; otherwise all."),
            autocompletion=complete_templates,
        ),
    ] = None,
    chapter: Chapter = None,
) -> int:
    """Parse, compare, print."""
    from klimatkontrakt.app.templates import compared
    from klimatkontrakt.reports.templates import differences

    world: World = ctx.obj
    found = compared(world.workspace_or_shipped(), what, chapter)
    world.show(differences(found, world.translator))
    return 0
