"""Plant faults in the shipped files and see whether ``kk`` points to the line of each.

``python tests/mutations/plant.py --number 2000 --seed 7`` prints the misses.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import traceback
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))

from mutations.kinds import KINDS
from mutations.spots import spots

from klimatkontrakt.app.fix import fix
from klimatkontrakt.app.validate import validate
from klimatkontrakt.app.workspace import open_workspace
from klimatkontrakt.i18n import translations
from klimatkontrakt.printers._printer import PRINTERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mutations.kinds import Kind
    from mutations.spots import Spot

    from klimatkontrakt.app.workspace import Workspace
    from klimatkontrakt.diagnostics.outcome import Outcome

REPOSITORY = Path(__file__).parents[2]
TODAY = date(2026, 11, 22)
SWEDISH = translations("sv")


@dataclass(frozen=True, slots=True)
class Planted:
    """A fault and what was said of it."""

    number: int
    kind: str
    file: str
    line: int
    text: str
    """The line as it then stood."""
    said: str
    """The first finding that was not there before, or the traceback."""
    hit: bool
    crashed: bool = False

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}: {self.text!r}"
        return f"{self.number} {self.kind}\n    {place}\n    {self.said}"


def copy_of_shipped(folder: Path) -> Path:
    """A workspace that may be changed."""
    shutil.copytree(REPOSITORY / "commitments", folder / "commitments")
    shutil.copy(REPOSITORY / "klimatkontrakt.toml", folder)
    return folder


def plant_many(root: Path, number: int, seed: int) -> Iterator[Planted]:
    """Plant faults one at a time; each kind as often as the next, in any file that has room."""
    random = Random(seed)  # noqa: S311  faults are no secrets
    everywhere = spots(root)
    baseline = {(): Counter(_fingerprints(_check(root, ())))}
    for index in range(number):
        kind = KINDS[index % len(KINDS)]
        fitting = [spot for spot in everywhere if kind.fits(spot)]
        file = random.choice(sorted({spot.file for spot in fitting}))
        spot = random.choice([spot for spot in fitting if spot.file == file])
        words = _words(file)
        if words not in baseline:
            baseline[words] = Counter(_fingerprints(_check(root, words)))
        yield _plant(root, index, kind, spot, random, baseline[words])


def _words(file: str) -> tuple[str, ...]:
    slug = file.split("/")[1]
    return () if slug == "shared" else (f"commitments/{slug}",)


def _plant(
    root: Path, index: int, kind: Kind, spot: Spot, random: Random, baseline: Counter[str]
) -> Planted:
    path = root / spot.file
    whole = path.read_bytes()
    lines, line = kind.plant(whole.decode().split("\n"), spot, random)
    path.write_bytes("\n".join(lines).encode(errors="surrogateescape"))
    text = lines[line - 1]
    try:
        outcome = _check(root, _words(spot.file))
        said, hit = _first(outcome, baseline, spot.file, line)
        _mend(root, spot.file, outcome)
        return Planted(index, kind.name, spot.file, line, text, said, hit)
    except Exception:  # noqa: BLE001  any exception at all is what is looked for
        said = traceback.format_exc()
        return Planted(index, kind.name, spot.file, line, text, said, hit=False, crashed=True)
    finally:
        path.write_bytes(whole)


def _check(root: Path, words: tuple[str, ...]) -> Outcome:
    outcome = validate(open_workspace(root), words, root, TODAY)
    for name in ("full", "json"):
        PRINTERS.discover()[name].write(outcome, SWEDISH, colour=False)
    return outcome


def _fingerprints(outcome: Outcome) -> list[str]:
    return [item.fingerprint for item in outcome.diagnostics]


def _first(outcome: Outcome, baseline: Counter[str], file: str, line: int) -> tuple[str, bool]:
    left = Counter(baseline)
    for item in outcome.diagnostics:
        if left[item.fingerprint]:
            left[item.fingerprint] -= 1
            continue
        place = item.place
        words = f"{place.file}:{place.span.line}:{place.span.column} {item.entry.code} "
        said = words + item.message.words(SWEDISH)
        return said, (place.file, place.span.line) == (file, line)
    return "nothing", False


def _mend(root: Path, file: str, outcome: Outcome) -> None:
    """What is mended unasked leaves fewer errors in its file, and no other file is touched."""
    if not any(item.edits for item in outcome.diagnostics):
        return

    def check(workspace: Workspace) -> Outcome:
        return validate(workspace, (file,), root, TODAY)

    fixed = fix(open_workspace(root), check, write=False)
    assert {item.file for item in fixed.changed} <= {file}
    assert not fixed.refused, [message.words(SWEDISH) for message in fixed.refused]
    before, after = (_misshapen(item, file) for item in (outcome, fixed.outcome))
    assert after <= before, f"{before} findings became {after}"


def _misshapen(outcome: Outcome, file: str) -> int:
    """What is wrong with the file alone; what it says may contradict others once it is read."""
    return sum(
        item.place.file == file and item.entry.code.startswith("KK1")
        for item in outcome.diagnostics
    )


def main(arguments: list[str] | None = None) -> int:
    """Plant as many as asked for, and print the misses."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--number", type=int, default=200)
    parser.add_argument("--seed", type=int, default=2030)
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        root = copy_of_shipped(Path(folder).resolve() / "arbetsyta")
        planted = list(plant_many(root, given.number, given.seed))
    missed = [item for item in planted if not item.hit]
    print(*missed, sep="\n")  # noqa: T201  a script tells what it saw
    crashed = sum(item.crashed for item in planted)
    share = 100 * (len(planted) - len(missed)) / len(planted)
    print(f"{len(planted)} faults, {share:.1f} % on their line, {crashed} tracebacks")  # noqa: T201  as above
    return int(bool(missed))


if __name__ == "__main__":
    sys.exit(main())
