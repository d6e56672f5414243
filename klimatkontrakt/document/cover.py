"""The title page, and what must stand first and last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.document import words
from klimatkontrakt.document.document import Cover
from klimatkontrakt.document.swedish import during, when
from klimatkontrakt.model.known import is_known

if TYPE_CHECKING:
    from klimatkontrakt.document.view_types import ContractView
    from klimatkontrakt.model.contract import Contract


def cover_of(contract: Contract, municipality: str, *, draft: bool) -> Cover:
    """What is known of the contract itself; ``municipality`` is the name as it is written."""
    head, version = contract.head, contract.version
    signed = contract.signing
    covers = head.covers or version.covers
    is_dated = head.status == "signed" and signed is not None and signed.precision == "day"
    return Cover(
        municipality=municipality,
        kind=f"{words.KINDS[head.kind]} {version.label}",
        covers=when(covers) if covers is not None and covers.end is not None else "",
        status=words.DRAFT if draft else words.DOCUMENT_STATUSES[head.kind][head.status],
        dated=during(signed) if is_dated and signed is not None else "",
        day=signed.end if signed is not None else None,
        diary_number=head.diary_number or "" if is_known(head.diary_number) else "",
    )


def subtitle_of(contract: Contract, cover: Cover) -> str:
    """The same in one sentence, for a text without a title page."""
    said = f"{cover.municipality}, {cover.kind}"
    if cover.dated:
        said += f", {words.SIGNED[contract.head.kind]} {cover.dated}"
    if cover.diary_number:
        said += f", diarienummer {cover.diary_number}"
    return f"{said}."


def notice_of(contract: Contract, view: ContractView, *, draft: bool) -> str:
    """How far the text has come, and that it is no more than a summary, where that is so."""
    status = words.NOTICES["draft" if draft else contract.head.status]
    return " · ".join(part for part in (status, view["summary"]) if part)


def part_notice(contract: Contract, *, draft: bool) -> str:
    """The same for the municipality's part alone, which has no chapters common to all.

    What all municipalities can choose among is common too, and stands in the part once chosen.
    """
    head, version = contract.head, contract.version
    status = words.NOTICES["draft" if draft else head.status]
    chosen = [
        version.commitment(choice.number) for choice in contract.commitments.shared_commitments
    ]
    told = any(item and (item.points or is_known(item.text)) for item in chosen)
    summary = words.SUMMARIES[head.kind] if head.wording == "summary" else ""
    if not summary and version.wording == "summary" and told:
        summary = words.COMMITMENTS_SUMMARY
    return " · ".join(part for part in (status, summary) if part)


def extract_notice(contract: Contract, *, draft: bool) -> str:
    """An extract is never the signed text, whatever the wording."""
    head = contract.head
    status = words.EXTRACT_NOTICES["draft" if draft else head.status]
    of = "Utdrag ur en sammanfattning" if head.wording == "summary" else "Utdrag"
    not_this = words.EXTRACTS[head.kind][head.status == "signed"]
    return " · ".join(part for part in (status, f"{of} – {not_this}") if part)
