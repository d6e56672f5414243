"""For anything that shows test results: a suite a file, a case a finding."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from klimatkontrakt.diagnostics.entry import Level
from klimatkontrakt.i18n import N_
from klimatkontrakt.printers._mended import mended
from klimatkontrakt.printers._printer import (
    PRINTERS,
    Printer,
    fingerprints,
    footer,
    one_line,
    remedy_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from klimatkontrakt.diagnostics.diagnostic import Diagnostic
    from klimatkontrakt.diagnostics.message import Translator
    from klimatkontrakt.diagnostics.outcome import Outcome

RUN = "kk validate"


def write(outcome: Outcome, translator: Translator, *, colour: bool, folder: str = "") -> str:  # noqa: ARG001  all printers are called alike
    """Errors are failures. Warnings and notes are cases that were passed over, with their words.

    So a run that leaves with 0 shows no failure. When all is well one case says so, since a report
    without cases is taken for a run that never was.
    """
    named = list(zip(outcome.diagnostics, fingerprints(outcome.diagnostics), strict=True))
    suites = [
        line
        for file, cases in groupby(named, lambda pair: pair[0].place.file)
        for line in _suite(folder + file, list(cases), translator)
    ]
    said = next(footer(outcome)).words(translator)
    totals = _totals(outcome.diagnostics)
    if not suites:
        case = f"    <testcase {_attributes(name=said, classname=RUN)}/>"
        totals = {**totals, "tests": 1}
        suites = [f"  <testsuite {_attributes(name=RUN, **totals)}>", case, "  </testsuite>"]
    head = f"<testsuites {_attributes(name=RUN, **totals)}>"
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', head, *suites, "</testsuites>"]
    return "".join(f"{line}\n" for line in lines)


def _suite(file: str, cases: list[tuple[Diagnostic, str]], translator: Translator) -> Iterator[str]:
    totals = _totals(item for item, _ in cases)
    yield f"  <testsuite {_attributes(name=file, **totals, file=file)}>"
    for item, fingerprint in cases:
        yield from _case(item, fingerprint, file, translator)
    yield "  </testsuite>"


def _case(item: Diagnostic, fingerprint: str, file: str, translator: Translator) -> Iterator[str]:
    span, said = item.place.span, one_line(item.message.words(translator))
    # The name is the same from run to run though lines move, and no two are alike.
    about = f"{item.entry.code} {item.place.path}".rstrip()
    name = f"{about} ({fingerprint})"
    yield f"    <testcase {_attributes(name=name, classname=file, file=file, line=span.line)}>"
    kind = "failure" if item.severity is Level.ERROR else "skipped"
    attributes = {"message": said} | ({"type": item.entry.code} if kind == "failure" else {})
    yield f"      <{kind} {_attributes(**attributes)}>{_body(item, file, translator)}</{kind}>"
    yield "    </testcase>"


def _body(item: Diagnostic, file: str, translator: Translator) -> str:
    span, say = item.place.span, translator.gettext
    where = f"{span.line}:{span.column}-{span.end_line}:{span.end_column}"
    lines = [
        f"{file}:{where}: {item.entry.code} {item.severity.value}",
        f"{say(N_('why'))}: {say(item.entry.why)}",
        f"{say(N_('do this'))}: {remedy_of(item, translator)}",
        *(f"{say(N_('change'))}: {line}" for line in filter(None, mended(item))),
    ]
    return escape("\n".join(map(one_line, lines)))


def _totals(diagnostics: Iterable[Diagnostic]) -> dict[str, int]:
    levels = [item.severity for item in diagnostics]
    failures = levels.count(Level.ERROR)
    skipped = len(levels) - failures
    return {"tests": len(levels), "failures": failures, "errors": 0, "skipped": skipped}


def _attributes(**values: object) -> str:
    """One line each, and so without the characters that XML cannot hold in any form."""
    return " ".join(f"{name}={quoteattr(one_line(str(value)))}" for name, value in values.items())


PRINTERS.add("junit", Printer("junit", write, (".xml",)))
