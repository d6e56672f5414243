"""``kk render`` into files: several at once, every municipality, and what is out of date."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from conftest import TODAY
from small import HEAD

from klimatkontrakt.app.render_all import Order, newest, render_all

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Ran

HERE = "notis: här finns inga egna kontrakt, så de som följer med kk används\n"


def test_several_files_from_one_run(
    kk: Callable[..., Ran], tmp_path: Path, repository: Path
) -> None:
    words = ("render", "luleå", "-o", "k.docx", "-o", "k.html", "--root", str(repository))

    assert kk(*words, folder=tmp_path) == Ran0("skrev k.docx\nskrev k.html\n")
    assert kk(*words, folder=tmp_path) == Ran0(
        "k.docx var redan aktuell\nk.html var redan aktuell\n"
    )
    assert sorted(path.name for path in tmp_path.iterdir()) == ["k.docx", "k.html"]


def Ran0(err: str, code: int = 0) -> Ran:  # noqa: N802  it stands for a value
    from conftest import Ran

    return Ran(code, "", err)


def test_check_tells_what_is_out_of_date_and_writes_nothing(
    kk: Callable[..., Ran], tmp_path: Path, repository: Path
) -> None:
    words = ("render", "luleå", "-o", "k.md", "--check", "--root", str(repository))
    (tmp_path / "k.md").write_text("gammalt\n", encoding="utf-8")

    files = ("k.md", "lulea-2025-utslapp.svg", "lulea-2025-tidslinje.svg")

    def said(form: str) -> str:
        return "".join(form.format(name) + "\n" for name in files)

    assert kk(*words, folder=tmp_path) == Ran0(
        "k.md är inte som kk gjorde den: se vad som skiljer med kk check-document\n"
        + said("{} saknas").partition("\n")[2],
        1,
    )
    assert (tmp_path / "k.md").read_text(encoding="utf-8") == "gammalt\n"
    assert [path.name for path in tmp_path.iterdir()] == ["k.md"]
    assert kk(*words[:4], *words[5:], "--force", folder=tmp_path) == Ran0(said("skrev {}"))
    assert kk(*words, folder=tmp_path) == Ran0(said("{} var redan aktuell"))


def test_what_an_officer_has_changed_is_not_written_over(
    kk: Callable[..., Ran], tmp_path: Path, repository: Path
) -> None:
    words = ("render", "luleå", "-o", "k.html", "-o", "k.md", "--root", str(repository))
    path = tmp_path / "k.md"
    path.write_text("mina anteckningar\n", encoding="utf-8")

    assert kk(*words, folder=tmp_path) == Ran0(
        f"kk: {path} skrivs inte över: kk har inte gjort filen, eller så har någon ändrat i den\n"
        "    se vad som är ändrat med kk check-document; välj sedan ett annat namn, "
        "flytta filen, eller skriv över den med --force\n",
        2,
    )
    assert [item.name for item in tmp_path.iterdir()] == ["k.md"]
    assert kk(*words, "--force", folder=tmp_path) == Ran0(
        "skrev k.html\nskrev k.md\nskrev lulea-2025-utslapp.svg\nskrev lulea-2025-tidslinje.svg\n"
    )
    path.write_text(path.read_text(encoding="utf-8").replace("Luleå", "Boden"), encoding="utf-8")
    assert kk(*words, folder=tmp_path).code == 2


def test_a_file_that_is_open(kk: Callable[..., Ran], tmp_path: Path, repository: Path) -> None:
    words = ("render", "luleå", "-o", "kontrakt.html", "--root", str(repository))
    (tmp_path / "kontrakt.html").write_bytes(b"")
    (tmp_path / "~$ntrakt.html").write_bytes(b"")

    assert kk(*words, folder=tmp_path) == Ran0(
        "kontrakt.html är öppen i ett annat program, "
        "så den nya versionen ligger i kontrakt.nytt.html\n"
        "    är den inte det: ta bort ~$ntrakt.html, som programmet har lämnat efter sig\n"
    )


def test_nothing_is_written_when_one_format_is_unknown(
    kk: Callable[..., Ran], tmp_path: Path, repository: Path
) -> None:
    ran = kk(
        "render", "luleå", "-o", "k.md", "-o", "k.odt", "--root", str(repository), folder=tmp_path
    )

    assert (ran.code, ran.err) == (
        2,
        "kk: kk skriver inte filer som slutar på ”.odt”\n"
        "    använd något av .docx, .html, .htm, .md, .markdown, .pdf\n",
    )
    assert list(tmp_path.iterdir()) == []


def test_all(kk: Callable[..., Ran], tmp_path: Path, repository: Path) -> None:
    words = ("render", "--all", "--out-dir", "ut", "--format", "html", "--root", str(repository))

    assert kk(*words, "--check", folder=tmp_path) == Ran0(
        "ut/karlstad-2023.html saknas\nut/lulea-2025.html saknas\n", 1
    )
    assert list(tmp_path.iterdir()) == []
    assert kk(*words, folder=tmp_path) == Ran0(
        "skrev ut/karlstad-2023.html\nskrev ut/lulea-2025.html\n"
    )
    assert kk(*words, "--check", folder=tmp_path) == Ran0(
        "ut/karlstad-2023.html var redan aktuell\nut/lulea-2025.html var redan aktuell\n"
    )


def test_a_check_tells_a_changed_file_from_an_old_one(
    kk: Callable[..., Ran], tmp_path: Path, small: Callable[..., Path]
) -> None:
    root = small({"roadmap.yaml": "actions:\n- id: buss\n  title: Elbussar\n"})
    words = ("render", "påhittköping", "-o", "a.html", "-o", "b.html", "--root", str(root))
    made = kk(*words, folder=tmp_path)
    changed = tmp_path / "b.html"
    changed.write_text(changed.read_text("utf-8").replace("Elbussar", "Bussar"), encoding="utf-8")
    path = root / "commitments" / "pahittkoping" / "2025" / "roadmap.yaml"
    path.write_text("actions:\n- id: buss\n  title: Elbilar\n", encoding="utf-8")

    assert made == Ran0("skrev a.html\nskrev b.html\n")
    assert kk(*words, "--check", folder=tmp_path) == Ran0(
        "a.html är inte aktuell\n"
        "b.html är inte som kk gjorde den: se vad som skiljer med kk check-document\n",
        1,
    )


@pytest.mark.parametrize("part", ["municipality", "Kommun", "KOMMUNEN"])
def test_parts_and_extracts_have_names_of_their_own(
    kk: Callable[..., Ran], tmp_path: Path, small: Callable[..., Path], part: str
) -> None:
    words = ("render", "--all", "--out-dir", "ut", "--format", "md", "--root", str(small()))

    assert kk(*words, folder=tmp_path) == Ran0("skrev ut/pahittkoping-2025.md\n")
    assert kk(*words, "--part", part, folder=tmp_path) == Ran0(
        "skrev ut/pahittkoping-2025-kommunens-del.md\n"
    )
    assert kk(*words, "--extract", "Tjänsteskrivelse", folder=tmp_path) == Ran0(
        "skrev ut/pahittkoping-2025-tjansteskrivelse.md\n"
    )


def test_a_letter_without_a_shape_is_named_and_no_file_is_written(
    kk: Callable[..., Ran], tmp_path: Path, small: Callable[..., Path]
) -> None:
    root = small({"roadmap.yaml": "actions:\n- id: buss\n  title: Elbussar 😀\n"})
    words = ("render", "påhittköping", "--root", str(root), "-o", "k.pdf")
    said = "kk: tecknet 😀 (U+1F600) går inte att visa i PDF; det står i rubriken ”Elbussar 😀”"
    advice = "    skriv det med ord, eller gör dokumentet som .docx, .html eller .md\n"

    assert kk(*words, folder=tmp_path) == Ran0(f"{said}\n{advice}", 2)
    assert kk(*words, "-o", "k.docx", folder=tmp_path) == Ran0(
        f"{said}; ingen fil har skrivits\n{advice}", 2
    )
    assert list(tmp_path.glob("k.*")) == []


def test_a_folder_is_no_reference(kk: Callable[..., Ran], tmp_path: Path) -> None:
    ran = kk("render", "luleå", "-o", "k.docx", "--reference", ".", folder=tmp_path)

    assert (ran.code, ran.err.replace(HERE, "")) == (
        2,
        f"kk: {tmp_path} är en mapp, men här behövs en fil\n    ange en fil i mappen\n",
    )


TOWNS = [f"999{n}" for n in range(4, 9)]


def many(small: Callable[..., Path]) -> Path:
    """A workspace with five invented towns beside the usual one, the second of them broken."""
    rows = "".join(
        f'- code: "{code}"\n  name: Påhittköping {code}\n  slug: pahittkoping-{code}\n'
        for code in TOWNS
    )
    files = {
        "commitments/register.yaml": "municipalities:\n"
        '- code: "9999"\n  name: Påhittköping\n  slug: pahittkoping\n' + rows
    }
    for code in TOWNS:
        head = HEAD.replace("9999", code)
        files[f"commitments/pahittkoping-{code}/2025/contract.yaml"] = (
            head.replace("signed", "sinad") if code == TOWNS[1] else head
        )
    return small(files)


def test_processes_make_pdfs_after_this_one_has(
    small: Callable[..., Path], tmp_path: Path, kk: Callable[..., Ran]
) -> None:
    root, path = many(small), tmp_path / "en.pdf"
    assert kk("render", "påhittköping", "-o", str(path), folder=root).code == 0
    order = Order(root, tmp_path / "ut", ("pdf",), date.fromisoformat(TODAY))

    done = list(render_all(order, newest(order), 2))

    assert [len(item.written) for item in done] == [1, 1, 0, 1, 1, 1]
    assert (tmp_path / "ut" / "pahittkoping-2025.pdf").read_bytes() == path.read_bytes()


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_fault_in_one_does_not_stop_the_rest(
    small: Callable[..., Path], tmp_path: Path, jobs: int
) -> None:
    root = many(small)
    order = Order(root, tmp_path / "ut", ("markdown",), date.fromisoformat(TODAY))

    done = list(render_all(order, newest(order), jobs))

    assert [(item.chosen.slug, item.failed is None) for item in done] == [
        ("pahittkoping", True),
        ("pahittkoping-9994", True),
        ("pahittkoping-9995", False),
        ("pahittkoping-9996", True),
        ("pahittkoping-9997", True),
        ("pahittkoping-9998", True),
    ]
    assert sorted(path.name for path in (tmp_path / "ut").iterdir()) == [
        f"{item.chosen.slug}-2025.md" for item in done if item.failed is None
    ]


def test_the_fault_is_told_and_gives_exit_code_1(
    kk: Callable[..., Ran], small: Callable[..., Path]
) -> None:
    ran = kk("render", "--all", "--out-dir", "ut", "--format", "markdown", folder=many(small))

    assert ran.code == 1
    assert [line for line in ran.err.splitlines() if line.startswith(("skrev", "kk:", "fel"))] == [
        "skrev ut/pahittkoping-2025.md",
        "skrev ut/pahittkoping-9994-2025.md",
        "fel[KK114]: ”sinad” är inte ett av orden som kan stå i ”status”",
        "kk: kontraktet har fel, så det skrivs inte ut",
        "skrev ut/pahittkoping-9996-2025.md",
        "skrev ut/pahittkoping-9997-2025.md",
        "skrev ut/pahittkoping-9998-2025.md",
    ]


def test_a_file_that_is_not_ours_does_not_stop_the_rest(
    kk: Callable[..., Ran], tmp_path: Path, repository: Path
) -> None:
    words = ("render", "--all", "--out-dir", "ut", "--format", "html", "--root", str(repository))
    path = tmp_path / "ut" / "karlstad-2023.html"
    path.parent.mkdir()
    path.write_text("någons", encoding="utf-8")

    assert kk(*words, folder=tmp_path) == Ran0(
        f"kk: {path} skrivs inte över: kk har inte gjort filen, eller så har någon ändrat i den\n"
        "    se vad som är ändrat med kk check-document; välj sedan ett annat namn, "
        "flytta filen, eller skriv över den med --force\n"
        "skrev ut/lulea-2025.html\n",
        1,
    )
    assert kk(*words, "--force", folder=tmp_path).code == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("render",),
            "kk: kommunen saknas\n    skriv till exempel kk render luleå, eller ange --all\n",
        ),
        (
            ("render", "--all"),
            "kk: --all behöver en mapp att skriva i\n"
            "    skriv till exempel kk render --all --out-dir kontrakt\n",
        ),
        (
            ("render", "luleå", "--all", "--out-dir", "ut"),
            "kk: --all gäller alla kommuner, så ingen kan anges\n"
            "    ange antingen en kommun eller --all\n",
        ),
        (
            ("render", "luleå", "--check"),
            "kk: --check behöver filer att jämföra med\n"
            "    ange dem, till exempel kk render luleå -o kontrakt.pdf --check\n",
        ),
        (
            ("render", "luleå", "--format", "pdf"),
            "kk: pdf är inte text och kan därför inte visas här\n"
            "    skriv till en fil: -o kontrakt.pdf\n",
        ),
        (("render", "luleå", "--format", "word"), "kk: ”word” går inte att välja här\n"),
        (
            ("render", "luleå", "--out-dir", "ut"),
            "kk: --out-dir hör till --all, som inte är angivet\n"
            "    lägg till --all, eller ange en fil: -o ut/kontrakt.docx\n",
        ),
        (
            ("render", "luleå", "-o", "k.docx", "--format", "pdf"),
            "kk: --format och -o går inte att ange tillsammans\n"
            "    filändelsen bestämmer formatet: -o kontrakt.pdf\n",
        ),
        (
            ("render", "--all", "-o", "k.docx"),
            "kk: --all och -o går inte att ange tillsammans\n"
            "    med --all läggs filerna i den mapp som anges med --out-dir\n",
        ),
        (
            ("render", "luleå", "-o", "k.docx", "--check", "--force"),
            "kk: --check och --force går inte att ange tillsammans\n"
            "    --check skriver ingenting; ange bara det ena\n",
        ),
        (
            ("render", "luleå", "--force"),
            "kk: --reference, --into och --force gäller filer, men ingen fil ska skrivas\n"
            "    ange en fil, till exempel med -o kontrakt.docx\n",
        ),
        (
            ("render", "luleå", "-o", "ut"),
            "kk: ”ut” har ingen filändelse som visar formatet\n"
            "    avsluta namnet med något av .docx, .html, .htm, .md, .markdown, .pdf\n",
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_wrong_usage(kk: Callable[..., Ran], words: tuple[str, ...], said: str) -> None:
    ran = kk(*words, KK_LANG="sv")

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(said)


def test_a_workspace_without_contracts(kk: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "klimatkontrakt.toml").write_text("format = 1\n", encoding="utf-8")
    ran = kk("render", "--all", "--out-dir", "ut", folder=tmp_path, KK_LANG="sv")

    assert (ran.code, ran.out, ran.err) == (
        3,
        "",
        "kk: här finns inget kontrakt\n"
        "    skapa ett med kk new, eller ange arbetsytans mapp med --root\n",
    )


def test_folder_that_cannot_be_made(
    kk: Callable[..., Ran], tmp_path: Path, repository: Path
) -> None:
    (tmp_path / "ut").write_text("", encoding="utf-8")
    ran = kk("render", "--all", "--out-dir", "ut", "--root", str(repository), folder=tmp_path)

    assert (ran.code, ran.err) == (
        2,
        f"kk: {tmp_path / 'ut'} gick inte att skriva: en fil har det namnet\n"
        "    kontrollera att mappen finns och att filen inte är öppen eller skrivskyddad\n",
    )


def test_html_on_the_screen(kk: Callable[..., Ran], tmp_path: Path) -> None:
    path = tmp_path / "k.html"
    kk("render", "luleå", "-o", str(path))

    file = re.sub(r'<meta name="generator".*\n', "", path.read_text(encoding="utf-8"))
    assert kk("render", "luleå", "--format", "html").out == file


@pytest.mark.parametrize("suffix", ["md", "html"])
def test_line_ends_of_the_machine_are_no_change(
    kk: Callable[..., Ran], tmp_path: Path, repository: Path, suffix: str
) -> None:
    words = ("render", "luleå", "-o", f"k.{suffix}", "--root", str(repository))
    kk(*words, folder=tmp_path)
    for path in tmp_path.iterdir():
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))

    assert kk(*words, "--check", folder=tmp_path).code == 0
