"""One run of the command line: settle the language, run the command, turn failures into words."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer
from typer.exceptions import TyperException

from klimatkontrakt.cli.tree import build
from klimatkontrakt.cli.usage import usage_failure
from klimatkontrakt.cli.world import ReaderLeft, World
from klimatkontrakt.diagnostics.failure import Failure
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_, pick_language, translations
from klimatkontrakt.store.layout import find_root, open_layout

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

OUR_FAULT = 70
INTERRUPTED = 130


def start() -> int:
    """Run with the process's own world. What leaves it is UTF-8 with LF, whatever the locale."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    arguments = [_as_utf8(argument) for argument in sys.argv[1:]]
    return run(arguments, os.environ, Path.cwd())


def _as_utf8(argument: str) -> str:
    """An argument as it was typed, whatever the locale took it for."""
    return os.fsencode(argument).decode("utf-8", errors="replace")


def run(  # noqa: PLR0911  one way out for each way in which a run can end
    arguments: Sequence[str], environment: Mapping[str, str], folder: Path
) -> int:
    """Run one command and give its exit code; every failure becomes a sentence here."""
    translator = translations(_language(arguments, environment, folder))
    world = World(
        sys.stdout, sys.stderr, environment, folder, date.today, translator, stdin=sys.stdin
    )
    try:
        command = build(translator)
        result = command.main(list(arguments), prog_name="kk", standalone_mode=False, obj=world)
        sys.stdout.flush()
    except TyperException as error:
        return world.fail(usage_failure(error, arguments, translator))
    except Failure as failure:
        return world.fail(failure)
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except ReaderLeft:
        # The rest of the output goes nowhere, without a complaint when the process ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        reason = error.strerror or type(error).__name__
        message = say(N_("a file could not be read or written: {reason}"), reason=reason)
        return world.fail(Failure(message, say(N_("check the disk and who may use the files"))))
    except Exception as error:
        if "--debug" in arguments:
            raise
        return _our_fault(world, error)
    return result if isinstance(result, int) else 0


def _our_fault(world: World, error: Exception) -> int:
    message = say(N_("something went wrong in kk itself: {kind}"), kind=type(error).__name__)
    remedy = say(N_("run it again with --debug, and send the text to those who maintain kk"))
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
