"""The files of a contract that nobody has begun: every common field explained, nothing invented."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

from klimatkontrakt.model.known import is_known
from klimatkontrakt.resources import starter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klimatkontrakt.model.municipality import Municipality
    from klimatkontrakt.model.outline import Outline
    from klimatkontrakt.model.version import Version

YEARLY = ("contract", "goals", "roadmap", "investment", "commitments")
LASTING = ("units", "documents")
PLACES = {
    "local-goals": "de lokala målen",
    "control": "rådigheten",
    "adaptation": "klimatanpassningen",
    "steering": "hur arbetet styrs",
    "direction": "inriktningen",
    "joining": "varför kommunen ingår i åtagandena",
    "cooperation": "samarbeten som kommunen vill ha",
}
"""What a local text is about; an outline only names the place where it stands."""


def skeleton(
    municipality: Municipality, version: Version, outline: Outline | None
) -> dict[str, str]:
    """The files of one contract by name, without folder and ending. All validate as they stand."""
    names = _names(municipality) | {
        "label": version.label,
        "year": str(version.version),
        "later": str(version.version + 2),
        "choices": "".join(_choices(version)),
    }
    files = {name: _filled(f"{name}.yaml", names) for name in YEARLY}
    sections = "".join(_sections(outline)) if outline else ""
    return files | {"contract": files["contract"] + sections}


def lasting_skeleton(municipality: Municipality, year: int) -> dict[str, str]:
    """The files that all versions share, as :func:`skeleton`."""
    names = _names(municipality) | {"before": str(year - 1)}
    return {name: _filled(f"{name}.yaml", names) for name in LASTING}


def settings(municipality: Municipality) -> str:
    """The file that makes a folder a workspace."""
    return _filled("workspace.toml", _names(municipality))


def _names(municipality: Municipality) -> dict[str, str]:
    return {
        "code": municipality.code,
        "name": municipality.name,
        "formal_name": municipality.formal_name,
    }


def _filled(name: str, names: dict[str, str]) -> str:
    return Template(starter(name)).substitute(names)


def _choices(version: Version) -> Iterator[str]:
    """Every shared commitment of the version, commented out."""
    if not version.shared_commitments:
        return
    yield "# shared_commitments:\n"
    for commitment in version.shared_commitments:
        theme = commitment.theme if is_known(commitment.theme) else "ämnet är inte känt"
        yield f"# - number: {commitment.number}  # {theme}\n#   relation: joins\n"
        if commitment.points:
            points = ", ".join(f'"{point.id}"' for point in commitment.points)
            yield f"#   points: [{points}]\n"
    yield "\n"


def _sections(outline: Outline) -> Iterator[str]:
    """Every place of the municipality's own where the version has room for a local text."""
    chapters = [found for chapter in outline.chapters for found in chapter.walk()]
    own = [item for item in chapters if item.party == "municipality" and item.parts]
    if own:
        yield "\n# Kommunens egna texter i kapitlen, skrivna som motivation ovan.\nsections:\n"
    for chapter in own:
        yield f"# Kapitlet {chapter.title}.\n"
        for part in chapter.parts:
            about = f"  # {PLACES[part]}" if part in PLACES else ""
            yield f"- chapter: {part}{about}\n  text: unknown\n"
