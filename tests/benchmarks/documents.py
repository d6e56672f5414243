"""What documents cost, in one run: ``python tests/benchmarks/documents.py``.

Every line is measured in turn with the others of its table, round after round, so that a busy
machine slows them all; a ratio is taken within a round. Printed are the median time and the median
ratios to the first and the second line, with the smallest and the largest.

The first line is typst's own compile step: the very call that writing Luleå's PDF makes of it. In
one process typst remembers what it has set before; in processes of their own it does not.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
import time
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import typst

from klimatkontrakt.app.document_of import document_of
from klimatkontrakt.app.render import AS_USUAL
from klimatkontrakt.app.render_all import Order, newest, render_all
from klimatkontrakt.app.workspace import open_workspace
from klimatkontrakt.formats._format import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable

    from klimatkontrakt.document.document import Document

REPOSITORY = Path(__file__).parents[2]
FORMS = ("markdown", "html", "docx", "pdf")
TODAY = date(2026, 11, 22)
TYPST_ALONE = """
import sys, typst
fonts = typst.Fonts(
    include_system_fonts=False, include_embedded_fonts=False, font_paths=[sys.argv[2]]
)
typst.compile(sys.argv[1], font_paths=fonts, format="pdf", pdf_standards=["ua-1", "a-2a"])
"""


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--rounds", type=int, default=9)
    options.add_argument("--copies", type=int, default=48)
    asked = options.parse_args()
    with TemporaryDirectory() as place:
        folder = Path(place)
        document, _ = document_of(*_lulea(), TODAY, AS_USUAL)
        call = typst_call(document)
        show("Luleå in this process, from its files to bytes", in_process(call), asked.rounds)
        show(
            "Luleå in this process, from the document to bytes",
            writing(call, document),
            asked.rounds,
        )
        show("Luleå in a process of its own", processes(call, folder), asked.rounds)
        root = copies(folder / "kommuner", asked.copies)
        lines = many(root, folder)
        show(f"{asked.copies} contracts in four formats", lines, max(asked.rounds // 3, 1))


def show(title: str, lines: dict[str, Callable[[], object]], rounds: int) -> None:
    """Run every line in turn, round after round, and print a table."""
    times: dict[str, list[float]] = {name: [] for name in lines}
    for turn in range(rounds + 1):
        for name, run in lines.items():
            start = time.perf_counter()
            run()
            if turn:  # the first round only warms
                times[name].append(time.perf_counter() - start)
    bases = list(lines)[:2]
    heads = "".join(f"   {'times ' + base:<24}" for base in bases)
    table = [f"\n{title}, {rounds} rounds", f"{'':16}{'ms':>8}{heads}".rstrip()]
    for name, found in times.items():
        ratios = [[a / b for a, b in zip(found, times[base], strict=True)] for base in bases]
        spread = [f"{statistics.median(r):.2f} ({min(r):.2f}–{max(r):.2f})" for r in ratios]
        columns = "".join(f"   {words:<24}" for words in spread)
        table.append(f"{name:16}{statistics.median(found) * 1000:8.1f}{columns}".rstrip())
    print(*table, sep="\n")  # noqa: T201  a script tells what it saw


def typst_call(document: Document) -> Callable[..., bytes]:
    """The call that writing the document as PDF makes of typst, to be made again alone."""
    made: list[Callable[..., bytes]] = []
    compile_ = typst.compile

    def noted(*arguments: Any, **named: Any) -> bytes:
        made.append(partial(compile_, *arguments, **named))
        return compile_(*arguments, **named)

    typst.compile = noted
    try:
        FORMATS.discover()["pdf"].write(document)
    finally:
        typst.compile = compile_
    return made[-1]


def _lulea() -> tuple[Any, Any]:
    workspace = open_workspace(REPOSITORY)
    return workspace, workspace.contract_of("luleå", "2025")


def _rendered(form: str) -> bytes:
    document, _ = document_of(*_lulea(), TODAY, AS_USUAL)
    return FORMATS.discover()[form].write(document)


def in_process(call: Callable[..., bytes]) -> dict[str, Callable[[], object]]:
    """Reading, judging, composing and writing, against typst alone and against Markdown."""
    return {"typst alone": call, **{form: partial(_rendered, form) for form in FORMS}}


def writing(call: Callable[..., bytes], document: Document) -> dict[str, Callable[[], object]]:
    """Only the writing."""
    known = FORMATS.discover()
    return {"typst alone": call, **{form: partial(known[form].write, document) for form in FORMS}}


def processes(call: Callable[..., bytes], folder: Path) -> dict[str, Callable[[], object]]:
    """``kk render luleå -o FILE``, against a Python that only imports typst and compiles."""
    source = folder / "source.typ"
    source.write_bytes(call.args[0])  # type: ignore[attr-defined]
    fonts = REPOSITORY / "klimatkontrakt" / "data" / "fonts"
    alone = [sys.executable, "-c", TYPST_ALONE, str(source), str(fonts)]
    lines: dict[str, Callable[[], object]] = {"typst alone": partial(_run, alone)}
    for suffix in ("md", "html", "docx", "pdf"):
        path = str(folder / f"kontrakt.{suffix}")
        command = [sys.executable, "-m", "klimatkontrakt", "render", "luleå", "-o", path]
        lines[suffix] = partial(_run, command)
    return lines


def _run(command: list[str]) -> None:
    subprocess.run(command, cwd=REPOSITORY, check=True, capture_output=True)


def copies(root: Path, number: int) -> Path:
    """A workspace with Luleå's contract once for each of so many invented towns."""
    shutil.copytree(REPOSITORY / "commitments" / "shared", root / "commitments" / "shared")
    shutil.copytree(REPOSITORY / "templates", root / "templates")
    shutil.copy(REPOSITORY / "klimatkontrakt.toml", root)
    register = "municipalities:\n"
    for code in range(9001, 9001 + number):
        slug = f"stad-{code}"
        register += f'- code: "{code}"\n  name: Stad {code}\n  slug: {slug}\n'
        town = root / "commitments" / slug
        shutil.copytree(REPOSITORY / "commitments" / "lulea", town)
        for head in town.glob("*/contract.yaml"):
            text = head.read_text(encoding="utf-8").replace('"2580"', f'"{code}"')
            head.write_text(text, encoding="utf-8")
    (root / "commitments" / "register.yaml").write_text(register, encoding="utf-8")
    return root


def many(root: Path, folder: Path) -> dict[str, Callable[[], object]]:
    """All of a workspace by one process and by two, each time into a new folder."""
    return {
        "one process": partial(_all, root, folder, 1),
        "two processes": partial(_all, root, folder, 2),
    }


def _all(root: Path, folder: Path, jobs: int) -> None:
    out = folder / "ut"
    shutil.rmtree(out, ignore_errors=True)
    order = Order(root, out, FORMS, TODAY)
    done = list(render_all(order, newest(order), jobs))
    failed = [item.failed for item in done if item.failed is not None]
    if failed:
        raise failed[0]


if __name__ == "__main__":
    main()
