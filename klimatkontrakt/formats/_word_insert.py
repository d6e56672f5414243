"""What is local in the programme's own Word template, at the places that are marked there.

All else in the template stays as it is. Its styles are used, and its headings number ours.
"""

from __future__ import annotations

from copy import deepcopy
from io import BytesIO
from typing import TYPE_CHECKING, Any

import docx
from docx.oxml.ns import qn

from klimatkontrakt.diagnostics.failure import Failure
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.diagnostics.suggest import nearest
from klimatkontrakt.formats._package import name_program, packed
from klimatkontrakt.formats._word_graft import Graft
from klimatkontrakt.formats._word_marks import alone, fill, marks_in, text_of, type_out
from klimatkontrakt.formats._word_open import open_word
from klimatkontrakt.formats._word_reference import fit, tell_on_every_page, width_of
from klimatkontrakt.formats._word_styles import DEEPEST, outline_level
from klimatkontrakt.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document as Word

    from klimatkontrakt.document.document import Document
    from klimatkontrakt.formats._format import Given

NAME, CHAPTER, APPENDIX = "kommunens namn", "kommunens åtaganden", "bilaga 1"


def insert(data: bytes, document: Document, template: Given) -> bytes:
    """The template with the document's name, chapters and appendices in it.

    ``data`` is the document as a file of ours, without a notice after its text.

    Raises:
        Failure: the template cannot be used, or lacks a mark, or has one that is unknown.
    """
    ours, theirs = docx.Document(BytesIO(data)), open_word(template)
    widths = [width_of(word.element.body.get_or_add_sectPr()) for word in (ours, theirs)]
    pieces = _pieces(ours, document)
    for block in (block for found in pieces.values() for chapter in found for block in chapter):
        fit(block, *widths)
    roots = _roots(theirs)
    known = {NAME, CHAPTER, APPENDIX}
    for root in roots:
        type_out(root, known.__contains__)
    _see_to_marks(template.name, roots, pieces)
    graft = Graft(ours, theirs)
    # Marks are found before anything is put in: what looks like one in the contract is its text.
    places = {name: alone(theirs.element.body, name) for name in pieces}
    for root in roots:
        fill(root, NAME, document.cover.municipality)
    for name, chapters in pieces.items():
        for line in places[name]:
            _replace(line, chapters, theirs, graft, numbered=name == APPENDIX)
    _outdate_contents(theirs)
    tell_on_every_page(theirs, graft, document.notice)
    name_program(theirs)
    made = BytesIO()
    theirs.save(made)
    return packed(made.getvalue())


