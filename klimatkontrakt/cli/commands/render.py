"""``kk render``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from klimatkontrakt.cli.options import (
    Version,
    complete_contracts,
    complete_extracts,
    each_known_as,
    known_as,
)
from klimatkontrakt.cli.world import FAILED_FINDINGS
from klimatkontrakt.diagnostics.failure import Failure
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_

if TYPE_CHECKING:
    from klimatkontrakt.app.render import How
    from klimatkontrakt.cli.world import World

HELP = N_("Write a contract out as a document: Word, PDF, web page or text.")
EPILOG = N_(
    "Examples:  kk render luleå  ·  kk render luleå 2025 -o kontrakt.docx -o kontrakt.pdf  ·  "
    "kk render --all --out-dir ut --format pdf  ·  kk render luleå -o kontrakt.pdf --check  ·  "
    "kk render luleå --extract pressmeddelande -o press.docx  ·  "
    "kk render luleå --part municipality"
)
FORMATS = ("markdown", "html", "docx", "pdf")
FORMAT_NAMES = {name: name for name in FORMATS} | {"md": "markdown"}
PARTIES = ("municipality",)
PARTY_NAMES = {"municipality": "municipality", "kommun": "municipality", "kommunen": "municipality"}
BY_ALL = ["docx", "pdf"]
"""What --all writes unless asked for something else: to work in, and to publish."""


def render(
    ctx: typer.Context,
    who: Annotated[
        str | None,
        typer.Argument(
            metavar=N_("MUNICIPALITY"),
            help=N_("Name or code: luleå, Luleå kommun or 2580."),
            autocompletion=complete_contracts,
        ),
    ] = None,
    version: Version = None,
    output: Annotated[
        list[Path] | None,
        typer.Option(
            "--output",
            "-o",
            metavar=N_("FILE"),
            help=N_("Write to a file, replaced only if it changed; may be given several times."),
        ),
    ] = None,
    form: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            metavar="|".join(FORMATS),
            help=N_("What to show on the screen, or to write with --all."),
            callback=each_known_as(FORMAT_NAMES),
            autocompletion=lambda: list(FORMATS),
        ),
    ] = None,
    extract: Annotated[
        str | None,
        typer.Option(
            "--extract",
            metavar=N_("NAME"),
            help=N_(
                "An extract instead of the whole: pressmeddelande, tjansteskrivelse, "
                "sammanfattning, erfarenheter, or one of your own in templates/extracts."
            ),
            autocompletion=complete_extracts,
        ),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help=N_("The newest contract of every municipality."))
    ] = False,
    folder: Annotated[
        Path | None,
        typer.Option("--out-dir", metavar=N_("FOLDER"), help=N_("Where --all puts the files.")),
    ] = None,
    check: Annotated[
        bool,
        typer.Option("--check", help=N_("Write nothing; exit code 1 if a file is out of date.")),
    ] = False,
    reference: Annotated[
        Path | None,
        typer.Option(
            "--reference",
            metavar=N_("FILE"),
            help=N_("A Word file whose styles, logo, header and footer a .docx gets."),
        ),
    ] = None,
    part: Annotated[
        str | None,
        typer.Option(
            "--part",
            metavar="|".join(PARTIES),
            help=N_("Only the municipality's part: its commitments and its appendix."),
            callback=known_as(PARTY_NAMES),
            autocompletion=lambda: list(PARTIES),
        ),
    ] = None,
    into: Annotated[
        Path | None,
        typer.Option(
            "--into",
            metavar=N_("FILE"),
            help=N_(
                "A Word file in which the part is put at its marks: `{{kommunens åtaganden}}`."
            ),
        ),
    ] = None,
    draft: Annotated[
        bool,
        typer.Option("--draft", help=N_("Render in spite of errors; the document says UTKAST.")),
    ] = False,
    force: Annotated[
        bool,
        typer.Option(
            "--force",
            help=N_("Replace also files that kk did not make, or that somebody has changed."),
        ),
    ] = False,
) -> int:
    """Parse, render, write."""
    world: World = ctx.obj
    asked = {
        "draft": draft,
        "check": check,
        "force": force,
        "reference": reference,
        "extract": extract,
        "part": part,
        "into": into,
    }
    _refuse_idle(
        {
            "--all": everything,
            "-o": bool(output),
            "--format": bool(form),
            "--out-dir": folder is not None,
            "--check": check,
            "--force": force,
        }
    )
    if everything:
        return _all(world, who, folder, form or [], asked)
    if who is None:
        message = say(N_("the municipality is missing"))
        raise Failure(message, say(N_("write for example kk render luleå, or give --all")))
    if check and not output:
        message = say(N_("--check needs files to look at"))
        raise Failure(message, say(N_("name them, as in kk render luleå -o kontrakt.pdf --check")))
    if output:
        return _files(world, who, version, [world.folder / path for path in output], asked)
    if into or reference or force:
        message = say(N_("--reference, --into and --force are about files, and none is written"))
        raise Failure(message, say(N_("name one, as in -o kontrakt.docx")))
    return _screen(world, who, version, form or ["markdown"], asked)


def _refuse_idle(given: dict[str, bool]) -> None:
    """Refuse options of which one would do nothing beside the other, or without it."""
    if given["--out-dir"] and not given["--all"]:
        message = say(N_("--out-dir is about --all, which is not given"))
        raise Failure(message, say(N_("add --all, or name a file as in -o ut/kontrakt.docx")))
    remedies = {
        ("--all", "-o"): N_("with --all the files are put in the folder of --out-dir"),
        ("--format", "-o"): N_("the ending of the file chooses its format: -o kontrakt.pdf"),
        ("--check", "--force"): N_("--check writes nothing; leave out one of them"),
    }
    for (one, other), remedy in remedies.items():
        if given[one] and given[other]:
            message = say(N_("{one} and {other} cannot be given together"), one=one, other=other)
            raise Failure(message, say(remedy))


def _screen(
    world: World, who: str, version: str | None, forms: list[str], asked: dict[str, Any]
) -> int:
    from klimatkontrakt.app.render import render

    how = _how(world, asked)
    workspace, today = world.workspace_or_shipped(), world.today()
    for form in forms:
        done = render(workspace, who, version, today, form=form, how=how)
        world.show(done.data.decode())
        world.tell_left_out(done.errors)
    return 0


def _files(
    world: World, who: str, version: str | None, paths: list[Path], asked: dict[str, Any]
) -> int:
    from klimatkontrakt.app.render import render_to

    how = _how(world, asked)
    workspace, today = world.workspace_or_shipped(), world.today()
    chosen = workspace.contract_of(who, version)
    written = render_to(workspace, chosen, paths, today, how)
    world.tell_written(written, check=how.check)
    world.tell_left_out(written[0].errors)
    return FAILED_FINDINGS if how.check and any(item.changed for item in written) else 0


def _how(world: World, asked: dict[str, Any]) -> How:
    """The options of files, their paths from the folder where they were typed."""
    from klimatkontrakt.app.render import How

    placed: dict[str, Any] = {
        name: world.folder / value if isinstance(value, Path) else value
        for name, value in asked.items()
    }
    return How(**placed)


def _all(
    world: World, who: str | None, folder: Path | None, forms: list[str], asked: dict[str, Any]
) -> int:
    from klimatkontrakt.app.render_all import Order, newest, render_all

    if who is not None:
        message = say(N_("--all takes every municipality, so none can be named"))
        raise Failure(message, say(N_("name a municipality, or give --all")))
    if folder is None:
        message = say(N_("--all needs a folder to write in"))
        raise Failure(message, say(N_("write for example kk render --all --out-dir contracts")))
    workspace = world.workspace_or_shipped()
    forms_ = tuple(forms or BY_ALL)
    how = _how(world, asked)
    order = Order(workspace.root, world.folder / folder, forms_, world.today(), how)
    chosen = newest(order)
    failed = 0
    for done in world.progress(render_all(order, chosen), len(chosen)):
        failed += done.failed is not None or (how.check and any(w.changed for w in done.written))
        world.tell_written(done.written, check=how.check)
        if done.failed is not None:
            world.fail(done.failed)
    return FAILED_FINDINGS if failed else 0
