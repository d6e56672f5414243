"""Styles of one Word file found in another, or brought there where it has none like them."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from docx.oxml.ns import qn

if TYPE_CHECKING:
    from docx.document import Document as Word

NEUTRAL = "F2F2F2"
"""A ground that goes with any colours."""
_REFERENCES = ("w:basedOn", "w:next")
_HEADING = "heading "
DEEPEST = 9
"""Levels that Word has headings for."""


class Styles:
    """Which style there a style of ours has become.

    A style is the same if it has the same name, which Word keeps in English whatever language it
    shows, or the same id; a heading also if it has the same place in the outline.
    """

    def __init__(self, ours: Word, theirs: Word) -> None:
        self._ours = {item.get(qn("w:styleId")): item for item in _styles(ours)}
        self._theirs = {item.get(qn("w:styleId")): item for item in _styles(theirs)}
        self._holder = theirs.styles.element
        self._names = {(_kind(item), _name(item)): key for key, item in self._theirs.items()}
        self._ids = {(_kind(item), key.lower()): key for key, item in self._theirs.items()}
        self._known: dict[str, str] = {}
        self._brought: set[str] = set()

    def taken(self, key: str) -> str:
        """The id there of the style with this id here."""
        if key not in self._known:
            found = self._alike(self._ours[key])
            self._known[key] = found if found is not None else self._bring(self._ours[key])
        return self._known[key]

    def is_theirs(self, key: str) -> bool:
        """Whether a style here has become one that was there already."""
        return self.taken(key) not in self._brought

    def number_here(self, key: str) -> tuple[str, str] | None:
        """The list and level that a style here gives its paragraphs."""
        return _number(self._ours, key)

    def number_there(self, key: str) -> tuple[str, str] | None:
        """The list and level that what a style here has become gives its paragraphs."""
        return _number(self._theirs, self.taken(key))

    def _alike(self, style: Any) -> str | None:  # noqa: ANN401  XML
        kind, name = _kind(style), _name(style)
        found = self._names.get((kind, name))
        found = found or self._ids.get((kind, style.get(qn("w:styleId")).lower()))
        if found is None and kind == "paragraph" and name.startswith(_HEADING):
            level = str(int(name.removeprefix(_HEADING)) - 1)
            found = next(
                (
                    key
                    for key, item in self._theirs.items()
                    if _kind(item) == kind and _outline(item) == level
                ),
                None,
            )
        if found is None and style.get(qn("w:default")) is not None:
            found = next(
                (
                    key
                    for key, item in self._theirs.items()
                    if _kind(item) == kind and item.get(qn("w:default")) is not None
                ),
                None,
            )
        return found

    def _bring(self, style: Any) -> str:  # noqa: ANN401  XML
        """A copy of our style: its measures, but colours that do not clash with theirs."""
        new = deepcopy(style)
        key = free = str(style.get(qn("w:styleId")))
        while free in self._theirs:
            free += "kk"
        self._known[key] = free
        self._brought.add(free)
        self._theirs[free] = new
        new.set(qn("w:styleId"), free)
        for numbered in list(new.iter(qn("w:numPr"))):
            numbered.getparent().remove(numbered)
        for link in new.findall(qn("w:link")):
            new.remove(link)
        for tag in _REFERENCES:
            for reference in new.findall(qn(tag)):
                reference.set(qn("w:val"), self.taken(reference.get(qn("w:val"))))
        if _kind(style) != "character":
            _without_colours(new)
        self._holder.append(new)
        return free


def outline_level(word: Word, paragraph: Any) -> int:  # noqa: ANN401  XML
    """The level of a heading, from 1; 0 is running text."""
    styles = {item.get(qn("w:styleId")): item for item in _styles(word)}
    holder, seen = paragraph.pPr, set[str]()
    while holder is not None:
        level = holder.find(qn("w:outlineLvl"))
        level = holder.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}") if level is None else level
        if level is not None:
            found = int(level.get(qn("w:val"))) + 1
            return found if found <= DEEPEST else 0
        above = next(
            (
                holder.find(qn(tag))
                for tag in ("w:pStyle", "w:basedOn")
                if holder.find(qn(tag)) is not None
            ),
            None,
        )
        key = "" if above is None else str(above.get(qn("w:val")))
        holder = None if key in seen else styles.get(key)
        seen.add(key)
    return 0


def _without_colours(style: Any) -> None:  # noqa: ANN401  XML
    for colour in list(style.iter(qn("w:color"))):
        colour.getparent().remove(colour)
    for item in style.iter():
        if item.get(qn("w:color")) is not None:
            item.set(qn("w:color"), "auto")
        if item.get(qn("w:fill")) is not None:
            item.set(qn("w:fill"), NEUTRAL)


def _styles(word: Word) -> list[Any]:
    return list(word.styles.element.findall(qn("w:style")))


def _kind(style: Any) -> str:  # noqa: ANN401  XML
    return str(style.get(qn("w:type"), "paragraph"))


def _name(style: Any) -> str:  # noqa: ANN401  XML
    name = style.find(qn("w:name"))
    return "" if name is None else str(name.get(qn("w:val"))).lower()


def _outline(style: Any) -> str | None:  # noqa: ANN401  XML
    level = style.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
    return None if level is None else str(level.get(qn("w:val")))


def _number(styles: dict[str, Any], key: str) -> tuple[str, str] | None:
    """The list and level of a style, or of what it is based on."""
    seen: set[str] = set()
    while key in styles and key not in seen:
        seen.add(key)
        numbered = styles[key].find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        if numbered is not None:
            found = {tag: numbered.find(qn(f"w:{tag}")) for tag in ("numId", "ilvl")}
            if found["numId"] is not None:
                number = str(found["numId"].get(qn("w:val")))
                level = "0" if found["ilvl"] is None else str(found["ilvl"].get(qn("w:val")))
                return None if number == "0" else (number, level)
        based = styles[key].find(qn("w:basedOn"))
        key = "" if based is None else based.get(qn("w:val"))
    return None