def _pieces(ours: Word, document: Document) -> dict[str, list[list[Any]]]:
    """What goes to each mark: chapters of level 1 with all below, as the blocks of our file."""
    found: dict[str, list[list[Any]]] = {CHAPTER: [], APPENDIX: []}
    chapters = iter(document.chapters)
    begun = False
    for block in list(ours.element.body)[:-1]:
        marks = list(block.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd")))
        if marks:
            begun = True
            chapter = next(chapters)
            if chapter.level == 1:
                current: list[Any] = []
                found[APPENDIX if chapter.appendix and chapter.number else CHAPTER].append(current)
        for mark in marks:
            mark.getparent().remove(mark)
        if begun:
            current.append(block)
    return found


def _roots(word: Word) -> list[Any]:
    """The text, and every header and footer."""
    parts = (relation for relation in word.part.rels.values() if not relation.is_external)
    edges = [item.target_part for item in parts if item.reltype.endswith(("/header", "/footer"))]
    return [word.element.body, *(part.element for part in edges)]


def _see_to_marks(file: str, roots: list[Any], pieces: dict[str, list[list[Any]]]) -> None:
    typed = [name for root in roots for name in marks_in(root)]
    known = (NAME, CHAPTER, APPENDIX)
    for name in typed:
        if name not in known:
            message = say(
                N_("{file} has the mark {mark}, which means nothing"), file=file, mark=_shown(name)
            )
            near = nearest(name, known)
            words = ", ".join(map(_shown, known))
            remedy = say(N_("use one of {words}"), words=words)
            if near is not None:
                remedy = say(N_('did you mean "{near}"?'), near=_shown(near))
            raise Failure(message, remedy)
    missing = [name for name in known if name not in typed and (name == NAME or pieces[name])]
    if missing:
        message = say(
            N_("{file} lacks the mark {marks}"), file=file, marks=", ".join(map(_shown, missing))
        )
        raise Failure(
            message, say(N_("type it in Word where the text is to stand, and save the file"))
        )
    for name in pieces:
        if len(alone(roots[0], name)) < typed.count(name):
            message = say(
                N_("{file}: the mark {mark} stands among other text"), file=file, mark=_shown(name)
            )
            remedy = say(N_("put it alone in a paragraph of the text, not in a header or footer"))
            raise Failure(message, remedy)


def _shown(name: str) -> str:
    return f"{{{{{name}}}}}"


def _replace(
    line: Any,  # noqa: ANN401  XML
    chapters: list[list[Any]],
    theirs: Word,
    graft: Graft,
    *,
    numbered: bool,
) -> None:
    """Put chapters where a mark stands; a heading that the template has is not put once more.

    ``numbered`` says that they bring their numbers where the template has no style for them.
    """
    level, right_above, text = _heading_above(line, theirs)
    for place, chapter in enumerate(chapters):
        title = text_of(chapter[0])
        told = place == 0 and level > 0 and (right_above or title.lower() in text.lower())
        shift = level - 1 if level and (told or place) else 0
        moved = graft.move(
            [_shifted(deepcopy(block), shift) for block in (chapter[1:] if told else chapter)],
            keep_numbers=numbered,
        )
        for block in moved:
            line.addprevious(block)
    _take_away(line)


def _heading_above(line: Any, word: Word) -> tuple[int, bool, str]:  # noqa: ANN401  XML
    """The nearest heading above: its level or 0, whether nothing comes between, its words."""
    right_above = True
    for above in _before(line):
        level = outline_level(word, above)
        if level:
            return level, right_above, text_of(above)
        right_above = right_above and not text_of(above).strip()
    return 0, False, ""


def _before(line: Any) -> Iterator[Any]:  # noqa: ANN401  XML
    body = next(item for item in line.iterancestors() if item.tag == qn("w:body"))
    lines = list(body.iter(qn("w:p")))
    yield from reversed(lines[: lines.index(line)])


def _shifted(block: Any, shift: int) -> Any:  # noqa: ANN401  XML
    """A block with its heading deeper, and on no new page: the template says where pages end."""
    for line in block.iter(qn("w:p")):
        properties = line.pPr
        if properties is None:
            continue
        for item in properties.findall(qn("w:pageBreakBefore")):
            properties.remove(item)
        style = properties.pStyle
        if style is not None and style.val.removeprefix("Heading").isdigit():
            level = int(style.val.removeprefix("Heading")) + shift
            style.val = f"Heading{max(1, min(level, DEEPEST))}"
            if properties.numPr is not None and properties.numPr.numId.val != 0:
                properties.remove(properties.numPr)  # the template's headings count
    return block


def _take_away(line: Any) -> None:  # noqa: ANN401  XML
    """Remove the mark, but keep what else hangs on its paragraph: places, the end of a section."""
    for place in line.findall(qn("w:bookmarkStart")) + line.findall(qn("w:bookmarkEnd")):
        line.addprevious(place)
    ends_section = line.pPr is not None and line.pPr.find(qn("w:sectPr")) is not None
    above = line.getprevious()
    last_in_cell = line.getnext() is None and (above is None or above.tag != qn("w:p"))
    if not ends_section and not last_in_cell:
        line.getparent().remove(line)
        return
    for item in list(line):
        if item.tag != qn("w:pPr"):
            line.remove(item)


def _outdate_contents(word: Word) -> None:
    """Tell Word that lists of contents are to be made anew."""
    for code in word.element.iter(qn("w:instrText")):
        if (code.text or "").split()[:1] == ["TOC"]:
            for run in code.getparent().itersiblings(qn("w:r"), preceding=True):
                for mark in run.findall(qn("w:fldChar")):
                    mark.set(qn("w:dirty"), "true")
