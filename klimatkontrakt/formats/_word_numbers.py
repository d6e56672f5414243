"""Lists of one Word file brought into another: none takes over or goes on from one there."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.parts.numbering import NumberingPart

if TYPE_CHECKING:
    from docx.document import Document as Word


class Numbers:
    """Which list there a list of ours has become."""

    def __init__(self, ours: Word, theirs: Word) -> None:
        self._ours = numbering_of(ours)
        self._theirs = numbering_of(theirs)
        self._lists: dict[str, str] = {}
        self._kinds: dict[str, str] = {}

    def taken(self, key: str) -> str:
        """The number there of the list with this number here; 0 is no list."""
        if key == "0":
            return key
        if key not in self._lists:
            new = deepcopy(_found(self._ours, "num", key))
            self._lists[key] = self._free("num")
            new.set(qn("w:numId"), self._lists[key])
            kind = new.find(qn("w:abstractNumId"))
            kind.set(qn("w:val"), self._kind(kind.get(qn("w:val"))))
            last = self._theirs.findall(qn("w:num")) or self._theirs.findall(qn("w:abstractNum"))
            last[-1].addnext(new)
        return self._lists[key]

    def is_late(self, key: str) -> bool:
        """Whether a list here begins with another number than 1: it is part of something."""
        kind = _found(self._ours, "num", key).find(qn("w:abstractNumId")).get(qn("w:val"))
        first = _found(self._ours, "abstractNum", kind).find(f"{qn('w:lvl')}/{qn('w:start')}")
        return first is not None and first.get(qn("w:val")) != "1"

    def _kind(self, key: str) -> str:
        if key not in self._kinds:
            new = deepcopy(_found(self._ours, "abstractNum", key))
            self._kinds[key] = self._free("abstractNum")
            new.set(qn("w:abstractNumId"), self._kinds[key])
            for level in new.iter(qn("w:lvl")):
                for link in level.findall(qn("w:pStyle")):
                    level.remove(link)  # their headings have lists of their own, or none
            for first in self._theirs.findall(qn("w:num"))[:1]:
                first.addprevious(new)
            if new.getparent() is None:
                pictures = self._theirs.findall(qn("w:numPicBullet"))
                kinds = self._theirs.findall(qn("w:abstractNum"))
                self._theirs.insert(len(pictures) + len(kinds), new)
        return self._kinds[key]

    def _free(self, tag: str) -> str:
        used = (int(item.get(qn(f"w:{tag}Id"))) for item in self._theirs.findall(qn(f"w:{tag}")))
        return str(max(used, default=0) + 1)


def numbering_of(word: Word) -> Any:  # noqa: ANN401  XML
    """The lists of a file, where a file without any gets the place for them."""
    for relation in word.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.NUMBERING:
            return relation.target_part.element
    part = NumberingPart(
        PackURI("/word/numbering.xml"),
        CONTENT_TYPE.WML_NUMBERING,
        parse_xml(f"<w:numbering {nsdecls('w')}/>"),
        word.part.package,
    )
    word.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
    return part.element


def _found(numbering: Any, tag: str, key: str) -> Any:  # noqa: ANN401  XML
    return next(
        item for item in numbering.findall(qn(f"w:{tag}")) if item.get(qn(f"w:{tag}Id")) == key
    )
