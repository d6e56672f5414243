"""Makes the git history of an invented town: five commits, each changing one contract.

The same commits come out on every machine: names and days are fixed, and nothing that a machine or
a person has set for git is used.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from small import FILES, small_workspace

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

NEEDS_GIT = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

ENVIRONMENT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_TERMINAL_PROMPT": "0",
}
"""What keeps the settings of a machine away from git."""

INHERITED = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_PREFIX")
"""What git leaves behind when the tests run from one of its hooks, and would mislead it here."""

TOWN_CLERK = "Kansliet i Påhittköping"
SETTINGS = (
    *("-c", f"user.name={TOWN_CLERK}"),
    *("-c", "user.email=kansliet@pahittkoping.example"),
    *("-c", "commit.gpgSign=false"),
    *("-c", "tag.gpgSign=false"),
    *("-c", "core.autocrlf=false"),
    *("-c", "core.hooksPath="),
    *("-c", "init.defaultBranch=main"),
    *("-c", "advice.detachedHead=false"),
    *("-c", "gc.auto=0"),
)


@dataclass(frozen=True)
class Edit:
    """One place in one file; the words before stand there exactly once."""

    file: str
    before: str
    after: str


@dataclass(frozen=True)
class Step:
    """One commit: its message, its day, and what it does to the files."""

    message: str
    day: str
    edits: tuple[Edit, ...] = ()
    files: tuple[tuple[str, str], ...] = ()
    """Files that are written anew."""
    tag: str = ""


SHARED = "commitments/shared/2025.yaml"

FIRST = {
    "contract.yaml": """\
municipality: "9999"
kind: contract
record: complete
wording: summary
status: signed
""",
    "goals.yaml": """\
goals:
- id: koncern
  label: Mål 1
  statement: En klimatneutral kommunkoncern
  target_year: 2030
  boundary: [municipal_group]
  end_state: climate_neutral
  decisions: [klimatplan-forslag]
- id: omradet
  label: Mål 2
  statement: Utsläppen i Påhittköping minskar
  target_year: 2040
  boundary: [territory]
  excludes: [flygresor, sjöfart]
  end_state: reduction
  target:
    kind: reduce_by
    share: 80 %
  baseline:
    year: 2010
""",
    "roadmap.yaml": """\
actions:
- id: cykelplan
  title: Cykelplan
  status: in_progress
  milestones:
  - id: cykelplan-antas
    due: 2026-03
    text: Cykelplanen antas
  - id: cykelplan-genomford
    due: 2028
    text: Cykelplanen är genomförd
- id: laddplatser
  title: Laddplatser vid skolorna
  milestones:
  - id: laddplatser-klara
    due: 2027
    text: Alla skolor har laddplatser
- id: energiradgivning
  title: Energirådgivning
  owners: [energibolaget]
""",
    "commitments.yaml": """\
shared_commitments:
- number: 1
  relation: joins
  points: ["1.1"]
""",
    "units.yaml": """\
units:
- id: miljo
  name: Miljöförvaltningen
  kind: administration
- id: energibolaget
  name: Påhittköpings Energi AB
  kind: company
""",
    "documents.yaml": """\
documents:
- id: klimatplan
  title: Klimatplan
  decisions:
  - id: klimatplan-forslag
    act: proposed
    date: 2025-10-20
""",
    SHARED: FILES[SHARED],
}

LADDPLATSER = """\
- id: laddplatser
  title: Laddplatser vid skolorna
  milestones:
  - id: laddplatser-klara
    due: 2027
    text: Alla skolor har laddplatser
"""

ADOPTED = """\
  - id: klimatplan-beslut
    act: adopted
    body: kommunfullmäktige
    date: 2026-02-16
"""

REARRANGED = {
    "goals.yaml": """\
# Målen i bokstavsordning. Inget är ändrat i sak.
goals:

- statement: "Utsläppen i Påhittköping minskar"
  id: omradet
  label: Mål 2
  end_state: reduction
  boundary:
  - territory
  excludes:
  - sjöfart
  - flygresor
  baseline: {year: 2010}
  target: {share: 80 %, kind: reduce_by}
  target_year: 2040

- statement: >-
    En klimatneutral
    kommunkoncern
  id: koncern
  label: 'Mål 1'
  end_state: climate_neutral
  boundary:
  - municipal_group
  target_year: 2035
  decisions: [klimatplan-forslag, klimatplan-beslut]  # förslaget före beslutet
""",
    "roadmap.yaml": """\
# Insatserna i omvänd ordning.
actions:
- {id: energiradgivning, title: Energirådgivning, owners: [energibolaget]}
- title: Cykelplan
  id: cykelplan
  owners: [miljo]
  status: in_progress
  milestones:
  - {id: cykelplan-genomford, due: 2029, text: Cykelplanen är genomförd}
  - {id: cykelplan-antas, due: 2026-03, text: Cykelplanen antas}
