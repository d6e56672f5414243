"""The smallest workspace in which a contract can stand: an invented town, clearly named so.

Cases lay files over it. A file is named from the workspace (``commitments/shared/2025.yaml``) or,
if it has no folder, where it belongs: ``goals.yaml``, ``units.yaml``. A file in ``2024/`` is of the
town's version before, one in ``pahittstad/`` of a neighbour; what else they need comes along. A
text for ``contract.yaml`` that does not say whose it is comes after the smallest head, and a key of
the head that it gives stands in the head's line: ``record: complete`` alone is a contract.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

TOWN = "commitments/pahittkoping"
NEIGHBOUR = "commitments/pahittstad"

HEAD = """\
municipality: "9999"
kind: contract
record: partial
wording: summary
status: signed
"""

FILES = {
    "klimatkontrakt.toml": 'format = 1\nlanguage = "sv"\n',
    "commitments/register.yaml": """\
municipalities:
- code: "9999"
  name: Påhittköping
  slug: pahittkoping
""",
    "commitments/shared/2025.yaml": """\
version: 2025
label: 2025/26
signed_on: 2025-12-05
parties:
- id: formas
  kind: agency
  legal_name: Forskningsrådet för miljö, areella näringar och samhällsbyggande
  short_name: Formas
- id: viable-cities
  kind: programme
  legal_name: Det strategiska innovationsprogrammet Viable Cities
  short_name: Viable Cities
figures:
- {id: municipalities, value: 2, text: deltar}
- {id: municipalities-before, value: 1, text: deltog året innan}
- {id: pioneers, value: 1, text: är nya}
- {id: twins, value: 0, text: är tvillingar}
- {id: mission-year, value: 2030, text: målår}
- {id: national-year, value: 2045, text: Sveriges målår}
- {id: eu-year, value: 2050, text: EU:s målår}
- {id: eu-mission-cities, value: 100, text: städer i EU:s mission}
shared_commitments:
- number: 1
  by: municipalities
  theme: Styrning
  text: styra
  points:
  - id: "1.1"
    text: förankra
- number: 6
  by: municipalities
  theme: Upphandling
  text: upphandla
""",
    f"{TOWN}/2025/contract.yaml": HEAD,
}


BEFORE = {
    "commitments/shared/2024.yaml": FILES["commitments/shared/2025.yaml"]
    .replace("2025-12-05", "2024-12-06")
    .replace("2025/26", '"2024"')
    .replace("2025", "2024")
    .partition("shared_commitments")[0],
    f"{TOWN}/2024/contract.yaml": HEAD,
}
BESIDE = {
    "commitments/register.yaml": FILES["commitments/register.yaml"]
    + """\
- code: "9998"
  name: Påhittstad
  slug: pahittstad
""",
    f"{NEIGHBOUR}/2025/contract.yaml": HEAD.replace("9999", "9998"),
    f"{NEIGHBOUR}/2025/goals.yaml": """\
goals:
- id: koncern-2030
  statement: En klimatneutral kommunkoncern
  boundary: [municipal_group]
  end_state: climate_neutral
""",
}


def small_workspace(root: Path, files: Mapping[str, str]) -> Path:
    """Write the workspace with the files laid over it, and give its folder."""
    laid = {_placed(name): _whole(name, text) for name, text in files.items()}
    before = BEFORE if any(name.startswith("2024/") for name in files) else {}
    beside = BESIDE if any(name.startswith("pahittstad/") for name in files) else {}
    for name, text in {**FILES, **before, **beside, **laid}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return root


def _placed(name: str) -> str:
    if name.startswith("2024/"):
        return f"{TOWN}/{name}"
    if name.startswith("pahittstad/"):
        return f"{NEIGHBOUR}/2025/{name.removeprefix('pahittstad/')}"
    if "/" in name or name.endswith(".toml"):
        return name
    lasting = {"units.yaml", "documents.yaml", "indicators.yaml", "waivers.yaml"}
    folder = TOWN if name in lasting else f"{TOWN}/2025"
    return f"{folder}/{name}"


def _whole(name: str, text: str) -> str:
    heads = {
        "contract.yaml": HEAD,
        "2024/contract.yaml": HEAD,
        "pahittstad/contract.yaml": BESIDE[f"{NEIGHBOUR}/2025/contract.yaml"],
    }
    if name not in heads or re.search(r"^municipality:", text, re.MULTILINE):
        return text
    head = heads[name]
    for line in re.findall(r"^(?:kind|record|wording|status):.*\n", text, re.MULTILINE):
        head = re.sub(rf"^{line.partition(':')[0]}:.*\n", line, head, flags=re.MULTILINE)
        text = re.sub(rf"^{re.escape(line)}", "", text, count=1, flags=re.MULTILINE)
    return head + text


def examples(text: str) -> dict[str, str]:
    """The files in a catalogue example: each begins with a comment that names it."""
    files: dict[str, str] = {}
    name = ""
    for line in text.splitlines(keepends=True):
        if line.startswith("# ") and line.strip().endswith(".yaml"):
            name = line[2:].strip()
            files[name] = ""
        else:
            files[name] += line
    return {name: body if body.endswith("\n") else f"{body}\n" for name, body in files.items()}
