"""A field's tag with the first version that it belongs to."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from klimatkontrakt.model.base import Frozen, Many, Since, Text, first_version, newest_version
from klimatkontrakt.model.commitment import Commitments
from klimatkontrakt.model.goal import Goals
from klimatkontrakt.model.version import Version


class Tiny(Frozen):
    """A model with fields of two ages."""

    old: Many[Text] = Field((), description="Fanns från början.")
    new: Annotated[Many[Text], Since(2026)] = Field((), description="Kom senare.")


class Around(Frozen):
    """A model that holds one with fields of two ages."""

    tiny: Many[Tiny] = Field((), description="Några.")
    old: Tiny | None = Field(None, description="En.")


def test_the_newest_tag_is_found_in_models_within() -> None:
    assert [newest_version(kind) for kind in (Tiny, Around, Version, Goals)] == [
        2026,
        2026,
        2025,
        0,
    ]


def test_the_tag_is_found_and_changes_nothing_else() -> None:
    assert (first_version(Tiny, "old"), first_version(Tiny, "new")) == (None, 2026)
    assert Tiny.model_validate({"old": ["a"], "new": ["b"]}).new == ("b",)


def test_commitments_between_municipalities_came_with_version_2025() -> None:
    assert first_version(Commitments, "shared_commitments") == 2025
    assert first_version(Version, "shared_commitments") == 2025
    assert first_version(Commitments, "cooperation_areas") is None
