"""From an empty folder to a contract that validates and renders; nothing is overwritten."""

from __future__ import annotations

import csv
import io
import json
import sys
import tomllib
from typing import TYPE_CHECKING

import pytest
import yaml

from klimatkontrakt.app.init import init
from klimatkontrakt.exporters.json_schema import FILES as KINDS
from klimatkontrakt.resources import municipalities_csv, shipped_workspace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Ran

CODES = [row["code"] for row in csv.DictReader(municipalities_csv().splitlines())]
FILES = [
    "commitments/SLUG/2025/commitments.yaml",
    "commitments/SLUG/2025/contract.yaml",
    "commitments/SLUG/2025/goals.yaml",
    "commitments/SLUG/2025/investment.yaml",
    "commitments/SLUG/2025/roadmap.yaml",
    "commitments/SLUG/documents.yaml",
    "commitments/SLUG/units.yaml",
    "commitments/register.yaml",
    "commitments/shared/2025.yaml",
    "klimatkontrakt.toml",
]


class Terminal(io.StringIO):
    """Lines that a person types."""

    def isatty(self) -> bool:
        """Yes."""
        return True


def listing(folder: Path) -> list[str]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return sorted(path.relative_to(folder).as_posix() for path in paths)


def shown_on_screen(text: str) -> str:
    """A starter text with every example in it made real, as an officer would."""
    paragraphs = text.split("\n\n")
    return "\n\n".join(map(_uncommented, paragraphs))


def _uncommented(paragraph: str) -> str:
    """A paragraph whose comments are an example: its first line of YAML names a key."""
    lines = paragraph.split("\n")
    first = next((n for n, line in enumerate(lines) if line[:2] == "# " and _is_key(line)), None)
    if first is None:
        return paragraph
    return "\n".join([*lines[:first], *(line.removeprefix("# ") for line in lines[first:])])


def _is_key(line: str) -> bool:
    key, colon, _ = line.removeprefix("# ").partition(":")
    return bool(colon) and key.isascii() and key.replace("_", "").isalpha() and key.islower()


@pytest.mark.parametrize(
    ("word", "slug", "name"),
    [
        ("luleå", "lulea", "Luleå kommun"),
        ("Karlstad", "karlstad", "Karlstads kommun"),
        ("GÄLLIVARE", "gallivare", "Gällivare kommun"),
        ("2034", "orsa", "Orsa kommun"),
        ("Håbo", "habo-uppsala", "Håbo kommun"),
        ("malung-sälen", "malung-salen", "Malung-Sälens kommun"),
        ("Upplands Väsby", "upplands-vasby", "Upplands Väsby kommun"),
        ("Gotland", "gotland", "Region Gotland"),
    ],
)
def test_a_new_workspace_validates_and_renders(
    kk: Callable[..., Ran], tmp_path: Path, word: str, slug: str, name: str
) -> None:
    made = kk("init", "--municipality", word, folder=tmp_path, KK_LANG="sv")
    files = [file.replace("SLUG", slug) for file in FILES]

    assert (made.code, made.err, made.out.count("\n")) == (0, "", 3)
    assert listing(tmp_path) == sorted(files)
    assert (kk("validate", folder=tmp_path).code, kk("validate", folder=tmp_path).err) == (0, "")
    rendered = kk("render", word, folder=tmp_path)
    assert (rendered.code, rendered.err) == (0, "")
    assert rendered.out.split("\n")[:5] == [
        "UTKAST · De gemensamma kapitlen är en sammanfattning – inte kontraktets ord",
        "",
        "# Klimatkontrakt 2030",
        "",
        f"{name}, version 2025/26.",
    ]
    assert "unknown" not in rendered.out
    assert "unknown" not in kk("show", word, folder=tmp_path).out


def test_every_municipality_can_begin(tmp_path: Path) -> None:
    folders = {init(tmp_path / code, code, None, (), lambda _: None).contract for code in CODES}

    assert (len(CODES), len(folders)) == (290, 290)


