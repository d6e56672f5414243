"""For code scanning: SARIF 2.1.0."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from klimatkontrakt import __version__
from klimatkontrakt.diagnostics.entry import Level
from klimatkontrakt.i18n import N_
from klimatkontrakt.printers._printer import PRINTERS, Printer, one_line, remedy_of

if TYPE_CHECKING:
    from klimatkontrakt.diagnostics.diagnostic import Diagnostic
    from klimatkontrakt.diagnostics.entry import Entry
    from klimatkontrakt.diagnostics.message import Translator
    from klimatkontrakt.diagnostics.outcome import Outcome
    from klimatkontrakt.diagnostics.place import Place, Span

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
BASE = "SRCROOT"
FINGERPRINT = "kk/v1"
LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "note"}


def write(outcome: Outcome, translator: Translator, *, colour: bool, folder: str = "") -> str:  # noqa: ARG001  all printers are called alike
    """One run with the codes that it found, described, and a result for each finding.

    Paths are from the top of the repository; no path of this machine is told.
    """
    entries = {item.entry.code: item.entry for item in outcome.diagnostics}
    codes = sorted(entries)
    results = [
        _result(item, codes.index(item.entry.code), translator, folder)
        for item in outcome.diagnostics
    ]
    base = translator.gettext(N_("The folder from which paths are counted."))
    run = {
        "tool": {
            "driver": {
                "name": "kk",
                "fullName": "klimatkontrakt",
                "semanticVersion": __version__,
                "rules": [_rule(entries[code], translator) for code in codes],
            }
        },
        "language": translator.gettext(N_("en-GB")),
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {BASE: {"description": {"text": base}}},
        "results": results,
    }
    document = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _rule(entry: Entry, translator: Translator) -> dict[str, Any]:
    say = translator.gettext
    parts = [
        say(entry.what),
        f"{say(N_('Why:'))} {say(entry.why)}.",
        f"{say(N_('Do this:'))} {say(entry.remedy)}.",
    ]
    verdict = entry.code.startswith("KK8")
    before = say(N_("Before:") if verdict else N_("Wrong:"))
    after = say(N_("After:") if verdict else N_("Right:"))
    fenced = (
        f"{before}\n\n```yaml\n{entry.wrong}\n```",
        f"{after}\n\n```yaml\n{entry.right}\n```",
    )
    return {
        "id": entry.code,
        "name": entry.name,
        "shortDescription": {"text": say(entry.what)},
        "fullDescription": {"text": " ".join(parts[:2])},
        "help": {"text": "\n\n".join(parts), "markdown": "\n\n".join([*parts, *fenced])},
        "defaultConfiguration": {"level": LEVELS[entry.level]},
    }


def _result(item: Diagnostic, index: int, translator: Translator, folder: str) -> dict[str, Any]:
    location = _location(item.place, folder)
    if item.place.path:
        location["logicalLocations"] = [{"fullyQualifiedName": item.place.path}]
    result: dict[str, Any] = {
        "ruleId": item.entry.code,
        "ruleIndex": index,
        "level": LEVELS[item.severity],
        "message": {"text": _text(item.message.words(translator))},
        "locations": [location],
        "partialFingerprints": {FINGERPRINT: item.fingerprint},
    }
    if item.related:
        result["relatedLocations"] = [
            {
                **_location(related.place, folder),
                "id": number,
                "message": {"text": _text(related.message.words(translator))},
            }
            for number, related in enumerate(item.related, start=1)
        ]
    if item.edits:
        result["fixes"] = [_fix(item, translator, folder)]
    return result


def _fix(item: Diagnostic, translator: Translator, folder: str) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.text}}
        for edit in item.edits
    ]
    change = {"artifactLocation": _artifact(item.place, folder), "replacements": replacements}
    description = {"text": _text(remedy_of(item, translator))}
    return {"description": description, "artifactChanges": [change]}


def _location(place: Place, folder: str) -> dict[str, Any]:
    where = {"artifactLocation": _artifact(place, folder), "region": _region(place.span)}
    return {"physicalLocation": where}


def _artifact(place: Place, folder: str) -> dict[str, Any]:
    return {"uri": quote(folder + place.file, safe="/", errors="replace"), "uriBaseId": BASE}


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _text(text: str) -> str:
    """Words of the data, which are no link though they may look like one."""
    return re.sub(r"\[(?=[^\[\]]*\]\()", r"\\[", one_line(text))


PRINTERS.add("sarif", Printer("sarif", write, (".sarif",)))
