"""The order of a version's document: chapters with slugs that outlive numbers and titles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field

from klimatkontrakt.model.base import Frozen, Id, Many, Text
from klimatkontrakt.model.commitment import Slug
from klimatkontrakt.model.when import Year

if TYPE_CHECKING:
    from collections.abc import Iterator

Need = Literal["goals", "roadmap", "investment", "commitments", "motivation", "links"]


class Chapter(Frozen):
    """One chapter: its place gives its number, its slug its template and its name in the data."""

    slug: Slug = Field(description="Namn som består när nummer och rubrik ändras.")
    title: Text = Field(description="Rubrik.")
    template: Slug | None = Field(None, description="Mall, om den inte heter som kapitlet.")
    party: Literal["all", "municipality", "agencies", "programme"] = Field(
        "all", description="Vems text det är."
    )
    needs: Need | None = Field(None, description="Uppgifter som kapitlet inte kan vara utan.")
    only_with: Literal["signatories", "pictures"] | None = Field(
        None, description="Vad kapitlet är till för; utan det utelämnas kapitlet."
    )
    needs_name: Text | None = Field(
        None, description="Uppgifterna i ord, i bestämd form: målen, färdplanen."
    )
    parts: Many[Slug] = Field((), description="Ställen i kapitlet där kommunen kan ha egen text.")
    numbered: bool = Field(default=True, description="Om kapitlet har ett nummer.")
    appendix: bool = Field(default=False, description="Bilaga i stället för kapitel.")
    chapters: Many[Chapter] = Field((), description="Underkapitel.")

    def walk(self) -> Iterator[Chapter]:
        """This chapter and all below it, in order."""
        yield self
        for chapter in self.chapters:
            yield from chapter.walk()


class Outline(Frozen):
    """``templates/<year>/outline.yaml``."""

    version: Year | None = Field(
        None, description="Versionens år; saknas för en avsiktsförklaring."
    )
    extends: Year | None = Field(
        None, description="Version vars kapitel gäller där inget annat anges."
    )
    title: Text = Field(description="Dokumentets rubrik.")
    figures: Many[Id] = Field((), description="Tal som mallarna behöver, ur den gemensamma delen.")
    chapters: Many[Chapter] = Field(
        (), description="Kapitel i ordning; utan dem gäller kapitlen i extends."
    )

    def slugs(self) -> frozenset[str]:
        """Every name that a local text may stand under."""
        chapters = [found for chapter in self.chapters for found in chapter.walk()]
        return frozenset(slug for chapter in chapters for slug in (chapter.slug, *chapter.parts))
