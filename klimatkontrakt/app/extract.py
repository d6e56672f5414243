"""What an extract tells beside the contract: changes since the version before, and gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.app.diff import diff
from klimatkontrakt.app.sides import Side
from klimatkontrakt.changes._change import Fact
from klimatkontrakt.changes._words import FIELDS
from klimatkontrakt.diagnostics.failure import Failure
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.diagnostics.suggest import nearest, typed_as
from klimatkontrakt.document.extract_view import Beside
from klimatkontrakt.document.swedish import listing
from klimatkontrakt.i18n import DEFAULT, N_, translations
from klimatkontrakt.model.known import is_known
from klimatkontrakt.reports.comparison._writer import HEADINGS
from klimatkontrakt.reports.comparison.updates import borne, done_since, sentence
from klimatkontrakt.reports.missing import missing_in_short
from klimatkontrakt.store.extracts import Extracts

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from klimatkontrakt.app.workspace import Chosen, Workspace
    from klimatkontrakt.changes._comparison import Compared, Judged
    from klimatkontrakt.model.contract import Contract
    from klimatkontrakt.model.template import Template

SWEDISH = translations(DEFAULT)
"""The language of all documents."""
NO_LONGER_TOLD = "inte längre uppgifter om {fields}"
DECLINED = "kommunen avstår från åtagandet"
NOT_COMPARED = "Jämförelsen med den förra versionen gick inte att göra, för uppgifterna har fel."


def require_extract(workspace: Workspace, name: str) -> str:
    """The name of an extract as its file has it, whatever the case, with å, ä, ö or without.

    Raises:
        Failure: there is none.
    """
    names = Extracts(workspace.outlines.folders).names()
    meant = typed_as(name, names)
    if meant is not None:
        return meant
    message = say(N_('there is no extract "{name}"'), name=name)
    near = nearest(name, names)
    if near:
        raise Failure(message, say(N_('did you mean "{near}"?'), near=near))
    raise Failure(message, say(N_("choose one of {words}"), words=", ".join(names)))


def templates_of(workspace: Workspace, outline: str) -> Callable[[str], Template | None]:
    """The templates that an extract may use: other extracts, then the chapters of its version."""
    outlines = workspace.outlines

    def find(name: str) -> Template | None:
        return outlines.template("extracts", name) or outlines.template(outline, name)

    return find


def beside(workspace: Workspace, chosen: Chosen, contract: Contract, today: date) -> Beside:
    """What is told beside the contract: what has changed since the version before, and gaps.

    ``today`` is the day on which it is told.
    """
    gaps = tuple(missing_in_short(contract, SWEDISH))
    earlier = [year for year in workspace.layout.versions(chosen.slug) if year < chosen.year]
    if not earlier:
        return Beside(today, gaps=gaps)
    reader, year = workspace.reader, max(earlier)
    previous = reader.contract(chosen.slug, year).contract
    try:
        sides = Side(str(year), reader, year), Side(str(chosen.year), reader, chosen.year)
        comparison = diff(*sides, chosen.slug)
    except Failure:
        return Beside(today, previous, {"limits": [NOT_COMPARED]}, gaps)
    changes = _changes(comparison.parts[0]) if comparison.parts else {}
    return Beside(today, previous, changes, gaps)


def _changes(part: Compared) -> dict[str, list[str]]:
    """Sentences by what has happened, goals before actions; the year's direction is told apart."""
    order = list(HEADINGS)
    shared: dict[tuple[str, str, int], list[Judged]] = {}
    for item in sorted(borne(part), key=lambda item: order.index(item.change.kind)):
        if item.change.field != "focus":
            group, about = _group(item)
            shared.setdefault((group, about, 0 if about else len(shared)), []).append(item)
    told: dict[str, list[str]] = {}
    for (group, about, _), items in shared.items():
        told.setdefault(group, []).append(_line(about, items))
    told["done"] = [sentence(*done) for done in done_since(part)]
    told["limits"] = [sentence("", gap.words(SWEDISH)) for gap in dict.fromkeys(part.gaps)]
    return told


def _group(item: Judged) -> tuple[str, str]:
    """What has happened; and what several share a line about, if they do."""
    change = item.change
    whole = not change.field
    if whole and change.fact is Fact.ADDED:
        return "new", "" if change.kind == "commitment" else _heading(item)
    if whole and change.fact is Fact.REMOVED:
        return "gone", ""
    if item.verdict is None and not is_known(change.before):
        return "details", _about(item)
    if item.verdict is None and not is_known(change.after):
        return "gone", _about(item)
    return "changed", ""


def _line(about: str, items: list[Judged]) -> str:
    change = items[0].change
    if not about:
        declined = change.fact is Fact.ADDED and items[0].verdict is None
        said = DECLINED if declined else items[0].message.words(SWEDISH)
        return sentence(change.label if change.kind == "contract" else _about(items[0]), said)
    if not change.field:
        labels = "; ".join(item.change.label.rstrip(".") for item in items)
        return sentence("" if labels.startswith(about) else about, labels)
    form = "{fields}" if not is_known(change.before) else NO_LONGER_TOLD
    fields = listing([say(FIELDS[item.change.field]).words(SWEDISH) for item in items])
    return sentence(about, form.format(fields=fields))


def _about(item: Judged) -> str:
    return item.change.label or _heading(item)


def _heading(item: Judged) -> str:
    return SWEDISH.gettext(HEADINGS[item.change.kind])
