"""Which language is spoken, and that help speaks it throughout, typer's own words included."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

from klimatkontrakt.cli.tree import build
from klimatkontrakt.i18n import LANGUAGES, translations

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Ran

SAYS = {"sv": "det finns ingen kommun", "en": "there is no municipality"}


@pytest.mark.parametrize(
    ("option", "environment", "setting", "locale", "language"),
    [
        ("sv", "en", "en", "en_GB.UTF-8", "sv"),
        ("en", "sv", "sv", "sv_SE.UTF-8", "en"),
        (None, "en", "sv", "sv_SE.UTF-8", "en"),
        (None, "sv", "en", "en_GB.UTF-8", "sv"),
        (None, None, "en", "sv_SE.UTF-8", "en"),
        (None, None, "sv", "en_GB.UTF-8", "sv"),
        (None, None, None, "en_GB.UTF-8", "en"),
        (None, None, None, "sv_SE.UTF-8", "sv"),
        (None, None, None, "fi_FI.UTF-8", "sv"),
    ],
)
def test_option_then_environment_then_workspace_then_locale(
    kk: Callable[..., Ran],
    tmp_path: Path,
    option: str | None,
    environment: str | None,
    setting: str | None,
    locale: str,
    language: str,
) -> None:
    settings = "format = 1\n" + (f'language = "{setting}"\n' if setting else "")
    (tmp_path / "klimatkontrakt.toml").write_text(settings, encoding="utf-8")
    words = ["show", "finns-inte", *(["--lang", option] if option else [])]
    said = kk(
        *words, folder=tmp_path, LANG=locale, **({"KK_LANG": environment} if environment else {})
    )

    assert (said.code, said.err.partition(" ”")[0].partition(' "')[0]) == (
        2,
        f"kk: {SAYS[language]}",
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_help_is_translated(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is shown in help stands in the catalogue; a text that does not would stay English."""
    monkeypatch.setenv("LANGUAGE", "")
    group, known = build(translations(language)), translations(language)
    english = build(translations("en"))
    for name, command in english.commands.items():
        for param, theirs in zip(command.params, group.commands[name].params, strict=True):
            shown, meant = (theirs.help, theirs.metavar or ""), (param.help, param.metavar or "")
            # A metavar in small letters is what a person types.
            typed = meant[1] if meant[1].islower() else ""
            translated = tuple(known.gettext(text) if text else "" for text in meant)
            translated = (translated[0], typed or translated[1])

            assert shown == translated, (name, param.name)


EXAMPLE = re.compile(r"kk [a-z]+[^·]*?(?=\s{2}|$)")


def examples(language: str) -> list[tuple[str, list[str]]]:
    group = build(translations(language))
    return [
        (name, [" ".join(example.split()) for example in EXAMPLE.findall(command.epilog or "")])
        for name, command in [*group.commands.items(), *below(group)]
    ]


def below(group: Any) -> list[tuple[str, Any]]:
    """The commands that commands are made of, by both their names."""
    return [
        (f"{name} {inner}", command)
        for name, outer in group.commands.items()
        for inner, command in getattr(outer, "commands", {}).items()
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_help_has_examples_that_can_be_run(
    kk: Callable[..., Ran], tmp_path: Path, repository: Path, shipped: Path, language: str
) -> None:
    """Every example is run, except that files are written elsewhere."""
    places = {"init": tmp_path / "ny", "new": shipped}
    places |= {"templates": shipped, "templates copy": shipped}
    places |= {"check-document": tmp_path}
    places["init"].mkdir()
    for name in ("kontrakt.docx", "undertecknat.pdf"):
        kk("render", "luleå", "-o", str(tmp_path / name))
    for name, lines in examples(language):
        assert lines, name
        assert all(line.startswith(f"kk {name}") for line in lines), lines
        for line in lines:
            words = [
                str(tmp_path / word) if before in {"-o", "--out-dir"} else word
                for before, word in pairwise(line.split())
            ]
            ran = kk(*words, folder=places.get(name, repository))

            codes = {2} if line == "kk init" else {0, 1}  # it asks, and here nobody answers
            assert ran.code in codes, (line, ran.err)
