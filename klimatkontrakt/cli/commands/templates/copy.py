"""``kk templates copy``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from klimatkontrakt.cli.options import Chapter, complete_blocks, complete_templates
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_

if TYPE_CHECKING:
    from klimatkontrakt.cli.world import World

HELP = N_("Put a template that ships with kk in your workspace, to edit; nothing is overwritten.")
EPILOG = N_(
    "Examples:  kk templates copy 2025/roadmap --block actions  ·  "
    "kk templates copy 2025/goals  ·  kk templates copy 2022"
)


def copy(
    ctx: typer.Context,
    what: Annotated[
        str,
        typer.Argument(
            metavar=N_("VERSION/CHAPTER"),
            help=N_("Version and name, such as 2025/roadmap; 2025 alone copies all of it."),
            autocompletion=complete_templates,
        ),
    ],
    chapter: Chapter = None,
    block: Annotated[
        str | None,
        typer.Option(
            metavar=N_("BLOCK"),
            help=N_("Copy this block only; the rest stays kk's, also when kk changes."),
            autocompletion=complete_blocks,
        ),
    ] = None,
) -> int:
    """Parse, copy, say which files."""
    from klimatkontrakt.app.templates import copy as use

    world: World = ctx.obj
    workspace = world.workspace_to_change()
    copied = use(workspace, what, chapter, block)
    for file in copied.files:
        world.tell(say(N_("wrote {file}"), file=file))
    if copied.chapters > 1:
        world.tell(say(N_("note: {n} chapters use this template"), n=copied.chapters))
    return 0
