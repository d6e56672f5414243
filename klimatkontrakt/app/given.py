"""Documents made after a file of the user's: in its styles, or put into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.failure import Failure
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.formats._format import Given
from klimatkontrakt.i18n import N_
from klimatkontrakt.store.documents import read_given

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from klimatkontrakt.app.render import How
    from klimatkontrakt.app.workspace import Workspace
    from klimatkontrakt.document.document import Document
    from klimatkontrakt.formats._format import Format

    Make = Callable[[Format, Document], bytes]


def maker(workspace: Workspace, how: How, formats: Sequence[Format]) -> Make:
    """How a format makes its bytes: by itself, or after the file that was named or is set.

    Raises:
        Failure: the file cannot be read, or no format here can be made after it.
    """
    if how.into is not None:
        return _into(how.into, how, formats)
    setting = workspace.layout.settings.reference
    path = how.reference or (workspace.root / setting if setting else None)
    if path is None or not _can(path if how.reference else None, "--reference", formats):
        return lambda item, document: item.write(document)
    given = Given(path.name, read_given(path))
    return lambda item, document: (
        item.write_as(document, given) if item.write_as else item.write(document)
    )


def _into(path: Path, how: How, formats: Sequence[Format]) -> Make:
    if how.part is None:
        message = say(N_("--into takes a part of the contract, and none is chosen"))
        raise Failure(message, say(N_("add --part municipality")))
    if how.reference is not None:
        message = say(N_("--into and --reference cannot be given together"))
        raise Failure(message, say(N_("with --into the look is that of the template")))
    _can(path, "--into", formats)
    other = next((item.name for item in formats if not item.write_into), None)
    if other is not None:
        message = say(N_("--into makes Word files, and {format} is asked for too"), format=other)
        raise Failure(message, say(N_("leave out {format}, or make it by itself"), format=other))
    given = Given(path.name, read_given(path))
    return lambda item, document: (
        item.write_into(document, given) if item.write_into else item.write(document)
    )


def _can(named: Path | None, option: str, formats: Sequence[Format]) -> bool:
    """Whether a Word file is to be written; not a fault unless the file was named just now."""
    if any(item.write_as for item in formats):
        return True
    if named is None:
        return False
    message = say(N_("{option} is about a Word file, and none is to be written"), option=option)
    raise Failure(message, say(N_("write one as well, as in -o kontrakt.docx")))
