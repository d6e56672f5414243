"""Write a contract out as a document: on the screen, or into files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from klimatkontrakt.app.document_of import document_of
from klimatkontrakt.app.given import maker
from klimatkontrakt.diagnostics.failure import Failure
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.formats._format import FORMATS, by_suffix
from klimatkontrakt.i18n import N_
from klimatkontrakt.store.documents import Product, Put, put_all
from klimatkontrakt.store.writer import differs

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from klimatkontrakt.app.workspace import Chosen, Workspace
    from klimatkontrakt.formats._format import Format


@dataclass(frozen=True, slots=True)
class Rendered:
    """The document's bytes, and how many errors it was made in spite of, as a draft."""

    data: bytes
    errors: int


Found = Literal["outdated", "missing", "edited"]


@dataclass(frozen=True, slots=True)
class Written:
    """A file, and whether it was another before; a check leaves such a file as it is."""

    path: Path
    changed: bool
    errors: int = 0
    found: Found = "outdated"
    """What a changed file was before: what kk made of older data, nothing, or somebody's own."""
    put: Put | None = None
    """Where the new version stands, when that is not in the file itself."""


@dataclass(frozen=True, slots=True)
class How:
    """What is asked of the files, beside whose contract they hold."""

    draft: bool = False
    check: bool = False
    """Only compare: no file is touched."""
    force: bool = False
    """Replace also what kk did not make, or somebody has changed since."""
    reference: Path | None = None
    """The file whose look is taken by the formats that can."""
    extract: str | None = None
    """The name of what is to be taken out of the contract, instead of the whole."""
    part: str | None = None
    """The party whose part is wanted, instead of the whole."""
    into: Path | None = None
    """The file with marks where the part is to stand, for the formats that can."""


AS_USUAL = How()


def render(  # noqa: PLR0913  what to render and how are different things
    workspace: Workspace,
    who: str,
    version: str | None,
    today: date,
    *,
    form: str = "markdown",
    how: How = AS_USUAL,
) -> Rendered:
    """One municipality's contract, the newest when no version is given, as text for a screen.

    Raises:
        Failure: there is no such contract or no outline for its version, the data has errors and
            a draft was not asked for, or the format is not text.
    """
    chosen_format = FORMATS.discover()[form]
    if not chosen_format.text:
        message = say(N_("{format} is not text, so it cannot be shown here"), format=form)
        suffix = chosen_format.suffixes[0]
        raise Failure(message, say(N_("write it to a file: -o contract{suffix}"), suffix=suffix))
    chosen = workspace.contract_of(who, version)
    document, errors = document_of(workspace, chosen, today, how)
    return Rendered(chosen_format.write(document), errors)


def render_to(
    workspace: Workspace,
    chosen: Chosen,
    paths: Sequence[Path],
    today: date,
    how: How = AS_USUAL,
) -> list[Written]:
    """A contract into files; a suffix chooses the format, and a file is replaced if it changed.

    Every format is made before the first file is touched.

    Raises:
        Failure: as :func:`render`, or a suffix has no format, or a file cannot be written.
    """
    formats = [_format_of(path) for path in paths]
    make = maker(workspace, how, formats)
    document, errors = document_of(workspace, chosen, today, how)
    made: list[Product] = []
    for path, item in zip(paths, formats, strict=True):
        try:
            data = make(item, document)
        except Failure as failure:
            raise _none_written(failure, paths) from failure
        made.append(Product(path, item.seal(data), item.sealed, item.text))
        made += (
            Product(path.with_name(name), item.seal(data), item.sealed, item.text)
            for name, data in item.beside(document).items()
        )
    if how.check:
        return [_checked(item, errors) for item in made]
    return [
        Written(item.path, put.changed, errors, put=put if put.path != item.path else None)
        for item, put in zip(made, put_all(made, force=how.force), strict=True)
    ]


def _checked(item: Product, errors: int) -> Written:
    if not differs(item.path, item.data, text=item.text):
        return Written(item.path, changed=False, errors=errors)
    if not item.path.is_file():
        return Written(item.path, changed=True, errors=errors, found="missing")
    ours = item.ours(item.path.read_bytes())
    return Written(item.path, changed=True, errors=errors, found="outdated" if ours else "edited")


def _none_written(failure: Failure, paths: Sequence[Path]) -> Failure:
    """The failure of one file, which is why there are none of the others either."""
    if len(paths) == 1:
        return failure
    message = say(N_("{message}; no file has been written"), message=failure.message)
    return Failure(message, failure.remedy, exit_code=failure.exit_code, outcome=failure.outcome)


def _format_of(path: Path) -> Format:
    found = by_suffix(path.suffix)
    if found is None:
        known = ", ".join(suffix for item in FORMATS for suffix in item.suffixes)
        if not path.suffix:
            message = say(N_('"{name}" has no ending that tells the format'), name=path.name)
            raise Failure(message, say(N_("end the name with one of {words}"), words=known))
        message = say(N_('kk does not write files that end in "{suffix}"'), suffix=path.suffix)
        raise Failure(message, say(N_("use one of {words}"), words=known))
    return found
