"""What is here, one contract on a line; and one contract on one screen."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from small import TOWN

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Ran

HEAD = "kind: contract\nrecord: partial\nwording: summary\nstatus: signed\n"
REGISTER = """\
municipalities:
- code: "9999"
  name: Påhittköping
  slug: pahittkoping
  role: twin_of
  twin_of: "0380"
"""


def contract(code: str) -> str:
    return f'municipality: "{code}"\n{HEAD}'


def test_contracts_are_listed_in_swedish_order(
    kk: Callable[..., Ran], small: Callable[..., Path]
) -> None:
    root = small(
        {
            "commitments/register.yaml": REGISTER,
            "commitments/amal/2025/contract.yaml": contract("1492"),
            "commitments/ange/2025/contract.yaml": contract("2260"),
            "commitments/almhult/2025/contract.yaml": contract("0765"),
            "commitments/orebro/2025/contract.yaml": contract("1880"),
            "commitments/orebro/2021/contract.yaml": contract("1880"),
            "commitments/zebrastad/2025/contract.yaml": contract("9998"),
            "commitments/ystad/units.yaml": "units: []\n",
        }
    )

    assert kk("list", folder=root).out == (
        "Kommun        Kod   Version  Slag              Läge          Roll i programmet\n"
        "Påhittköping  9999  2025     klimatkontrakt    undertecknat  tvilling till Uppsala\n"
        "zebrastad           2025     går inte att läsa  –             okänd\n"
        "Åmål          1492  2025     klimatkontrakt    undertecknat  okänd\n"
        "Ånge          2260  2025     klimatkontrakt    undertecknat  okänd\n"
        "Älmhult       0765  2025     klimatkontrakt    undertecknat  okänd\n"
        "Örebro        1880  2021     går inte att läsa  –             okänd\n"
        "Örebro        1880  2025     klimatkontrakt    undertecknat  okänd\n"
    ).replace("klimatkontrakt    ", "klimatkontrakt     ").replace("Slag  ", "Slag   ")


def test_the_list_as_data(kk: Callable[..., Ran], small: Callable[..., Path]) -> None:
    root = small({"commitments/register.yaml": REGISTER, f"{TOWN}/2024/contract.yaml": "x: 1\n"})

    assert json.loads(kk("list", "--format", "json", folder=root).out) == {
        "schema": "kk/list/1",
        "municipalities": [
            {
                "code": "9999",
                "name": "Påhittköping",
                "folder": "pahittkoping",
                "role": "twin_of",
                "twin_of": "0380",
                "contracts": [
                    {
                        "version": 2024,
                        "readable": False,
                        "kind": None,
                        "record": None,
                        "wording": None,
                        "status": None,
                    },
                    {
                        "version": 2025,
                        "readable": True,
                        "kind": "contract",
                        "record": "partial",
                        "wording": "summary",
                        "status": "signed",
                    },
                ],
            }
        ],
    }


def test_a_contract_fits_one_screen(kk: Callable[..., Ran]) -> None:
    lines = kk("show", "luleå").out.splitlines()

    assert 24 <= len(lines) <= 40
    assert max(map(len, lines)) <= 100


FOLLOWED = """\
entries:
- date: 2026-01-10
  ref: milestone:steg-1
  outcome: fulfilled
"""


def test_much_is_counted_and_what_is_next_comes_first(
    kk: Callable[..., Ran], small: Callable[..., Path]
) -> None:
    actions = "".join(
        f"- id: insats-{n}\n  title: Insats {n}\n  status: {status}\n  milestones:\n"
        f"  - id: steg-{n}\n    due: {due}\n    text: Steg {n} är {'mycket långt ' * 9}.\n"
        for n, (status, due) in enumerate(
            [
                ("in_progress", "2025"),  # followed up
                ("in_progress", "2026-Q1"),  # passed
                ("paused", "2030-autumn"),
                ("completed", "by 2029"),
                ("unknown", "ongoing"),
                ("in_progress", "2027-03"),
                ("in_progress", "2028"),
                ("in_progress", "2028"),
            ],
            1,
        )
    )
    head = f"{contract('9999')}signatures:\n" + "".join(
        f"- organisation: Påhittköping kommun\n  name: Namn {n}\n  title: Titel\n" for n in range(8)
    )
    goals = "".join(
        f"- id: mal-{n}\n  statement: Mål\n  boundary: [territory]\n  end_state: other\n"
        f"  target_year: {year}\n"
        for n, year in enumerate(("ongoing", "unknown", 2030))
    )
    root = small(
        {
            "contract.yaml": head,
            "goals.yaml": f"goals:\n{goals}",
            "roadmap.yaml": f"actions:\n{actions}",
            "follow_up.yaml": FOLLOWED,
        }
    )
    out = kk("show", "påhittköping", folder=root).out
    blocks = [block.split("\n") for block in out.split("\n\n")]

    assert blocks[0][2:] == [
        "Undertecknat av",
        *(f"  Namn {n}, Titel, Påhittköping kommun" for n in range(6)),
        "  … och 2 till",
    ]
    assert blocks[1] == ["Mål", "  Mål (inget slutår)", "  Mål (okänt)", "  Mål (2030)"]
    assert blocks[2] == [
        "Insatser: 8 (pågår: 5, pausat: 1, genomfört: 1, okänt läge: 1)",
        *(f"  Insats {n}: 0 av 1 milstolpar nådda" for n in range(1, 7)),
        "  … och 2 till",
    ]
    long = "är mycket långt mycket långt mycket långt mycket långt mycket …"
    assert blocks[3] == [
        "Härnäst",
        f"  2027-03: Steg 6 {long}",
        f"  2028: Steg 7 {long}",
        f"  2028: Steg 8 {long}",
        "  … och 2 till",
    ]
    assert blocks[4] == ["1 milstolpe har passerat sin tid utan uppföljning"]


def test_findings_are_counted_and_missing_facts_placed(
    kk: Callable[..., Ran], small: Callable[..., Path]
) -> None:
    goals = (
        "goals:\n- id: omradet\n  statement: Mål\n  boundary: [territory]\n  end_state: other\n"
        "  target_year: 2020\n  baseline:\n    year: 2030\n"
    )
    root = small({"goals.yaml": goals})
    shown = kk("show", "påhittköping", folder=root)

    assert shown.out.split("\n\n")[-1].split("\n")[0] == "1 fel: kk validate påhittköping"
    assert kk("show", "påhittköping", "--missing", folder=root).out == (
        "kontraktet  commitments/pahittkoping/2025/contract.yaml\n"
        "  diary_number        diarienummer\n"
        "  signatures          underskrifter\n"
        "  motivation          varför kommunen deltar\n"
        "  contacts            kontakt\n"
        "  links               länkar till dokument\n"
        "\n"
        "kontraktet  commitments/pahittkoping/2025/roadmap.yaml\n"
        "  actions             insatser i färdplanen\n"
        "\n"
        "kontraktet  commitments/pahittkoping/2025/investment.yaml\n"
        "  plan_state          hur långt klimatinvesteringsplanen kommit\n"
        "\n"
        "kontraktet  commitments/pahittkoping/2025/commitments.yaml\n"
        "  shared_commitments  åtaganden med andra kommuner\n"
        "\n"
        "målet omradet  commitments/pahittkoping/2025/goals.yaml:2\n"
        "  target              målvärde\n"
        "  control             rådighet\n"
        "  decisions           beslut\n"
    )
