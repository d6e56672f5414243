"""Tables, pictures and footnotes as templates ask for them, numbered through the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.diagnostics.suggest import nearest
from klimatkontrakt.document.markdown import Markdown, one_line, picture, table
from klimatkontrakt.document.traced import TemplateFault
from klimatkontrakt.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from klimatkontrakt.document.document import Picture


class Numbering:
    """One document's counts; chapters are written in order, so the numbers are too."""

    def __init__(self, pictures: Mapping[str, Picture], known: Iterable[str] = ()) -> None:
        """``known`` are the names of all pictures, also those that this document has not."""
        self._pictures = pictures
        self._known = (*pictures, *known)
        self._tables = self._figures = self._notes = 0
        self._pending: list[str] = []

    def functions(self) -> dict[str, Callable[..., Markdown]]:
        """What templates may call."""
        return {"table": self.table, "picture": self.picture, "note": self.note}

    def table(
        self, caption: object, head: Sequence[object], rows: Sequence[Sequence[object]]
    ) -> Markdown:
        """A table with the next number.

        Raises:
            TemplateFault: a row has more cells than the head, whose words would be lost, or fewer.
        """
        if any(len(row) != len(head) for row in rows):
            raise TemplateFault(say(N_("a row of the table has not as many cells as its head")))
        self._tables += 1
        return table(self._tables, caption, head, rows)

    def picture(self, name: str) -> Markdown:
        """The picture of this name with the next number; nothing where there is too little for it.

        Raises:
            TemplateFault: no contract has a picture of that name.
        """
        drawn = self._pictures.get(name)
        if drawn is None and name not in self._known:
            near = nearest(name, self._known)
            remedy = say(N_('did you mean "{near}"?'), near=near) if near else None
            words = ", ".join(sorted(set(self._known)))
            raise TemplateFault(
                say(N_('kk draws no picture "{name}"'), name=name),
                remedy or say(N_("choose one of {words}"), words=words),
            )
        if drawn is None:
            return Markdown("")
        self._figures += 1
        return picture(self._figures, drawn.caption, drawn.alt, drawn.name)

    def note(self, text: object) -> Markdown:
        """The mark of a footnote, whose words follow the chapter in one paragraph."""
        self._notes += 1
        self._pending.append(f"[^{self._notes}]: {one_line(text)}")
        return Markdown(f"[^{self._notes}]")

    def take_notes(self) -> list[str]:
        """The footnotes that no chapter has ended with yet."""
        taken, self._pending = self._pending, []
        return taken
