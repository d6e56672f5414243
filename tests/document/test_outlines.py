"""Outlines and own chapters, and what kk says when a template or outline is broken."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Ran

HEADING = (
    'municipality: "9999"\nkind: contract\nrecord: complete\nwording: official\nstatus: draft\n'
)


def headings(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.startswith("### 5")]


def test_own_chapters_number_themselves(kk: Callable[..., Ran], small: Callable[..., Path]) -> None:
    sections = """\
sections:
- chapter: cykling
  title: Cykling
  after: climate-goals
  text: Alla ska kunna cykla.
- chapter: cykelparkering
  title: Cykelparkering
  after: cykling
  text: unknown
- chapter: investment-plan
  title: Vår investeringsplan
  text: Planen kommer nästa år.
"""
    ran = kk("render", "påhittköping", folder=small({"contract.yaml": HEADING + sections}))

    assert headings(ran.out) == [
        "### 5.1 Klimatmål 2030",
        "### 5.2 Cykling",
        "### 5.3 Cykelparkering",
        "### 5.4 Klimatfärdplan 2030",
        "### 5.5 Vår investeringsplan",
        "### 5.6 Åtaganden med andra kommuner inom Klimatneutrala städer 2030",
    ]
    notice = "UTKAST · De gemensamma kapitlen är en sammanfattning – inte kontraktets ord"
    assert ran.out.split("\n")[0] == notice
    assert "### 5.2 Cykling\n\nAlla ska kunna cykla.\n\n### 5.3" in ran.out
    assert "### 5.3 Cykelparkering\n\nKontraktet säger inget om detta.\n\n### 5.4" in ran.out


def test_a_chapter_without_place_or_title_is_refused(
    kk: Callable[..., Ran], small: Callable[..., Path]
) -> None:
    sections = """\
sections:
- chapter: cykling
  after: climate-goals
  text: Alla ska kunna cykla.
- chapter: fotgängare
  text: Alla ska kunna gå.
- chapter: parkering
  text: Alla ska kunna parkera.
"""
    root = small({"contract.yaml": HEADING + sections})

    assert kk("validate", "--format", "concise", folder=root).out == (
        "commitments/pahittkoping/2025/contract.yaml:7:3: KK115 error ”after” hör till ett "
        "eget kapitel, och ett sådant behöver en rubrik\n"
        "commitments/pahittkoping/2025/contract.yaml:10:12: KK115 error ”fotgängare” har inte den "
        "form som ”chapter” ska ha\n"
        "commitments/pahittkoping/2025/contract.yaml:12:12: KK602 error kapitlet "
        "”parkering” finns inte\n"
    )


def test_an_outline_of_another_year_is_pointed_at(
    kk: Callable[..., Ran], small: Callable[..., Path]
) -> None:
    outline = "title: Kontrakt\nextends: 2025\n"
    files = {
        "commitments/shared/2026.yaml": "version: 2026\nlabel: 2026/27\n",
        "templates/2026/outline.yaml": f"version: 2025\n{outline}",
        "commitments/pahittkoping/2026/contract.yaml": HEADING.replace("complete", "partial"),
    }
    words = ("validate", "--ignore", "KK737", "--format", "concise")
    ran = kk(*words, folder=small(files))
    right = kk(
        *words,
        folder=small({**files, "templates/2026/outline.yaml": f"version: 2026\n{outline}"}),
    )

    said = "fel[KK121]: filen heter 2026 men anger 2025\n --> outline.yaml:1:10\n"
    assert (ran.code, ran.out, ran.err[: len(said)]) == (2, "", said)
    assert (right.code, right.out, right.err) == (0, "", "")


def test_a_broken_outline_is_pointed_at(
    kk: Callable[..., Ran], small: Callable[..., Path], golden: Callable[[str, str], None]
) -> None:
    root = small({"templates/2025/outline.yaml": "title: Kontrakt\nchapters:\n- slug: purpose\n"})
    ran = kk("render", "påhittköping", folder=root)

    assert (ran.code, ran.out) == (2, "")
    golden("cli/outline-broken-sv.txt", ran.err.replace(str(root), "…"))


def test_a_missing_template_is_named(kk: Callable[..., Ran], small: Callable[..., Path]) -> None:
    outline = "title: Kontrakt\nchapters:\n- slug: okand\n  title: Okänd\n"
    ran = kk("render", "påhittköping", folder=small({"templates/2025/outline.yaml": outline}))

    assert (ran.code, ran.err) == (
        2,
        "kk: det finns ingen mall ”okand”\n    se dem som finns med kk templates list\n",
    )


def test_a_template_with_a_slip_is_named_with_its_line(
    kk: Callable[..., Ran], small: Callable[..., Path]
) -> None:
    chapter = "Parter\n\n{% if agencies %}\nMyndigheter\n"
    ran = kk(
        "render",
        "påhittköping",
        folder=small({"templates/2025/chapters/parties.md.j2": chapter}),
    )

    assert (ran.code, ran.err) == (
        2,
        "kk: mallen templates/2025/chapters/parties.md.j2:4 går inte att använda: "
        "{% if %} avslutas aldrig\n"
        "    skriv {% endif %} där det ska sluta\n",
    )


def test_a_slip_is_named_by_its_path_also_in_a_part_of_kks(
    kk: Callable[..., Ran], small: Callable[..., Path]
) -> None:
    goals = """\
