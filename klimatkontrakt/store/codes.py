"""The code list, and every way in which a person names a municipality."""

from __future__ import annotations

import csv
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.suggest import fold, nearest
from klimatkontrakt.model.municipality import Municipality

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True)
class Codes:
    """All known municipalities."""

    by_code: Mapping[str, Municipality]
    by_slug: Mapping[str, Municipality]

    def find(self, word: str) -> tuple[Municipality, ...]:
        """The municipalities that a word names: none, one, or several that fold alike.

        The order is code, exact name, name in any case, name without accents. ``kommun`` or
        ``stad`` may follow, and å may be composed or not.
        """
        name = unicodedata.normalize("NFC", word).strip()
        if name in self.by_code:
            return (self.by_code[name],)
        for same in (str, str.casefold, fold):
            found = [
                item for item in self.by_code.values() if same(name) in set(map(same, _names(item)))
            ]
            if found:
                return tuple(found)
        return (self.by_slug[fold(name)],) if fold(name) in self.by_slug else ()

    def near(self, word: str) -> str | None:
        """The name most like a word that names nobody."""
        return nearest(word, (item.name for item in self.by_code.values()))


def _names(item: Municipality) -> tuple[str, ...]:
    """What a municipality is called, with and without ``kommun``; some call themselves ``stad``."""
    bare = item.formal_name.removesuffix(" kommun")
    kinds = ("kommun", "stad")
    return (item.name, item.formal_name, *(f"{n} {k}" for n in (item.name, bare) for k in kinds))


def read_codes(text: str, added: Iterable[Municipality] = ()) -> Codes:
    """The code list from its CSV text, with those that a workspace adds."""
    rows = [
        Municipality(row["code"], row["name"], row["formal_name"], row["county"], row["slug"])
        for row in csv.DictReader(text.splitlines())
    ]
    everyone = [*rows, *added]
    return Codes({item.code: item for item in everyone}, {item.slug: item for item in everyone})
