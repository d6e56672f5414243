"""For programs: a versioned document. Within a version fields are added, never changed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from klimatkontrakt.diagnostics.entry import Level
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.printers._printer import PRINTERS, Printer

if TYPE_CHECKING:
    from klimatkontrakt.diagnostics.diagnostic import Diagnostic
    from klimatkontrakt.diagnostics.message import Translator
    from klimatkontrakt.diagnostics.outcome import Outcome
    from klimatkontrakt.diagnostics.place import Place, Span

SCHEMA = "kk/diagnostics/1"


def write(outcome: Outcome, translator: Translator, *, colour: bool, folder: str = "") -> str:  # noqa: ARG001  all printers are called alike
    """The whole outcome; the words are in the language asked for, all else in fixed English."""
    document = {
        "schema": SCHEMA,
        "contracts": outcome.contracts,
        "files": outcome.files,
        "counts": {level.value: outcome.number(level) for level in Level},
        "fixable": outcome.fixable,
        "diagnostics": [_diagnostic(item, translator) for item in outcome.diagnostics],
        "missing": [
            {"municipality": item.municipality, "version": item.version, "count": item.count}
            for item in outcome.missing
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _diagnostic(item: Diagnostic, translator: Translator) -> dict[str, Any]:
    remedy = item.remedy or say(item.entry.remedy)
    return {
        "code": item.entry.code,
        "name": item.entry.name,
        "level": item.severity.value,
        "message": item.message.words(translator),
        **_place(item.place),
        "path": item.place.path,
        "why": translator.gettext(item.entry.why),
        "remedy": remedy.words(translator),
        "related": [
            {"message": related.message.words(translator), **_place(related.place)}
            for related in item.related
        ],
        "edits": [{**_span(edit.span), "text": edit.text} for edit in item.edits],
        "fingerprint": item.fingerprint,
    }


def _place(place: Place) -> dict[str, Any]:
    return {"file": place.file, **_span(place.span)}


def _span(span: Span) -> dict[str, int]:
    return {
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }


PRINTERS.add("json", Printer("json", write, (".json",)))
