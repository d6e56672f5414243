"""Where a fact comes from."""

from __future__ import annotations

from pydantic import Field

from klimatkontrakt.model.base import Frozen, Id, Many, Text
from klimatkontrakt.model.when import When


class Source(Frozen):
    """A document, page or decision that facts name by its id."""

    id: Id = Field(description="Id som uppgifter hänvisar till med source.")
    title: Text = Field(description="Källans titel.")
    publisher: Text | None = Field(None, description="Vem som har gett ut källan.")
    published: When | None = Field(None, description="När källan gavs ut.")
    retrieved: When | None = Field(None, description="När källan lästes.")
    url: Text | None = Field(None, description="Webbadress.")
    note: Text | None = Field(None, description="Vad källan styrker och inte styrker.")


class Sourced(Frozen):
    """A file or fact that may name its source."""

    source: Id | None = Field(None, description="Källans id, ur sources.")


class Sourcing(Frozen):
    """A file with a list of the sources that its facts, and those of its neighbours, name."""

    sources: Many[Source] = Field((), description="Källor som uppgifterna hänvisar till.")


class Link(Sourced):
    """An address that the contract's first appendix lists."""

    title: Text = Field(description="Dokumentets namn.")
    url: Text = Field(description="Webbadress.")