goals:
- {id: ett, statement: Ett, boundary: [territory], end_state: climate_neutral}
- {id: två, label: Mål 2, statement: Två, boundary: [territory], end_state: climate_neutral}
"""
    chapter = "{% for goal in goals.goals %}\n{% if loop.last %}\n{{ goal.labels }}\n{% endif %}"
    path = "templates/2025/chapters/climate-goals.md.j2"
    own = kk(
        "render",
        "påhittköping",
        folder=small({"goals.yaml": goals, path: f"{chapter}{{% endfor %}}"}),
    )
    part = kk("render", "påhittköping", folder=small({path: '{% include "milestones" %}'}))

    assert (own.code, own.err) == (
        2,
        f"kk: mallen {path}:3 går inte att använda: goals.goals[1].labels finns inte\n"
        "    menade du ”label”?\n",
    )
    assert (part.code, part.err) == (
        2,
        "kk: kk:s egen mall templates/2022/chapters/milestones.md.j2:2 går inte att använda: "
        "”plan” finns inte här\n"
        "    rätta mallen, eller ta bort er kopia så att den medföljande används\n",
    )


@pytest.mark.parametrize(
    ("chapter", "what", "place"),
    [
        ("Först.\n\nVi har `kod` här,\noch mer.", "kod", ":3"),
        ("Först.\n\n> Ett citat.", "ett citat", ":3"),
        ("Först.\n\n***", "en linje", ":3"),
        ("Först.\n\n```kod\n```", "kod", ":3"),
        ("Först.\n\n![karta](x.svg) bredvid", "en bild inne i en text", ":3"),
        ("##### Rubrik", "en rubrik med ##### där det ska vara ###", ":1"),
        ("Först.\n\n{{ '> Ett' }}\n{% set x %}> {% endset %}\n\n{{ x }}Två", "ett citat", ""),
    ],
)
def test_what_no_format_can_show_is_pointed_at(
    kk: Callable[..., Ran], small: Callable[..., Path], chapter: str, what: str, place: str
) -> None:
    name = "templates/2025/chapters/parties.md.j2"
    ran = kk("render", "påhittköping", folder=small({name: chapter}))

    assert (ran.code, ran.err) == (
        2,
        f"kk: texten i kapitlet ”Parter” innehåller något som kk inte kan visa: {what}\n"
        "    använd bara stycken, listor, rubriker, länkar, tabeller och bilder i "
        f"{name + place if place else 'parties.md.j2'}\n",
    )


def test_a_table_by_hand_is_to_be_written_with_the_function(
    kk: Callable[..., Ran], small: Callable[..., Path]
) -> None:
    name = "templates/2025/chapters/parties.md.j2"
    chapter = "{{ agencies[0].short_name }}\n\n| a |\n| --- |\n| b |"
    ran = kk("render", "påhittköping", folder=small({name: chapter}))

    assert (ran.code, ran.err) == (
        2,
        "kk: texten i kapitlet ”Parter” innehåller något som kk inte kan visa: "
        "en tabell utan rubrik\n"
        f"    skriv den som {{{{ table(rubrik, huvud, rader) }}}}, i {name}:3\n",
    )


def test_a_template_that_is_no_text_is_refused(
    kk: Callable[..., Ran], small: Callable[..., Path]
) -> None:
    root = small({"templates/2025/chapters/parties.md.j2": "P"})
    (root / "templates/2025/chapters/parties.md.j2").write_bytes(b"P\xe5hitt")
    ran = kk("render", "påhittköping", folder=root)

    assert (ran.code, ran.err) == (
        2,
        "kk: templates/2025/chapters/parties.md.j2 är inte text i UTF-8\n"
        "    öppna filen i ditt redigeringsprogram och spara den med kodningen UTF-8\n",
    )


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights of their own there")
def test_a_template_that_leads_out_of_its_folder_is_refused(
    kk: Callable[..., Ran], small: Callable[..., Path], tmp_path: Path
) -> None:
    secret = tmp_path / "hemligt.md.j2"
    secret.write_text("hemligt", encoding="utf-8")
    root = small({"templates/2025/chapters/x.md.j2": "X"})
    (root / "templates/2025/chapters/parties.md.j2").symlink_to(secret)
    ran = kk("render", "påhittköping", folder=root)

    assert (ran.code, ran.out, ran.err) == (
        2,
        "",
        "kk: templates/2025/chapters/parties.md.j2 leder ut ur mappen med mallar\n"
        "    lägg själva filen där\n",
    )


def test_figures_that_the_common_text_needs_are_asked_for(
    kk: Callable[..., Ran], small: Callable[..., Path]
) -> None:
    shared = """\
version: 2025
label: 2025/26
parties:
- id: viable-cities
  kind: programme
  legal_name: Viable Cities
  short_name: Viable Cities
"""
    ran = kk("render", "påhittköping", folder=small({"commitments/shared/2025.yaml": shared}))

    assert (ran.code, ran.err) == (
        2,
        "kk: i commitments/shared/2025.yaml saknas talen eu-mission-cities, eu-year, mission-year, "
        "municipalities, municipalities-before, national-year, pioneers, twins\n"
        "    lägg till dem under figures, med id, value och text\n",
    )
