"""The municipality's part: its chapter with all below, its own chapters, its appendix."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Ran

OWN = """\
sections:
- chapter: own
  title: Vårt eget
  after: agencies
  text: Eget.
- chapter: deeper
  title: Mer om målen
  after: climate-goals
  text: Mer.
"""


def headings(kk: Callable[..., Ran], *words: str, folder: Path) -> list[str]:
    shown = kk("render", "påhittköping", *words, folder=folder).out
    return re.findall(r"^#{2,3} .*$", shown, re.MULTILINE)


def test_part(kk: Callable[..., Ran], small: Callable[..., Path]) -> None:
    folder = small({"contract.yaml": OWN})
    whole = headings(kk, folder=folder)
    common = re.compile(r"(#+ [1-468]\b|#+ Bilaga 2)")

    assert headings(kk, "--part", "municipality", folder=folder) == [
        line for line in whole if not common.match(line)
    ]
    assert headings(kk, "--part", "municipality", folder=folder) == [
        "## 5 Kommunens åtaganden",
        "### 5.1 Klimatmål 2030",
        "### 5.2 Mer om målen",
        "### 5.3 Klimatfärdplan 2030",
        "### 5.4 Klimatinvesteringsplan 2030",
        "### 5.5 Åtaganden med andra kommuner inom Klimatneutrala städer 2030",
        "## 7 Vårt eget",
        "## Bilaga 1 Länkar till dokument",
    ]


CHOSEN = "shared_commitments: [{number: %s, relation: prioritises}]\n"


@pytest.mark.parametrize(
    ("status", "wording", "chosen", "notice"),
    [
        ("signed", "official", "", ""),
        ("draft", "official", "", "UTKAST"),
        ("draft", "official", CHOSEN % 2, "UTKAST"),
        (
            "consultation",
            "official",
            CHOSEN % 1,
            "REMISSVERSION · De gemensamma åtagandena är återgivna i sammanfattning",
        ),
        (
            "signed",
            "summary",
            CHOSEN % 1,
            "Sammanfattning – inte det undertecknade kontraktet",
        ),
    ],
)
def test_a_part_says_what_is_true_of_it(
    kk: Callable[..., Ran],
    small: Callable[..., Path],
    status: str,
    wording: str,
    chosen: str,
    notice: str,
) -> None:
    """Chapters that it does not hold are no reason to call it a summary."""
    shared = small().joinpath("commitments/shared/2025.yaml").read_text(encoding="utf-8")
    head = f"status: {status}\nwording: {wording}\nrecord: complete\n"
    texts = {"contract.yaml": head, "commitments.yaml": chosen}
    ours = {"commitments/shared/2025.yaml": told_in_summary(shared), **texts}
    ran = kk("render", "påhittköping", "--part", "municipality", folder=small(ours))

    title = "# Klimatkontrakt 2030 – kommunens del\n"
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.partition(title)[0] == (f"{notice}\n\n" if notice else "")
    assert ran.out.partition(title)[1] == title
    assert ran.out.rstrip().endswith(notice)


def told_in_summary(shared: str) -> str:
    """The common side in a summary, and an act that could be chosen without being told of."""
    unknown = "shared_commitments:\n- {number: 2, by: municipalities, theme: T, text: unknown}\n"
    return "wording: summary\n" + shared.replace("shared_commitments:\n", unknown)
