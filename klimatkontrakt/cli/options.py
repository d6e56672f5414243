"""Options that more than one command has, each declared once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperOption

from klimatkontrakt.diagnostics.failure import Failure
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.diagnostics.suggest import nearest, typed_as
from klimatkontrakt.i18n import LANGUAGES, N_

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

COLOURS = ("auto", "always", "never")


def one_of(words: Callable[[], Sequence[str]]) -> Callable[[str | None], str | None]:
    """A callback that refuses a value outside the words, naming the nearest."""

    def check(value: str | None) -> str | None:
        known = words()
        if value is None or value in known:
            return value
        near = nearest(value, known)
        message = say(N_('"{value}" cannot be chosen here'), value=value)
        remedy = (
            say(N_('did you mean "{near}"?'), near=near)
            if near
            else say(N_("choose one of {words}"), words=", ".join(known))
        )
        raise Failure(message, remedy)

    return check


def known_as(names: Mapping[str, str]) -> Callable[[str | None], str | None]:
    """The same for words that people type, each with what is meant by it."""
    check = one_of(lambda: list(names))

    def name(value: str | None) -> str | None:
        if value is None:
            return None
        meant = typed_as(value, names)
        check(meant or value)
        return names.get(meant or value)

    return name


def each_known_as(names: Mapping[str, str]) -> Callable[[list[str] | None], list[str] | None]:
    """:func:`known_as` for an option that may be given several times."""
    check = known_as(names)

    def name_each(values: list[str] | None) -> list[str] | None:
        return values and [found for value in values if (found := check(value))]

    return name_each


def _complete(words: Sequence[str]) -> Callable[[Any, Any, str], list[str]]:
    """Completion as typer's inner click calls it."""

    def complete(_ctx: Any, _args: Any, incomplete: str) -> list[str]:
        return [word for word in words if word.startswith(incomplete)]

    return complete


def _kept(check: Callable[[str | None], str | None] = lambda value: value) -> Callable[..., Any]:
    def keep(ctx: typer.Context, param: Any, value: Any) -> Any:
        # While a line is being completed nothing is refused, but the folder must be known.
        ctx.obj.given[param.name] = value if ctx.resilient_parsing else check(value)
        return value

    return keep


def shared_options() -> list[TyperOption]:
    """A fresh set of the options that every command has; their values end in ``World.given``."""
    return [
        TyperOption(
            param_decls=["--root"],
            metavar=N_("FOLDER"),
            help=N_("The folder with klimatkontrakt.toml; otherwise the nearest one upward."),
            callback=_kept(),
            expose_value=False,
        ),
        TyperOption(
            param_decls=["--today"],
            metavar=N_("DAY"),
            help=N_("The day to count from, as in 2026-11-22; otherwise today."),
            callback=_kept(),
            expose_value=False,
        ),
        TyperOption(
            param_decls=["--lang"],
            metavar="|".join(LANGUAGES),
            help=N_("The language of messages."),
            callback=_kept(one_of(lambda: LANGUAGES)),
            autocompletion=_complete(LANGUAGES),
            expose_value=False,
        ),
        TyperOption(
            param_decls=["--color"],
            metavar="|".join(COLOURS),
            help=N_("Whether to use colour."),
            callback=_kept(one_of(lambda: COLOURS)),
            autocompletion=_complete(COLOURS),
            expose_value=False,
        ),
        TyperOption(
            param_decls=["--debug"],
            is_flag=True,
            help=N_("Show where in the program something failed."),
            callback=_kept(),
            expose_value=False,
        ),
    ]


def complete_contracts(ctx: typer.Context, incomplete: str) -> list[str]:
    """Municipalities with a contract here, for completion; silent when anything is wrong."""
    from klimatkontrakt.cli.complete import beginning, municipalities

    return beginning(municipalities(ctx), incomplete)


def complete_versions(ctx: typer.Context, incomplete: str) -> list[str]:
    """Versions that exist here, for completion."""
    from klimatkontrakt.cli.complete import beginning, versions

    return beginning(versions(ctx), incomplete)


def complete_what(ctx: typer.Context, incomplete: str) -> list[str]:
    """Municipalities and versions, for an argument that may be either."""
    found = complete_contracts(ctx, incomplete)
    return found + complete_versions(ctx, incomplete)


def complete_codes(incomplete: str) -> list[str]:
    """Codes; their names when no code begins with what is typed; after a comma, of the last one."""
    from klimatkontrakt.app.explain import catalogue
    from klimatkontrakt.cli.complete import beginning

    before, comma, last = incomplete.rpartition(",")
    entries = catalogue()
    codes = beginning((entry.code for entry in entries), last)
    found = codes or beginning((entry.name for entry in entries), last)
    return [f"{before}{comma}{word}" for word in found]


def complete_extracts(ctx: typer.Context, incomplete: str) -> list[str]:
    """Extracts that can be made here, for completion."""
    from klimatkontrakt.cli.complete import beginning, extracts

    return beginning(extracts(ctx), incomplete)


def complete_all_municipalities(incomplete: str) -> list[str]:
    """Every municipality, for completion."""
    from klimatkontrakt.cli.complete import all_municipalities, beginning

    return beginning(all_municipalities(), incomplete)


def complete_known_versions(ctx: typer.Context, incomplete: str) -> list[str]:
    """Versions that a contract can be begun in, for completion."""
    from klimatkontrakt.cli.complete import beginning, known_versions

    return beginning(known_versions(ctx), incomplete)


def complete_template_folders(ctx: typer.Context, incomplete: str) -> list[str]:
    """Folders of templates here and among those that ship, for completion."""
    from klimatkontrakt.cli.complete import beginning, template_folders

    return beginning(template_folders(ctx), incomplete)


def complete_templates(ctx: typer.Context, incomplete: str) -> list[str]:
    """Folders of templates; after a slash, or after a folder as a word, the templates of one."""
    from klimatkontrakt.cli.complete import beginning, template_folders, template_names

    named = ctx.params.get("what")
    if named:
        return [] if "/" in named else beginning(template_names(ctx, named), incomplete)
    folder, slash, name = incomplete.partition("/")
    if not slash:
        return beginning(template_folders(ctx), folder)
    return [f"{folder}/{word}" for word in beginning(template_names(ctx, folder), name)]


def complete_blocks(ctx: typer.Context, incomplete: str) -> list[str]:
    """The blocks of the template that is already named, for completion."""
    from klimatkontrakt.cli.complete import beginning, template_blocks

    # Where an option is completed, the words before it are not taken apart yet.
    words = [ctx.params.get("what"), ctx.params.get("chapter"), *ctx.args]
    folder, _, name = "/".join(word for word in words if word).partition("/")
    return beginning(template_blocks(folder, name), incomplete)


Who = Annotated[
    str,
    typer.Argument(
        metavar=N_("MUNICIPALITY"),
        help=N_("Name or code: luleå, Luleå kommun or 2580."),
        autocompletion=complete_contracts,
    ),
]
Version = Annotated[
    str | None,
    typer.Argument(
        metavar=N_("VERSION"),
        help=N_("Year of signing, such as 2025; otherwise the newest."),
        autocompletion=complete_versions,
    ),
]
Chapter = Annotated[
    str | None,
    typer.Argument(
        metavar=N_("CHAPTER"),
        help=N_("The name, where it is written as a word of its own: 2025 roadmap."),
        autocompletion=complete_templates,
    ),
]
