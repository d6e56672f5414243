"""The shape of a writer of checked documents, and the list of all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from klimatkontrakt.registry import Registry

if TYPE_CHECKING:
    from collections.abc import Callable

    from klimatkontrakt.diagnostics.message import Translator
    from klimatkontrakt.document.check.checked import Checked


@dataclass(frozen=True, slots=True)
class Writer:
    """A form of what is said of a checked document."""

    name: str
    write: Callable[[Checked, Translator], str]


WRITERS: Registry[Writer] = Registry("klimatkontrakt.reports.document_check")
