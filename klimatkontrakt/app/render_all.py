"""Every contract of a workspace as files: in parallel, and one's fault does not stop the rest."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from typing import TYPE_CHECKING

from klimatkontrakt.app.render import AS_USUAL, How, Written, render_to
from klimatkontrakt.app.workspace import NOTHING_TO_CHECK, Chosen, open_workspace
from klimatkontrakt.diagnostics.failure import Failure
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.document.part import PARTIES
from klimatkontrakt.formats._format import FORMATS
from klimatkontrakt.i18n import N_
from klimatkontrakt.store.writer import make_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from klimatkontrakt.app.workspace import Workspace

FEW = 4
"""Contracts up to which starting more processes costs more than it gives."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked of every contract: where they are, where to put them, in which formats."""

    root: Path
    folder: Path
    formats: tuple[str, ...]
    today: date
    how: How = AS_USUAL


@dataclass(frozen=True, slots=True)
class Done:
    """One contract's files, or why there are none."""

    chosen: Chosen
    written: tuple[Written, ...] = ()
    failed: Failure | None = None


def newest(order: Order) -> list[Chosen]:
    """The newest contract of every municipality, which is what is written.

    Raises:
        Failure: there is none, or no such extract, or the folder cannot be made.
    """
    workspace = open_workspace(order.root)
    if order.how.extract is not None:
        from klimatkontrakt.app.extract import require_extract

        require_extract(workspace, order.how.extract)
    last = {item.slug: item for item in workspace.contracts()}
    if not last:
        message = say(N_("there is no contract here"))
        remedy = say(N_("make one with kk new, or give the workspace's folder with --root"))
        raise Failure(message, remedy, exit_code=NOTHING_TO_CHECK)
    if not order.how.check:
        make_folder(order.folder)
    return list(last.values())


def render_all(order: Order, chosen: list[Chosen], jobs: int | None = None) -> Iterator[Done]:
    """Write each contract as ``<slug>-<year>`` with its formats' suffixes, in order of ``chosen``.

    An extract is called by its name too, and a part by whose it is:
    ``lulea-2025-pressmeddelande.docx``, ``lulea-2025-kommunens-del.docx``.

    ``jobs`` is how many processes work at once, by default as many as the machine has use for. Each
    is started anew: in a copy of a process that has made a PDF, typst waits for its threads
    for ever.
    """
    one = partial(_one, order)
    if len(chosen) <= FEW or jobs == 1:
        yield from map(one, chosen)
        return
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        yield from pool.map(one, chosen)


def _what(workspace: Workspace, how: How) -> Iterator[str]:
    """What of the contract a file holds, where it does not hold the whole."""
    if how.extract is not None:
        from klimatkontrakt.app.extract import require_extract

        yield require_extract(workspace, how.extract)
    if how.part is not None:
        yield PARTIES[how.part]


def _one(order: Order, chosen: Chosen) -> Done:
    known = FORMATS.discover()
    try:
        workspace = open_workspace(order.root)
        stem = "-".join(filter(None, (chosen.slug, str(chosen.year), *_what(workspace, order.how))))
        paths = [order.folder / f"{stem}{known[name].suffixes[0]}" for name in order.formats]
        made = render_to(workspace, chosen, paths, order.today, order.how)
    except Failure as failure:
        return Done(chosen, failed=failure)
    except Exception as error:  # noqa: BLE001  one's fault, even if it is ours, stops no other
        name, kind = f"{chosen.slug} {chosen.year}", type(error).__name__
        message = say(N_("{name}: something went wrong in kk itself: {kind}"), name=name, kind=kind)
        remedy = say(N_("run it again with --debug, and send the text to those who maintain kk"))
        return Done(chosen, failed=Failure(message, remedy))
    return Done(chosen, tuple(made))
