"""The contract as a Word file: Word's own numbering, contents, page numbers and language.

Officers go on working in it, so nothing that Word can keep right is typed by us: headings are
numbered by their styles, the contents are a field, the page number is a field. Parts are stored
with one fixed time and not deflated: the same document gives the same bytes.
"""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING

from klimatkontrakt.document.document import (
    Emphasis,
    Figure,
    Items,
    Link,
    Note,
    Paragraph,
    Strong,
    Subheading,
    Table,
    Text,
    plain,
)
from klimatkontrakt.formats._format import (
    CONTENTS_DEPTH,
    FORMATS,
    Format,
    column_widths,
    cover_facts,
    full_title,
    heading,
    leads_in,
)
from klimatkontrakt.formats._package import NEVER, name_program, packed, seal, sealed
from klimatkontrakt.formats._typst import to_png

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.text.paragraph import Paragraph as WordParagraph

    from klimatkontrakt.document.document import Block, Document, DocumentChapter, Inline
    from klimatkontrakt.formats._format import Given

LONGEST = 255
"""Letters in a property of a Word file, such as its title."""


def write(document: Document) -> bytes:
    """The bytes of the file."""
    import docx

    from klimatkontrakt.formats import _word

    word = docx.Document()
    _word.prepare(word)
    _properties(word, document)
    _Writer(word).write(document)
    name_program(word)
    buffer = BytesIO()
    word.save(buffer)
    return packed(buffer.getvalue())


def write_as(document: Document, reference: Given) -> bytes:
    """The same in the styles of another Word file, between its header and footer.

    Raises:
        Failure: the other file cannot be used.
    """
    from klimatkontrakt.formats._word_open import usable
    from klimatkontrakt.formats._word_reference import dress

    ours = write(document)
    with usable(reference):
        return dress(ours, _shown(document.notice), reference)


def write_into(document: Document, template: Given) -> bytes:
    """Another Word file with the document at the places that are marked there.

    Raises:
        Failure: the other file cannot be used, or its marks are not those that are needed.
    """
    from klimatkontrakt.formats._word_insert import insert
    from klimatkontrakt.formats._word_open import usable

    name = _shown(document.cover.municipality)
    shown = replace(document, cover=replace(document.cover, municipality=name))
    ours = write(replace(document, notice=""))
    with usable(template):
        return insert(ours, shown, template)


def _properties(word: Word, document: Document) -> None:
    told, cover = word.core_properties, document.cover
    told.title = _property(full_title(document))
    told.author = told.last_modified_by = _property(cover.municipality)
    told.subject, told.language = _property(cover.kind), "sv-SE"
    told.comments = told.keywords = ""
    day = cover.day
    when = (
        datetime(day.year, day.month, day.day, tzinfo=UTC) if day else datetime(*NEVER, tzinfo=UTC)
    )
    told.created = told.modified = when
    told.revision = 1


def _property(text: str) -> str:
    """A text as the file's own properties hold it: of a limited length."""
    shown = _shown(text)
    return shown if len(shown) <= LONGEST else shown[: LONGEST - 1] + "…"


