"""``kk check-document``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from klimatkontrakt.cli.options import Version, Who, one_of
from klimatkontrakt.cli.world import FAILED_FINDINGS
from klimatkontrakt.i18n import N_

if TYPE_CHECKING:
    from klimatkontrakt.cli.world import World
    from klimatkontrakt.document.check.checked import Way

HELP = N_("Show where an edited or signed document departs from the data.")
EPILOG = N_(
    "By paragraphs where the words should be the same, by facts where they are others. Exit code "
    "0 if the document agrees, tracked changes accepted, and 1 if it departs.  "
    "Examples:  kk check-document kontrakt.docx luleå  ·  "
    "kk check-document undertecknat.pdf luleå 2025 --facts"
)
FORMATS = ("full", "json")


def check_document(
    ctx: typer.Context,
    file: Annotated[
        Path,
        typer.Argument(metavar=N_("FILE"), help=N_("A file of type docx, pdf, html, md or txt.")),
    ],
    who: Who,
    version: Version = None,
    by_paragraphs: Annotated[
        bool | None,
        typer.Option(
            "--paragraphs/--facts",
            help=N_("Compare every paragraph, or only the facts; otherwise kk decides."),
            show_default=False,
        ),
    ] = None,
    writer: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="|".join(FORMATS),
            help=N_("How to write what is found."),
            callback=one_of(lambda: FORMATS),
            autocompletion=lambda: list(FORMATS),
        ),
    ] = "full",
) -> int:
    """Parse, compare, print, and give the exit code."""
    from klimatkontrakt.app.check_document import check_document as use
    from klimatkontrakt.reports.document_check._writer import WRITERS

    world: World = ctx.obj
    ways: dict[bool | None, Way | None] = {None: None, True: "paragraphs", False: "facts"}
    workspace, today = world.workspace_or_shipped(), world.today()
    checked = use(workspace, world.folder / file, who, version, today, way=ways[by_paragraphs])
    world.show(WRITERS.load(writer).write(checked, world.translator))
    return 0 if checked.agrees else FAILED_FINDINGS
