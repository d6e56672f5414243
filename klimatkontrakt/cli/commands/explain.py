"""``kk explain``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from klimatkontrakt.cli.options import complete_codes
from klimatkontrakt.i18n import N_

if TYPE_CHECKING:
    from klimatkontrakt.cli.world import World

HELP = N_("Explain a code that kk reports; list all codes when none is named.")
EPILOG = N_("Examples:  kk explain KK204  ·  kk explain KK204 KK301  ·  kk explain")


def explain(
    ctx: typer.Context,
    codes: Annotated[
        list[str] | None,
        typer.Argument(
            metavar=N_("CODE"),
            help=N_("Codes or names, such as KK204 or target-before-baseline."),
            autocompletion=complete_codes,
        ),
    ] = None,
) -> int:
    """Parse, look up, print."""
    from klimatkontrakt.app import explain as use
    from klimatkontrakt.reports.codes import code_list, code_page

    world: World = ctx.obj
    if codes:
        pages = [code_page(use.explain(code), world.translator) for code in codes]
        world.show("\n\n".join(pages))
    else:
        world.show(code_list(use.catalogue(), world.translator))
    return 0
