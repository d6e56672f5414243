"""Putting documents where people work in them: over nothing of anybody's, beside what is open."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.failure import Failure
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_
from klimatkontrakt.store.writer import OpenElsewhere, cannot_write, differs, replace_file

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from klimatkontrakt.store.writer import Move

WHOLE_NAME, ONE_LESS = 6, 7
"""Letters of a name before its suffix: Word writes its mark over at most two of a longer one."""


@dataclass(frozen=True, slots=True)
class Product:
    """What is to stand in a file, and how to tell from bytes there that kk left them."""

    path: Path
    data: bytes
    ours: Callable[[bytes], bool]
    text: bool = False


@dataclass(frozen=True, slots=True)
class Put:
    """Where a product stands, and whether the file there was another before."""

    path: Path
    changed: bool
    lock: Path | None = None
    """The file by which another program says that it has the product's own place open."""


def put_all(
    products: Sequence[Product], *, force: bool = False, move: Move = Path.replace
) -> list[Put]:
    """Put each product in its place, or beside it while another program has that file open.

    ``force`` replaces also what is not ours. ``move`` is what puts a finished file over another.

    Raises:
        Failure: a file that would be replaced is not ours, and then nothing is written; or a file
            cannot be written, and then it is told which were.
    """
    places = [_place(product) for product in products]
    if not force:
        _refuse_foreign([(put.path, item) for put, item in zip(places, products, strict=True)])
    done: list[Put] = []
    for product, place in zip(products, places, strict=True):
        try:
            done.append(_put(product, place, move, force=force))
        except Failure as failure:
            raise _after(failure, done) from None
    return done


def read_given(path: Path) -> bytes:
    """A file that a document is to be made after.

    Raises:
        Failure: it is not there, or cannot be read.
    """
    if path.is_dir():
        message = say(N_("{file} is a folder, and a file is wanted"), file=str(path))
        raise Failure(message, say(N_("name a file in it")))
    if not path.is_file():
        message = say(N_("there is no file {file}"), file=str(path))
        raise Failure(message, say(N_("check how its name is spelled, and in which folder it is")))
    try:
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        message = say(N_("{file} could not be read: {reason}"), file=str(path), reason=reason)
        raise Failure(message, say(N_("check who may read it, and that it is not open"))) from None


def lock_of(path: Path) -> Path | None:
    """The file that Word or LibreOffice keeps beside one that it has open, if there is one."""
    target = path.resolve()
    kept = len(target.stem)
    gone = 0 if kept <= WHOLE_NAME else 1 if kept == ONE_LESS else 2
    names = (f"~${target.name[gone:]}", f".~lock.{target.name}#")
    return next((lock for name in names if (lock := target.with_name(name)).exists()), None)


def beside(path: Path) -> Path:
    """The name of a new version that cannot stand in its own place: ``kontrakt.nytt.docx``."""
    return path.with_name(f"{path.stem}.nytt{path.suffix}")


def _place(product: Product) -> Put:
    path = product.path
    lock = lock_of(path)
    if lock is None or not _differs(path, product.data):
        return Put(path, changed=False)
    return Put(_free(path), changed=False, lock=lock)


def _free(path: Path) -> Path:
    new = beside(path)
    if lock_of(new) is not None:
        raise OpenElsewhere(new)
    return new


def _put(product: Product, place: Put, move: Move, *, force: bool) -> Put:
    try:
        return Put(place.path, replace_file(place.path, product.data, move), place.lock)
    except OpenElsewhere:
        if place.path != product.path:
            raise
    new = _free(product.path)
    if not force:
        _refuse_foreign([(new, product)])
    return Put(new, replace_file(new, product.data, move))


def _refuse_foreign(targets: Sequence[tuple[Path, Product]]) -> None:
    foreign = [str(path) for path, item in targets if _is_foreign(path, item)]
    if not foreign:
        return
    files = ", ".join(foreign)
    message = say(
        N_("{files} is not overwritten: kk did not make it, or somebody has changed it"),
        files=files,
    )
    remedy = say(
        N_(
            "see what has been changed with kk check-document; "
            "choose another name, move the file, or replace it with --force"
        )
    )
    if len(foreign) > 1:
        message = say(
            N_("{files} are not overwritten: kk did not make them, or somebody has changed them"),
            files=files,
        )
        remedy = say(
            N_(
                "see what has been changed with kk check-document; "
                "choose other names, move the files, or replace them with --force"
            )
        )
    raise Failure(message, remedy)


def _is_foreign(path: Path, product: Product) -> bool:
    """Whether something would be lost; an empty file holds nothing of anybody's."""
    if not path.is_file() or not _differs(path, product.data):
        return False
    data = path.read_bytes()
    return bool(data) and not product.ours(data)


def _differs(path: Path, data: bytes) -> bool:
    try:
        return differs(path, data)
    except OSError as error:
        raise cannot_write(path, error) from None


def _after(failure: Failure, done: Sequence[Put]) -> Failure:
    written = ", ".join(str(put.path) for put in done if put.changed)
    if not written:
        return failure
    message = say(
        N_("{message}; written before that: {files}"), message=failure.message, files=written
    )
    return Failure(message, failure.remedy)
