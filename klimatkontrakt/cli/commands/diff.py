"""``kk diff``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from klimatkontrakt.cli.options import complete_contracts, complete_versions, one_of
from klimatkontrakt.i18n import N_

if TYPE_CHECKING:
    from klimatkontrakt.cli.world import World

HELP = N_("Show what changed between two versions.")
EPILOG = N_(
    "A version is 2024 or 2025/26; HEAD~3:2025 is version 2025 in a git revision; a folder is a "
    "contract folder.  Examples:  kk diff 2024 2025  ·  kk diff 2022 2023 karlstad  ·  "
    "kk diff HEAD~1:2025 2025 luleå --format markdown"
)
FORMATS = ("terminal", "markdown", "html", "json", "github")
REASONS = ("weakened", "vanished")


def diff(
    ctx: typer.Context,
    old: Annotated[
        str,
        typer.Argument(
            metavar=N_("OLD"),
            help=N_("The older side: version, REVISION:version or folder."),
            autocompletion=complete_versions,
        ),
    ],
    new: Annotated[
        str,
        typer.Argument(
            metavar=N_("NEW"),
            help=N_("The newer side, written in the same ways."),
            autocompletion=complete_versions,
        ),
    ],
    who: Annotated[
        str | None,
        typer.Argument(
            metavar=N_("MUNICIPALITY"),
            help=N_("Only this municipality; otherwise all, and what is common to them."),
            autocompletion=complete_contracts,
        ),
    ] = None,
    writer: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="|".join(FORMATS),
            help=N_("How to write the comparison."),
            callback=one_of(lambda: FORMATS),
            autocompletion=lambda: list(FORMATS),
        ),
    ] = "terminal",
    updates: Annotated[
        bool,
        typer.Option("--updates", help=N_("Draft the chapter on the most important updates.")),
    ] = False,
    judge: Annotated[
        bool,
        typer.Option(
            "--judge", help=N_("Add weakened and strengthened, for one's own municipalities.")
        ),
    ] = False,
    fail_on: Annotated[
        str | None,
        typer.Option(
            metavar="|".join(REASONS),
            help=N_("Give exit code 1 when something is weakened, or no longer mentioned."),
            callback=one_of(lambda: REASONS),
            autocompletion=lambda: list(REASONS),
        ),
    ] = None,
) -> int:
    """Parse, compare, print, and give the exit code."""
    world: World = ctx.obj
    comparison = world.compare(old, new, who)
    world.write_comparison(comparison, "updates" if updates else writer, judge=judge)
    failed = {"weakened": comparison.weakened, "vanished": comparison.vanished}
    return int(fail_on is not None and failed[fail_on]())
