"""What was is found again: by id, by what is declared, by a guess that decides nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from compared import side, told
from small import HEAD

from klimatkontrakt.app.diff import diff

if TYPE_CHECKING:
    from pathlib import Path

    from klimatkontrakt.changes._comparison import Comparison

Files = dict[str, str]

COMPLETE = {"contract.yaml": HEAD.replace("record: partial", "record: complete")}
GOAL = """\
- id: {id}
  statement: {statement}
  boundary: [territory]
  end_state: reduction
  target_year: {year}
{more}"""
ACTION = """\
- id: {id}
  title: {title}
{more}"""


def goals(*each: tuple[str, str, int], more: str = "") -> Files:
    made = [GOAL.format(id=a, statement=b, year=c, more=more) for a, b, c in each]
    return {"goals.yaml": "goals:\n" + "".join(made)}


def actions(*each: tuple[str, str], more: str = "") -> Files:
    made = [ACTION.format(id=a, title=b, more=more) for a, b in each]
    return {"roadmap.yaml": "actions:\n" + "".join(made)}


def endings(*each: str) -> Files:
    return {"follow_up.yaml": "endings:\n" + "".join(f"- {{{one}}}\n" for one in each)}


def compared(folder: Path, old: Files, new: Files) -> Comparison:
    return diff(side(folder / "före", COMPLETE | old), side(folder / "efter", COMPLETE | new))


def decides(comparison: Comparison) -> tuple[bool, bool]:
    return comparison.weakened(), comparison.vanished()


def test_a_declared_earlier_id_pairs_and_decides(tmp_path: Path) -> None:
    found = compared(
        tmp_path,
        goals(("utslapp", "Utsläppen minskar", 2030)),
        goals(("klimatet", "Vi sparar på jordens resurser", 2035), more="  previous: [utslapp]\n"),
    )

    assert told(found) == [
        "KK834 neutral goal:klimatet [goals.yaml:2:3 → goals.yaml:2:3] hette förut utslapp",
        "KK801 less goal:klimatet target_year [goals.yaml:6:16 → goals.yaml:6:16] "
        "målåret är senarelagt från 2030 till 2035",
    ]
    assert decides(found) == (True, False)


def test_of_earlier_ids_the_first_that_was_there_counts(tmp_path: Path) -> None:
    found = compared(
        tmp_path,
        actions(("cykelvagar", "Cykelvägar")),
        actions(("trafik", "Trafiken i staden"), more="  previous: [cykelplan, cykelvagar]\n"),
    )

    assert told(found) == [
        "KK834 neutral action:trafik [roadmap.yaml:2:3 → roadmap.yaml:2:3] hette förut cykelvagar"
    ]


def test_the_same_id_counts_before_an_earlier_one(tmp_path: Path) -> None:
    both = actions(("trafik", "Trafiken i staden"), ("cykelplan", "Vi bygger cykelvägar"))
    one = actions(("trafik", "Trafiken i staden"), more="  previous: [cykelplan]\n")

    assert told(compared(tmp_path, both, one)) == [
        "KK832 neutral action:cykelplan [roadmap.yaml:4:3 → –] sammanslaget med Trafiken i staden"
    ]


def test_what_several_earlier_ids_name_was_merged(tmp_path: Path) -> None:
    both = actions(("cykelplan", "Cykelplan för staden"), ("gator", "Gator för gående"))
    one = actions(("trafik", "Trafiken"), more="  previous: [cykelplan, gator]\n")

    assert told(compared(tmp_path, both, one)) == [
        "KK834 neutral action:trafik [roadmap.yaml:2:3 → roadmap.yaml:2:3] hette förut cykelplan",
        "KK832 neutral action:gator [roadmap.yaml:4:3 → –] sammanslaget med Trafiken",
    ]


@pytest.mark.parametrize(
    ("end", "said"),
    [
        ("fulfilled", "KK831 {where} uppfyllt"),
        ("merged", "KK832 {where} sammanslaget med Hållbara resor i tjänsten"),
        ("replaced", "KK833 {where} ersatt av Hållbara resor i tjänsten"),
        ("cancelled", "KK842 {where} avbrutet"),
        ("moved", "KK843 {where} flyttat"),
    ],
)
def test_an_end_that_is_told(tmp_path: Path, end: str, said: str) -> None:
    """Even though another action is much like the one that ended."""
    found = compared(
        tmp_path,
        actions(("cykelplan", "Cykelplan för staden"), ("resor", "Hållbara resor i tjänsten")),
        actions(("cykelplan-2", "Cykelplan för staden 2"), ("resor", "Hållbara resor i tjänsten"))
        | endings(f"ref: action:cykelplan, end: {end}, into: action:resor"),
    )

    assert told(found) == [
        "KK830 neutral action:cykelplan-2 [– → roadmap.yaml:2:3] nytt i kontraktet",
        said.format(where="neutral action:cykelplan [roadmap.yaml:2:3 → –]"),
    ]
    assert decides(found) == (False, False)


def test_an_end_that_is_not_told_has_vanished(tmp_path: Path) -> None:
    found = compared(
        tmp_path,
        actions(("cykelplan", "Cykelplan"), ("resor", "Hållbara resor")),
        actions(("resor", "Hållbara resor")),
    )

    assert told(found) == ["KK821 less action:cykelplan [roadmap.yaml:2:3 → –] nämns inte längre"]
    assert decides(found) == (True, True)


def test_a_guess_is_marked_and_decides_nothing(tmp_path: Path) -> None:
    found = compared(
        tmp_path,
        goals(("omradet", "Utsläppen i hela kommunen minskar", 2030)),
        goals(("kommunen", "Utsläppen i hela kommunen minskar mer", 2035)),
    )

    assert told(found) == [
        "KK834 neutral goal:kommunen [goals.yaml:2:3 → goals.yaml:2:3] (94 % lika) "
        "hette förut omradet",
        "KK801 less goal:kommunen target_year [goals.yaml:6:16 → goals.yaml:6:16] (94 % lika) "
        "målåret är senarelagt från 2030 till 2035",
    ]
    assert decides(found) == (False, False)


def test_words_that_are_not_much_alike_are_no_guess(tmp_path: Path) -> None:
    found = compared(
        tmp_path, actions(("cykelplan", "Cykelplan")), actions(("resor", "Hållbara resor"))
    )

    assert told(found) == [
        "KK830 neutral action:resor [– → roadmap.yaml:2:3] nytt i kontraktet",
        "KK821 less action:cykelplan [roadmap.yaml:2:3 → –] nämns inte längre",
    ]
    assert decides(found) == (True, True)


def test_of_two_that_are_alike_the_one_most_alike_is_guessed(tmp_path: Path) -> None:
    found = compared(
        tmp_path,
        actions(("plan", "Cykelplan för hela staden")),
        actions(("plan-b", "Cykelplan för hela staden B"), ("plan-a", "Cykelplan för hela staden")),
    )

    assert told(found) == [
        "KK830 neutral action:plan-b [– → roadmap.yaml:2:3] nytt i kontraktet",
        "KK834 neutral action:plan-a [roadmap.yaml:2:3 → roadmap.yaml:4:3] (100 % lika) "
        "hette förut plan",
    ]


def test_milestones_follow_an_action_that_has_a_new_id(tmp_path: Path) -> None:
    milestone = "  milestones:\n  - {{id: antagen, due: {due}, text: Planen antas}}\n"
    found = compared(
        tmp_path,
        actions(("cykelplan", "Cykelplan"), more=milestone.format(due=2026)),
        actions(("plan", "Plan"), more=f"  previous: [cykelplan]\n{milestone.format(due=2027)}"),
    )

    assert told(found) == [
        "KK834 neutral action:plan [roadmap.yaml:2:3 → roadmap.yaml:2:3] hette förut cykelplan",
        "KK813 less milestone:antagen due [roadmap.yaml:5:24 → roadmap.yaml:6:24] "
        "senarelagt från 2026 till 2027",
    ]
    assert decides(found) == (True, False)
