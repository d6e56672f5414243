"""Say where a document that people have edited or signed departs from what the data says."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from klimatkontrakt.app.counterpart import HALF, counterpart
from klimatkontrakt.app.document_of import document_of
from klimatkontrakt.app.render import AS_USUAL
from klimatkontrakt.app.show import read
from klimatkontrakt.diagnostics.failure import Failure
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.document.check.checked import Checked
from klimatkontrakt.document.check.compare import compared, same_address, share_of_own
from klimatkontrakt.document.check.facts import facts
from klimatkontrakt.document.check.held import judged
from klimatkontrakt.document.check.inset import inset, is_inset
from klimatkontrakt.document.check.sentences import sentences
from klimatkontrakt.document.check.told import told
from klimatkontrakt.document.check.tracked import marked
from klimatkontrakt.i18n import N_
from klimatkontrakt.importers._importer import importer_of
from klimatkontrakt.store.foreign import read_foreign
from klimatkontrakt.store.layout import outline_name

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from pathlib import Path

    from klimatkontrakt.app.counterpart import Counterpart
    from klimatkontrakt.app.render import How
    from klimatkontrakt.app.workspace import Workspace
    from klimatkontrakt.document.check.checked import Way
    from klimatkontrakt.document.check.compare import Departure
    from klimatkontrakt.document.check.reading import Piece, Reading
    from klimatkontrakt.document.document import Document
    from klimatkontrakt.model.contract import Contract
    from klimatkontrakt.model.outline import Chapter


def check_document(  # noqa: PLR0913  what to look at and how are different things
    workspace: Workspace,
    path: Path,
    who: str,
    version: str | None,
    today: date,
    *,
    way: Way | None = None,
    how: How = AS_USUAL,
) -> Checked:
    """Compare a file with the contract it is of, the municipality's newest if no version is given.

    By paragraphs where the file is a rendering of ours or the contract holds the signed words,
    otherwise by facts; ``way`` decides over that, and ``how`` over which part or extract it is.

    Raises:
        Failure: the file cannot be read, or there is no such contract, or it cannot be rendered;
            or an extract, which holds only some of them, is to be compared by facts.
    """
    reading = importer_of(path.name, path.suffix).read(read_foreign(path), path.name)
    chosen, _, contract = read(workspace, who, version)
    if how.extract and way == "facts":
        message = say(N_("an extract need not hold every fact"))
        raise Failure(message, say(N_("leave out --facts")))
    beside = counterpart(workspace, chosen, today, reading.pieces, how)
    same_words = contract.head.wording == "official" or beside.own
    used = way or ("paragraphs" if same_words else "facts")
    checked = Checked(
        file=path.name,
        municipality=beside.document.cover.municipality,
        version=contract.version.label,
        way=used,
        chosen=way is not None,
        paragraphs=sum(not item.either for item in beside.expected),
        tracked=reading.rejected is not None,
        comments=reading.comments,
        actions=tuple(
            f"{action.number or ''} {action.title}".strip() for action in contract.roadmap.actions
        ),
    )
    if used == "paragraphs":
        return _by_paragraphs(checked, beside, reading)
    document, _ = document_of(workspace, chosen, today, AS_USUAL)
    outline = workspace.outlines.read(outline_name(contract.head.kind, chosen.year))
    chapters = [found for each in outline.chapters for found in each.walk()] if outline else []
    return _by_facts(checked, contract, (document, chapters), workspace.place_of, reading)


def _by_paragraphs(checked: Checked, beside: Counterpart, reading: Reading) -> Checked:
    document, expected = beside.document, beside.expected
    stands_in = bool(beside.part) and is_inset(document, expected, reading.pieces)
    links = reading.links
    if stands_in and links:
        ours = {same_address(address) for item in expected for address in item.links}
        links = tuple(link for link in links if same_address(link[0]) in ours)

    def departures(pieces: Sequence[Piece]) -> tuple[Departure, ...]:
        sought, held = inset(document, expected, pieces) if stands_in else (expected, pieces)
        return tuple(compared(sought, held, links))

    accepted = departures(reading.pieces)
    rejected = None if reading.rejected is None else departures(reading.rejected)
    return replace(
        checked,
        part=beside.part,
        extract=beside.extract,
        inset=stands_in,
        departures=accepted if rejected is None else tuple(marked(accepted, rejected, reading)),
        rejected=rejected,
    )


def _by_facts(
    checked: Checked,
    contract: Contract,
    written: tuple[Document, list[Chapter]],
    place_of: Callable[[str], str],
    reading: Reading,
) -> Checked:
    document, chapters = written
    titles = {str(chapter.needs): chapter.title for chapter in chapters if chapter.needs}
    own, expected = _own(document, chapters, contract), told(document)
    mine = [item for item in expected if item.chapter in own]
    is_ours = share_of_own(mine, reading.pieces) > HALF
    found = judged(
        facts(contract, place_of, titles),
        expected,
        frozenset(own),
        reading,
        sentences(contract, place_of) if is_ours else (),
    )
    tops = (chapter.name for chapter in document.chapters if chapter.level == 1)
    return replace(
        checked,
        sentences=is_ours,
        facts=tuple(found),
        chapters=tuple(name for name in tops if name in own),
    )


def _own(document: Document, chapters: list[Chapter], contract: Contract) -> tuple[str, ...]:
    """Number and title of the municipality's chapters."""
    slugs = {chapter.slug for chapter in chapters if chapter.party == "municipality"}
    slugs |= {section.chapter for section in contract.head.sections if section.is_own_chapter}
    return tuple(chapter.name for chapter in document.chapters if chapter.slug in slugs)
