"""Marks such as ``{{kommunens namn}}`` in a Word file: where they are, and putting words there.

Anyone can type a mark in Word. Word may keep it in several pieces, for its proofing or because the
cursor once stood in it, so a paragraph is read as a whole. A content control whose tag or title is
the mark's name is a mark too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_MARK = re.compile(r"\{\{([^{}]*)\}\}")
_P, _R, _T, _SDT = (qn(f"w:{tag}") for tag in ("p", "r", "t", "sdt"))
_CONTENT = qn("w:sdtContent")


def name_of(text: str) -> str:
    """A mark's name however it is typed."""
    return " ".join(text.replace("{", " ").replace("}", " ").split()).lower()


def marks_in(root: Any) -> Iterator[str]:  # noqa: ANN401  XML
    """The name of every mark in a part of the file that is typed as text."""
    for line in root.iter(_P):
        yield from (name_of(found[1]) for found in _MARK.finditer(text_of(line)))


def text_of(line: Any) -> str:  # noqa: ANN401  XML
    """The words of a paragraph, without those of a text box that hangs in it."""
    return "".join(item.text or "" for item in _texts(line))


def fill(root: Any, name: str, words: str) -> None:  # noqa: ANN401  XML
    """Put words in place of every mark of this name, in the look that the mark has."""
    for line in root.iter(_P):
        for found in reversed(list(_named(text_of(line), name))):
            _put(list(_texts(line)), found.start(), found.end(), words)


def alone(root: Any, name: str) -> list[Any]:  # noqa: ANN401  XML
    """The paragraphs that hold nothing but the mark of this name."""
    return [
        line
        for line in root.iter(_P)
        if (found := _MARK.fullmatch(text_of(line).strip())) and name_of(found[1]) == name
    ]


def type_out(root: Any, known: Callable[[str], bool]) -> None:  # noqa: ANN401  XML
    """Put a typed mark in place of every content control that is one, so that all are alike."""
    for control in list(root.iter(_SDT)):
        properties = control.find(qn("w:sdtPr"))
        content = control.find(_CONTENT)
        if properties is None or content is None:
            continue
        names = [
            name_of(item.get(qn("w:val"), ""))
            for tag in ("w:tag", "w:alias")
            for item in properties.findall(qn(tag))
        ]
        name = next(filter(known, names), None)
        if name is not None:
            _type(control, content, f"{{{{{name}}}}}")


def _type(control: Any, content: Any, mark: str) -> None:  # noqa: ANN401  XML
    lines = content.findall(_P)
    for line in lines[1:]:
        content.remove(line)
    runs = list(content.iter(_R))
    for run in runs[1:]:
        run.getparent().remove(run)
    for run in runs[:1] or [_new_run(lines[0] if lines else content)]:
        for item in list(run):
            if item.tag != qn("w:rPr"):
                run.remove(item)
        for style in list(run.iter(qn("w:rStyle"))):
            style.getparent().remove(style)  # that of the prompt to click and type
        run.add_t(mark)
    for item in list(content):
        control.addprevious(item)
    control.getparent().remove(control)


def _new_run(parent: Any) -> Any:  # noqa: ANN401  XML
    run = OxmlElement("w:r")
    parent.append(run)
    return run


def _texts(line: Any) -> Iterator[Any]:  # noqa: ANN401  XML
    return (item for item in line.iter(_T) if next(item.iterancestors(_P)) is line)


def _named(text: str, name: str) -> Iterator[re.Match[str]]:
    return (found for found in _MARK.finditer(text) if name_of(found[1]) == name)


def _put(texts: list[Any], start: int, end: int, words: str) -> None:
    """Put words over the letters from ``start`` to ``end``, in the first piece that holds any."""
    place = 0
    for item in texts:
        text = item.text or ""
        first, last = max(start - place, 0), min(end - place, len(text))
        place += len(text)
        if first < last:
            item.text = text[:first] + words + text[last:]
            item.set(qn("xml:space"), "preserve")
            words = ""
