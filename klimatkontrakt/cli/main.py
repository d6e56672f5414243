"""The command line: one error boundary, one language, commands found in their folder."""

from __future__ import annotations

import gettext
import os
import sys
from datetime import date
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.exceptions import TyperException

from klimatkontrakt import __version__
from klimatkontrakt.cli import commands
from klimatkontrakt.cli.options import shared_options
from klimatkontrakt.cli.usage import usage_failure
from klimatkontrakt.cli.world import World
from klimatkontrakt.diagnostics.failure import Failure
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import DOMAIN, LOCALES, N_, pick_language, translations
from klimatkontrakt.store.layout import find_root, open_layout

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from klimatkontrakt.i18n import Translations

OUR_FAULT = 70
INTERRUPTED = 130
REPORT_TO = "https://github.com/klimatkontrakt/klimatkontrakt/issues"

HELP = N_("Keep, check and write out Klimatkontrakt 2030, the climate contracts of municipalities.")
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
"""What typer looks up by gettext or says itself, so that our catalogue has it."""
EPILOG = N_(
    "Examples:  kk validate  ·  kk show luleå  ·  kk render luleå -o kontrakt.md  ·  kk explain KK204"
)


def start() -> int:
    """Run with the process's own world."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")  # type: ignore[union-attr]
    arguments = [_as_utf8(argument) for argument in sys.argv[1:]]
    return run(arguments, os.environ, Path.cwd())


def _as_utf8(argument: str) -> str:
    """An argument as it was typed, whatever the locale took it for."""
    return os.fsencode(argument).decode("utf-8", errors="replace")


def run(arguments: Sequence[str], environment: Mapping[str, str], folder: Path) -> int:
    """Run one command and give its exit code; every failure becomes a sentence here."""
    translator = translations(_language(arguments, environment, folder))
    world = World(
        sys.stdout, sys.stderr, environment, folder, date.today, translator  # noqa: DTZ011  the user's day
    )
    try:
        command = build(translator)
        result = command.main(list(arguments), prog_name="kk", standalone_mode=False, obj=world)
        sys.stdout.flush()
    except TyperException as error:
        return world.fail(usage_failure(error, translator))
    except Failure as failure:
        return world.fail(failure)
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output left; what it saw it has.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:  # noqa: BLE001  the one boundary: no officer is shown a traceback
        return _our_fault(world, error, arguments)
    return result if isinstance(result, int) else 0


def _our_fault(world: World, error: Exception, arguments: Sequence[str]) -> int:
    if "--debug" in arguments:
        raise error
    message = say(N_("something went wrong in kk itself: {kind}"), kind=type(error).__name__)
    remedy = say(N_("report it at {address}, with the text that --debug gives"), address=REPORT_TO)
    return world.fail(Failure(message, remedy, exit_code=OUR_FAULT))


def _language(arguments: Sequence[str], environment: Mapping[str, str], folder: Path) -> str:
    """``--lang``, ``KK_LANG``, the workspace's setting, the locale: before anything is said."""
    root = _value_of("--root", arguments)
    found = folder / root if root else find_root(folder)
    try:
        setting = open_layout(found).settings.language if found else None
    except (Failure, OSError):
        setting = None  # said in full when the command opens the workspace
    wishes = (_value_of("--lang", arguments), environment.get("KK_LANG"), setting)
    return pick_language(wishes, environment)


def _value_of(option: str, arguments: Sequence[str]) -> str | None:
    for index, argument in enumerate(arguments):
        if argument == option:
            return next(iter(arguments[index + 1 : index + 2]), None)
        if argument.startswith(f"{option}="):
            return argument.partition("=")[2]
    return None


class _Command(TyperCommand):
    """A command whose help speaks the user's language."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401  click's own types
        formatter.write_usage(
            ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), gettext.gettext("Usage: ")
        )

    def get_help_option(self, ctx: Any) -> Any:  # noqa: ANN401  click's own types
        return _translated_help(super().get_help_option(ctx))


class _Group(TyperGroup):
    """The same for ``kk`` itself."""

    format_usage = _Command.format_usage

    def get_help_option(self, ctx: Any) -> Any:  # noqa: ANN401  click's own types
        return _translated_help(super().get_help_option(ctx))


def _translated_help(option: Any) -> Any:  # noqa: ANN401  click's own types
    if option is not None:
        option.help = gettext.gettext(N_("Show this help."))
    return option


def build(translator: Translations) -> Any:  # noqa: ANN401  a command of typer's inner click
    """The command tree in one language."""
    _translate_typer(translator)
    app = typer.Typer(
        name="kk",
        cls=_Group,
        help=HELP,
        epilog=EPILOG,
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        options_metavar=N_("[OPTIONS]"),
        subcommand_metavar=N_("COMMAND ..."),
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_root)
    for module in iter_modules(commands.__path__):
        part = import_module(f"{commands.__name__}.{module.name}")
        app.command(module.name, cls=_Command, help=part.HELP, epilog=part.EPILOG,
                    options_metavar=N_("[OPTIONS]"))(getattr(part, module.name))
    group = typer.main.get_command(app)
    for command in group.commands.values():  # type: ignore[attr-defined]
        command.params += shared_options()
    _translate(group, translator)
    return group


def _root(
    version: bool = typer.Option(False, "--version", help=N_("Show kk's version."), is_eager=True),  # noqa: FBT001, FBT003
) -> None:
    if version:
        sys.stdout.write(f"kk {__version__}\n")
        raise typer.Exit


def _translate_typer(translator: Translations) -> None:
    """Let typer's own words, which it looks up by gettext, come from our catalogue."""
    language = translator.info().get("language", "en")
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain(DOMAIN, LOCALES)
    gettext.textdomain(DOMAIN)


def _translate(command: Any, translator: Translations) -> None:  # noqa: ANN401  click's own types
    for owner in (command, *command.params):
        for name in ("help", "short_help", "epilog", "metavar", "options_metavar", "subcommand_metavar"):
            text = getattr(owner, name, None)
            if text:
                setattr(owner, name, translator.gettext(text))
    for below in getattr(command, "commands", {}).values():
        _translate(below, translator)
