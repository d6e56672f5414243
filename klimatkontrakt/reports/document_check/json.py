"""For programs: a versioned document. Within a version fields are added, never changed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from klimatkontrakt.reports.document_check._writer import WRITERS, Writer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klimatkontrakt.diagnostics.message import Message, Translator
    from klimatkontrakt.document.check.checked import Checked
    from klimatkontrakt.document.check.compare import Departure

SCHEMA = "kk/document-check/1"


def write(checked: Checked, translator: Translator) -> str:
    """Everything that was found, each by itself; empty lists where the file agrees."""
    rejected = checked.rejected
    document = {
        "schema": SCHEMA,
        "file": checked.file,
        "municipality": checked.municipality,
        "version": checked.version,
        "way": checked.way,
        "chosen": checked.chosen,
        "part": checked.part or None,
        "extract": checked.extract or None,
        "inset": checked.inset,
        "agrees": checked.agrees,
        "tracked_changes": checked.tracked,
        "departures": _departures(checked.departures, translator),
        "rejected": None if rejected is None else _departures(rejected, translator),
        "facts": [
            {
                "state": item.state,
                "about": item.about,
                "what": item.what.words(translator),
                "value": item.value or None,
                "found": item.found or None,
                "place": _place(item.place, translator),
            }
            for item in checked.facts
        ],
        "comments": [
            {
                "author": item.author,
                "text": item.text,
                "at": item.at,
                "place": item.place.words(translator),
                "under": item.under or None,
            }
            for item in checked.comments
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _departures(departures: Sequence[Departure], translator: Translator) -> list[dict[str, Any]]:
    return [
        {
            "what": item.what,
            "chapter": item.chapter or None,
            "under": item.under or None,
            "expected": item.expected or None,
            "found": item.found or None,
            "place": _place(item.place, translator),
            "edits": [{"old": edit.old, "new": edit.new} for edit in item.edits],
            "tracked": item.tracked,
            "by": list(item.by),
        }
        for item in departures
    ]


def _place(place: Message | None, translator: Translator) -> str | None:
    return None if place is None else place.words(translator)


WRITERS.add("json", Writer("json", write))
