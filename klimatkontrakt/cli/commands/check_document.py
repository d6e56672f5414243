"""``kk check-document``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from klimatkontrakt.cli.commands.render import PARTIES, PARTY_NAMES
from klimatkontrakt.cli.options import Version, Who, complete_extracts, known_as, one_of
from klimatkontrakt.cli.world import FAILED_FINDINGS
from klimatkontrakt.diagnostics.failure import Failure
from klimatkontrakt.diagnostics.message import say
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
        bool,
        typer.Option("--paragraphs", help=N_("Compare every paragraph; otherwise kk decides.")),
    ] = False,
    by_facts: Annotated[
        bool,
        typer.Option("--facts", help=N_("Compare only the facts; otherwise kk decides.")),
    ] = False,
    part: Annotated[
        str | None,
        typer.Option(
            "--part",
            metavar="|".join(PARTIES),
            help=N_("The file holds only the municipality's part; otherwise kk finds out."),
            callback=known_as(PARTY_NAMES),
            autocompletion=lambda: list(PARTIES),
        ),
    ] = None,
    extract: Annotated[
        str | None,
        typer.Option(
            "--extract",
            metavar=N_("NAME"),
            help=N_("The file is this extract, as in kk render --extract; otherwise kk finds out."),
            autocompletion=complete_extracts,
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
    from klimatkontrakt.app.render import How
    from klimatkontrakt.reports.document_check._writer import WRITERS

    world: World = ctx.obj
    if by_paragraphs and by_facts:
        message = say(N_("--paragraphs and --facts cannot be given together"))
        raise Failure(message, say(N_("choose one of them")))
    way: Way | None = "paragraphs" if by_paragraphs else "facts" if by_facts else None
    workspace, today = world.workspace_or_shipped(), world.today()
    path, how = world.folder / file, How(part=part, extract=extract)
    checked = use(workspace, path, who, version, today, way=way, how=how)
    world.show(WRITERS.load(writer).write(checked, world.translator))
    return 0 if checked.agrees else FAILED_FINDINGS
