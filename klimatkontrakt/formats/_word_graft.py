"""Blocks of one Word file brought into another, which keeps its own look.

Styles, lists, links, pictures and footnotes are named by ids that mean something else there, so
each is found or made there, and the blocks are told its id.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.parts.story import StoryPart

from klimatkontrakt.formats._word_numbers import Numbers
from klimatkontrakt.formats._word_styles import Styles

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from docx.document import Document as Word

_STYLED = [qn(f"w:{tag}") for tag in ("pStyle", "rStyle", "tblStyle")]
_RELATED = [qn(f"r:{name}") for name in ("id", "embed", "link")]
_RELATION = qn("r:id").removesuffix("id")
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_BOOKMARKS = [qn("w:bookmarkStart"), qn("w:bookmarkEnd")]
_NOTE, _NOTE_MARK = qn("w:footnote"), qn("w:footnoteReference")

_AFTER_NOTES = (
    "w:endnotePr",
    "w:compat",
    "w:docVars",
    "w:rsids",
    "m:mathPr",
    "w:attachedSchema",
    "w:themeFontLang",
    "w:clrSchemeMapping",
    "w:doNotIncludeSubdocsInStats",
    "w:doNotAutoCompressPictures",
    "w:forceUpgrade",
    "w:captions",
    "w:readModeInkLockDown",
    "w:smartTagType",
    "sl:schemaLibrary",
    "w:shapeDefaults",
    "w:doNotEmbedSmartTags",
    "w:decimalSymbol",
    "w:listSeparator",
)
"""What may stand after the settings of footnotes: Word wants its settings in order."""


class Graft:
    """From a file of ours into one of theirs."""

    def __init__(self, ours: Word, theirs: Word) -> None:
        self._ours, self._theirs = ours, theirs
        self.styles = Styles(ours, theirs)
        self._numbers = Numbers(ours, theirs)
        self._marks = _largest(theirs.element, _BOOKMARKS, qn("w:id")) + 1
        self._pictures = _largest(theirs.element, [_PICTURE], "id") + 1
        self._notes: dict[str, str] = {}

    def move(self, blocks: Iterable[Any], *, keep_numbers: bool) -> list[Any]:
        """Copies that fit there.

        A list that numbers our headings comes along with ``keep_numbers``, unless theirs number all
        of them and ours begins with 1; otherwise theirs number, or do not, as they would.
        """
        moved = [deepcopy(block) for block in blocks]
        own = self._own_lists(moved) if keep_numbers else frozenset()
        for block in moved:
            self._number(block, own)
            self._adapt(block, self._ours.part, self._theirs.part)
            for mark in block.iter(_NOTE_MARK):
                mark.set(qn("w:id"), self._note(mark.get(qn("w:id"))))
        self._marks = max(
            self._marks, *(_largest(item, _BOOKMARKS, qn("w:id")) + 1 for item in moved)
        )
        return moved

    def _adapt(self, block: Any, source: Any, target: Any) -> None:  # noqa: ANN401  XML and parts
        for item in block.iter():
            if item.tag in _STYLED:
                item.set(qn("w:val"), self.styles.taken(item.get(qn("w:val"))))
            elif item.tag in _BOOKMARKS:
                item.set(qn("w:id"), str(int(item.get(qn("w:id"))) + self._marks))
            elif item.tag == _PICTURE:
                item.set("id", str(self._pictures))
                self._pictures += 1
            for name in _RELATED:
                if item.get(name) is not None:
                    item.set(name, _related(source, target, item.get(name)))

    def _own_lists(self, blocks: Sequence[Any]) -> frozenset[str]:
        """The lists of our headings that theirs cannot stand in for: one of them has no number."""
        used = dict.fromkeys(_style(item) for block in blocks for item in block.iter(qn("w:p")))
        return frozenset(
            here[0]
            for key in used
            if key and (here := self.styles.number_here(key)) is not None
            if self._numbers.is_late(here[0])
            or not self.styles.is_theirs(key)
            or self.styles.number_there(key) is None
        )

    def _number(self, block: Any, own: frozenset[str]) -> None:  # noqa: ANN401  XML
        for numbered in block.iter(qn("w:numId")):
            numbered.set(qn("w:val"), self._numbers.taken(numbered.get(qn("w:val"))))
        for paragraph in block.iter(qn("w:p")):
            key = _style(paragraph)
            if key is None or paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None:
                continue
            here = self.styles.number_here(key)
            if here is not None and here[0] in own:
                _set_number(paragraph, self._numbers.taken(here[0]), here[1])
            elif here is None and self.styles.number_there(key) is not None:
                _set_number(paragraph, "0", "0")

    def _note(self, key: str) -> str:
        """The id there of a footnote, brought along."""
        if key not in self._notes:
            source = self._ours.part.part_related_by(RELATIONSHIP_TYPE.FOOTNOTES)
            target = _footnotes(self._theirs)
            notes = parse_xml(source.blob)
            note = next(item for item in notes.iter(_NOTE) if item.get(qn("w:id")) == key)
            self._adapt(note, source, target)
            number = str(max(_largest(target.element, [_NOTE], qn("w:id")), 0) + 1)
            note.set(qn("w:id"), number)
            target.element.append(note)
            self._notes[key] = number
        return self._notes[key]


def without_orphans(word: Word, kept: Iterable[str]) -> None:
    """Drop what only the blocks that are gone referred to; ``kept`` ends the kinds that stay."""
    used = {
        value
        for item in word.element.iter()
        for name, value in item.attrib.items()
        if name.startswith(_RELATION)
    }
    for key, relation in list(word.part.rels.items()):
        if key not in used and not relation.reltype.endswith(tuple(kept)):
            word.part.rels.pop(key)


def _related(source: Any, target: Any, key: str) -> str:  # noqa: ANN401  parts
    relation = source.rels[key]
    if relation.is_external:
        return str(target.relate_to(relation.target_ref, relation.reltype, is_external=True))
    part = relation.target_part
    suffix = part.partname.ext
    name = target.package.next_partname(f"/word/media/kk%d.{suffix}")
    copy = Part(name, part.content_type, part.blob, target.package)
    return str(target.relate_to(copy, relation.reltype))


def _footnotes(word: Word) -> StoryPart:
    """Their footnotes, with the two rules that every such part must have if it was not there."""
    for relation in word.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.FOOTNOTES:
            return _as_story(relation)
    rules = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p>'
        "</w:footnote>"
        for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
    )
    element = parse_xml(f"<w:footnotes {nsdecls('w', 'r')}>{rules}</w:footnotes>")
    part = StoryPart(
        PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, element, word.part.package
    )
    word.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    known = "".join(f'<w:footnote w:id="{number}"/>' for number in (-1, 0))
    settings: Any = word.settings.element
    settings.insert_element_before(
        parse_xml(f"<w:footnotePr {nsdecls('w')}>{known}</w:footnotePr>"), *_AFTER_NOTES
    )
    return part


def _as_story(relation: Any) -> StoryPart:  # noqa: ANN401  parts
    """The part with its XML open to change; the library reads footnotes as mere bytes."""
    old = relation.target_part
    if isinstance(old, StoryPart):
        return old
    part: StoryPart = StoryPart.load(old.partname, old.content_type, old.blob, old.package)
    for key, inner in old.rels.items():
        target = inner.target_ref if inner.is_external else inner.target_part
        part.load_rel(inner.reltype, target, key, inner.is_external)
    relation._target = part  # noqa: SLF001  no public way
    return part


def _set_number(paragraph: Any, number: str, level: str) -> None:  # noqa: ANN401  XML
    numbered = paragraph.get_or_add_pPr().get_or_add_numPr()
    numbered.get_or_add_ilvl().val = int(level)
    numbered.get_or_add_numId().val = int(number)


def _style(paragraph: Any) -> str | None:  # noqa: ANN401  XML
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return None if style is None else style.get(qn("w:val"))


def _largest(element: Any, tags: Sequence[str], name: str) -> int:  # noqa: ANN401  XML
    return max((int(item.get(name)) for item in element.iter(*tags)), default=-1)
