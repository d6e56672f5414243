"""A new version begins where the last one ended, or from nothing; nothing is overwritten."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from small import FILES, HEAD, TOWN

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Ran

SHARED = {
    "commitments/shared/2026.yaml": FILES["commitments/shared/2025.yaml"]
    .replace("2025/26", "2026/27")
    .replace("version: 2025", "version: 2026")
    .replace("signed_on: 2025-12-05\n", ""),
    "templates/2026/outline.yaml": "version: 2026\ntitle: Klimatkontrakt 2030\nextends: 2025\n",
}
CONTRACT = """\
# Vårt kontrakt.
municipality: "9999"  # Påhittköping
kind: contract
record: complete
wording: official
status: signed  # undertecknat av båda
signed_on: 2025-12-05
diary_number: KS 2025/1
# Vem som undertecknade.
signatures:
- organisation: Påhittköping kommun
  # kommunalrådet
  name: Ada Lind

# Varför.
motivation: |
  Vi vill.

  # Det här är text.
sections:
- chapter: direction
  text: Framåt.
"""
GOALS = """\
# Målen.
goals:
- id: koncern-2030
  statement: En klimatneutral kommunkoncern
  boundary: [municipal_group]
  end_state: climate_neutral   # ännu inte
  target_year: 2030
"""
COMMITMENTS = """\
shared_commitments:
- number: 1
  relation: joins
  points: ["1.1"]
# det sjätte
- number: 6
  relation: prioritises
