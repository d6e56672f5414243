"""Findings and verdicts that a municipality accepts, each with its reason."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from klimatkontrakt.model.base import Frozen, Many, Text, one_of, refusal
from klimatkontrakt.model.when import When, Year

DiagnosticCode = Annotated[str, StringConstraints(pattern=r"^KK[0-9]{3}$")]
Fingerprint = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]


class Waiver(Frozen, json_schema_extra=one_of("ref", "fingerprint")):
    """One acceptance. It holds for a code and a path, or for one fingerprint."""

    code: DiagnosticCode = Field(description="Anmärkningens kod, till exempel KK802.")
    ref: Text | None = Field(
        None, description="Vad undantaget gäller, till exempel goal:koncern-2030."
    )
    fingerprint: Fingerprint | None = Field(
        None, description="Ändringens fingeravtryck inom citationstecken, i stället för ref."
    )
    reason: Text = Field(description="Skälet till undantaget.")
    date: When = Field(description="Dag då undantaget godtogs.")
    last_version: Year | None = Field(None, description="Sista version som undantaget gäller.")

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        if (self.ref is None) == (self.fingerprint is None):
            raise refusal("kk_one_of", keys="ref, fingerprint")
        return self


class Waivers(Frozen):
    """``waivers.yaml``."""

    waivers: Many[Waiver] = Field(
        (), description="Undantag: anmärkningar och ändringar som kommunen godtar."
    )

    def accepting(self, code: str, names: set[str], version: int) -> int | None:
        """The index of the waiver that accepts this, if any is alive in the version.

        ``names`` are the typed reference and the fingerprints by which the finding goes.
        """
        for index, waiver in enumerate(self.waivers):
            alive = waiver.last_version is None or version <= waiver.last_version
            if alive and waiver.code == code and {waiver.ref, waiver.fingerprint} & names:
                return index
        return None
