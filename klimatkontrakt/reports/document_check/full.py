"""For people: every departure with its words, or every fact in a table."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.message import count, say
from klimatkontrakt.i18n import N_, NN_
from klimatkontrakt.reports.document_check._writer import WRITERS, Writer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from klimatkontrakt.diagnostics.message import Message, Translator
    from klimatkontrakt.document.check.checked import Checked
    from klimatkontrakt.document.check.compare import Departure
    from klimatkontrakt.document.check.held import Judged
    from klimatkontrakt.document.check.words import Edit

STATES = {
    "held": N_("held"),
    "changed": N_("changed in the file"),
    "missing": N_("not in the file"),
    "unknown": N_("not in the data"),
}
WIDEST = 48
"""Letters that the name of a fact may take before what stands behind it is moved to the right."""


def write(checked: Checked, translator: Translator) -> str:
    """What was compared, what was found, and what it comes to."""
    body = _facts if checked.way == "facts" else _paragraphs
    lines = [
        *(message.words(translator) for message in (*_compared(checked), *_with(checked))),
        *body(checked, translator),
        *_comments(checked, translator),
    ]
    return "".join(f"{line}".rstrip() + "\n" for line in lines)


def _compared(checked: Checked) -> Iterator[Message]:
    names = {"file": checked.file, "name": checked.municipality, "version": checked.version}
    if checked.way == "paragraphs":
        yield say(N_("{file} and {name}, version {version}: compared by paragraphs."), **names)
        yield say(
            N_(
                "Pictures, headers, footers, the list of contents, spaces and the shape of dashes "
                "and quotes are not compared."
            )
        )
        return
    yield say(N_("{file} and {name}, version {version}: compared by facts."), **names)
    yield say(
        N_(
            "Names, titles, times, amounts, numbers, commitments and links are compared, in: "
            "{chapters}. Running text is not."
        ),
        chapters="; ".join(checked.chapters) or "–",
    )
    if checked.sentences:
        yield say(
            N_(
                "So are the boundaries of goals, who is responsible, deputies, what partners do, "
                "status, kind of cost, payers, target groups, co-benefits, barriers and reasons, "
                "but not how goals are measured, control, kinds of effect, outcomes, forms of "
                "funding and the state of the investment plan."
            )
        )
    else:
        yield say(
            N_(
                "The boundaries of goals, who is responsible, deputies, what partners do, status, "
                "kind of cost, payers, target groups, co-benefits, barriers and reasons are not "
                "compared, as the file does not have kk's words."
            )
        )


def _with(checked: Checked) -> Iterator[Message]:
    """What else than the whole contract the file was compared with, or could be."""
    if checked.part:
        yield say(N_("It was compared with the municipality's part, not the whole contract."))
    if checked.inset:
        yield say(N_("The rest of the file was not compared."))
    if checked.extract:
        yield say(
            N_('It was compared with the extract "{name}", not the whole contract.'),
            name=checked.extract,
        )
    if checked.mostly_missing:
        yield say(
            N_(
                "Most of the contract is not in the file. If the file holds only the "
                "municipality's part, add --part municipality; if it is an extract, add --extract "
                "and its name."
            )
        )


# By paragraphs


def _paragraphs(checked: Checked, translator: Translator) -> Iterator[str]:
    yield from _departures(checked, checked.departures, translator)
    yield ""
    if checked.rejected is None:
        yield _sum(len(checked.departures)).words(translator)
        return
    accepted, rejected = _sum(len(checked.departures)), _sum(len(checked.rejected))
    yield say(N_("With tracked changes accepted: {sum}"), sum=accepted).words(translator)
    yield say(N_("With tracked changes rejected: {sum}"), sum=rejected).words(translator)
    both = {item for item in checked.departures if not item.tracked}
    others = [item for item in checked.rejected if item not in both]
    if others:
        yield ""
        yield say(N_("Only with tracked changes rejected:")).words(translator)
    yield from _departures(checked, others, translator)


def _sum(number: int) -> Message:
    if number == 0:
        return say(N_("the file says what the data says."))
    return count(NN_("{n} departure.", "{n} departures."), number)


def _departures(
    checked: Checked, departures: Sequence[Departure], translator: Translator
) -> Iterator[str]:
    for (chapter, under), group in groupby(departures, lambda item: (item.chapter, item.under)):
        yield ""
        yield _where(checked, chapter, under, translator)
        for is_missing, items in groupby(group, lambda item: item.what == "missing"):
            if is_missing:
                yield from _missing(list(items), translator)
            else:
                yield from (line for item in items for line in _departure(item, translator))


def _where(checked: Checked, chapter: str, under: str, translator: Translator) -> str:
    if not chapter:
        said = say(N_("Title page, last line and notes"))
    elif not under:
        return chapter
    elif under in checked.actions:
        said = say(N_("{chapter}, the action {title}"), chapter=chapter, title=under)
    else:
        said = say(N_("{chapter}, under “{title}”"), chapter=chapter, title=under)
    return said.words(translator)


def _missing(items: list[Departure], translator: Translator) -> Iterator[str]:
    heading = any(item.heading for item in items)
    others = sum(not item.heading for item in items)
    number = count(NN_("{n} paragraph", "{n} paragraphs"), others)
    if heading and others:
        said = say(N_("missing: the heading and {number}"), number=number)
    elif heading:
        said = say(N_("missing: the heading"))
    else:
        said = say(N_("missing: {number}"), number=number)
    yield f"  {said.words(translator)}"
    yield from (f"    {item.expected}{_tracked(item, translator)}" for item in items)


def _departure(item: Departure, translator: Translator) -> Iterator[str]:
    place = item.place.words(translator) if item.place else ""
    match item.what:
        case "added":
            said = say(N_("{place}, added: {text}"), place=place, text=item.found)
        case "moved":
            said = say(N_("{place}, moved here: {text}"), place=place, text=item.found)
        case _:
            words = "; ".join(_edit(edit, translator) for edit in item.edits)
            said = say(N_("{place}, changed: {words}"), place=place, words=words)
    yield f"  {said.words(translator)}{_tracked(item, translator)}"
    if item.what == "changed":
        ours, theirs = N_("in the data: {text}"), N_("in the file: {text}")
        for said in (say(ours, text=item.expected), say(theirs, text=item.found)):
            yield f"    {said.words(translator)}"


def _tracked(item: Departure, translator: Translator) -> str:
    if not item.tracked:
        return ""
    names = ", ".join(item.by)
    said = say(N_("tracked change, {names}"), names=names) if names else say(N_("tracked change"))
    return f" ({said.words(translator)})"


def _edit(edit: Edit, translator: Translator) -> str:
    if not edit.old:
        return say(N_("“{new}” is added"), new=edit.new).words(translator)
    if not edit.new:
        return say(N_("“{old}” is gone"), old=edit.old).words(translator)
    return f"{edit.old} → {edit.new}"


# By facts


def _facts(checked: Checked, translator: Translator) -> Iterator[str]:
    rows = [_row(item, translator) for item in checked.facts]
    widths = [max((len(row[i]) for row in rows), default=0) for i in (0, 1)]
    yield ""
    for state, fact, value in rows:
        yield f"{state:<{widths[0]}}  {fact:<{min(widths[1], WIDEST)}}  {value}"
    number = {state: sum(item.state == state for item in checked.facts) for state in STATES}
    yield ""
    yield count(
        NN_(
            "Of the data's {n} fact: held {held}, changed in the file {changed}, "
            "not in the file {missing}.",
            "Of the data's {n} facts: held {held}, changed in the file {changed}, "
            "not in the file {missing}.",
        ),
        sum(number.values()) - number["unknown"],
        **number,
    ).words(translator)
    yield say(N_("Facts in the file that are not in the data: {n}."), n=number["unknown"]).words(
        translator
    )
    if checked.tracked:
        yield say(N_("Tracked changes are read as accepted.")).words(translator)


def _row(item: Judged, translator: Translator) -> tuple[str, str, str]:
    fact = ", ".join(part for part in (item.about, item.what.words(translator)) if part)
    value = f"{item.value} → {item.found}" if item.value and item.found else item.value
    place = f" ({item.place.words(translator)})" if item.place and item.state != "held" else ""
    return translator.gettext(STATES[item.state]), fact, f"{value or item.found}{place}"


def _comments(checked: Checked, translator: Translator) -> Iterator[str]:
    if not checked.comments:
        return
    yield ""
    number = len(checked.comments)
    yield count(NN_("{n} comment in the file:", "{n} comments in the file:"), number).words(
        translator
    )
    for comment in checked.comments:
        place, author = comment.place.words(translator), comment.author or "–"
        under = N_("{place}, under “{title}”")
        where = say(under, place=place, title=comment.under) if comment.under else place
        said = say(
            N_("{place}, {author}, at “{at}”: {text}"),
            place=where,
            author=author,
            at=comment.at,
            text=" ".join(comment.text.split()),
        )
        yield f"  {said.words(translator)}"


WRITERS.add("full", Writer("full", write))
