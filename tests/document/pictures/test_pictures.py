"""What each picture tells, and when there is none; its looks are golden files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pictured_contract import PICTURED, SERIES, contract_in
from rich_contract import RICH

from klimatkontrakt.document.pictures._picture import Facts, Illustration, illustrations
from klimatkontrakt.resources import emissions_csv
from klimatkontrakt.store.emissions import read_emissions

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def drawn(small: Callable[..., Path]) -> Callable[..., dict[str, Illustration]]:
    """A function that draws what the files give, by name, with the invented series."""

    def draw(files: dict[str, str]) -> dict[str, Illustration]:
        found = illustrations(contract_in(small(files)), Facts(SERIES))
        return {picture.name: picture for picture in found}

    return draw


@pytest.fixture
def lulea(repository: Path) -> dict[str, Illustration]:
    series = read_emissions(emissions_csv(), "2580")
    found = illustrations(contract_in(repository, "luleå"), Facts(series))
    return {picture.name: picture for picture in found}


def test_the_rich_contract_has_all_pictures_in_order(
    drawn: Callable[..., dict[str, Illustration]], golden: Callable[[str, str], None]
) -> None:
    found = drawn(PICTURED)

    assert list(found) == ["utslapp", "tidslinje", "insatser", "ataganden", "finansiering"]
    for name, picture in found.items():
        golden(f"pictures/{name}.svg", picture.picture.svg)


def test_lulea_has_emissions_and_milestones(
    lulea: dict[str, Illustration], golden: Callable[[str, str], None]
) -> None:
    assert list(lulea) == ["utslapp", "tidslinje"]
    for name, picture in lulea.items():
        golden(f"pictures/lulea-{name}.svg", picture.picture.svg)


def test_emissions_of_lulea(lulea: dict[str, Illustration]) -> None:
    picture = lulea["utslapp"]
    course = (
        "De var 3\u00a0160\u00a0885 ton år 1990 och 3\u00a0388\u00a0022 ton år 2023, alltså "
        "7 procent mer. Högst var de år 2005: 3\u00a0977\u00a0814 ton. Lägst var de år 2015: "
        "2\u00a0812\u00a0762 ton."
    )

    assert picture.words == (
        "Officiell statistik visar utsläppen av växthusgaser inom Luleå kommuns gränser, räknade "
        f"i koldioxidekvivalenter. {course} Statistiken släpar efter ungefär två år, och när "
        "metoden ändras kan åren bli svåra att jämföra.",
    )
    assert picture.left_out == (
        "Inget av målen är med i bilden, eftersom bara mål som mäter samma sak som statistiken kan "
        "visas bredvid den.",
        "Mål 1 gäller kommunkoncernen.",
        "Mål 2 anger inget tal som går att jämföra.",
        "Mål 3 gäller dem som bor och verkar i kommunen.",
    )
    assert picture.picture.alt == (
        f"Linjediagram över utsläppen inom Luleå kommuns gränser. {course}"
    )
    assert picture.picture.caption == "Utsläpp inom Luleå kommuns gränser 1990–2023"
    assert picture.head == ("År", "Ton")
    assert picture.rows[:2] == (
        ("1990", "3\u00a0160\u00a0885"),
        ("2000", "3\u00a0335\u00a0304"),
    )
    assert picture.source == (
        "Källa för utsläppen: Nationella emissionsdatabasen (SMHI och SMED för Naturvårdsverket), "
        "återpublicerad av Klimatkollen. Hämtad i november 2026."
    )


def test_milestones_of_lulea(lulea: dict[str, Illustration]) -> None:
    picture = lulea["tidslinje"]

    assert picture.words == (
        "Bilden visar 13 milstolpar med tid. Fem är gjorda (2023–2025) och åtta är planerade "
        "(2025–2026).",
    )
    assert [line.partition(":")[0] for line in picture.left_out] == [
        "Tre milstolpar har ingen bestämd tid och är inte med i bilden.",
        "Koordinerad klimatomställning, på längre sikt",
        "Cirkulärt och hållbart byggande, kontinuerligt",
        "Klimatinvesteringsplanen, tid inte angiven",
    ]
    assert picture.picture.alt == (
        "Tidslinje över 13 milstolpar i tidsordning för varje insats. Fem är gjorda (2023–2025) "
        "och åtta är planerade (2025–2026)."
    )
    assert len(picture.rows) == 16
    assert [row[2:] for row in picture.rows[:4]] == [
        ("gjort", "våren 2023"),
        ("gjort", "våren 2025"),
        ("planerat", "2026"),
        ("planerat", "2026"),
    ]


def test_goals_beside_the_series(drawn: Callable[..., dict[str, Illustration]]) -> None:
    picture = drawn(PICTURED)["utslapp"]

    assert picture.words[1:] == (
        "Mål B (antaget) innebär 280\u00a0000 ton år 2030. Målet ”Utsläppen i staden ska vara "
        "högst 50 000 ton” (föreslaget) innebär 50\u00a0000 ton år 2045.",
    )
    assert picture.left_out[1:] == (
        "Mål A gäller kommunen som geografiskt område och invånarnas konsumtion.",
        "Målet ”Allt fler resor görs med cykel” anger inte vad det omfattar.",
        "Målet ”En fossilfri organisation” gäller kommunorganisationen.",
    )
    assert picture.rows[-2:] == (
        ("2030", "Mål B, antaget", "280\u00a0000"),
        ("2045", "Utsläppen i staden ska vara högst 50 000 ton, föreslaget", "50\u00a0000"),
    )


def test_milestones_by_action(drawn: Callable[..., dict[str, Illustration]]) -> None:
    picture = drawn(PICTURED)["tidslinje"]

    assert picture.head == ("Insats", "Milstolpe", "Läge", "När")
    assert picture.rows == (
        ("7 Cykelplan", "Arbetet började.", "gjort", "fjärde kvartalet 2024"),
        ("7 Cykelplan", "Cyklisterna räknas.", "planerat", "2\u00a0maj 2026, varje år"),
        ("7 Cykelplan", "Planen är genomförd.", "planerat", "senast 2027"),
        ("Klimat i skolan", "Läroplanen är klar.", "gjort", "5\u00a0november 2024"),
        ("Klimat i skolan", "Fler skolor är med.", "planerat", "efter hand"),
    )
    assert picture.left_out == (
        "En milstolpe har ingen bestämd tid och är inte med i bilden.",
        "Klimat i skolan, efter hand: Fler skolor är med.",
    )


def test_actions_by_field_and_status(drawn: Callable[..., dict[str, Illustration]]) -> None:
    picture = drawn(PICTURED)["insatser"]

    assert picture.words == (
        "Kontraktet har fyra insatser: två pågår, en är genomförd och en har inget angivet läge. "
        "En insats som gäller flera områden räknas i vart och ett av dem, men bara en gång i "
        "sista raden.",
    )
    assert picture.head == ("Område", "Pågår", "Genomförda", "Läge anges inte", "Alla")
    assert picture.rows == (
        ("Energi", "1", "0", "0", "1"),
        ("Mobilitet och transporter", "1", "0", "0", "1"),
        ("Delaktighet", "1", "1", "0", "2"),
        ("Lärande", "0", "1", "0", "1"),
        ("Inget område anges", "0", "0", "1", "1"),
        ("Alla insatser", "2", "1", "1", "4"),
    )


def test_only_ties_that_the_contract_states(drawn: Callable[..., dict[str, Illustration]]) -> None:
    picture = drawn(PICTURED)["ataganden"]

    assert picture.words == (
        "Bilden visar två gemensamma åtaganden och de insatser som enligt kontraktet bidrar till "
        "dem. Åtagande 1, Styrning: Solel på stadens tak och Klimat i skolan. Åtagande 6, "
        "Upphandling: Klimat i skolan.",
    )
    assert picture.rows == (
        ("1 Styrning", "ingår i", "Solel på stadens tak", "åtagandet"),
        ("1 Styrning", "ingår i", "Klimat i skolan", "delåtagande 1.1"),
        ("6 Upphandling", "avstår", "Klimat i skolan", "åtagandet"),
    )


def test_a_commitment_that_nothing_serves_is_told(
    drawn: Callable[..., dict[str, Illustration]],
) -> None:
    chosen = "shared_commitments:\n- {number: 1, relation: joins}\n- {number: 6, relation: joins}\n"
    files = PICTURED | {"commitments.yaml": chosen}
    files["roadmap.yaml"] = files["roadmap.yaml"].replace("commitment:6", "goal:resor")
    picture = drawn(files)["ataganden"]

    assert picture.words[0].endswith("Till åtagande 6 anger kontraktet ingen insats.")
    assert picture.rows[-1] == ("6 Upphandling", "ingår i", "ingen insats anges", "–")


def test_money_of_one_kind(drawn: Callable[..., dict[str, Illustration]]) -> None:
    picture = drawn(PICTURED)["finansiering"]

    assert picture.words == (
        "Investeringar med ett angivet belopp: sammanlagt 99\u00a0500\u00a0000 kronor. "
        "Finansiering med ett angivet belopp: sammanlagt 72\u00a0500\u00a0000 kronor.",
    )
    assert picture.rows == (
        ("Cykelvägar", "investering", "80\u00a0000\u00a0000"),
        ("Cykelvägar", "finansiering, Kommuninvest, grönt lån", "60\u00a0000\u00a0000"),
        ("Laddplatser vid stadens skolor", "investering", "12\u00a0500\u00a0000"),
        (
            "Laddplatser vid stadens skolor",
            "finansiering, Klimatklivet, bidrag",
            "4\u00a0000\u00a0000",
        ),
        ("Laddplatser vid stadens skolor", "finansiering, staden", "8\u00a0500\u00a0000"),
        ("Byte av gatlyktor", "investering", "7\u00a0000\u00a0000"),
    )
    assert picture.left_out == ()


SHARED = """\
actions:
- id: delad
  title: Delad
  costs:
  - {kind: investment, amount: 5 Mkr, shared_by: ["2580:annan"]}
  funding:
  - {funder: staden, amount: 5 Mkr}
