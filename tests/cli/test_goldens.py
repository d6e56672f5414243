"""What a person sees, whole: help, findings, overviews, explanations, in both languages."""

from __future__ import annotations

from pkgutil import iter_modules
from typing import TYPE_CHECKING

import pytest

from klimatkontrakt.cli import commands
from klimatkontrakt.cli.commands import templates

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Ran

    Golden = Callable[[str, str], None]

COMMANDS = (
    "",
    *(module.name.replace("_", "-") for module in iter_modules(commands.__path__)),
    *(f"templates {module.name}" for module in iter_modules(templates.__path__)),
)


def shown(ran: Ran) -> str:
    """Exit code and both streams as one text."""
    return f"{ran.out}--- stderr\n{ran.err}--- exit {ran.code}\n"


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("command", COMMANDS)
def test_help(kk: Callable[..., Ran], golden: Golden, command: str, language: str) -> None:
    ran = kk(*command.split(), "--help", KK_LANG=language)

    golden(f"cli/help-{command.replace(' ', '-') or 'kk'}-{language}.txt", shown(ran))


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("validate", ["validate"]),
        ("validate-concise", ["validate", "luleå", "--format", "concise"]),
        ("validate-json", ["validate", "2025", "--format", "json"]),
        ("validate-strict", ["validate", "--fail-on", "warning", "--format", "concise"]),
        ("validate-github", ["validate", "luleå", "--format", "github", "--strict"]),
        ("show", ["show", "luleå"]),
        ("show-missing", ["show", "luleå", "--missing"]),
        ("list", ["list"]),
        ("list-json", ["list", "--format", "json"]),
        ("explain-rule", ["explain", "kk204"]),
        ("explain-fault", ["explain", "tab"]),
        ("explain-all", ["explain"]),
        ("explain-several", ["explain", "KK110", "unused-waiver"]),
        ("rules", ["rules"]),
        ("rules-json", ["rules", "KK7", "--format", "json"]),
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
        ("wrong-select", ["validate", "--select", "KK2,decision-overdew"]),
        ("wrong-ignore", ["validate", "--ignore", "XYZ"]),
        ("nothing-left", ["validate", "--select", "KK205", "--ignore", "KK2"]),
        ("wrong-language", ["validate", "--lang", "de"]),
        ("wrong-day", ["validate", "--today", "igår"]),
        ("no-such-code", ["explain", "KK2044"]),
        ("no-such-path", ["validate", "commitments/lulea/2025/gaols.yaml"]),
        ("unknown-suffix", ["render", "luleå", "-o", "kontrakt.pdfx"]),
        ("no-such-root", ["validate", "--root", "finns-inte"]),
        ("nothing-like-it", ["frobnicate"]),
        ("no-such-option-of-kk", ["--verson"]),
        ("too-few-sides", ["diff", "2024"]),
        ("option-of-another", ["show", "luleå", "--fail-on", "error"]),
        ("flag-with-value", ["show", "luleå", "--missing=ja"]),
        ("wrong-choice-of-level", ["validate", "--fail-on", "fel"]),
        ("wrong-colour", ["validate", "--color", "rött"]),
        ("code-like-no-other", ["explain", "cykel"]),
        ("one-of-several-codes", ["explain", "KK204", "KK9"]),
        ("no-such-beginning", ["rules", "KK99"]),
        ("no-such-schema", ["schema", "gaols"]),
        ("schema-without-name", ["schema"]),
        ("all-schemas-without-folder", ["schema", "--all"]),
        ("no-such-municipality", ["show", "lule"]),
        ("no-such-version", ["show", "luleå", "2019"]),
        ("not-a-version", ["show", "luleå", "i-fjol"]),
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
