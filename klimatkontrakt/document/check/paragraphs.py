"""Lines → paragraphs. What we look for tells where an unchanged paragraph begins and ends."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from klimatkontrakt.document.check.words import BREAK, agrees, tight, unmarked, vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klimatkontrakt.diagnostics.message import Message
    from klimatkontrakt.document.check.reading import Kind, Piece
    from klimatkontrakt.document.check.told import Told

CELL_PIECES = 40
"""Pieces within which the second half of a divided cell stands."""
NOTE_LINES = 8
"""Lines that a footnote may take."""
LONG = 30
"""Letters from which a paragraph without a number is so much itself that it may begin anywhere."""


@dataclass(frozen=True, slots=True)
class Found:
    """A paragraph of the file, made of one piece or more."""

    pieces: tuple[Piece, ...]
    whole: bool = False
    """Whether it has all the letters of a paragraph that is looked for, and no others."""

    @property
    def text(self) -> str:
        """Its words; a line break where one piece ends and the next begins."""
        return BREAK.join(piece.text for piece in self.pieces)

    @property
    def key(self) -> str:
        """Its letters."""
        return "".join(_letters(self.pieces))

    @property
    def place(self) -> Message:
        """Where it begins."""
        return self.pieces[0].place

    @property
    def kind(self) -> Kind:
        """What it begins as."""
        return self.pieces[0].kind


def forms(expected: Told) -> tuple[str, ...]:
    """A paragraph without and with the number before it, and those of its footnotes.

    Some files tell a number without the space after it.
    """
    texts = (expected.text, expected.marked or expected.text)
    numbered = [f"{expected.number} {text}".strip() for text in texts]
    glued = f"{expected.number}{expected.text}"
    return tuple(dict.fromkeys((*texts, *numbered, glued)))


def says(expected: Told, found: str) -> bool:
    """Whether a text says what was expected, with or without its number or mark."""
    texts = {found, unmarked(found)}
    return any(agrees(form, text) for form in forms(expected) for text in texts)


def rejoined(pieces: Sequence[Piece], expected: Sequence[Told]) -> list[Piece]:
    """The pieces with cells that a page break divides put together: the next cell comes between."""
    left = list(pieces)
    letters = [tight(unmarked(piece.text)) for piece in left]
    run = "".join(letters)
    keys = Counter(tight(item.text) for item in expected if item.kind == "cell")
    divided = [key for key in keys if len(key) >= LONG and run.count(key) < keys[key]]
    for key in sorted(divided):
        for start in range(len(left)):
            end = _begun(letters, start, key) if letters[start] else start
            said = "".join(letters[start:end])
            rest = key[len(said) :]
            if end == start or not rest:
                continue
            for again in range(end, min(end + CELL_PIECES, len(left))):
                stop = _begun(letters, again, rest)
                if "".join(letters[again:stop]) == rest and stop > again > end:
                    for held in (left, letters):
                        held[end:stop] = [*held[again:stop], *held[end:again]]
                    break
    return left


def _begun(letters: Sequence[str], start: int, key: str) -> int:
    """Where the pieces end that a text begins with."""
    said, end = "", start
    while end < len(letters) and letters[end] and key.startswith(said + letters[end]):
        said += letters[end]
        end += 1
    return end


def without_notes(
    pieces: Sequence[Piece], expected: Sequence[Told]
) -> tuple[list[Piece], list[Told]]:
    """What is left when each footnote that stands as it should is taken out, wherever it stands."""
    left, sought = list(pieces), []
    for item in expected:
        size = _note_at(left, item) if item.note else None
        if size is None:
            sought.append(item)
        else:
            del left[size.start : size.stop]
    return left, sought


def _note_at(pieces: list[Piece], note: Told) -> range | None:
    keys = tuple(map(tight, forms(note)))
    for start, piece in enumerate(pieces):
        begun = tight(piece.text), tight(unmarked(piece.text))
        if not any(key.startswith(begun) for key in keys):
            continue
        said = ""
        for end in range(start, min(start + NOTE_LINES, len(pieces))):
            said = f"{said}{BREAK}{pieces[end].text}".strip()
            if says(note, said):
                return range(start, end + 1)
    return None


def _letters(pieces: Sequence[Piece]) -> list[str]:
    """The letters of each piece; a dash between others has none, as in the middle of a line."""
    return [
        said if piece.starts or said != "-" else ""
        for piece in pieces
        for said in (tight(unmarked(piece.text)),)
    ]


def without_drawn(found: Sequence[Found], expected: Sequence[Told]) -> list[Found]:
    """The paragraphs without the words of a picture, which a PDF tells before its caption.

    They would be taken for the same words in the table beside it.
    """
    drawn = {tight(item.text): item for item in expected if item.kind == "picture"}
    ours = {tight(item.text) for item in expected if item.kind != "cell"}
    left: list[Found] = []
    for item in found:
        if item.key in drawn:
            words = vocabulary([drawn[item.key].beside])
            while left and left[-1].key not in ours and vocabulary([left[-1].text]) <= words:
                left.pop()
        left.append(item)
    return left


def gathered(pieces: Sequence[Piece], expected: Sequence[Told]) -> list[Found]:
    """The file's paragraphs: those that are expected whole, the others as they seem to lie."""
    letters = _letters(pieces)
    at = [0, *accumulate(map(len, letters))]
    run, index_at = "".join(letters), {offset: index for index, offset in enumerate(at)}
    keys = sorted({tight(form) for item in expected for form in forms(item)} - {""}, key=len)
    plain = {key for item in expected if len(key := tight(item.text)) < LONG}
    beginning: dict[str, list[str]] = {}
    for key in keys:
        beginning.setdefault(key[0], []).append(key)
    found: list[Found] = []
    index = 0
    while index < len(pieces):
        fitting = [
            (end, len(key))
            for key in beginning.get(run[at[index] : at[index] + 1], ())
            if run.startswith(key, at[index])
            and (end := index_at.get(at[index] + len(key)))
            and (pieces[index].starts or key not in plain)
        ]
        # Two cells in a row, 4 and 3, are not the cell that says 43.
        apart = [
            end
            for end, size in fitting
            if size >= LONG or not any(piece.starts for piece in pieces[index + 1 : end])
        ]
        end = (apart or [end for end, _ in fitting] or [index + 1])[-1]
        if fitting or pieces[index].starts or not found or found[-1].whole:
            found.append(Found(tuple(pieces[index:end]), bool(fitting)))
        else:
            found[-1] = Found((*found[-1].pieces, pieces[index]))
        index = end
    return found
