"""For programs: a versioned document. Within a version fields are added, never changed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from klimatkontrakt.changes._comparison import plain
from klimatkontrakt.changes._verdict import Direction
from klimatkontrakt.reports.comparison._writer import WRITERS, Writer

if TYPE_CHECKING:
    from klimatkontrakt.changes._comparison import Compared, Comparison, Judged
    from klimatkontrakt.diagnostics.message import Translator
    from klimatkontrakt.diagnostics.place import Place

SCHEMA = "kk/comparison/1"
JUDGEMENTS = {Direction.LESS: "weakened", Direction.MORE: "strengthened"}


def write(comparison: Comparison, translator: Translator, *, judge: bool) -> str:
    """Every change by itself; a document with an empty list where nothing changed."""
    document = {
        "schema": SCHEMA,
        "old": comparison.old,
        "new": comparison.new,
        "parts": [_part(part, translator, judge=judge) for part in comparison.parts],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _part(part: Compared, translator: Translator, *, judge: bool) -> dict[str, Any]:
    return {
        "municipality": {"code": part.code, "name": part.name} if part.code else None,
        "gaps": [gap.words(translator) for gap in part.gaps],
        "changes": [_change(item, translator, judge=judge and part.own) for item in part.changes],
    }


def _change(item: Judged, translator: Translator, *, judge: bool) -> dict[str, Any]:
    change, verdict = item.change, item.verdict
    return {
        "fact": change.fact.value,
        "kind": change.kind,
        "ref": change.ref,
        "label": change.label,
        "field": change.field,
        "before": plain(change.before) or None,
        "after": plain(change.after) or None,
        "gap": change.gap or None,
        "likeness": change.likeness,
        "message": item.message.words(translator),
        "code": verdict.entry.code if verdict else None,
        "verdict": verdict.entry.name if verdict else None,
        "direction": item.direction.value if verdict else None,
        "judgement": JUDGEMENTS.get(item.direction) if judge else None,
        "accepted": item.accepted or None,
        "fingerprint": item.fingerprint,
        "old": _place(item.old),
        "new": _place(item.new),
    }


def _place(place: Place | None) -> dict[str, Any] | None:
    if place is None:
        return None
    span = place.span
    return {"file": place.file, "line": span.line, "column": span.column, "path": place.path}


WRITERS.add("json", Writer("json", write))
