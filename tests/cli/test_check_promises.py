"""``kk check-document --facts`` on our own words, after somebody has changed promises."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import docx
import pytest
from rich_contract import RICH

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Ran

EDITS = (
    ("Ansvarig: Miljöförvaltningen", "Ansvarig: Tekniska nämnden"),
    ("Insatsen pågår.", "Insatsen är avbruten."),
    ("investering minst 80 Mkr, betalas av staden", "drift minst 80 Mkr, betalas av staten"),
    ("Målet gäller kommunen som geografiskt område", "Målet gäller kommunkoncernen"),
    ("- Hinder: trånga gator.\n", ""),
    ("Upphandlingen görs om först nästa år", "Kommunen vill inte"),
    ("(med Luleå och", "(med Boden och"),
)
PLACES = "kommunen som geografiskt område och invånarnas konsumtion"
FOUND = [
    ("changed", "Mål A", "avgränsning", PLACES, "kommunkoncernen och invånarnas konsumtion"),
    ("changed", "Cykelplan", "läge", "Insatsen pågår", "Insatsen är avbruten"),
    (
        "changed",
        "Cykelplan",
        "ansvarig",
        "Miljöförvaltningen",
        "Tekniska nämnden och Påhittköpings Energi AB",
    ),
    ("missing", "Cykelplan", "hinder", "trånga gator", None),
    ("changed", "Cykelplan", "kostnadens slag", "investering", "drift högst 2 Mkr per år"),
    ("changed", "Cykelplan", "betalare", "staden", "staten, för 27 km cykelväg"),
    (
        "changed",
        "Åtagande 6",
        "skäl",
        "upphandlingen görs om först nästa år",
        "Kommunen vill inte",
    ),
    ("changed", "Cykling", "kommun i samarbetet", "Luleå", "med Boden och Göteborg"),
    ("unknown", "", "namn", None, "Boden"),
]


def found(kk: Callable[..., Ran], folder: Path, name: str) -> list[tuple[str, ...]]:
    ran = kk("check-document", name, "9999", "--facts", "--format", "json", folder=folder)
    return [
        (item["state"], item["about"], item["what"], item["value"], item["found"])
        for item in json.loads(ran.out)["facts"]
        if item["state"] != "held"
    ]


@pytest.mark.parametrize("suffix", [".md", ".html", ".docx", ".pdf"])
def test_nothing_is_changed_in_our_own_file(
    kk: Callable[..., Ran], small: Callable[..., Path], suffix: str
) -> None:
    town = small(RICH)
    kk("render", "9999", "-o", f"k{suffix}", folder=town)

    assert found(kk, town, f"k{suffix}") == []


def test_changed_promises_are_found(kk: Callable[..., Ran], small: Callable[..., Path]) -> None:
    town = small(RICH)
    kk("render", "9999", "-o", "k.md", folder=town)
    path = town / "k.md"
    text = path.read_text(encoding="utf-8").replace("\u00a0", " ")
    for old, new in EDITS:
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")

    assert found(kk, town, "k.md") == FOUND


def test_a_renamed_heading_is_one_change(
    kk: Callable[..., Ran], small: Callable[..., Path]
) -> None:
    town = small(RICH)
    kk("render", "9999", "-o", "k.docx", folder=town)
    word = docx.Document(str(town / "k.docx"))
    line = next(line for line in word.paragraphs if line.text == "7 Cykelplan")
    line.runs[0].text = "7 Cykelplan för alla"
    word.save(str(town / "k.docx"))

    assert found(kk, town, "k.docx") == [
        ("changed", "Cykelplan", "insats", "Cykelplan", "Cykelplan för alla")
    ]


def test_what_is_not_compared_is_said(kk: Callable[..., Ran], small: Callable[..., Path]) -> None:
    town = small(RICH)
    kk("render", "9999", "-o", "k.md", folder=town)
    ours = kk("check-document", "k.md", "9999", "--facts", folder=town)

    assert ours.out.splitlines()[2] == (
        "Målens avgränsning, ansvariga, ersättare, medverkandes roller, läge, kostnadernas slag, "
        "betalare, målgrupper, mervärden, hinder och skäl har också jämförts. Hur mål mäts, "
        "rådighet, effekternas slag, utfall, finansieringens form och investeringsplanens läge har "
        "inte jämförts."
    )


def test_a_removed_draft_mark_is_missing(
    kk: Callable[..., Ran], small: Callable[..., Path]
) -> None:
    town = small({**RICH, "contract.yaml": RICH["contract.yaml"].replace("consultation", "draft")})
    kk("render", "9999", "-o", "k.docx", folder=town)
    word = docx.Document(str(town / "k.docx"))
    line = next(line for line in word.paragraphs if line.text.startswith("UTKAST"))
    line.runs[0].text = ""
    word.save(str(town / "k.docx"))
    told = json.loads(kk("check-document", "k.docx", "9999", "--format", "json", folder=town).out)

    assert [(item["what"], item["expected"][:6]) for item in told["departures"]] == [
        ("missing", "UTKAST")
    ]
