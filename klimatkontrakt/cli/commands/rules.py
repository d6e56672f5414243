"""``kk rules``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from klimatkontrakt.cli.options import complete_codes, one_of
from klimatkontrakt.i18n import N_

if TYPE_CHECKING:
    from klimatkontrakt.cli.world import World

HELP = N_("List the codes that kk can report.")
EPILOG = N_("Examples:  kk rules  ·  kk rules KK2  ·  kk rules --format json")
FORMATS = ("table", "json", "markdown")


def rules(
    ctx: typer.Context,
    beginning: Annotated[
        str,
        typer.Argument(
            metavar=N_("CODE"),
            help=N_("Only codes that begin so, such as KK2 for goals."),
            autocompletion=complete_codes,
            show_default=False,
        ),
    ] = "",
    writer: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="|".join(FORMATS),
            help=N_("table for people, json for programs, markdown for a page of documentation."),
            callback=one_of(lambda: FORMATS),
            autocompletion=lambda: list(FORMATS),
        ),
    ] = "table",
) -> int:
    """Parse, look up, print."""
    from klimatkontrakt.app.explain import beginning_with
    from klimatkontrakt.reports.codes import WRITERS

    world: World = ctx.obj
    world.show(WRITERS[writer](beginning_with(beginning), world.translator))
    return 0