class _Writer:
    def __init__(self, word: Word) -> None:
        from klimatkontrakt.formats import _word, _word_notes, _word_table

        self._word = word
        self._kit = _word
        self._tables = _word_table
        self._notes = _word_notes.Notes(word)
        # The library looks through all styles, twice, for each paragraph that names one.
        self._styles = {str(style.name): style.style_id for style in word.styles}
        self._bookmarks = 0
        self._next = 1
        self._after_table = False

    def write(self, document: Document) -> None:
        first = next((item.number for item in document.chapters), "")
        if first.isdigit():
            self._next = int(first)
            self._kit.count_from(self._word, self._next)
        self._edges(document)
        if document.short:
            self._top(document)
        else:
            self._cover(document)
            self._contents(document.chapters)
        for index, chapter in enumerate(document.chapters):
            self._chapter(chapter, first=index == 0)
        if document.notice and not document.short:
            self._text("Notis", document.notice)

    def _edges(self, document: Document) -> None:
        """Header and footer; on the first page only the footer."""
        section, cover = self._word.sections[0], document.cover
        section.header.paragraphs[0].text = _shown(f"{document.title}\t{cover.municipality}")
        for footer in (section.footer, section.first_page_footer):
            line = footer.paragraphs[0]
            if document.notice:
                line.text = _shown(document.notice)
                line = footer.add_paragraph(style="Footer")
            line.add_run(_shown(f"{cover.kind}\tSida "))
            self._kit.field(line, "PAGE", "1")
            line.add_run(" av ")
            self._kit.field(line, "NUMPAGES", "1")

    def _cover(self, document: Document) -> None:
        self._text("Title", document.title)
        self._text("Subtitle", f"{document.cover.municipality}, {document.cover.kind}")
        for label, fact in cover_facts(document.cover):
            self._text("Normal", f"{label}: {fact}")
        if document.notice:
            self._text("Notis", document.notice)

    def _top(self, document: Document) -> None:
        """A letter begins at once, with one line of facts below its title."""
        self._kit.as_letter(self._word)
        if document.notice:
            self._text("Notis", document.notice)
        self._text("Title", document.title)
        self._text("Subtitle", document.subtitle)

    def _contents(self, chapters: tuple[DocumentChapter, ...]) -> None:
        """A contents field with its entries made, so that it reads right before Word updates it."""
        self._text("Innehållsrubrik", "Innehåll")
        shown = [item for item in enumerate(chapters) if item[1].level <= CONTENTS_DEPTH]
        for place, (index, chapter) in enumerate(shown):
            line = self._text(f"toc {chapter.level}")
            if place == 0:
                code = f'TOC \\o "1-{CONTENTS_DEPTH}" \\h \\z \\t "Bilaga;1"'
                self._kit.instruction(line, code)
            link = self._kit.hyperlink(line, anchor=_bookmark(index))
            link.append(line.add_run(_shown(heading(chapter)))._r)  # noqa: SLF001  no public way
            if place == len(shown) - 1:
                self._kit.mark(line, "end")

    def _chapter(self, chapter: DocumentChapter, *, first: bool) -> None:
        if chapter.title:
            self._heading(chapter, first=first)
        for block in chapter.blocks:
            self._block(block)

    def _heading(self, chapter: DocumentChapter, *, first: bool) -> None:
        style = "Bilaga" if chapter.appendix and chapter.number else f"Heading {chapter.level}"
        line = self._text(style, chapter.title)
        if not chapter.number:
            self._kit.number_paragraph(line, 0, 0)
        elif chapter.level == 1 and not chapter.appendix:
            self._count(line, int(chapter.number))
        if first or chapter.new_page:
            line.paragraph_format.page_break_before = True
        self._kit.bookmark(line, self._bookmarks, _bookmark(self._bookmarks))
        self._bookmarks += 1

    def _count(self, line: WordParagraph, number: int) -> None:
        """Let Word count on, past the chapters that a part of a contract leaves out."""
        if number != self._next:
            chapters = self._kit.new_list(self._word, number, self._kit.CHAPTERS)
            self._kit.number_paragraph(line, chapters, 0)
        self._next = number + 1

    def _block(self, block: Block) -> None:
        after_table, self._after_table = self._after_table, False
        match block:
            case Paragraph(parts):
                line = self._word.add_paragraph()
                if after_table:
                    line.paragraph_format.space_before = self._kit.AFTER_TABLE
                if leads_in(parts):
                    line.paragraph_format.keep_with_next = True
                self._line(line, parts)
            case Subheading(level, parts):
                line = self._text(f"Heading {min(level, 4)}")
                self._kit.number_paragraph(line, 0, 0)
                self._line(line, parts)
            case Items():
                self._items(block, 0)
            case Table():
                self._table(block)
                self._after_table = True
            case Figure():
                self._figure(block)

    def _table(self, table: Table) -> None:
        caption = self._caption("Tabell", table.number)
        caption.paragraph_format.keep_with_next = True
        self._line(caption, table.caption)
        widths = [round(part * self._kit.TEXT_WIDTH.twips) for part in column_widths(table)]
        lines = self._tables.new_table(
            self._word,
            widths,
            len(table.rows) + 1,
            _shown(plain(table.caption)),
            signing=table.signing,
        )
        for cells, row in zip(lines, (table.head, *table.rows), strict=True):
            for line, parts, numeric in zip(cells, row, table.numeric, strict=True):
                if numeric:
                    self._kit.to_the_right(line)
                self._line(line, parts)

    def _figure(self, figure: Figure) -> None:
        line = self._word.add_paragraph()
        line.paragraph_format.keep_with_next = True
        width = self._kit.TEXT_WIDTH
        shape = line.add_run().add_picture(BytesIO(to_png(figure.svg, width.mm)), width=width)
        told = shape._inline.docPr  # noqa: SLF001  no public way
        told.set("name", f"Figur {figure.number}")
        told.set("descr", _shown(figure.alt))
        self._line(self._caption("Figur", figure.number), (Text(figure.caption),))

    def _caption(self, kind: str, number: int) -> WordParagraph:
        """A caption that Word counts: Tabell 1. and then its words."""
        line = self._text("Caption", f"{kind} ")
        self._kit.field(line, f"SEQ {kind} \\* ARABIC", str(number))
        line.add_run(". ")
        return line

    def _items(self, block: Items, depth: int) -> None:
        kit = self._kit
        number = kit.BULLETS if block.start is None else kit.new_list(self._word, block.start)
        for item in block.items:
            for index, inner in enumerate(item):
                if isinstance(inner, Items):
                    self._items(inner, depth + 1)
                    continue
                line = self._text("List Paragraph")
                if index == 0:
                    kit.number_paragraph(line, number, min(depth, 3))
                self._line(line, inner.parts)

    def _text(self, style: str, text: str = "") -> WordParagraph:
        line = self._word.add_paragraph(_shown(text))
        line._p.style = self._styles[style]  # noqa: SLF001  the public way is slow
        return line

    def _line(
        self,
        line: WordParagraph,
        parts: tuple[Inline, ...],
        *,
        strong: bool = False,
        stressed: bool = False,
        address: str = "",
    ) -> None:
        for part in parts:
            match part:
                case Text(text):
                    run = line.add_run(_shown(text))
                    run.bold, run.italic = strong or None, stressed or None
                    if address:
                        run.style = "Hyperlink"
                        link = self._kit.hyperlink(line, address=address)
                        link.append(run._r)  # noqa: SLF001  no public way
                case Strong(inner):
                    self._line(line, inner, strong=True, stressed=stressed, address=address)
                case Emphasis(inner):
                    self._line(line, inner, strong=strong, stressed=True, address=address)
                case Link(inner, to):
                    self._line(line, inner, strong=strong, stressed=stressed, address=to)
                case Note(number, inner):
                    self._line(self._notes.add(line, number), inner)


def _bookmark(index: int) -> str:
    return f"_Toc{index:08}"


def _shown(text: str) -> str:
    """What XML can hold; a tab stays, other control characters would make the file unreadable."""
    return "".join(
        letter
        for letter in text
        if letter == "\t" or unicodedata.category(letter) not in {"Cc", "Cs", "Cn"}
    )


FORMATS.add("docx", Format("docx", (".docx",), write, seal, sealed, write_as, write_into))
