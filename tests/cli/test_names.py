"""However a person writes a municipality, it is found, and the document is the same."""

from __future__ import annotations

import os
import subprocess
import sys
import unicodedata
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Ran

NAMES = ["luleå", "LULEÅ", "lulea", unicodedata.normalize("NFD", "luleå"), "Luleå kommun", "2580"]


@pytest.mark.parametrize("name", NAMES)
def test_every_way_to_write_a_name_gives_the_same_document(
    kk: Callable[..., Ran], name: str
) -> None:
    assert kk("render", name) == kk("render", "Luleå", "2025")


def test_the_locale_changes_nothing(repository: Path) -> None:
    """Real processes: arguments and output pass through the locale's encoding."""

    def rendered(name: str, locale: str) -> tuple[int, bytes]:
        environment = {**os.environ, "LC_ALL": locale, "PYTHONUTF8": "0"}
        command = [sys.executable, "-m", "klimatkontrakt", "render", name]
        ran = subprocess.run(
            command, cwd=repository, env=environment, capture_output=True, check=False
        )
        return ran.returncode, ran.stdout

    outputs = {rendered(name, locale) for name in NAMES for locale in ("C", "C.UTF-8")}

    assert [code for code, _ in outputs] == [0]


def test_an_unknown_name_gets_the_nearest(kk: Callable[..., Ran]) -> None:
    message = "kk: det finns ingen kommun ”lule”\n    menade du ”Luleå”?\n"

    assert kk("render", "lule") == type(kk("--version"))(2, "", message)


def test_a_name_that_folds_to_two_is_refused(kk: Callable[..., Ran]) -> None:
    ran = kk("show", "hÁbo")

    assert (ran.code, ran.err) == (
        2,
        "kk: ”hÁbo” kan vara Håbo (0305), Habo (0643)\n    ange kommunens kod\n",
    )


def test_a_known_municipality_without_contract_is_told_so(kk: Callable[..., Ran]) -> None:
    ran = kk("show", "Kiruna")

    assert (ran.code, ran.err) == (
        2,
        "kk: här finns inget kontrakt för Kiruna\n    här finns kontrakt för Karlstad, Luleå\n",
    )


def test_a_version_that_is_not_here_is_told_so(kk: Callable[..., Ran]) -> None:
    ran = kk("show", "luleå", "2019/20")

    assert (ran.code, ran.err) == (
        2,
        "kk: här finns ingen version 2019 för Luleå\n    här finns versionerna 2024, 2025\n",
    )


def test_the_printed_label_names_the_version(kk: Callable[..., Ran]) -> None:
    assert kk("show", "luleå", "2025/26") == kk("show", "luleå", "2025")
