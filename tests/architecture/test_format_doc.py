"""docs/format.md lists every key of every file, from the model's own descriptions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, get_args

from pydantic import BaseModel

from klimatkontrakt.model.action import Roadmap
from klimatkontrakt.model.background import Background
from klimatkontrakt.model.base import first_version
from klimatkontrakt.model.commitment import Commitments
from klimatkontrakt.model.contract import Head
from klimatkontrakt.model.decision import Documents
from klimatkontrakt.model.follow_up import FollowUp
from klimatkontrakt.model.goal import Goals
from klimatkontrakt.model.indicator import Indicators
from klimatkontrakt.model.investment import Investment
from klimatkontrakt.model.register import Register
from klimatkontrakt.model.unit import Units
from klimatkontrakt.model.version import Version
from klimatkontrakt.model.waiver import Waivers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pytest

FILES: dict[str, type[BaseModel]] = {
    "contract.yaml": Head,
    "goals.yaml": Goals,
    "roadmap.yaml": Roadmap,
    "investment.yaml": Investment,
    "commitments.yaml": Commitments,
    "follow_up.yaml": FollowUp,
    "units.yaml": Units,
    "documents.yaml": Documents,
    "indicators.yaml": Indicators,
    "waivers.yaml": Waivers,
    "background/<namn>.yaml": Background,
    "shared/<år>.yaml": Version,
    "register.yaml": Register,
}
KEYS = re.compile(r"(?<=<!-- keys -->\n).*(?=<!-- /keys -->)", re.DOTALL)


def models(annotation: Any) -> Iterator[type[BaseModel]]:
    """Models that a field may hold."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from models(part)


def below(kind: type[BaseModel], seen: list[type[BaseModel]]) -> list[type[BaseModel]]:
    """A model and all that stand in it, each once, in reading order."""
    if kind not in seen:
        seen.append(kind)
        for field in kind.model_fields.values():
            for model in models(field.annotation):
                below(model, seen)
    return seen


def words(annotation: Any) -> list[str]:
    """The words that a field may have, if they are fixed."""
    found = [part for part in get_args(annotation) if isinstance(part, str)]
    return found + [word for part in get_args(annotation) for word in words(part)]


def table(kind: type[BaseModel], heading: str) -> str:
    rows = [
        f"| `{name}`{'*' if field.is_required() else ''} | {field.description}"
        f"{values(words(field.annotation))}{since(kind, name)} |"
        for name, field in kind.model_fields.items()
    ]
    return "\n".join([heading, "", "| Nyckel | Betydelse |", "| --- | --- |", *rows, ""])


def since(kind: type[BaseModel], name: str) -> str:
    version = first_version(kind, name)
    return f" Från version {version}." if version else ""


def values(known: list[str]) -> str:
    return f" Ett av {', '.join(f'`{word}`' for word in known)}." if known else ""


def reference() -> str:
    seen: list[type[BaseModel]] = []
    parts = []
    for name, root in FILES.items():
        new = [kind for kind in below(root, list(seen)) if kind not in seen]
        seen += new
        parts += [
            table(kind, f"### `{name}`" if kind is root else f"#### {kind.__name__}")
            for kind in new
        ]
    return "\n" + "\n".join(parts) + "\n"


def test_every_key_is_listed(repository: Path, request: pytest.FixtureRequest) -> None:
    path = repository / "docs" / "format.md"
    text = path.read_text(encoding="utf-8")
    real = KEYS.sub(reference().replace("\\", "\\\\"), text)
    if request.config.getoption("--update-golden"):
        path.write_text(real, encoding="utf-8", newline="\n")
        text = real

    assert text == real
