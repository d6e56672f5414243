"""Extracts: what each says of real, rich, sparse and unsigned contracts, and what kk refuses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from followed_contract import FOLLOWED
from rich_contract import RICH

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Ran

    Golden = Callable[[str, str], None]
    Small = Callable[..., Path]
    Kk = Callable[..., Ran]

EXTRACTS = ("erfarenheter", "pressmeddelande", "sammanfattning", "tjansteskrivelse")
SHIPPED = (("luleå", "2025"), ("luleå", "2024"), ("karlstad", "2023"))
TOWNS = {"rich": RICH, "followed": FOLLOWED, "sparse": {}}


def read(text: str) -> str:
    """The text, seen to be without what no reader should meet."""
    assert re.findall(r"None|unknown|undefined|  |\s[.,]|\n\n\n|[^\n]\n#", text) == []
    return text


@pytest.mark.parametrize("extract", EXTRACTS)
@pytest.mark.parametrize(("who", "version"), SHIPPED)
def test_shipped_contract(kk: Kk, golden: Golden, who: str, version: str, extract: str) -> None:
    ran = kk("render", who, version, "--extract", extract)

    assert (ran.code, ran.err) == (0, "")
    golden(f"render/extracts/{who.replace('å', 'a')}-{version}-{extract}.md", read(ran.out))


@pytest.mark.parametrize("extract", EXTRACTS)
@pytest.mark.parametrize("town", TOWNS)
def test_invented_contract(kk: Kk, small: Small, golden: Golden, town: str, extract: str) -> None:
    ran = kk("render", "påhittköping", "--extract", extract, folder=small(TOWNS[town]))

    assert (ran.code, ran.err) == (0, "")
    golden(f"render/extracts/{town}-{extract}.md", read(ran.out))


CASES = [
    (
        "contract",
        "draft",
        "UTKAST · Utdrag – inte själva kontraktet",
        "Påhittköpings kommuns förslag till klimatkontrakt",
        "godkänna Klimatkontrakt 2030, version 2025/26.",
    ),
    (
        "contract",
        "consultation",
        "GÄLLER EN REMISSVERSION · Utdrag – inte själva kontraktet",
        "Påhittköpings kommuns förslag till klimatkontrakt är på remiss",
        "godkänna Klimatkontrakt 2030, version 2025/26.",
    ),
    (
        "contract",
        "decided",
        "Utdrag – inte själva kontraktet",
        "Påhittköpings kommun har beslutat om Klimatkontrakt 2030",
        "lägga informationen om Klimatkontrakt 2030, version 2025/26, till handlingarna.",
    ),
    (
        "contract",
        "signed",
        "Utdrag – inte det undertecknade kontraktet",
        "Påhittköpings kommun har skrivit under Klimatkontrakt 2030",
        "lägga informationen om Klimatkontrakt 2030, version 2025/26, till handlingarna.",
    ),
    (
        "letter_of_intent",
        "draft",
        "UTKAST · Utdrag – inte själva avsiktsförklaringen",
        "Påhittköpings kommun vill vara med i Klimatneutrala städer 2030",
        "ställa sig bakom avsiktsförklaringen om att delta i Klimatneutrala städer 2030 och att "
        "skriva under Klimatkontrakt 2030.",
    ),
    (
        "letter_of_intent",
        "signed",
        "Utdrag – inte den undertecknade avsiktsförklaringen",
        "Påhittköpings kommun har skrivit under en avsiktsförklaring om Klimatneutrala städer 2030",
        "lägga informationen om avsiktsförklaringen från 2025/26 till handlingarna.",
    ),
]


@pytest.mark.parametrize(("kind", "status", "notice", "title", "decision"), CASES)
def test_what_the_status_allows(
    kk: Kk, small: Small, kind: str, status: str, notice: str, title: str, decision: str
) -> None:
    head = f"kind: {kind}\nstatus: {status}\nwording: official\nname: Påhittköpings kommun\n"
    root = small({"contract.yaml": head})
    press = read(kk("render", "9999", "--extract", "pressmeddelande", folder=root).out)
    memo = read(kk("render", "9999", "--extract", "tjansteskrivelse", folder=root).out)

    assert press.splitlines()[::2][:2] == [notice, f"# Pressmeddelande: {title}"]
    assert press.splitlines()[-1] == notice
    said = re.search(r"## Förslag till beslut\n\n(.*)\n", memo)
    assert said is not None
    assert said[1] == f"Kommunstyrelsen föreslår kommunfullmäktige att {decision}"


def test_a_draft_in_spite_of_errors_says_so(kk: Kk, small: Small) -> None:
    """Neither the contract nor a version before it need be right for a draft to be written."""
    files = {"2024/goals.yaml": "goals:\n- id: mal\n", "goals.yaml": "goals:\n- id: mal\n"}
    root = small(files)
    words = ("render", "påhittköping", "--extract", "tjansteskrivelse")
    ran = kk(*words, "--draft", folder=root)

    assert kk(*words, folder=root).code == 1
    assert ran.code == 0
    assert ran.out.startswith("UTKAST · Utdrag ur en sammanfattning – inte det undertecknade kon")
    assert (
        "## Vad som har ändrats\n\n"
        "Underlaget säger inte vad som har ändrats sedan version 2024.\n\n"
        "Jämförelsen med den förra versionen gick inte att göra, för uppgifterna har fel.\n\n"
    ) in ran.out


def test_the_actions_that_tell_most_are_the_examples(kk: Kk, small: Small) -> None:
    """Of equals the first; one that was cancelled, or of which nothing is told, never."""
    actions = """\
