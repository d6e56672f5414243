"""Contracts, one on each line, or as data."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.diagnostics.terms import word
from klimatkontrakt.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from klimatkontrakt.diagnostics.message import Message, Translator
    from klimatkontrakt.model.contract import Head

SCHEMA = "kk/list/1"
HEADINGS = (
    N_("Municipality"),
    N_("Code"),
    N_("Version"),
    N_("Kind"),
    N_("Status"),
    N_("Role in the programme"),
)
ROLES = {
    "wave_1": N_("first wave"),
    "wave_2": N_("second wave"),
    "pioneer": N_("pioneer city"),
    "unknown": N_("not known"),
}


@dataclass(frozen=True, slots=True)
class Listed:
    """A municipality, its part in the programme, and the head of each of its contracts."""

    code: str
    name: str
    slug: str
    role: str
    """As in the register; ``unknown`` where it says nothing."""
    twin_of: str | None
    """The code of the municipality whose twin it is."""
    twin: str | None
    """That one's name."""
    heads: tuple[tuple[int, Head | None], ...]
    """By version; ``None`` where the contract cannot be read."""


def table(listed: Sequence[Listed], translator: Translator) -> str:
    """A line for each contract, in columns with two spaces between; no frame, no colour."""
    rows = [tuple(translator.gettext(heading) for heading in HEADINGS)]
    for item in listed:
        role = _role(item).words(translator)
        for year, head in item.heads:
            kind = word(head.kind) if head else say(N_("cannot be read"))
            status = word(head.status).words(translator) if head else "–"
            first = (item.name, item.code, str(year))
            rows.append((*first, kind.words(translator), status, role))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "".join(
        "  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip()
        + "\n"
        for row in rows
    )


def as_json(listed: Sequence[Listed], _: Translator) -> str:
    """The same for programs; the words are those of the data."""
    document = {"schema": SCHEMA, "municipalities": [_plain(item) for item in listed]}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


WRITERS: dict[str, Callable[[Sequence[Listed], Translator], str]] = {
    "table": table,
    "json": as_json,
}


def _role(item: Listed) -> Message:
    if item.twin is not None:
        return say(N_("twin of {name}"), name=item.twin)
    return say(ROLES.get(item.role, ROLES["unknown"]))


def _plain(item: Listed) -> dict[str, object]:
    return {
        "code": item.code,
        "name": item.name,
        "folder": item.slug,
        "role": item.role,
        "twin_of": item.twin_of,
        "contracts": [
            {
                "version": year,
                "readable": head is not None,
                "kind": head.kind if head else None,
                "record": head.record if head else None,
                "wording": head.wording if head else None,
                "status": head.status if head else None,
            }
            for year, head in item.heads
        ],
    }
