"""``kk render``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from klimatkontrakt.cli.options import Version, Who
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_

if TYPE_CHECKING:
    from klimatkontrakt.cli.world import World

HELP = N_("Write a contract out as a document.")
EPILOG = N_("Examples:  kk render luleå  ·  kk render luleå 2025 -o kontrakt.md")


def render(
    ctx: typer.Context,
    who: Who,
    version: Version = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar=N_("FILE"),
            help=N_("Write to a file, replaced only if it changed; otherwise to the screen."),
        ),
    ] = None,
    draft: Annotated[
        bool,
        typer.Option("--draft", help=N_("Render in spite of errors; the document says UTKAST.")),
    ] = False,
) -> int:
    """Parse, render, write."""
    from klimatkontrakt.app import render as use

    world: World = ctx.obj
    workspace, today = world.workspace_or_shipped(), world.today()
    if output is None:
        done = use.render(workspace, who, version, today, draft=draft)
        world.show(done.data.decode())
        world.tell_left_out(done.errors)
        return 0
    path = world.folder / output
    done = use.render_to(workspace, who, version, today, path, draft=draft)
    said = N_("wrote {file}") if done.written else N_("{file} was already up to date")
    world.tell(say(said, file=str(output)))
    world.tell_left_out(done.errors)
    return 0
