"""A Swedish municipality."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Municipality:
    """One row of the code list: the code and the names that go with it."""

    code: str
    """Four digits as text; the leading zero matters."""
    name: str
    """The place: ``Luleå``."""
    formal_name: str
    """The municipality: ``Luleå kommun``, ``Karlstads kommun``."""
    county: str
    slug: str
    """Its folder under ``commitments/``; ASCII and unique."""
