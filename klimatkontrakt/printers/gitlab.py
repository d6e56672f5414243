"""For a merge request on GitLab: a Code Quality report."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from klimatkontrakt.diagnostics.entry import Level
from klimatkontrakt.printers._printer import PRINTERS, Printer, fingerprints, one_line

if TYPE_CHECKING:
    from klimatkontrakt.diagnostics.diagnostic import Diagnostic
    from klimatkontrakt.diagnostics.message import Translator
    from klimatkontrakt.diagnostics.outcome import Outcome

SEVERITIES = {Level.ERROR: "critical", Level.WARNING: "minor", Level.NOTE: "info"}


def write(outcome: Outcome, translator: Translator, *, colour: bool, folder: str = "") -> str:  # noqa: ARG001  all printers are called alike
    """A list of findings, empty when there are none.

    GitLab takes two findings with one fingerprint for one, and a fault whose fingerprint changes
    for a new one; so no two are alike, and none knows its line.
    """
    names = fingerprints(outcome.diagnostics)
    document = [
        _finding(item, name, translator, folder)
        for item, name in zip(outcome.diagnostics, names, strict=True)
    ]
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _finding(item: Diagnostic, name: str, translator: Translator, folder: str) -> dict[str, Any]:
    span = item.place.span
    return {
        "description": f"{item.entry.code}: {one_line(item.message.words(translator))}",
        "check_name": item.entry.code,
        "fingerprint": name,
        "severity": SEVERITIES[item.severity],
        "location": {
            "path": folder + item.place.file,
            "lines": {"begin": span.line, "end": span.end_line},
            "positions": {
                "begin": {"line": span.line, "column": span.column},
                "end": {"line": span.end_line, "column": span.end_column},
            },
        },
    }


PRINTERS.add("gitlab", Printer("gitlab", write))