actions:
- {id: tyst, title: Tyst}
- {id: kort, title: Kort, text: Något görs.}
- {id: avbruten, title: Avbruten, status: cancelled, text: Något gjordes., outputs: [något]}
- {id: tunn, title: Tunn, text: Något annat görs.}
- {id: rik, title: Rik, text: Mycket görs., purpose: Mycket ska ske., outputs: [mycket]}
- {id: senare, title: Senare, text: Ännu något görs.}
"""
    root = small({"roadmap.yaml": actions, "contract.yaml": "status: draft\n"})
    ran = kk("render", "påhittköping", "--extract", "pressmeddelande", folder=root)

    assert re.findall(r"### (.*)", ran.out) == ["Kort", "Tunn", "Rik"]


def test_goals_that_are_only_proposed_say_so(kk: Kk, small: Small) -> None:
    documents = """\
documents:
- id: plan
  title: Plan
  decisions:
  - {id: forslag, act: proposed, expected: 2026-06}
  - {id: antagen, act: adopted, date: 2024-05-02}
"""
    goal = "- {id: %s, statement: %s, boundary: [territory], end_state: other, decisions: [%s]}\n"
    rows = (("ett", "Ett", "forslag"), ("tva", "Två", "antagen"))
    goals = "goals:\n" + "".join(goal % row for row in rows)
    root = small({"documents.yaml": documents, "goals.yaml": goals})
    ran = kk("render", "påhittköping", "--extract", "sammanfattning", folder=root)

    assert "- Ett. Målet är föreslaget men inte beslutat.\n- Två.\n" in ran.out


def test_a_page_has_room_for_so_much(kk: Kk, small: Small) -> None:
    """Long texts end with a mark, between words where there are any; long lists say how many."""
    goals = "goals:\n" + "".join(
        f"- {{id: mal-{n}, statement: {text}, boundary: [territory], end_state: other}}\n"
        for n, text in enumerate(("ord " * 60, "å" * 300, "Tre", "Fyra", "Fem"))
    )
    ran = kk("render", "9999", "--extract", "sammanfattning", folder=small({"goals.yaml": goals}))

    assert ran.out.split("## ")[1].split("\n")[2:7] == [
        f"- O{('ord ' * 44)[1:].strip()}…",
        f"- {'Å' + 'å' * 178}…",
        "- Tre.",
        "- Fyra.",
        "- och 1 till",
    ]


def own(root: Path, name: str, text: str) -> None:
    path = root / "templates" / "extracts" / f"{name}.md.j2"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_an_extract_of_ones_own(kk: Kk, small: Small) -> None:
    """A file is all it takes; it may use others, and stands before one that ships."""
    root = small({})
    own(root, "chapters/slut", "Hälsningar från *oss*.\n")
    own(root, "brev_till_alla", '# Brev om {{ document.name }}\n\nHej.\n\n{% include "slut" %}\n')
    own(root, "pressmeddelande", "# Eget [om] *allt*\n\nKort.\n")
    notice = "Utdrag ur en sammanfattning – inte det undertecknade kontraktet"
    facts = "Påhittköping kommun, version 2025/26, undertecknat den 5\u00a0december 2025."

    assert kk("render", "9999", "--extract", "brev_till_alla", folder=root).out == (
        f"{notice}\n\n# Brev om klimatkontraktet\n\n{facts}\n\nHej.\n\nHälsningar från *oss*.\n\n"
        f"{notice}\n"
    )
    assert kk("render", "9999", "--extract", "pressmeddelande", folder=root).out == (
        f"{notice}\n\n# Eget \\[om\\] allt\n\n{facts}\n\nKort.\n\n{notice}\n"
    )
    assert kk("render", "9999", "--extract", "brev", folder=root).err == (
        "kk: det finns inget utdrag ”brev”\n"
        "    välj något av brev_till_alla, erfarenheter, pressmeddelande, sammanfattning, "
        "tjansteskrivelse\n"
    )


def test_an_extract_may_use_the_chapters_of_its_version(kk: Kk, small: Small) -> None:
    root = small({})
    own(root, "brev", '# Brev\n\n{% include "parties" %}\n')
    said = kk("render", "9999", "--extract", "brev", folder=root).out

    assert said.split("\n\n")[3] == (
        "Detta klimatkontrakt ingås mellan kommunen, myndigheterna och innovationsprogrammet:"
    )


def test_an_unknown_extract_gets_the_nearest(kk: Kk) -> None:
    said = "kk: det finns inget utdrag ”presmedelande”\n    menade du ”pressmeddelande”?\n"

    for words in (("luleå",), ("--all", "--out-dir", "ut")):
        ran = kk("render", *words, "--extract", "presmedelande")
        assert (ran.code, ran.out, ran.err) == (2, "", said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "# Brev\n\n{{ saknas }}\n",
            "kk: mallen templates/extracts/brev.md.j2:3 går inte att använda: "
            "”saknas” finns inte här\n"
            "    rätta mallen, eller ta bort er kopia så att den medföljande används\n",
        ),
        (
            '# Brev\n\n{% include "saknas" %}\n',
            "kk: mallen templates/extracts/brev.md.j2:3 går inte att använda: "
            "det finns ingen mall ”saknas”\n"
            "    se dem som finns med kk templates list\n",
        ),
        (
            "Brev utan rubrik\n",
            "kk: utdraget brev.md.j2 saknar rubrik\n"
            "    låt mallens första rad vara # och rubriken\n",
        ),
    ],
)
def test_a_faulty_template_is_named(kk: Kk, small: Small, text: str, said: str) -> None:
    root = small({})
    own(root, "brev", text)
    ran = kk("render", "påhittköping", "--extract", "brev", folder=root)

    assert (ran.code, ran.out, ran.err) == (2, "", said)


def test_a_second_title_is_refused(kk: Kk, small: Small) -> None:
    root = small({})
    own(root, "brev", "# Brev\n\n# Ett till\n")
    ran = kk("render", "påhittköping", "--extract", "brev", folder=root)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("kk: ")
    assert "brev.md.j2" in ran.err


def test_all_and_check(kk: Kk, tmp_path: Path, repository: Path) -> None:
    words = ("render", "--all", "--out-dir", "ut", "--format", "markdown", "--root")
    extract = ("--extract", "sammanfattning")
    first = kk(*words, str(repository), *extract, folder=tmp_path)
    again = kk(*words, str(repository), *extract, "--check", folder=tmp_path)
    names = ["karlstad-2023-sammanfattning.md", "lulea-2025-sammanfattning.md"]

    assert first.err == "".join(f"skrev ut/{name}\n" for name in names)
    assert (again.code, again.err) == (
        0,
        "".join(f"ut/{name} var redan aktuell\n" for name in names),
    )
    assert sorted(path.name for path in (tmp_path / "ut").iterdir()) == names


def test_an_extract_is_found_as_a_municipality_is(
    kk: Callable[..., Ran], small: Callable[..., Path]
) -> None:
    """In any case, with å, ä and ö or without; not where two are alike but for that."""
    texts = {f"templates/extracts/{name}.md.j2": f"# {name}" for name in ("läge", "lage", "Råd")}
    root = small(texts)

    def said(name: str) -> str:
        ran = kk("render", "påhittköping", "--extract", name, folder=root)
        told = [line for line in ran.out.split("\n") if line.startswith("# ")]
        return told[0] if told else ran.err.split("\n")[0]

    names = ("läge", "lage", "LÅGE", "rad", "RÅD")
    assert {name: said(name) for name in names} == {
        "läge": "# läge",
        "lage": "# lage",
        "LÅGE": "kk: det finns inget utdrag ”LÅGE”",
        "rad": "# Råd",
        "RÅD": "# Råd",
    }


STEPS = """\
actions:
- id: cykelplan
  title: Cykelplan
  purpose: Fler ska cykla.
  milestones:
  - {id: antas, due: 2027-spring, text: Planen antas.}
  - {id: etapp, due: 2026-autumn, text: Etapp 1 byggs.}
  - {id: sen, undated: när pengar finns, text: Etapp 2 byggs.}
  - {id: start, done: 2025-autumn, text: Arbetet började.}
