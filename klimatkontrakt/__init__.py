"""Klimatkontrakt 2030 som data: läs, granska och skriv ut kommunernas klimatkontrakt.

Public before 1.0: ``__version__``, ``load``, ``validate`` and ``render``; all else may change.
The three functions are imported when first asked for, so that ``kk --version`` imports nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from klimatkontrakt.app.public import load, render, validate

__version__ = "0.1.0"
__all__ = ["__version__", "load", "render", "validate"]


def __getattr__(name: str) -> object:
    if name in __all__:
        from klimatkontrakt.app import public

        return getattr(public, name)
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
