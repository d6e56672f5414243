"""A draft of the chapter on the most important updates that the contracts of 2021–2023 had."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.i18n import N_
from klimatkontrakt.reports.comparison._writer import WRITERS, Writer, capital
from klimatkontrakt.reports.comparison.markdown import escaped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klimatkontrakt.changes._comparison import Compared, Comparison, Judged
    from klimatkontrakt.diagnostics.message import Translator


def write(comparison: Comparison, translator: Translator, *, judge: bool) -> str:  # noqa: ARG001  all writers are called alike
    """Only what the records bear; to be read, shortened and signed by a person."""
    blocks: list[str] = []
    for part in comparison.parts:
        if part.code:
            blocks += _chapter(part, comparison, translator)
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _chapter(part: Compared, comparison: Comparison, translator: Translator) -> Iterator[str]:
    heading = translator.gettext(N_("Most important updates for the municipality"))
    yield f"## {escaped(heading)}: {escaped(part.name)}"
    told = [sentence(item.change.label, item.message.words(translator)) for item in borne(part)]
    done = [sentence(label, text) for label, text in done_since(part)]
    for heading, lines in (
        (N_("Since {old} the following has changed:"), told),
        (N_("Since {old} the following has been done:"), done),
    ):
        if lines:
            yield say(heading, old=comparison.old).words(translator)
            yield "\n".join(f"- {escaped(line)}" for line in lines)
    if not told and not done:
        missing = say(
            N_("The records do not tell what has changed since {old}."), old=comparison.old
        )
        yield missing.words(translator)


def borne(part: Compared) -> list[Judged]:
    """What both records bear; a milestone that was reached is told among what has been done."""
    return [
        item
        for item in part.changes
        if not item.change.gap
        and item.change.likeness is None
        and not (item.change.kind == "milestone" and item.change.field == "done")
    ]


def done_since(part: Compared) -> Iterator[tuple[str, str]]:
    """Milestones dated after the old version was signed: they happened since, whatever it held."""
    sides = next((item.change.sides for item in part.changes if item.change.sides), None)
    if sides is None:
        return
    old, new = sides
    last = old.signing.end if old.signing else None
    for action in new.roadmap.actions:
        for milestone in action.milestones:
            if milestone.done and milestone.done.start and last and milestone.done.start > last:
                yield action.title, milestone.text
    for milestone in new.investment.milestones:
        if milestone.done and milestone.done.start and last and milestone.done.start > last:
            yield "", milestone.text


def sentence(label: str, said: str) -> str:
    """One line about a change, with a full stop: what it is about, then what is said."""
    said = " ".join(said.split())
    text = f"{label.rstrip('.')}: {said}" if label else capital(said)
    return text if text.endswith(".") else f"{text}."


WRITERS.add("updates", Writer("updates", write))