- id: badhus
  title: Badhus
  purpose: Badhuset ska värmas med sol.
  status: completed
  milestones:
  - {id: invigt, done: 2025-12, text: Badhuset invigdes.}
"""
FINISHED = """\
### Badhus

Badhuset ska värmas med sol.

Insatsen är genomförd. Detta är gjort, december 2025: Badhuset invigdes.
"""


@pytest.mark.parametrize(
    ("today", "step", "ahead"),
    [
        (
            "2026-11-22",
            "hösten 2026: Etapp 1 byggs.",
            [
                "- Hösten 2026, Cykelplan: Etapp 1 byggs.",
                "- Våren 2027, Cykelplan: Planen antas.",
            ],
        ),
        (
            "2026-12-01",
            "våren 2027: Planen antas.",
            ["- Våren 2027, Cykelplan: Planen antas."],
        ),
        ("2028-01-01", "när pengar finns: Etapp 2 byggs.", []),
    ],
)
def test_the_next_step_is_the_earliest_that_is_not_past(
    kk: Kk, small: Small, today: str, step: str, ahead: list[str]
) -> None:
    root = small({"roadmap.yaml": STEPS, "contract.yaml": "status: draft\n"})

    def extract(name: str) -> str:
        words = ("render", "9999", "--extract", name)
        return kk(*words, folder=root, KK_TODAY=today).out

    release = extract("pressmeddelande")
    assert release.partition("## Exempel ur klimatkontraktet\n\n")[2].partition("\n## ")[0] == (
        f"### Cykelplan\n\nFler ska cykla.\n\nNästa steg, {step}\n\n{FINISHED}"
    )
    assert re.findall("^- .*Cykelplan: .*", extract("sammanfattning"), re.MULTILINE) == ahead


def test_the_contract_keeps_its_own_order(kk: Kk, small: Small) -> None:
    ran = kk("render", "9999", folder=small({"roadmap.yaml": STEPS}))

    assert re.findall("^- ([^,\n]* (?:Etapp|Planen).*)", ran.out, re.MULTILINE) == [
        "Våren 2027: Planen antas.",
        "Hösten 2026: Etapp 1 byggs.",
        "När pengar finns: Etapp 2 byggs.",
    ]


CONSEQUENCES = """\
actions:
- id: cykelplan
  title: Cykelplan
  partners:
  - {organisation: Trafikverket, role: medfinansierar}
  effects:
  - {kind: reduction, low: 100 ton, high: 200 ton}
  costs:
  - {kind: investment, low: 10 Mkr, high: 15 Mkr}
  - {kind: operation, amount: 2000000 kr, per: year}
  co_benefits: [Bättre luft, Hälsa]
