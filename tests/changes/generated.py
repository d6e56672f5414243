"""Contracts of the invented town that nobody wrote, read by the real reader from memory.

Ids and words are few, so that two contracts often speak of the same thing; words of different ids
are so unlike that nothing is paired by a guess.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st
from small import FILES, TOWN

from klimatkontrakt.diagnostics.entry import Level
from klimatkontrakt.store.layout import layout_of
from klimatkontrakt.store.reader import Reader

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

    from klimatkontrakt.model.contract import Contract

Data = dict[str, Any]

YEARS = (2024, 2025)
SHARED = FILES["commitments/shared/2025.yaml"]
STATEMENTS = {
    "koncern": ("Kommunen ska halvera utsläppen", "Kommunen avser att halvera utsläppen"),
    "omradet": ("Alla bör cykla till jobbet", "Alla ska cykla till jobbet", "Cykling för alla"),
}
TITLES = {"cykelplan": "Bygga cykelvägar", "skog": "Köpa ny mark och plantera träd"}
ENDS = ("fulfilled", "merged", "replaced", "cancelled", "moved")
DECISIONS = ("forslag", "antagande", "revidering", "upphavande")


@dataclass(frozen=True)
class Memory:
    """A tree of files that lies on no disk."""

    texts: dict[str, str]

    def read(self, path: str) -> bytes | None:
        """A file's bytes, if it is there."""
        return self.texts[path].encode() if path in self.texts else None

    def folders(self, path: str) -> list[str]:
        """Names of the folders in a folder."""
        return sorted({name for name, _, rest in self._below(path) if rest})

    def files(self, path: str) -> list[str]:
        """Names of the files in a folder."""
        return sorted({name for name, _, rest in self._below(path) if not rest})

    def _below(self, path: str) -> list[tuple[str, str, str]]:
        head = f"{path}/"
        return [
            name.removeprefix(head).partition("/") for name in self.texts if name.startswith(head)
        ]


def read(year: int, files: dict[str, Data]) -> Contract:
    """The contract that the files hold; none of them may have an error."""
    texts = {placed(name, year): json.dumps(data) for name, data in files.items()}
    texts |= {name: FILES[name] for name in ("klimatkontrakt.toml", "commitments/register.yaml")}
    texts[f"commitments/shared/{year}.yaml"] = SHARED.replace("version: 2025", f"version: {year}")
    reader = Reader(layout_of(Memory(texts), "minnet"))
    reading = reader.contract("pahittkoping", year)
    assert [item for item in reading.diagnostics if item.severity is Level.ERROR] == []
    assert reading.contract is not None
    return reading.contract


def placed(name: str, year: int) -> str:
    return f"{TOWN}/{name}.yaml" if name == "documents" else f"{TOWN}/{year}/{name}.yaml"


def one(*values: Any) -> SearchStrategy[Any]:
    return st.sampled_from(values)


def some(*values: Any) -> SearchStrategy[list[Any]]:
    """Some of the values, in any order, each once."""
    return st.lists(one(*values), max_size=3, unique_by=repr)


def things(key: str, *each: SearchStrategy[Data]) -> SearchStrategy[list[Data]]:
    """Some of the things, in any order, each once by its key."""
    return st.lists(st.one_of(*each), min_size=1, unique_by=lambda item: item[key])


def record(
    optional: dict[str, SearchStrategy[Any]], **required: SearchStrategy[Any]
) -> SearchStrategy[Data]:
    return st.fixed_dictionaries(required, optional=optional)


def goal(name: str) -> SearchStrategy[Data]:
    optional = {
        "boundary_note": one("även genomfart", "utan genomfart"),
        "excludes": some("flygresor", "inhyrda bilar"),
        "control": one("direct", "indirect"),
        "decisions": some(*DECISIONS),
    }
    boundary = one("municipal_administration", "municipal_group", "consumption", "unknown")
    return record(
        optional,
        id=st.just(name),
        baseline=one({"year": 2010}, {"year": 2010}, {"year": 1990, "value": "1,4 Mt"}),
        statement=one(*STATEMENTS[name]),
        boundary=st.lists(boundary, min_size=1, max_size=2, unique=True),
        end_state=one("reduction", "net_zero"),
        target_year=one(2030, 2035, "ongoing"),
        target=record({}, kind=one("reduce_by", "at_most"), value=one("7 kt", "8 000 t", "9 kt")),
    )


