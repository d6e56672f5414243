"""What became of promises, and what others may learn from it, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.document import words
from klimatkontrakt.document.markdown import prose
from klimatkontrakt.document.swedish import during, listing, paragraphs, sentence
from klimatkontrakt.model.known import is_known
from klimatkontrakt.model.lineage import items

if TYPE_CHECKING:
    from klimatkontrakt.document.extract_types import FollowUpView
    from klimatkontrakt.model.contract import Contract
    from klimatkontrakt.model.follow_up import Ending, Entry


def follow_up_view(contract: Contract, previous: Contract | None) -> FollowUpView:
    """``lessons`` and ``updates`` as paragraphs; the rest as sentences by what they are about.

    ``outcomes`` has the newest note about each promise, ``endings`` those that have ended,
    ``barriers`` and ``expected`` what actions tell of hindrances and of what is to change.
    """
    told = contract.follow_up
    names = {
        **({ref: item.label for ref, item in items(previous).items()} if previous else {}),
        **{ref: item.label for ref, item in items(contract).items()},
    }
    newest = {entry.ref: entry for entry in told.entries}
    actions = contract.roadmap.actions
    return {
        "lessons": prose(told.lessons or "") if is_known(told.lessons) else [],
        "updates": prose(told.updates or "") if is_known(told.updates) else [],
        "outcomes": [_outcome(entry, names) for entry in newest.values()],
        "endings": [_ending(ending, names) for ending in told.endings],
        "barriers": [
            f"{_title(action.title)} {sentence(listing(action.barriers))}"
            for action in actions
            if action.barriers
        ],
        "expected": [
            f"{_title(action.title)} {sentence(outcome.text)}"
            for action in actions
            for outcome in action.outcomes
        ],
    }


def _title(name: str) -> str:
    return f"{name.rstrip('.')}:"


def _outcome(entry: Entry, names: dict[str, str]) -> str:
    said = [
        words.OUTCOMES[entry.outcome] if entry.outcome else "",
        words.PROGRESS[entry.status] if entry.status and not entry.outcome else "",
        *(paragraphs(sentence(entry.comment)) if entry.comment else ()),
        f"Underlag: {listing([item.title for item in entry.evidence])}." if entry.evidence else "",
        f"Noterat {during(entry.date)}." if entry.date.end else "",
    ]
    return " ".join([_title(names.get(entry.ref, entry.ref)), *filter(None, said)])


def _ending(ending: Ending, names: dict[str, str]) -> str:
    into = names.get(ending.into or "", ending.into or "")
    form = words.ENDS[ending.end][0 if into else 1]
    reason = f" Skäl: {sentence(' '.join(paragraphs(ending.reason)))}" if ending.reason else ""
    return f"{_title(names.get(ending.ref, ending.ref))} {form.format(into=into)}{reason}"