""",
    "commitments.yaml": """\
shared_commitments:
- {number: 6, relation: joins}
- {number: 1, relation: joins, points: ["1.1"]}
""",
    "units.yaml": """\
# Förvaltningen bytte namn vid årsskiftet; den heter detsamma i hänvisningarna.
units:
- id: energibolaget
  name: Påhittköpings Energi och Värme AB
  kind: company
- id: miljo
  name: Miljö- och byggförvaltningen
  kind: administration
""",
}

STEPS = (
    Step("Det första kontraktet", "2025-12-05", files=tuple(FIRST.items())),
    Step(
        "Målåret flyttas och en milstolpe skjuts upp",
        "2025-12-19",
        edits=(
            Edit("goals.yaml", "target_year: 2030", "target_year: 2035"),
            Edit("roadmap.yaml", "due: 2028", "due: 2029"),
        ),
        tag="v1.0",
    ),
    Step(
        "Ett åtagande till, en ansvarig, och en kommun till i den gemensamma texten",
        "2026-01-15",
        edits=(
            Edit(
                "commitments.yaml",
                'points: ["1.1"]\n',
                'points: ["1.1"]\n- number: 6\n  relation: joins\n',
            ),
            Edit(
                "roadmap.yaml", "status: in_progress\n", "status: in_progress\n  owners: [miljo]\n"
            ),
            Edit(SHARED, "{id: municipalities, value: 2,", "{id: municipalities, value: 3,"),
        ),
    ),
    Step(
        "En insats tas bort utan ett ord, och klimatplanen antas",
        "2026-02-17",
        edits=(
            Edit("roadmap.yaml", LADDPLATSER, ""),
            Edit("documents.yaml", "date: 2025-10-20\n", f"date: 2025-10-20\n{ADOPTED}"),
            Edit(
                "goals.yaml",
                "decisions: [klimatplan-forslag]",
                "decisions: [klimatplan-forslag, klimatplan-beslut]",
            ),
        ),
    ),
    Step(
        "Omställt, omkommenterat och omdöpta enheter",
        "2026-03-02",
        files=tuple(REARRANGED.items()),
    ),
)

REVISIONS = tuple(f"HEAD~{back}" if back else "HEAD" for back in reversed(range(len(STEPS))))
"""The steps as git counts them, oldest first."""


def git(folder: Path, *arguments: str, day: str = "2026-03-02", stdin: bytes = b"") -> str:
    """What git answers in a folder, on a day."""
    clean = {name: value for name, value in os.environ.items() if name not in INHERITED}
    moment = f"{day}T12:00:00+01:00"
    dated = {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
    ran = subprocess.run(
        ["git", *SETTINGS, "-C", str(folder), *arguments],  # noqa: S607  the git of the machine
        input=stdin,
        capture_output=True,
        check=True,
        env={**clean, **ENVIRONMENT, **dated},
    )
    return ran.stdout.decode().strip()


def make(repository: Path, workspace: str = ".") -> Path:
    """A repository with the five commits; the workspace stands in a folder of it."""
    repository.mkdir(parents=True)
    git(repository, "init", "--quiet")
    for step, files in zip(STEPS, states(), strict=True):
        small_workspace(repository / workspace, files)
        commit(repository, step.message, step.day)
        if step.tag:
            git(repository, "tag", step.tag)
    return repository


def commit(repository: Path, message: str, day: str = "2026-03-02") -> str:
    """Commit everything in the work tree and give the commit's name."""
    git(repository, "add", "--all")
    git(repository, "commit", "--quiet", "--message", message, day=day)
    return git(repository, "rev-parse", "HEAD")


def states() -> Iterator[Mapping[str, str]]:
    """All files as each step leaves them."""
    files: dict[str, str] = {}
    for step in STEPS:
        files = {**files, **dict(step.files)}
        for edit in step.edits:
            files[edit.file] = edited(files[edit.file], edit)
        yield files


def edited(text: str, edit: Edit) -> str:
    """The text with the edit made.

    Raises:
        LookupError: the words to edit do not stand there exactly once.
    """
    if text.count(edit.before) != 1:
        message = f"{edit.file}: {edit.before!r} stands there {text.count(edit.before)} times"
        raise LookupError(message)
    return text.replace(edit.before, edit.after)


def clones(folder: Path) -> dict[str, Path]:
    """The history as it lies where it was made, as a clone with a work tree, and as a bare one."""
    origin = make(folder / "ursprung")
    git(folder, "clone", "--quiet", str(origin), "arbetskopia")
    git(folder, "clone", "--quiet", "--bare", str(origin), "naken.git")
    return {"origin": origin, "work": folder / "arbetskopia", "bare": folder / "naken.git"}


def isolate(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the settings of a machine away also from the git that kk runs."""
    for name in INHERITED:
        monkeypatch.delenv(name, raising=False)
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
