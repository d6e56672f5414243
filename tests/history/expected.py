"""What kk is to answer, from the cases that an officer can read."""

from __future__ import annotations

from pathlib import Path

from ruamel.yaml import YAML

CASES = Path(__file__).parent.parent / "cases" / "history" / "pairs.yaml"


def pairs() -> dict[tuple[str, str], str]:
    """Two revisions → the whole answer."""
    cases = YAML(typ="safe", pure=True).load(CASES.read_text(encoding="utf-8"))["pairs"]
    return {(case["old"], case["new"]): case["text"] for case in cases}


PAIRS = pairs()
