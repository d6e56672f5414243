"""Writing a document to a file, and refusing to when it would be wrong."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Ran


def break_goals(root: Path) -> None:
    path = root / "commitments" / "lulea" / "2025" / "goals.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("target_year: 2040", "target_year: 20400"), encoding="utf-8")


def test_a_file_holds_what_the_screen_shows_and_is_left_alone_when_unchanged(
    kk: Callable[..., Ran], shipped: Path
) -> None:
    first = kk("render", "luleå", "-o", "kontrakt.md", folder=shipped)
    path = shipped / "kontrakt.md"
    before = path.stat().st_mtime_ns
    second = kk("render", "luleå", "-o", "kontrakt.md", folder=shipped)

    files = ("kontrakt.md", "lulea-2025-utslapp.svg", "lulea-2025-tidslinje.svg")
    assert (first.code, first.out) == (0, "")
    assert first.err == "".join(f"skrev {name}\n" for name in files)
    assert (second.code, second.err) == (
        0,
        "".join(f"{name} var redan aktuell\n" for name in files),
    )
    assert path.stat().st_mtime_ns == before
    shown = kk("render", "luleå", folder=shipped).out
    assert re.sub(r'\[kk\]: # "sha256:\w{64}"\n\n', "", path.read_bytes().decode()) == shown


def test_a_contract_with_errors_is_not_rendered(
    kk: Callable[..., Ran], shipped: Path, golden: Callable[[str, str], None]
) -> None:
    break_goals(shipped)
    ran = kk("render", "luleå", "-o", "kontrakt.md", folder=shipped)

    assert (ran.code, ran.out, (shipped / "kontrakt.md").exists()) == (1, "", False)
    golden("cli/render-refused-sv.txt", ran.err)


def test_a_draft_says_so_first_and_last(kk: Callable[..., Ran], shipped: Path) -> None:
    break_goals(shipped)
    ran = kk("render", "luleå", "--draft", folder=shipped)
    notice = "UTKAST · Sammanfattning – inte det undertecknade kontraktet"

    assert ran.code == 0
    assert (ran.out.split("\n")[0], ran.out.split("\n")[-2]) == (notice, notice)
    assert "Mål 2" not in ran.out


def test_a_missing_folder_is_told(kk: Callable[..., Ran], shipped: Path) -> None:
    ran = kk("render", "luleå", "-o", "saknas/kontrakt.md", folder=shipped)
    target = shipped / "saknas" / "kontrakt.md"

    assert (ran.code, ran.err) == (
        2,
        f"kk: {target} gick inte att skriva: mappen finns inte\n"
        "    kontrollera att mappen finns och att filen inte är öppen eller skrivskyddad\n",
    )


def test_a_broken_template_is_named_with_its_line(kk: Callable[..., Ran], shipped: Path) -> None:
    chapters = shipped / "templates" / "2025" / "chapters"
    chapters.mkdir(parents=True)
    (chapters / "parties.md.j2").write_text("Parter\n{{ partier }}\n", encoding="utf-8")
    ran = kk("render", "luleå", folder=shipped)

    assert (ran.code, ran.err) == (
        2,
        "kk: mallen templates/2025/chapters/parties.md.j2:2 går inte att använda: "
        "”partier” finns inte här\n"
        "    rätta mallen, eller ta bort er kopia så att den medföljande används\n",
    )


def test_a_workspace_may_have_templates_of_its_own(kk: Callable[..., Ran], shipped: Path) -> None:
    chapters = shipped / "templates" / "2025" / "chapters"
    chapters.mkdir(parents=True)
    (chapters / "parties.md.j2").write_text("Part är {{ municipality.name }}.\n", encoding="utf-8")
    ran = kk("render", "luleå", folder=shipped)

    assert "## 4 Parter\n\nPart är Luleå kommun.\n\n## 5" in ran.out


def test_a_version_without_outline_is_refused(kk: Callable[..., Ran], shipped: Path) -> None:
    folder = shipped / "commitments"
    (folder / "lulea" / "2025").rename(folder / "lulea" / "2031")
    shared = (folder / "shared" / "2025.yaml").read_text(encoding="utf-8")
    (folder / "shared" / "2031.yaml").write_text(shared, encoding="utf-8")
    ran = kk("render", "luleå", folder=shipped)

    assert (ran.code, ran.err) == (
        2,
        "kk: version 2031 saknar disposition och kan därför inte skrivas ut\n"
        "    versioner som har en disposition: 2022, 2023, 2025\n",
    )


def test_what_is_left_out_of_a_draft_is_said(kk: Callable[..., Ran], shipped: Path) -> None:
    break_goals(shipped)
    note = "notis: 1 fel i underlaget, så något är utelämnat: kk validate\n"

    assert kk("render", "luleå", "--draft", folder=shipped).err == note
    assert kk("show", "luleå", folder=shipped).err == note


def test_a_file_that_may_not_be_written_is_left_alone(
    kk: Callable[..., Ran], shipped: Path
) -> None:
    path = shipped / "kontrakt.md"
    path.mkdir()
    ran = kk("render", "luleå", "-o", "kontrakt.md", folder=shipped)

    assert (ran.code, ran.err) == (
        2,
        f"kk: {path} gick inte att skriva: det är en mapp\n"
        "    kontrollera att mappen finns och att filen inte är öppen eller skrivskyddad\n",
    )
