"""Where a workspace begins, what lies in it, and what nobody reads there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from klimatkontrakt.diagnostics.failure import Failure
from klimatkontrakt.i18n import translations
from klimatkontrakt.store.layout import find_root, open_layout

if TYPE_CHECKING:
    from collections.abc import Callable

SWEDISH = translations("sv")


def test_root_is_the_nearest_folder_upward(small: Callable[..., Path]) -> None:
    root = small()
    town = root / "commitments" / "pahittkoping" / "2025"
    inner = root / "commitments" / "inre"
    inner.mkdir()
    (inner / "klimatkontrakt.toml").write_text("format = 1\n", encoding="utf-8")

    assert find_root(root) == root
    assert find_root(town) == root
    assert find_root(inner) == inner
    assert find_root(root.parent) is None


def test_a_folder_with_the_settings_name_is_no_workspace(tmp_path: Path) -> None:
    (tmp_path / "klimatkontrakt.toml").mkdir()

    assert find_root(tmp_path) is None


def test_municipalities_and_versions(small: Callable[..., Path]) -> None:
    layout = open_layout(
        small(
            {
                "commitments/abo/2030/contract.yaml": "",
                "commitments/abo/2024/contract.yaml": "",
                "commitments/abo/units.yaml": "",
                "commitments/shared/2024.yaml": "",
            }
        )
    )

    assert layout.municipalities() == ["abo", "pahittkoping"]
    assert layout.versions("abo") == [2024, 2030]
    assert layout.versions("pahittkoping") == [2025]
    assert layout.versions("finns-inte") == []
    assert layout.shared_versions() == [2024, 2025]


def test_strays_are_what_nobody_reads(small: Callable[..., Path]) -> None:
    layout = open_layout(
        small(
            {
                "commitments/registry.yaml": "",
                "commitments/läsmig.md": "",
                "commitments/shared/2025-26.yaml": "",
                "commitments/shared/2024.yml": "",
                "commitments/shared/bild.png": "",
                "commitments/pahittkoping/unit.yaml": "",
                "commitments/pahittkoping/goals.yaml": "",
                "commitments/pahittkoping/2025/goal.yaml": "",
                "commitments/pahittkoping/2025/Goals.yaml": "",
                "commitments/pahittkoping/2025/roadmap.YML": "",
                "commitments/pahittkoping/2025/anteckningar.txt": "",
                "commitments/pahittkoping/2025-26/goals.yaml": "",
                "commitments/pahittkoping/.git/goals.yaml": "",
            }
        )
    )

    strays = sorted(Path(path).name for path, _ in layout.strays())

    assert strays == [
        "2024.yml",
        "2025-26",
        "2025-26.yaml",
        "Goals.yaml",
        "goal.yaml",
        "goals.yaml",
        "registry.yaml",
        "roadmap.YML",
        "unit.yaml",
    ]


def test_a_workspace_with_only_known_files_has_no_strays(small: Callable[..., Path]) -> None:
    names = ("goals", "roadmap", "investment", "commitments", "units", "documents")

    assert open_layout(small({f"{name}.yaml": "" for name in names})).strays() == []


REFUSED = {
    "": "inställningen format saknas",
    "format = true\n": "inställningen format saknas",
    'format = "1"\n': "inställningen format saknas",
    "format = 0\n": "inställningen format saknas",
    'format = 1\nlang = "sv"\n': "inställningen ”lang” finns inte",
    "format = 1\nlanguage = 1\n": "language ska vara sv eller en",
}


@pytest.mark.parametrize(("settings", "words"), REFUSED.items())
def test_settings_that_are_refused(tmp_path: Path, settings: str, words: str) -> None:
    (tmp_path / "klimatkontrakt.toml").write_text(settings, encoding="utf-8")

    with pytest.raises(Failure) as failure:
        open_layout(tmp_path)

    assert failure.value.message.words(SWEDISH) == f"klimatkontrakt.toml: {words}"
    assert (failure.value.exit_code, failure.value.remedy is None) == (2, False)


def test_a_newer_format_asks_for_a_newer_kk(tmp_path: Path) -> None:
    (tmp_path / "klimatkontrakt.toml").write_text("format = 2\n", encoding="utf-8")

    with pytest.raises(Failure) as failure:
        open_layout(tmp_path)

    assert failure.value.message.words(SWEDISH) == (
        "filerna har format 2, men den här versionen av kk läser format 1"
    )


def test_a_folder_without_settings_is_no_workspace(tmp_path: Path) -> None:
    with pytest.raises(Failure) as failure:
        open_layout(tmp_path)

    assert failure.value.message.words(SWEDISH) == f"klimatkontrakt.toml saknas i {tmp_path}"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"format = \n", "klimatkontrakt.toml går inte att läsa, se rad 1"),
        (b'language = "Lule\xe5"\n', "klimatkontrakt.toml går inte att läsa"),
    ],
)
def test_settings_that_are_no_toml_in_utf_8(tmp_path: Path, data: bytes, said: str) -> None:
    (tmp_path / "klimatkontrakt.toml").write_bytes(data)

    with pytest.raises(Failure) as failure:
        open_layout(tmp_path)

    assert failure.value.message.words(SWEDISH) == said


@pytest.mark.parametrize(("line", "language"), [("", None), ('language = "en"\n', "en")])
def test_language_setting(tmp_path: Path, line: str, language: str | None) -> None:
    (tmp_path / "klimatkontrakt.toml").write_text(f"format = 1\n{line}", encoding="utf-8")

    assert open_layout(tmp_path).settings.language == language