"""


def read(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.yaml")}


def test_the_newest_earlier_version_is_carried_over(
    kk: Callable[..., Ran], small: Callable[..., Path]
) -> None:
    files = {"contract.yaml": CONTRACT, "goals.yaml": GOALS, "commitments.yaml": COMMITMENTS}
    root = small({**SHARED, **files})
    ran = kk("new", "påhittköping", "2026", folder=root)
    made = read(root / TOWN / "2026")

    assert (ran.code, ran.out, ran.err) == (
        0,
        "1. Gå igenom filerna i commitments/pahittkoping/2026. De utgår från version 2025.\n"
        "2. Granska det med kk validate, och se vad som saknas med "
        "kk show påhittköping 2026 --missing.\n"
        "3. Skriv ut det som dokument med kk render påhittköping 2026 -o kontrakt.docx.\n",
        "",
    )
    assert made["goals.yaml"] == GOALS
    assert made["commitments.yaml"] == COMMITMENTS
    assert made["contract.yaml"] == (
        "# Utkast som utgår från version 2025. "
        "Gå igenom allt, och ändra det som inte längre gäller.\n"
        "# Vårt kontrakt.\n"
        'municipality: "9999"  # Påhittköping\n'
        "kind: contract\n"
        "record: complete\n"
        "wording: official\n"
        "status: draft  # undertecknat av båda\n"
        "diary_number: unknown\n"
        "# Vem som undertecknade.\n"
        "\n"
        "# Varför.\n"
        "motivation: |\n"
        "  Vi vill.\n"
        "\n"
        "  # Det här är text.\n"
        "sections:\n"
        "- chapter: direction\n"
        "  text: Framåt.\n"
    )
    assert sorted(made) == [
        "commitments.yaml",
        "contract.yaml",
        "goals.yaml",
        "investment.yaml",
        "roadmap.yaml",
    ]
    assert kk("validate", folder=root).code == 0
    assert kk("render", "påhittköping", "2026", folder=root).code == 0


def test_a_draft_of_a_draft_says_only_where_it_comes_from(
    kk: Callable[..., Ran], small: Callable[..., Path]
) -> None:
    shared = {
        name.replace("2026", "2027"): text.replace("2026", "2027").replace("/27", "/28")
        for name, text in SHARED.items()
    }
    root = small({**SHARED, **shared})
    kk("new", "påhittköping", "2026", "--modeline", folder=root)
    kk("new", "påhittköping", "2027", "--modeline", folder=root)
    made = read(root / TOWN / "2027")["contract.yaml"]

    assert re.findall(r"^# Utkast som utgår från version (\d+)", made, re.MULTILINE) == ["2026"]
    assert made.count("yaml-language-server") == 1


def test_what_does_not_fit_the_version_becomes_a_comment(
    kk: Callable[..., Ran], shipped: Path
) -> None:
    before = read(shipped / "commitments/lulea/2025")
    ran = kk("new", "luleå", "2023", "--from", "2025", folder=shipped)
    made = read(shipped / "commitments/lulea/2023")
    notes = re.findall(r"# Passar inte i version 2023: (.*)", made["commitments.yaml"])
    number = sum(text.count("# Passar inte i version 2023: ") for text in made.values())

    assert ran.out.split("\n")[1] == (
        f"2. {number} uppgifter passar inte i den nya versionen och är nu kommentarer. "
        "Sök efter ”Passar inte” i filerna."
    )
    assert notes == ["shared_commitments är nytt i version 2025, och det här är version 2023"]
    restored = re.sub(r"^# Passar inte .*\n", "", made["commitments.yaml"], flags=re.MULTILINE)
    told = before["commitments.yaml"].replace("shared/2025.", "shared/2023.")
    assert restored.replace("\n# ", "\n") == told.replace("\n# ", "\n")
    assert {name: made[name] for name in ("goals.yaml", "roadmap.yaml", "investment.yaml")} == {
        name: before[name] for name in ("goals.yaml", "roadmap.yaml", "investment.yaml")
    }
    assert kk("validate", "luleå", folder=shipped).code == 0


def test_after_a_letter_of_intent_comes_a_contract(kk: Callable[..., Ran], shipped: Path) -> None:
    for path in (shipped / "commitments/lulea/2025").iterdir():
        path.unlink()
    (shipped / "commitments/lulea/2025").rmdir()
    ran = kk("new", "luleå", "2025", folder=shipped)
    head = read(shipped / "commitments/lulea/2025")["contract.yaml"]
    told = dict(re.findall(r"^(kind|status|record): (.*)$", head, re.MULTILINE))

    assert (ran.code, told) == (
        0,
        {"kind": "contract", "record": "partial", "status": "draft"},
    )
    assert kk("validate", "luleå", folder=shipped).code == 0


def test_from_nothing_in_a_version_that_ships(
    kk: Callable[..., Ran], small: Callable[..., Path]
) -> None:
    root = small()
    ran = kk("new", "orsa", "2024", folder=root)

    assert (ran.code, ran.out) == (
        0,
        "1. Skriv in kontraktet i filerna i commitments/orsa/2024.\n"
        "2. Granska det med kk validate, och se vad som saknas med kk show orsa 2024 --missing.\n",
    )
    assert (root / "commitments/shared/2024.yaml").is_file()
    assert sorted(read(root / "commitments/orsa")) == ["documents.yaml", "units.yaml"]
    assert kk("validate", "orsa", folder=root).code == 0


def test_modelines_lead_to_the_schemas_and_a_copy_stays_a_copy(
    kk: Callable[..., Ran], small: Callable[..., Path]
) -> None:
    root = small()
    kk("new", "orsa", "2023", "--modeline", folder=root)
    first = {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8").split("\n")[0]
        for path in (root / "commitments").rglob("*.yaml")
    }

    assert first["commitments/orsa/units.yaml"] == (
        "# yaml-language-server: $schema=../../.vscode/scheman/units.schema.json"
    )
    assert first["commitments/orsa/2023/goals.yaml"] == (
        "# yaml-language-server: $schema=../../../.vscode/scheman/goals.schema.json"
    )
    assert "yaml-language-server" not in first["commitments/shared/2023.yaml"]
    assert kk("validate", "orsa", folder=root).code == 0


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (
            ["påhittköping", "2025"],
            2,
            "kk: commitments/pahittkoping/2025 finns redan, och inget skrivs över\n"
            "    flytta eller ta bort det som finns, eller välj en annan plats\n",
        ),
        (
            ["påhittköping", "2031"],
            2,
            "kk: version 2031 är inte känd\n"
            "    kända versioner: 2020, 2021, 2022, 2023, 2024, 2025\n",
        ),
        (
            ["påhittköping", "2024", "--from", "2022"],
            2,
            "kk: här finns ingen version 2022 för Påhittköping\n"
            "    här finns bara versionen 2025\n",
        ),
        (
            ["påhittköping", "nästa"],
            2,
            "kk: ”nästa” är inte en version\n"
            "    skriv året för undertecknandet, till exempel 2025\n",
        ),
    ],
)
def test_what_cannot_be_begun(
    kk: Callable[..., Ran],
    small: Callable[..., Path],
    words: list[str],
    code: int,
    said: str,
) -> None:
    root = small()
    before = sorted(root.rglob("*"))
    ran = kk("new", *words, folder=root)

    assert (ran.code, ran.out, ran.err) == (code, "", said)
    assert sorted(root.rglob("*")) == before


def test_a_version_with_errors_is_not_carried_over(
    kk: Callable[..., Ran], small: Callable[..., Path]
) -> None:
    root = small({**SHARED, "contract.yaml": HEAD.replace("signed", "sigend")})
    ran = kk("new", "påhittköping", "2026", folder=root)

    assert (ran.code, "".join(ran.err.splitlines(keepends=True)[-2:])) == (
        1,
        "kk: version 2025 har fel, så den går inte att utgå från\n"
        "    rätta dem först; kk validate visar var de är\n",
    )
    assert not (root / TOWN / "2026").exists()


def test_a_version_that_cannot_be_read_is_not_begun(
    kk: Callable[..., Ran], small: Callable[..., Path]
) -> None:
    root = small({"commitments/shared/2026.yaml": "version: 2026\n"})
    ran = kk("new", "orsa", "2026", folder=root)

    assert (ran.code, ran.err) == (
        2,
        "kk: version 2026 går inte att läsa\n    se vad som är fel med kk validate\n",
    )


def test_outside_a_workspace_one_is_told_how_to_make_one(
    kk: Callable[..., Ran], tmp_path: Path
) -> None:
    ran = kk("new", "orsa", "2025", folder=tmp_path, KK_LANG="sv")

    assert (ran.code, ran.err) == (
        2,
        "kk: här finns inga kontrakt: klimatkontrakt.toml saknas i mappen och i mapparna ovanför\n"
        "    skapa en arbetsyta med kk init, eller ange mappen med --root\n",
    )
    assert list(tmp_path.iterdir()) == []