@pytest.mark.parametrize("version", ["2022", "2023", "2025"])
def test_every_example_in_the_files_is_right(
    kk: Callable[..., Ran], tmp_path: Path, version: str
) -> None:
    kk("init", "--municipality", "orsa", "--contract-version", version, folder=tmp_path)
    for path in (tmp_path / "commitments" / "orsa").rglob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(shown_on_screen(text), encoding="utf-8", newline="\n")
    shown = kk("show", "orsa", folder=tmp_path).out
    words = ("validate", "orsa", "--ignore", "KK730", "--format", "concise")
    found = kk(*words, folder=tmp_path, KK_TODAY=f"{version}-11-22")

    assert (found.code, found.out) == (0, "")
    assert "Mål 1: En klimatneutral kommunkoncern (2030), antaget" in shown
    assert "Cykelplan: 0 av 1 milstolpar nådda" in shown
    assert ("1 Styrning och ledning: ingår i (1.1, 1.2)" in shown) == (version == "2025")
    assert kk("render", "orsa", folder=tmp_path).code == 0


def test_what_is_said_of_a_folder_elsewhere(kk: Callable[..., Ran], tmp_path: Path) -> None:
    words = ("init", "nytt/klimat", "--municipality", "upplands väsby", "--editor")
    ran = kk(*words, folder=tmp_path, KK_LANG="sv")

    assert ran.out == (
        "1. Gå till mappen nytt/klimat och skriv in kontraktet i filerna i "
        "commitments/upplands-vasby/2025.\n"
        "2. Granska det med kk validate, och se vad som saknas med "
        'kk show "upplands väsby" --missing.\n'
        '3. Skriv ut det som dokument med kk render "upplands väsby" -o kontrakt.docx.\n'
    )
    assert kk("show", "upplands väsby", folder=tmp_path / "nytt" / "klimat").code == 0


def test_settings_say_whose_it_is(kk: Callable[..., Ran], tmp_path: Path) -> None:
    kk("init", "--municipality", "ale", folder=tmp_path)
    text = (tmp_path / "klimatkontrakt.toml").read_text(encoding="utf-8")

    assert tomllib.loads(text) == {"format": 1, "language": "sv", "own": ["1440"]}


def test_the_common_side_is_the_one_that_ships(kk: Callable[..., Ran], tmp_path: Path) -> None:
    kk("init", "--municipality", "ale", folder=tmp_path)

    for name in ("commitments/register.yaml", "commitments/shared/2025.yaml"):
        assert (tmp_path / name).read_bytes() == (shipped_workspace() / name).read_bytes()


@pytest.mark.parametrize(
    ("words", "files"),
    [
        (["--ci", "github"], [".github/workflows/klimatkontrakt.yml"]),
        (["--ci", "gitlab"], [".gitlab-ci.yml"]),
        (["--hook"], [".pre-commit-config.yaml"]),
        (
            ["--editor"],
            [
                ".vscode/extensions.json",
                *(f".vscode/scheman/{name}.schema.json" for name in sorted(KINDS)),
                ".vscode/settings.json",
            ],
        ),
    ],
)
def test_what_is_asked_for_is_made(
    kk: Callable[..., Ran], tmp_path: Path, words: list[str], files: list[str]
) -> None:
    kk("init", "--municipality", "ale", *words, folder=tmp_path)
    hidden = [name for name in listing(tmp_path) if name.startswith(".")]
    texts = [(tmp_path / name).read_text(encoding="utf-8") for name in hidden]

    assert hidden == files
    assert [name for name, text in zip(hidden, texts, strict=True) if "$" in text] == [
        name for name in files if name.endswith(".schema.json")
    ]
    assert all(yaml.safe_load(text) for text in texts)


def test_checks_run_the_projects_own(
    kk: Callable[..., Ran], tmp_path: Path, repository: Path
) -> None:
    """Under the address that publiccode.yml gives."""
    public = (repository / "publiccode.yml").read_text(encoding="utf-8")
    address = next(line for line in public.split("\n") if line.startswith("url: ")).split()[1]
    for service in ("github", "gitlab"):
        root = tmp_path / service
        kk("init", str(root), "--municipality", "ale", "--ci", service, "--hook", folder=tmp_path)
    files = ["github/.github/workflows/klimatkontrakt.yml", "gitlab/.gitlab-ci.yml"]
    texts = [(tmp_path / name).read_text(encoding="utf-8") for name in files]
    hook = (tmp_path / "gitlab/.pre-commit-config.yaml").read_text(encoding="utf-8")

    assert f"uses: {address.removeprefix('https://github.com/')}@main\n" in texts[0]
    assert f'pip install "git+{address}@main"\n' in texts[1]
    assert f"repo: {address}\n" in hook


