"""What a template may see: plain data, ready-made rows and sentences, nothing left to compute."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klimatkontrakt.document import words
from klimatkontrakt.document.goals_view import goals_view
from klimatkontrakt.document.markdown import prose
from klimatkontrakt.document.roadmap_view import investment_view, roadmap_view
from klimatkontrakt.document.swedish import during, genitive, listing, paragraphs, when
from klimatkontrakt.model.known import is_known

if TYPE_CHECKING:
    from collections.abc import Callable

    from klimatkontrakt.document.view_types import (
        ArenaView,
        ChoiceView,
        CommitmentsView,
        ContractView,
        PartyView,
        PromiseView,
        SignatureView,
    )
    from klimatkontrakt.model.commitment import ChosenCommitment
    from klimatkontrakt.model.contract import Contract, Signature
    from klimatkontrakt.model.outline import Outline
    from klimatkontrakt.model.version import Party, Version


def contract_view(
    contract: Contract, outline: Outline, place_of: Callable[[str], str]
) -> ContractView:
    """The variables of every chapter, all but its own name."""
    head, version = contract.head, contract.version
    name = head.name or contract.municipality.formal_name
    programmes = [_party(party) for party in version.parties if party.kind == "programme"]
    return {
        "municipality": {
            "name": name,
            "genitive": head.genitive or genitive(name),
            "place": contract.municipality.name,
        },
        "version": {
            "label": version.label,
            "year": version.version,
            "signed_on": during(version.signed_on) if version.signed_on else "",
        },
        "figures": {figure.id: figure.value for figure in version.figures},
        "agencies": [_party(party) for party in version.parties if party.kind == "agency"],
        "programme": programmes[0] if programmes else None,
        "promises": _promises(version),
        "motivation": prose(head.motivation or "") if is_known(head.motivation) else [],
        "focus": prose(head.focus or "") if is_known(head.focus) else [],
        "sections": _sections(contract, outline),
        "untold": words.UNTOLD[head.record],
        "summary": _summary(contract),
        "signatories": [] if _summary(contract) else _signatories(contract, name),
        "signatures": [_signature(signature) for signature in head.signatures],
        "arena": _arena(contract, place_of),
        "goals": goals_view(contract),
        "roadmap": roadmap_view(contract, place_of),
        "investment": investment_view(contract),
        "commitments": _commitments(contract, place_of),
        "links": [{"title": link.title, "url": link.url} for link in head.links],
    }


def _signature(signature: Signature) -> SignatureView:
    return {
        "organisation": signature.organisation,
        "name": signature.name or "",
        "title": signature.title or "",
        "political_party": signature.political_party or "",
        "signed_on": during(signature.signed_on) if signature.signed_on else "",
    }


def _summary(contract: Contract) -> str:
    head = contract.head
    if head.wording == "summary":
        return words.SUMMARIES[head.kind]
    if head.kind == "contract" and contract.version.wording == "summary":
        return words.COMMON_SUMMARY
    return ""


def _signatories(contract: Contract, name: str) -> list[list[str]]:
    """Every party, then what is known of how it signed: that it did, who, and when.

    Of a letter of intent the municipality alone: whether it has other parties is not known.
    """
    head = contract.head
    others = [party.legal_name for party in contract.version.parties]
    known = {item.organisation: item for item in head.signatures}
    rows = []
    for organisation in (name, *(others if head.kind == "contract" else [])):
        signature = known.get(organisation)
        if signature is None:
            rows.append([organisation, "", "", ""])
            continue
        who = ", ".join(part for part in (signature.name, signature.title) if part)
        day = when(signature.signed_on) if signature.signed_on else ""
        rows.append([organisation, words.DOCUMENT_STATUSES[head.kind]["signed"], who, day])
    return rows


def _party(party: Party) -> PartyView:
    return {"legal_name": party.legal_name, "short_name": party.short_name}


def _promises(version: Version) -> dict[str, PromiseView]:
    return {
        promise.chapter: {
            "text": prose(promise.text) if is_known(promise.text) else [],
            "content": [" ".join(paragraphs(item)) for item in promise.content],
        }
        for promise in version.promises
        if promise.chapter is not None
    }


def _sections(contract: Contract, outline: Outline) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {slug: [] for slug in outline.slugs()}
    for section in contract.head.sections:
        told = prose(section.text) if is_known(section.text) else []
        found.setdefault(section.chapter, []).extend(told)
    return found


def _arena(contract: Contract, place_of: Callable[[str], str]) -> ArenaView | None:
    arena = contract.head.arena
    if arena is None:
        return None
    names = [item.organisation or place_of(item.municipality or "") for item in arena.partners]
    return {"name": arena.name, "partners": listing(names)}


def _commitments(contract: Contract, place_of: Callable[[str], str]) -> CommitmentsView:
    def chosen(relation: str) -> list[ChoiceView]:
        choices = contract.commitments.shared_commitments
        return [_choice(contract, choice) for choice in choices if choice.relation == relation]

    return {
        "joined": chosen("joins"),
        "prioritised": chosen("prioritises"),
        "declined": chosen("declines"),
        "cooperation_areas": [
            {"title": area.title, "municipalities": listing([*map(place_of, area.municipalities)])}
            for area in contract.commitments.cooperation_areas
        ],
    }


def _choice(contract: Contract, choice: ChosenCommitment) -> ChoiceView:
    commitment = contract.version.commitment(choice.number)
    known = {point.id: point.text for point in commitment.points} if commitment else {}
    text = commitment.text if commitment and is_known(commitment.text) else ""
    return {
        "number": choice.number,
        "text": " ".join(paragraphs(text)) if text else "",
        "points": [" ".join(paragraphs(known[point])) for point in choice.points if point in known],
        "own_text": prose(choice.text) if choice.text else [],
        "reason": " ".join(paragraphs(choice.reason)) if choice.reason else "",
    }
