"""``kk explain``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from klimatkontrakt.i18n import N_

if TYPE_CHECKING:
    from klimatkontrakt.cli.world import World

HELP = N_("Explain a code that kk reports; list all codes when none is named.")
EPILOG = N_("Examples:  kk explain KK204  ·  kk explain")


def complete_codes(incomplete: str) -> list[str]:
    """Codes, for completion."""
    from klimatkontrakt.app.explain import catalogue

    return [entry.code for entry in catalogue() if entry.code.startswith(incomplete.upper())]


def explain(
    ctx: typer.Context,
    code: Annotated[
        str | None,
        typer.Argument(
            metavar=N_("CODE"),
            help=N_("A code or name, such as KK204 or target-before-baseline."),
            autocompletion=complete_codes,
        ),
    ] = None,
) -> int:
    """Parse, look up, print."""
    from klimatkontrakt.app import explain as use
    from klimatkontrakt.reports.codes import code_list, code_page

    world: World = ctx.obj
    text = (
        code_page(use.explain(code), world.translator)
        if code
        else code_list(use.catalogue(), world.translator)
    )
    world.show(text)
    return 0
