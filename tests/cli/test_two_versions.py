"""``kk validate`` holds a contract against the version before it, and honours waivers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from small import BEFORE, TOWN

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Ran

HEAD = 'municipality: "9999"\nkind: contract\nrecord: complete\nwording: summary\nstatus: signed\n'
BOTH = "actions:\n- id: cykelplan\n  title: Cykelplan\n- id: resor\n  title: Hållbara resor\n"
ONE = "actions:\n- id: resor\n  title: Hållbara resor\n"
GOALS = """\
goals:
- id: koncern-2030
  statement: En klimatneutral kommunkoncern
  boundary: [municipal_group]
  end_state: climate_neutral
"""

GONE = "commitments/pahittkoping/2025/roadmap.yaml:1:1: KK821 warning Cykelplan nämns inte längre\n"


def two_versions(**more: str) -> dict[str, str]:
    """Two complete contracts; the second no longer mentions the bicycle plan."""
    return {
        "commitments/shared/2024.yaml": BEFORE["commitments/shared/2024.yaml"],
        f"{TOWN}/2024/contract.yaml": HEAD,
        f"{TOWN}/2024/goals.yaml": GOALS,
        f"{TOWN}/2024/roadmap.yaml": BOTH,
        "contract.yaml": HEAD,
        "goals.yaml": GOALS,
        "roadmap.yaml": ONE,
        **more,
    }


def said(kk: Callable[..., Ran], root: Path, *words: str) -> str:
    return kk("validate", *words, "--format", "concise", folder=root).out


def test_what_is_no_longer_mentioned_is_said(
    kk: Callable[..., Ran], small: Callable[..., Path], golden: Callable[[str, str], None]
) -> None:
    root = small(two_versions())

    assert said(kk, root) == GONE
    assert said(kk, root, "2025") == GONE
    assert said(kk, root, "2024") == ""
    golden("cli/no-longer-mentioned-sv.txt", kk("validate", folder=root).out)


@pytest.mark.parametrize("record", ["partial", "head_only"])
@pytest.mark.parametrize("year", [2024, 2025])
def test_a_record_that_is_not_complete_bears_no_such_conclusion(
    kk: Callable[..., Ran], small: Callable[..., Path], year: int, record: str
) -> None:
    files = two_versions()
    name = "contract.yaml" if year == 2025 else f"{TOWN}/2024/contract.yaml"
    files[name] = HEAD.replace("complete", record)

    assert said(kk, small(files)) == ""


@pytest.mark.parametrize("end", ["fulfilled", "merged", "replaced", "cancelled", "moved"])
def test_an_ending_that_is_told_is_no_disappearance(
    kk: Callable[..., Ran], small: Callable[..., Path], end: str
) -> None:
    ending = f"endings:\n- ref: action:cykelplan\n  end: {end}\n  reason: Beslut\n"

    assert said(kk, small(two_versions(**{"follow_up.yaml": ending}))) == ""


def waiver(code: str, ref: str, more: str = "") -> dict[str, str]:
    text = (
        f"waivers:\n- code: {code}\n  ref: {ref}\n  reason: Planen ingår nu i översiktsplanen\n"
        f"  date: 2025-11-03\n{more}"
    )
    return {f"{TOWN}/waivers.yaml": text}


def test_a_waiver_silences_it(kk: Callable[..., Ran], small: Callable[..., Path]) -> None:
    assert said(kk, small(two_versions(**waiver("KK821", "action:cykelplan")))) == ""


def test_a_waiver_of_a_rule_silences_its_finding(kk: Callable[..., Ran], shipped: Path) -> None:
    lines = said(kk, shipped).splitlines(keepends=True)
    path = shipped / "commitments" / "lulea" / "waivers.yaml"
    text = waiver("KK205", "decision:klimatmal-2025")[f"{TOWN}/waivers.yaml"]
    path.write_text(text, encoding="utf-8")

    assert sum(": KK205 " in line for line in lines) == 1
    assert said(kk, shipped) == "".join(line for line in lines if ": KK205 " not in line)


@pytest.mark.parametrize(
    ("files", "unused"),
    [
        (waiver("KK821", "action:resor"), "KK821"),
        (waiver("KK205", "action:cykelplan"), "KK205"),
        (waiver("KK821", "action:cykelplan", "  last_version: 2024\n"), "KK821"),
    ],
    ids=["another item", "another code", "past its last version"],
)
def test_a_waiver_that_silences_nothing_is_a_finding(
    kk: Callable[..., Ran], small: Callable[..., Path], files: dict[str, str], unused: str
) -> None:
    about = (
        "commitments/pahittkoping/waivers.yaml:2:9: KK701 warning "
        f"undantaget för {unused} gäller ingen anmärkning\n"
    )
    root = small(two_versions(**files))

    assert said(kk, root) == GONE + about
    assert said(kk, root, "2025") == GONE  # one version alone cannot tell


def test_a_waiver_without_reason_is_refused(
    kk: Callable[..., Ran], small: Callable[..., Path]
) -> None:
    """Until it is mended nothing is said of what it may have been meant to silence."""
    text = "waivers:\n- code: KK821\n  ref: action:cykelplan\n  date: 2025-11-03\n"

    assert said(kk, small(two_versions(**{f"{TOWN}/waivers.yaml": text}))) == (
        "commitments/pahittkoping/waivers.yaml:2:3: KK112 error nyckeln ”reason” saknas\n"
    )


def test_background_is_checked_but_promises_nothing(
    kk: Callable[..., Ran], small: Callable[..., Path]
) -> None:
    text = (
        "title: Ett nätverk\nsource: sidan\nmål:\n- Något\n"
        "sources:\n- id: sidan\n  title: En sida\n"
    )
    root = small({f"{TOWN}/background/natverk.yaml": text})

    assert said(kk, root) == (
        "commitments/pahittkoping/background/natverk.yaml:3:1: KK111 error "
        "nyckeln ”mål” finns inte här\n"
    )
