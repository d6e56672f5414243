"""Unknown, not applicable and nothing are three different things; none of them says anything."""

from __future__ import annotations

UNKNOWN = "unknown"
"""The fact exists or may exist, but is not known here. Not the same as 0 or not applicable."""
NOT_APPLICABLE = "not_applicable"
"""The question does not arise."""


def is_known(value: object) -> bool:
    """Whether a value says something: not absent, not ``unknown``, not ``not_applicable``."""
    return value is not None and value not in (UNKNOWN, NOT_APPLICABLE, ())
