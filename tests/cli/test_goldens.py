"""What a person sees, whole: help, findings, overviews, explanations, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Ran

    Golden = Callable[[str, str], None]

COMMANDS = ("", "validate", "render", "show", "explain", "diff", "schema", "init", "new", "list")


def shown(ran: Ran) -> str:
    """Exit code and both streams as one text."""
    return f"{ran.out}--- stderr\n{ran.err}--- exit {ran.code}\n"


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("command", COMMANDS)
def test_help(kk: Callable[..., Ran], golden: Golden, command: str, language: str) -> None:
    ran = kk(*command.split(), "--help", KK_LANG=language)

    golden(f"cli/help-{command or 'kk'}-{language}.txt", shown(ran))


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("validate", ["validate"]),
        ("validate-concise", ["validate", "luleå", "--format", "concise"]),
        ("validate-json", ["validate", "2025", "--format", "json"]),
        ("validate-strict", ["validate", "--fail-on", "warning", "--format", "concise"]),
        ("show", ["show", "luleå"]),
        ("show-missing", ["show", "luleå", "--missing"]),
        ("list", ["list"]),
        ("list-json", ["list", "--format", "json"]),
        ("explain-rule", ["explain", "kk204"]),
        ("explain-fault", ["explain", "tab"]),
        ("explain-all", ["explain"]),
    ],
)
def test_answer(
    kk: Callable[..., Ran], golden: Golden, name: str, arguments: list[str], language: str
) -> None:
    golden(f"cli/{name}-{language}.txt", shown(kk(*arguments, "--lang", language)))


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("no-such-command", ["valdate"]),
        ("no-such-option", ["show", "luleå", "--missng"]),
        ("missing-argument", ["render"]),
        ("too-many-words", ["show", "luleå", "2025", "2024"]),
        ("option-without-value", ["render", "luleå", "-o"]),
        ("wrong-choice", ["validate", "--format", "jsn"]),
        ("wrong-language", ["validate", "--lang", "de"]),
        ("wrong-day", ["validate", "--today", "igår"]),
        ("no-such-code", ["explain", "KK2044"]),
        ("no-such-path", ["validate", "commitments/lulea/2025/gaols.yaml"]),
        ("unknown-suffix", ["render", "luleå", "-o", "kontrakt.pdfx"]),
        ("no-such-root", ["validate", "--root", "finns-inte"]),
    ],
)
def test_wrong_usage(
    kk: Callable[..., Ran],
    golden: Golden,
    shipped: Path,
    name: str,
    arguments: list[str],
    language: str,
) -> None:
    ran = kk(*arguments, folder=shipped, KK_LANG=language)

    golden(f"cli/wrong/{name}-{language}.txt", shown(ran).replace(str(shipped), "…"))


def test_findings_in_colour(kk: Callable[..., Ran], golden: Golden) -> None:
    golden("cli/validate-colour.txt", shown(kk("validate", "--color", "always")))