- id: egen
  title: Egen
  costs:
  - {kind: investment, amount: 2 Mkr}
  - {kind: operation, amount: 1 Mkr, per: year}
  funding:
  - {funder: staden, amount: 1 Mkr}
  - {funder: Klimatklivet, share: 50 %}
"""


def test_what_may_be_counted_twice_is_left_out(
    drawn: Callable[..., dict[str, Illustration]],
) -> None:
    shared = drawn({"roadmap.yaml": SHARED})["finansiering"]
    both = drawn({"roadmap.yaml": SHARED, "investment.yaml": PICTURED["investment.yaml"]})

    assert shared.rows == (
        ("Egen", "investering", "2\u00a0000\u00a0000"),
        ("Egen", "finansiering, staden", "1\u00a0000\u00a0000"),
    )
    assert shared.words == (
        "Investeringar med ett angivet belopp: 2\u00a0000\u00a0000 kronor. Finansiering med ett "
        "angivet belopp: 1\u00a0000\u00a0000 kronor.",
        "Det som delar en kostnad med andra är inte med, eftersom pengarna då kan räknas dubbelt. "
        "Bara investeringar och finansiering med ett enda belopp i kronor är med. Intervall, "
        "andelar, besparingar och kostnader per år är tal av andra slag.",
    )
    assert both["finansiering"].words[1:] == (
        "Bilden visar posterna i klimatinvesteringsplanen. Belopp vid enskilda insatser är inte "
        "med, eftersom det kan vara samma pengar.",
    )


def test_where_there_is_no_number_there_is_no_picture(
    small: Callable[..., Path], drawn: Callable[..., dict[str, Illustration]]
) -> None:
    assert illustrations(contract_in(small()), Facts()) == ()
    assert list(drawn(RICH)) == ["utslapp", "tidslinje"]


@pytest.mark.parametrize(
    "gone",
    ["  status: in_progress\n", "  fields: [mobility, participation]\n"],
)
def test_actions_without_status_or_without_field_are_no_picture(
    drawn: Callable[..., dict[str, Illustration]], gone: str
) -> None:
    stated = "  status: in_progress\n  fields: [mobility, participation]\n"
    actions = f"actions:\n- id: a\n  title: A\n{stated}- id: b\n  title: B\n"

    assert list(drawn({"roadmap.yaml": actions})) == ["utslapp", "insatser"]
    assert list(drawn({"roadmap.yaml": actions.replace(gone, "")})) == ["utslapp"]


def test_what_stands_for_a_picture_is_short(
    drawn: Callable[..., dict[str, Illustration]],
) -> None:
    long = PICTURED["roadmap.yaml"].replace("title: Klimat i skolan", f"title: {'mycket ' * 500}")
    alt = drawn(PICTURED | {"roadmap.yaml": long})["ataganden"].picture.alt

    assert len(alt) == 596
    assert alt.endswith("mycket mycket …")


def test_many_without_a_time_are_counted(drawn: Callable[..., dict[str, Illustration]]) -> None:
    undated = "".join(f"  - {{id: u{n}, undated: sedan, text: t}}\n" for n in range(7))
    dated = "".join(f"  - {{id: d{n}, due: 202{n}, text: t}}\n" for n in range(2))
    files = {"roadmap.yaml": f"actions:\n- id: a\n  title: A\n  milestones:\n{undated}{dated}"}

    assert drawn(files)["tidslinje"].left_out == (
        "Sju milstolpar har ingen bestämd tid och är inte med i bilden, men står i tabellen.",
    )
