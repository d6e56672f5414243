"""What typer says of wrong usage, said in the user's language. Chosen by the error's type."""

from __future__ import annotations

from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any

from klimatkontrakt.cli import commands
from klimatkontrakt.diagnostics.failure import Failure
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.diagnostics.suggest import nearest
from klimatkontrakt.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from typer.exceptions import TyperException

    from klimatkontrakt.diagnostics.message import Message
    from klimatkontrakt.i18n import Translations


def usage_failure(
    error: TyperException, arguments: Sequence[str], translator: Translations
) -> Failure:
    """The failure that a usage error stands for, with the nearest word or where to find help."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else _typed_command(arguments)
    remedy = say(N_("see {command} --help"), command=path)
    kind = type(error).__name__
    if kind == "UsageError" and hasattr(getattr(context, "command", None), "commands"):
        kind = "NoSuchCommand"
    words = {
        "NoSuchOption": lambda: _no_such_option(error, remedy),
        "NoSuchCommand": lambda: _no_such_command(context, arguments, remedy),
        "MissingParameter": lambda: Failure(
            say(N_("{name} is missing"), name=_hint(error, translator)), remedy
        ),
        "BadOptionUsage": lambda: Failure(_option_value(error, arguments), remedy),
        "UsageError": lambda: Failure(
            say(N_("too many words after {command}"), command=path), remedy
        ),
    }
    if kind in words:
        return words[kind]()
    return Failure(say(N_("{name} cannot have that value"), name=_hint(error, translator)), remedy)


def _typed_command(arguments: Sequence[str]) -> str:
    """The command of a line that typer could not take apart."""
    known = {module.name.replace("_", "-") for module in iter_modules(commands.__path__)}
    typed = next((word for word in arguments if word in known), None)
    return f"kk {typed}" if typed else "kk"


def _option_value(error: Any, arguments: Sequence[str]) -> Message:
    name = error.option_name
    if any(word.startswith(f"{name}=") for word in arguments):
        return say(N_("{name} takes no value"), name=name)
    return say(N_("{name} needs a value"), name=name)


def _no_such_option(error: Any, remedy: Message) -> Failure:
    near = nearest(error.option_name, error.possibilities or ())
    message = say(N_("there is no option {name}"), name=error.option_name)
    return Failure(message, say(N_('did you mean "{near}"?'), near=near) if near else remedy)


def _no_such_command(context: Any, arguments: Sequence[str], remedy: Message) -> Failure:
    known = context.command.commands
    typed = [word for word in arguments if not word.startswith("-")]
    above = len(context.command_path.split()) - 1
    word = next(iter(typed[above:]), "")
    near = nearest(word, known)
    message = say(N_('there is no command "{word}"'), word=word)
    return Failure(message, say(N_('did you mean "{near}"?'), near=near) if near else remedy)


def _hint(error: Any, translator: Translations) -> str:
    param = error.param
    if param is None:
        return translator.gettext(N_("a value"))
    return str(param.metavar or param.opts[0])
