"""The contracts that every check of documents looks at, and how they are written as files."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from everything import everything
from rich_contract import RICH
from small import small_workspace

from klimatkontrakt.app.render import render_to
from klimatkontrakt.app.workspace import open_workspace
from klimatkontrakt.formats._format import FORMATS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SHIPPED = (("luleå", "2025"), ("luleå", "2024"), ("karlstad", "2022"), ("karlstad", "2023"))
SUFFIXES = ("html", "docx", "pdf")

HOSTILE = [
    "{{ 7 * 7 }} {% raw %} {# inte #}",
    '#let x = 1; #read("/etc/passwd") $x^2$ @ref <etikett> [inte] \\ \\u{0}',
    "| a | b | -- *fet* _kursiv_ `kod` ~bort~ > citat ![bild](x)",
    '<script>alert("x")</script> & &amp; &#x41; ]]> --> "citat" \'enkla\'',
    "vänster\u202ehöger\u202c noll\u200bbredd",
    "hårt\u2011streck tunt\u2009mellanslag mjukt\u00adstreck",
    "å" * 10_000,
    "- punkt",
    "1. ett",
    "# rubrik",
    "\\begin{document} C:\\mapp\\fil",
]


def hostile() -> dict[str, str]:
    """A contract with every hostile text in its prose, titles and list items."""
    quoted = ["'" + text.replace("'", "''") + "'" for text in HOSTILE]
    goals = "".join(
        f"- id: mal-{n}\n  statement: {text}\n  boundary: [territory]\n  end_state: other\n"
        for n, text in enumerate(quoted)
    )
    actions = "".join(
        f"- id: insats-{n}\n  title: {text}\n  text: {text}\n  outputs: [{text}]\n"
        for n, text in enumerate(quoted)
    )
    return {"goals.yaml": f"goals:\n{goals}", "roadmap.yaml": f"actions:\n{actions}"}


INVENTED = {"rich": RICH, "sparsest": {}, "hostile": hostile()}


def write_all(repository: Path, folder: Path) -> None:
    """Every contract as ``<name>.html``, ``.docx`` and ``.pdf`` in the folder.

    One more has a table, a picture and notes, which no contract needs to have.
    """
    for name, root, who, version in _contracts(repository, folder):
        workspace = open_workspace(root)
        chosen = workspace.contract_of(who, version)
        paths = [folder / f"{name}.{suffix}" for suffix in SUFFIXES]
        render_to(workspace, chosen, paths, date(2026, 11, 22))
    for suffix in SUFFIXES:
        data = FORMATS.discover()[suffix].write(everything())
        (folder / f"everything.{suffix}").write_bytes(data)


def _contracts(repository: Path, folder: Path) -> Iterator[tuple[str, Path, str, str]]:
    for who, version in SHIPPED:
        yield f"{who}-{version}", repository, who, version
    for name, files in INVENTED.items():
        yield name, small_workspace(folder / "arbetsytor" / name, files), "påhittköping", "2025"
