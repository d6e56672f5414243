"""``kk schema``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from klimatkontrakt.cli.options import one_of
from klimatkontrakt.i18n import N_
from klimatkontrakt.resources import SCHEMAS, schema_json

if TYPE_CHECKING:
    from klimatkontrakt.cli.world import World

HELP = N_("Print the JSON Schema of what kk writes as JSON.")
EPILOG = N_("Examples:  kk schema diagnostics  ·  kk schema comparison")


def schema(
    ctx: typer.Context,
    name: Annotated[
        str,
        typer.Argument(
            metavar="|".join(SCHEMAS),
            help=N_("diagnostics for kk validate, comparison for kk diff, list for kk list."),
            callback=one_of(lambda: SCHEMAS),
            autocompletion=lambda: list(SCHEMAS),
        ),
    ],
) -> int:
    """Parse, print."""
    world: World = ctx.obj
    world.show(schema_json(name))
    return 0
