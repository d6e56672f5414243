"""``kk schema``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from klimatkontrakt.cli.options import one_of
from klimatkontrakt.diagnostics.failure import Failure
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_
from klimatkontrakt.resources import SCHEMAS
from klimatkontrakt.store.layout import BACKGROUND, CONTRACT_FILES, LASTING_FILES

if TYPE_CHECKING:
    from klimatkontrakt.cli.world import World

HELP = N_("Print the JSON Schema of a file, of what kk writes as JSON, or of what templates see.")
EPILOG = N_(
    "Examples:  kk schema goals  ·  kk schema diagnostics  ·  kk schema --all --out-dir schemas"
)
FILES = (*CONTRACT_FILES, *LASTING_FILES, BACKGROUND, "shared", "register", "outline")
VIEWS = ("template", "extract")
NAMES = (*FILES, *SCHEMAS, *VIEWS)


def schema(
    ctx: typer.Context,
    name: Annotated[
        str | None,
        typer.Argument(
            metavar=N_("NAME"),
            help=N_(
                "The file's name, such as goals or contract, for editors; diagnostics, comparison, "
                "list, rules or document-check for what kk validate, diff, list, rules and "
                "check-document write as JSON; template for what a chapter's template sees."
            ),
            callback=one_of(lambda: NAMES),
            autocompletion=lambda: list(NAMES),
        ),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help=N_("Write the schema of every kind of file."))
    ] = False,
    out_dir: Annotated[
        Path | None,
        typer.Option(metavar=N_("FOLDER"), help=N_("The folder that --all writes in.")),
    ] = None,
) -> int:
    """Parse, print or write."""
    from klimatkontrakt.app import schema as use

    world: World = ctx.obj
    if out_dir and not everything:
        message = say(N_("--out-dir goes with --all"))
        raise Failure(message, say(N_("add --all, or leave --out-dir out")))
    if not everything:
        world.show(use.schema(name))
        return 0
    use.write_all(world.folder / out_dir if out_dir else None)
    world.tell(say(N_("wrote {file}"), file=str(out_dir)))
    return 0
