"""JSON Schema of the files, of what kk writes as JSON, and of what templates see."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from klimatkontrakt.diagnostics.failure import Failure
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.exporters.json_schema import FILES, json_schema
from klimatkontrakt.exporters.template_schema import VIEWS, template_schema
from klimatkontrakt.i18n import N_
from klimatkontrakt.resources import SCHEMAS, schema_json
from klimatkontrakt.store.writer import fill_folder

if TYPE_CHECKING:
    from pathlib import Path


def schema(name: str | None) -> str:
    """One schema as text.

    Raises:
        Failure: no name is given.
    """
    if name is None:
        message = say(N_("nothing is named"))
        raise Failure(
            message, say(N_("name a kind of file, or write all with --all and --out-dir"))
        )
    if name in SCHEMAS:
        return schema_json(name)
    made = template_schema(name) if name in VIEWS else json_schema(name)
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def every_schema() -> dict[str, str]:
    """The schema of each kind of file by the name of its own file, ``goals.schema.json``."""
    return {f"{name}.schema.json": schema(name) for name in FILES}


def write_all(folder: Path | None) -> int:
    """Every schema of a kind of file in a folder, as ``goals.schema.json``; how many changed.

    Raises:
        Failure: no folder is given, or a file cannot be written.
    """
    if folder is None:
        message = say(N_("{name} needs a folder to write in"), name="--all")
        raise Failure(message, say(N_("name the folder with --out-dir")))
    return fill_folder(folder, {name: text.encode() for name, text in every_schema().items()})