"""


def test_what_a_matter_tells(kk: Kk, small: Small) -> None:
    """Ranges, amounts and benefits; the reason for a refusal; what the plan itself says."""
    choice = "{number: 6, relation: declines, reason: upphandlingen är gjord}"
    files = {
        "roadmap.yaml": CONSEQUENCES,
        "investment.yaml": "plan_state: in_progress\ntext: Planen tas fram under året.\n",
        "commitments.yaml": f"shared_commitments: [{choice}]\n",
        "contract.yaml": "status: draft\n",
    }
    ran = kk("render", "9999", "--extract", "tjansteskrivelse", folder=small(files))

    assert ran.out.partition("### Åtaganden med andra kommuner\n")[2].partition("\n##")[0] == (
        "\n- Kommunen avstår från åtagande 6 (Upphandling).\n"
        "- Skäl att avstå från åtagande 6: Upphandlingen är gjord.\n"
    )
    assert ran.out.partition("### Ekonomi\n\n")[2].partition("\n## ")[0] == (
        "Planen tas fram under året.\n\n"
        "Detta är känt om kostnader och finansiering:\n\n"
        "- Cykelplan. Kostnad: investering 10–15\u00a0Mkr. "
        "Kostnad: drift 2\u00a0000\u00a0000\u00a0kr per år.\n\n"
        "### Klimat\n\n"
        "Detta är känt om insatsernas effekt:\n\n"
        "- Cykelplan. Effekt: minskade utsläpp 100–200\u00a0ton.\n\n"
        "### Invånare och andra som berörs\n\n"
        "Mervärden som väntas:\n\n- Bättre luft\n- Hälsa\n"
    )
    assert "underskrifter" not in ran.out
    whole = kk("render", "9999", folder=small(files))
    assert "- Medfinansierar: Trafikverket.\n" in whole.out


@pytest.mark.parametrize(("status", "said"), [("draft", []), ("signed", ["underskrifter"])])
def test_only_what_is_signed_can_lack_signatures(
    kk: Kk, small: Small, status: str, said: list[str]
) -> None:
    root = small({"contract.yaml": f"status: {status}\n"})
    ran = kk("render", "9999", "--extract", "tjansteskrivelse", folder=root)

    assert re.findall("underskrifter", ran.out) == said
