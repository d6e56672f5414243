"""Say where a document that people have edited or signed departs from what the data says."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from klimatkontrakt.app.document_of import document_of
from klimatkontrakt.app.render import AS_USUAL
from klimatkontrakt.app.show import read
from klimatkontrakt.document.check.checked import Checked
from klimatkontrakt.document.check.compare import compared, is_own
from klimatkontrakt.document.check.facts import facts
from klimatkontrakt.document.check.held import judged
from klimatkontrakt.document.check.told import told
from klimatkontrakt.importers._importer import importer_of
from klimatkontrakt.store.foreign import read_foreign
from klimatkontrakt.store.layout import outline_name

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from klimatkontrakt.app.workspace import Workspace
    from klimatkontrakt.document.check.checked import Way
    from klimatkontrakt.document.check.compare import Departure
    from klimatkontrakt.document.check.reading import Reading
    from klimatkontrakt.document.check.told import Told
    from klimatkontrakt.document.document import Document, DocumentChapter
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
) -> Checked:
    """Compare a file with the contract it is of, the municipality's newest if no version is given.

    By paragraphs where the file is a rendering of ours or the contract holds the signed words,
    otherwise by facts; ``way`` decides over that.

    Raises:
        Failure: the file cannot be read, or there is no such contract, or it cannot be rendered.
    """
    reading = importer_of(path.name, path.suffix).read(read_foreign(path), path.name)
    chosen, _, contract = read(workspace, who, version)
    document, _ = document_of(workspace, chosen, today, AS_USUAL)
    expected = told(document)
    same_words = contract.head.wording == "official" or is_own(expected, reading.pieces)
    used = way or ("paragraphs" if same_words else "facts")
    checked = Checked(
        file=path.name,
        municipality=document.cover.municipality,
        version=contract.version.label,
        way=used,
        chosen=way is not None,
        paragraphs=sum(not item.either for item in expected),
        tracked=reading.rejected is not None,
        comments=reading.comments,
        actions=tuple(
            f"{action.number or ''} {action.title}".strip() for action in contract.roadmap.actions
        ),
    )
    if used == "facts":
        outline = workspace.outlines.read(outline_name(contract.head.kind, chosen.year))
        chapters = [found for each in outline.chapters for found in each.walk()] if outline else []
        titles = {str(chapter.needs): chapter.title for chapter in chapters if chapter.needs}
        own = _own(document, chapters, contract)
        sought = facts(contract, workspace.place_of, titles)
        found = judged(sought, expected, frozenset(own), reading)
        tops = tuple(_name(chapter) for chapter in document.chapters if chapter.level == 1)
        return replace(
            checked, facts=tuple(found), chapters=tuple(name for name in tops if name in own)
        )
    return replace(
        checked,
        departures=tuple(compared(expected, reading.pieces, reading.links)),
        rejected=_rejected(expected, reading),
    )


def _rejected(expected: tuple[Told, ...], reading: Reading) -> tuple[Departure, ...] | None:
    if reading.rejected is None:
        return None
    return tuple(compared(expected, reading.rejected, reading.links))


def _own(document: Document, chapters: list[Chapter], contract: Contract) -> tuple[str, ...]:
    """Number and title of the municipality's chapters."""
    slugs = {chapter.slug for chapter in chapters if chapter.party == "municipality"}
    slugs |= {section.chapter for section in contract.head.sections if section.is_own_chapter}
    return tuple(_name(chapter) for chapter in document.chapters if chapter.slug in slugs)


def _name(chapter: DocumentChapter) -> str:
    return " ".join(part for part in (chapter.number, chapter.title) if part)
