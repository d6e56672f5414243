"""The command tree in one language: commands found in their folder, typer's own words included."""

from __future__ import annotations

import gettext
import os
import sys
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from klimatkontrakt import __version__
from klimatkontrakt.cli import commands
from klimatkontrakt.cli.options import shared_options
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import DOMAIN, LOCALES, N_

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import ModuleType

    from klimatkontrakt.i18n import Translations

HELP = N_("Keep, check and write out Klimatkontrakt 2030, the climate contracts of municipalities.")
EPILOG = N_(
    "Examples:  kk validate  ·  kk show luleå  ·  kk render luleå -o kontrakt.md  ·  "
    "kk explain KK204"
)
TYPERS_WORDS = (
    N_("Arguments"),
    N_("Options"),
    N_("Commands"),
    N_("Usage: "),
    N_("required"),
    N_("default: {default}"),
    N_("(dynamic)"),
    N_("Install completion for the current shell."),
    N_("Show completion for the current shell, to copy it or customize the installation."),
)
"""What typer looks up by gettext, or says without looking up; so our catalogue must have it."""


def build(translator: Translations) -> Any:
    """``kk`` and its commands, with every help text in the translator's language."""
    _lend_catalogue(translator)
    app = _group("kk", HELP, EPILOG, _root)
    _fill(app, commands)
    group: Any = typer.main.get_command(app)
    for command in _leaves(group):
        command.params += shared_options()
    for option in group.params:
        if option.name == "install_completion":
            option.callback = _install_completion
    _translate(group, translator)
    return group


def _group(name: str, words: str, epilog: str, alone: Callable[..., None]) -> typer.Typer:
    """A command that is made of commands; ``alone`` is what it does without one."""
    app = typer.Typer(
        name=name,
        cls=_Group,
        help=words,
        short_help=words,
        epilog=epilog,
        invoke_without_command=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        options_metavar=N_("[OPTIONS]"),
        subcommand_metavar=N_("COMMAND ..."),
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(alone)
    return app


def _fill(app: typer.Typer, package: ModuleType) -> None:
    """Add every command of a folder; a folder in it is a command that is made of commands."""
    for module in iter_modules(package.__path__):
        part = import_module(f"{package.__name__}.{module.name}")
        if module.ispkg:
            below = _group(module.name, part.HELP, part.EPILOG, _help)
            _fill(below, part)
            app.add_typer(below)
            continue
        add = app.command(
            module.name.replace("_", "-"),
            cls=_Command,
            help=part.HELP,
            short_help=part.HELP,  # whole in the list of commands, where typer would cut it
            epilog=part.EPILOG,
            options_metavar=N_("[OPTIONS]"),
        )
        add(getattr(part, module.name))


def _leaves(group: Any) -> Iterator[Any]:
    """The commands that do something."""
    for command in group.commands.values():
        if hasattr(command, "commands"):
            yield from _leaves(command)
        else:
            yield command


def _help(ctx: typer.Context) -> None:
    """What a command made of commands says when none of them is named."""
    if ctx.invoked_subcommand is None:
        sys.stdout.write(f"{ctx.get_help()}\n")


def _install_completion(ctx: Any, _param: Any, value: Any) -> Any:
    """As typer does it, but telling of it in the user's language."""
    if not value or ctx.resilient_parsing:
        return value
    from typer._completion_shared import install

    shell, path = install(shell=value if isinstance(value, str) else None)
    ctx.obj.tell(say(N_("completion for {shell} is added in {path}"), shell=shell, path=str(path)))
    ctx.obj.tell(say(N_("start the terminal again, and it works")))
    raise typer.Exit


def _root(
    ctx: typer.Context,
    *,
    version: Annotated[bool, typer.Option("--version", help=N_("Show kk's version."))] = False,
) -> None:
    if version:
        sys.stdout.write(f"kk {__version__}\n")
    elif ctx.invoked_subcommand is None:
        sys.stdout.write(f"{ctx.get_help()}\n")


class _Command(TyperCommand):
    """A command whose usage line and help option speak the user's language."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, gettext.gettext("Usage: "))

    def get_help_option(self, ctx: Any) -> Any:
        return _translated_help(super().get_help_option(ctx))


class _Group(TyperGroup):
    """The same for ``kk`` itself, and for a command that is made of commands."""

    def list_commands(self, _: Any) -> list[str]:
        """In order of their names, whether they are made of commands or not."""
        return sorted(self.commands)

    format_usage = _Command.format_usage

    def get_help_option(self, ctx: Any) -> Any:
        return _translated_help(super().get_help_option(ctx))


def _translated_help(option: Any) -> Any:
    if option is not None:
        option.help = gettext.gettext(N_("Show this help."))
    return option


def _lend_catalogue(translator: Translations) -> None:
    """Let what typer looks up by gettext come from our catalogue; gettext takes no argument."""
    os.environ["LANGUAGE"] = translator.info().get("language", "en")
    gettext.bindtextdomain(DOMAIN, LOCALES)
    gettext.textdomain(DOMAIN)


_TEXTS = ("help", "short_help", "epilog", "metavar", "options_metavar", "subcommand_metavar")


def _translate(command: Any, translator: Translations) -> None:
    for owner in (command, *command.params):
        for name in _TEXTS:
            text = getattr(owner, name, None)
            # Small letters are what a person types: the same in every language.
            if text and not (name == "metavar" and text.islower()):
                setattr(owner, name, translator.gettext(text))
    for below in getattr(command, "commands", {}).values():
        _translate(below, translator)
