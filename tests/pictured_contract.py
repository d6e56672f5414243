"""The rich contract with what every picture needs: an invented town, numbers and all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich_contract import RICH

from klimatkontrakt.app.workspace import open_workspace
from klimatkontrakt.model.emissions import Emissions
from klimatkontrakt.model.when import When

if TYPE_CHECKING:
    from pathlib import Path

    from klimatkontrakt.model.contract import Contract

SERIES = Emissions(
    (
        (1990, 1_520_400),
        (2010, 1_400_000),
        (2015, 1_210_330),
        (2020, 905_120),
        (2023, 861_007),
    ),
    "en påhittad källa",
    When.parse("2026-11"),
)

PICTURED = RICH | {
    "goals.yaml": RICH["goals.yaml"].removesuffix("methods: [koldioxidbudget]\n")
    + """\
- id: omradet-2030
  label: Mål B
  statement: Utsläppen i staden ska minska med 80 procent
  boundary: [territory]
  end_state: reduction
  measure: greenhouse_gases
  target_year: 2030
  target:
    kind: reduce_by
    share: 80 %
    of: baseline
  baseline:
    year: 2010
    value: 1,4 Mt
  decisions: [klimatplan-antagen]
- id: omradet-2045
  statement: Utsläppen i staden ska vara högst 50 000 ton
  boundary: [territory]
  end_state: reduction
  measure: greenhouse_gases
  target_year: 2045
  target:
    kind: at_most
    value: 50 kt CO2e
  decisions: [klimatplan-forslag]
""",
    "documents.yaml": RICH["documents.yaml"]
    + """\
  - id: klimatplan-forslag
    act: proposed
    expected: 2026-06
""",
    "roadmap.yaml": RICH["roadmap.yaml"].replace(
        "  status: in_progress\n", "  status: in_progress\n  fields: [mobility, participation]\n"
    )
    + """\
- id: solel
  title: Solel på stadens tak
  status: in_progress
  fields: [energy]
  links:
  - to: commitment:1
    kind: stated
  - to: commitment:6
    kind: editorial
- id: skola
  title: Klimat i skolan
  status: completed
  fields: [learning, participation]
  links:
  - to: point:1.1
    kind: stated
  - to: commitment:6
    kind: stated
  milestones:
  - id: skola-klart
    done: 2024-11-05
    text: Läroplanen är klar.
  - id: skola-sedan
    undated: efter hand
    text: Fler skolor är med.
""",
    "investment.yaml": RICH["investment.yaml"].replace(
        "    form: grönt lån\n", "    form: grönt lån\n    amount: 60 Mkr\n"
    )
    + """\
- title: Laddplatser vid stadens skolor
  costs:
  - kind: investment
    amount: 12,5 Mkr
  funding:
  - funder: Klimatklivet
    form: bidrag
    amount: 4 Mkr
  - funder: staden
    amount: 8,5 Mkr
- title: Byte av gatlyktor
  costs:
  - kind: investment
    amount: 7 Mkr
""",
}


def contract_in(root: Path, who: str = "påhittköping") -> Contract:
    """The contract of version 2025 in a workspace."""
    workspace = open_workspace(root)
    chosen = workspace.contract_of(who, "2025")
    found = workspace.reader.contract(chosen.slug, chosen.year).contract
    assert found is not None
    return found