def test_editor_settings_name_a_schema_for_each_kind_of_file(
    kk: Callable[..., Ran], tmp_path: Path
) -> None:
    kk("init", "--municipality", "ale", "--editor", folder=tmp_path)
    text = (tmp_path / ".vscode" / "settings.json").read_text(encoding="utf-8")
    schemas = json.loads(text)["yaml.schemas"]
    unmatched = [
        name
        for name in listing(tmp_path)
        if name.endswith(".yaml")
        and not any(tmp_path.joinpath(name) in tmp_path.glob(glob) for glob in schemas.values())
    ]

    assert unmatched == []
    assert set(schemas) == {
        f"./{name}" for name in listing(tmp_path) if name.startswith(".vscode/scheman/")
    }


@pytest.mark.parametrize(
    "standing", ["klimatkontrakt.toml", "commitments/min.txt", ".gitlab-ci.yml"]
)
def test_nothing_is_overwritten(kk: Callable[..., Ran], tmp_path: Path, standing: str) -> None:
    path = tmp_path / standing
    path.parent.mkdir(exist_ok=True)
    path.write_text("format = 1\n", encoding="utf-8")
    words = ("init", "--municipality", "ale", "--ci", "gitlab")
    ran = kk(*words, folder=tmp_path, KK_LANG="sv")

    assert (ran.code, ran.out, ran.err) == (
        2,
        "",
        f"kk: {standing.partition('/')[0]} finns redan, och inget skrivs över\n"
        "    flytta eller ta bort det som finns, eller välj en annan plats\n",
    )
    assert listing(tmp_path) == [standing]


def test_all_that_stands_in_the_way_is_named(kk: Callable[..., Ran], tmp_path: Path) -> None:
    kk("init", "--municipality", "ale", folder=tmp_path)
    before = listing(tmp_path)
    ran = kk("init", "--municipality", "orsa", folder=tmp_path, KK_LANG="en")

    assert ran.err.split("\n")[0] == (
        "kk: klimatkontrakt.toml, commitments already exist, and nothing is overwritten"
    )
    assert listing(tmp_path) == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            [],
            "kk: ingen kommun är angiven\n"
            "    ange den, till exempel kk init --municipality luleå\n",
        ),
        (
            ["--municipality", "lulå"],
            "kk: det finns ingen kommun ”lulå”\n    menade du ”Luleå”?\n",
        ),
        (
            ["--municipality", "ale", "--contract-version", "2024"],
            "kk: version 2024 saknar disposition och kan därför inte skrivas ut\n"
            "    versioner som har en disposition: 2022, 2023, 2025\n",
        ),
        (
            ["--municipality", "ale", "--ci", "gitlap"],
            "kk: ”gitlap” går inte att välja här\n    menade du ”gitlab”?\n",
        ),
    ],
)
def test_what_is_not_clear_makes_nothing(
    kk: Callable[..., Ran], tmp_path: Path, words: list[str], said: str
) -> None:
    ran = kk("init", *words, folder=tmp_path, KK_LANG="sv")

    assert (ran.code, ran.out, ran.err) == (2, "", said)
    assert list(tmp_path.iterdir()) == []


def test_a_person_is_asked_until_the_answer_is_clear(
    kk: Callable[..., Ran], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal("lulå\nqqqqqq\nhabo kommun\n"))
    ran = kk("init", folder=tmp_path, KK_LANG="sv")

    assert (ran.code, ran.err) == (
        0,
        "Vilken kommun? Skriv namn eller kod: "
        "det finns ingen kommun ”lulå”; menade du ”Luleå”?\n"
        "Vilken kommun? Skriv namn eller kod: "
        "det finns ingen kommun ”qqqqqq”\n"
        "Vilken kommun? Skriv namn eller kod: ",
    )
    assert (tmp_path / "commitments" / "habo-jonkoping").is_dir()


def test_a_person_who_does_not_answer_is_told_how_to(
    kk: Callable[..., Ran], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal(""))
    ran = kk("init", folder=tmp_path, KK_LANG="sv")

    assert (ran.code, ran.err.count("\n")) == (2, 2)
    assert list(tmp_path.iterdir()) == []
