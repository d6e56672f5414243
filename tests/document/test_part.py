"""The municipality's part: its chapter with all below, its own chapters, its appendix."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

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