def action(name: str) -> SearchStrategy[Data]:
    funder = record({"amount": one("3 Mkr", "5 000 tkr")}, funder=one("Staten", "Regionen"))
    optional = {
        "text": one("Kommunen ska bygga", "Kommunen bör bygga", "Kommunen bygger"),
        "status": one("not_started", "in_progress", "completed"),
        "period": one("2026", "2025/2027"),
        "owners": some("miljo", "teknik"),
        "decisions": some(*DECISIONS),
        "funding": st.lists(funder, max_size=3),
        "effects": one([{"kind": "reduction", "amount": "900 t"}], [{"kind": "energy_saved"}]),
        "milestones": things("id", milestone(f"{name}-start"), milestone(f"{name}-slut")),
    }
    return record(optional, id=st.just(name), title=one(TITLES[name]))


def milestone(name: str) -> SearchStrategy[Data]:
    rest = {"id": st.just(name), "text": one("Arbetet är klart", "Arbetet har avslutats")}
    owners = {"owners": some("miljo", "teknik")}
    return st.one_of(
        record(owners, due=one("2026", "2026-Q2", "by 2027"), **rest),
        record(owners, due=one("2027", "2026-12-31", "ongoing"), **rest),
        record({}, done=one("2024", "unknown"), **rest),
        record({}, undated=one("på sikt", "snart"), **rest),
    )


def commitment(number: int) -> SearchStrategy[Data]:
    points = some(*(f"{number}.{part}" for part in (1, 2)))
    relation = one("joins", "prioritises", "declines")
    optional = {"points": points, "reason": one("Det är viktigt.", "Det är inte viktigt.")}
    return record(optional, number=st.just(number), relation=relation)


def documents() -> SearchStrategy[Data]:
    day = one("2019", "2023-06-19", "2025-12-20")
    acts = {name: one("proposed", "adopted", "revised", "repealed") for name in DECISIONS}
    made = [record({"date": day}, id=st.just(name), act=act) for name, act in acts.items()]
    plans = [("plan", made[:2]), ("budget", made[2:])]
    each = [
        record({}, id=st.just(name), title=st.just(name), decisions=st.tuples(*found).map(list))
        for name, found in plans
    ]
    return record({}, documents=st.tuples(*each).map(list))


def head() -> SearchStrategy[Data]:
    return record(
        {"signed_on": one("2024-12-06", "2026-01-15"), "motivation": one("Vi ska", "Vi bör")},
        municipality=st.just("9999"),
        kind=one("contract", "letter_of_intent"),
        record=one("complete", "complete", "partial"),
        wording=one("official", "official", "summary"),
        status=one("decided", "signed"),
    )


def whole() -> SearchStrategy[dict[str, Data]]:
    """The files of a contract, with some of everything that is compared."""
    titles = st.lists(one("Trygg vardag", "Klimatsmart stad"), unique=True)
    titled = titles.map(lambda names: [{"title": name} for name in names])
    ending = record({}, ref=one("goal:koncern", "action:skog", "commitment:6"), end=one(*ENDS))
    investment = {"plan_state": one("method", "adopted"), "needs": some("laddstolpar", "spår")}
    return record(
        {},
        contract=head(),
        goals=record({}, goals=things("id", *map(goal, STATEMENTS))),
        roadmap=record(
            {}, priorities=titled, efforts=titled, actions=things("id", *map(action, TITLES))
        ),
        commitments=record(
            {},
            shared_commitments=things("number", commitment(1), commitment(6)),
            cooperation_areas=titled,
        ),
        investment=record(investment, milestones=things("id", milestone("slutrapport"))),
        follow_up=record({}, endings=st.lists(ending, max_size=1)),
        documents=documents(),
    )


CONTRACTS = st.builds(read, one(*YEARS), whole())
"""Contracts of either version."""
