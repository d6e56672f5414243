"""Outside a workspace: nothing is green by accident, what ships can be read, nothing is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Ran

NOTE = "notis: här finns inga egna kontrakt, så de som följer med kk används\n"


def test_validate_has_nothing_to_check(kk: Callable[..., Ran], tmp_path: Path) -> None:
    ran = kk("validate", folder=tmp_path, KK_LANG="sv")

    assert (ran.code, ran.out, ran.err) == (
        3,
        "",
        "kk: här finns inga kontrakt: klimatkontrakt.toml saknas i mappen och i mapparna ovanför\n"
        "    skapa en arbetsyta med kk init, gå till mappen med era kontrakt "
        "eller ange den med --root\n",
    )


def test_render_and_show_use_what_ships(kk: Callable[..., Ran], tmp_path: Path) -> None:
    for command in ("render", "show"):
        outside = kk(command, "luleå", folder=tmp_path, KK_LANG="sv")

        assert outside == type(outside)(0, kk(command, "luleå").out, NOTE)
    assert list(tmp_path.iterdir()) == []


def test_a_workspace_without_contracts_has_nothing_to_check(
    kk: Callable[..., Ran], tmp_path: Path
) -> None:
    (tmp_path / "klimatkontrakt.toml").write_text("format = 1\n", encoding="utf-8")

    assert kk("validate", folder=tmp_path, KK_LANG="sv").code == 3
    assert kk("validate", "luleå", folder=tmp_path, KK_LANG="sv").code == 3


def test_a_workspace_is_found_from_a_folder_within(kk: Callable[..., Ran], shipped: Path) -> None:
    within = shipped / "commitments" / "lulea"

    assert kk("validate", folder=within) == kk("validate", folder=shipped)
    assert kk("validate", "2025/goals.yaml", folder=within).code == 0
    assert kk("validate", "--root", str(shipped), folder=shipped.parent).code == 0


def test_a_newer_format_asks_for_an_upgrade(kk: Callable[..., Ran], shipped: Path) -> None:
    (shipped / "klimatkontrakt.toml").write_text("format = 2\n", encoding="utf-8")
    ran = kk("validate", folder=shipped, KK_LANG="sv")

    assert (ran.code, ran.err) == (
        2,
        "kk: filerna har format 2, men den här versionen av kk läser format 1\n"
        "    uppgradera kk: pip install --upgrade klimatkontrakt\n",
    )
