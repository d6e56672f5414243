"""Which of the documents that a contract can be written out as a file is to be compared with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from klimatkontrakt.app.document_of import document_of
from klimatkontrakt.app.render import AS_USUAL, How
from klimatkontrakt.diagnostics.failure import Failure
from klimatkontrakt.document.check.compare import own_held, share_of_own
from klimatkontrakt.document.check.told import told
from klimatkontrakt.document.part import PARTIES
from klimatkontrakt.store.extracts import Extracts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from klimatkontrakt.app.workspace import Chosen, Workspace
    from klimatkontrakt.document.check.reading import Piece
    from klimatkontrakt.document.check.told import Told
    from klimatkontrakt.document.document import Document

HALF = 0.5
"""The share of longer paragraphs from which a file is taken for a rendering of ours."""
FEW = 0.2
"""The share of the common chapters up to which a file is only the municipality's part."""


@dataclass(frozen=True, slots=True)
class Counterpart:
    """What a file is held against."""

    document: Document
    expected: tuple[Told, ...]
    part: str = ""
    extract: str = ""
    own: bool = True
    """Whether the file is a rendering of it, edited or not."""


def counterpart(
    workspace: Workspace, chosen: Chosen, today: date, pieces: Sequence[Piece], how: How = AS_USUAL
) -> Counterpart:
    """The part or extract that is asked for; else what most of is in the file.

    That is the whole contract where hardly anything of ours is.

    Raises:
        Failure: the contract cannot be rendered, or there is no such extract.
    """
    whole = _made(workspace, chosen, today, how)
    if how != AS_USUAL:
        return whole
    is_whole = share_of_own(whole.expected, pieces) > HALF
    if is_whole and share_of_own(_common(workspace, chosen, today, whole), pieces) >= FEW:
        return whole
    best, most = replace(whole, own=is_whole), 0
    for other in _others(workspace, chosen, today):
        held, all_ = own_held(other.expected, pieces)
        if held > most and held > HALF * all_:
            best, most = other, held
    return best


def _common(workspace: Workspace, chosen: Chosen, today: date, whole: Counterpart) -> list[Told]:
    """What is not in any party's part."""
    parts = [_made(workspace, chosen, today, How(part=party)).document for party in PARTIES]
    theirs = {chapter.name for part in parts for chapter in part.chapters}
    return [item for item in whole.expected if item.chapter not in theirs]


def _made(workspace: Workspace, chosen: Chosen, today: date, how: How) -> Counterpart:
    document, _ = document_of(workspace, chosen, today, how)
    return Counterpart(document, told(document), how.part or "", how.extract or "")


def _others(workspace: Workspace, chosen: Chosen, today: date) -> Iterator[Counterpart]:
    hows = [How(part=party) for party in PARTIES]
    hows += [How(extract=name) for name in Extracts(workspace.outlines.folders).names()]
    for how in hows:
        try:
            yield _made(workspace, chosen, today, how)
        except Failure:
            continue  # an extract of the user's own that is broken is not what the file is
