"""What typer says of wrong usage, said in the user's language. Chosen by the error's type."""

from __future__ import annotations

import gettext
from typing import TYPE_CHECKING, Any

from klimatkontrakt.diagnostics.failure import Failure
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.diagnostics.suggest import nearest
from klimatkontrakt.i18n import N_

if TYPE_CHECKING:
    from typer.exceptions import TyperException

    from klimatkontrakt.diagnostics.message import Message
    from klimatkontrakt.i18n import Translations


def usage_failure(error: TyperException, translator: Translations) -> Failure:
    """The failure that a usage error stands for, with the nearest word or where to find help."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "kk"
    remedy = say(N_("see {command} --help"), command=path)
    match type(error).__name__:
        case "NoArgsIsHelpError":
            return Failure(say("{help}", help=str(error)), exit_code=2)
        case "NoSuchOption":
            return _no_such_option(error, remedy)
        case "MissingParameter":
            return Failure(say(N_("{name} is missing"), name=_hint(error, translator)), remedy)
        case "BadOptionUsage":
            message = say(N_("{name} needs a value, or takes none"), name=getattr(error, "option_name", ""))
            return Failure(message, remedy)
        case "UsageError" if hasattr(getattr(context, "command", None), "commands"):
            return _no_such_command(error, context, remedy)
        case "UsageError":
            return Failure(say(N_("too many words after {command}"), command=path), remedy)
        case _:
            message = say(N_("{name} cannot have that value"), name=_hint(error, translator))
            return Failure(message, remedy)


def _no_such_option(error: Any, remedy: Message) -> Failure:  # noqa: ANN401  click's own types
    near = nearest(error.option_name, error.possibilities or ())
    message = say(N_("there is no option {name}"), name=error.option_name)
    return Failure(message, say(N_('did you mean "{near}"?'), near=near) if near else remedy)


def _no_such_command(error: Any, context: Any, remedy: Message) -> Failure:  # noqa: ANN401  click's own types
    known = context.command.commands
    word = next(iter(context.args or context._protected_args), "")  # noqa: SLF001  no public way
    near = nearest(word, known)
    message = say(N_('there is no command "{word}"'), word=word)
    return Failure(message, say(N_('did you mean "{near}"?'), near=near) if near else remedy)


def _hint(error: Any, translator: Translations) -> str:  # noqa: ANN401  click's own types
    param = error.param
    if param is None:
        return translator.gettext(N_("a value"))
    return param.metavar or param.opts[0]
