"""Files → contract, with every place known and every fault said: the one door to the data."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from klimatkontrakt.diagnostics.diagnostic import Diagnostic, Finding, Related
from klimatkontrakt.diagnostics.entry import Level
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.diagnostics.place import Place, Span
from klimatkontrakt.diagnostics.route import Route
from klimatkontrakt.diagnostics.suggest import nearest
from klimatkontrakt.i18n import N_
from klimatkontrakt.model.action import Roadmap
from klimatkontrakt.model.background import Background
from klimatkontrakt.model.commitment import Commitments
from klimatkontrakt.model.contract import Contract, Head
from klimatkontrakt.model.decision import Documents
from klimatkontrakt.model.follow_up import FollowUp
from klimatkontrakt.model.goal import Goals
from klimatkontrakt.model.indicator import Indicators
from klimatkontrakt.model.investment import Investment
from klimatkontrakt.model.municipality import Municipality
from klimatkontrakt.model.register import Register
from klimatkontrakt.model.unit import Units
from klimatkontrakt.model.version import Version
from klimatkontrakt.model.waiver import Waivers
from klimatkontrakt.resources import municipalities_csv
from klimatkontrakt.store import faults
from klimatkontrakt.store.codes import Codes, read_codes
from klimatkontrakt.store.layout import CONTRACT_FILES, LASTING_FILES, REGISTER
from klimatkontrakt.store.shape import shape
from klimatkontrakt.store.source import Source, read_source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pydantic import BaseModel

    from klimatkontrakt.diagnostics.entry import Entry
    from klimatkontrakt.diagnostics.message import Message
    from klimatkontrakt.store.layout import Layout

_YEARLY: dict[str, type[BaseModel]] = {
    "contract": Head,
    "goals": Goals,
    "roadmap": Roadmap,
    "investment": Investment,
    "commitments": Commitments,
    "follow_up": FollowUp,
}
_LASTING: dict[str, type[BaseModel]] = {
    "units": Units,
    "documents": Documents,
    "indicators": Indicators,
    "waivers": Waivers,
}


@dataclass(slots=True)
class Reading:
    """What was read of one contract: the contract if there is one, its files, what was wrong."""

    contract: Contract | None = None
    sources: dict[str, Source] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def diagnostic(self, finding: Finding) -> Diagnostic:
        """A rule's finding with its place and those of its asides."""
        related = tuple(Related(item.message, self.place(item.route)) for item in finding.asides)
        place = self.place(finding.route)
        source = self.sources[finding.route.document]
        edits = source.edits(source.original(finding.route), finding.rewrite, place)
        return Diagnostic(
            finding.entry, place, finding.message, related, finding.remedy, edits=edits
        )

    def place(self, route: Route) -> Place:
        """Where a route of the contract stands in its file."""
        source = self.sources[route.document]
        return source.place(source.original(route))


@dataclass(frozen=True, slots=True)
class Part:
    """One file as a value; incomplete when anything in it was left out."""

    value: Any
    source: Source
    diagnostics: list[Diagnostic]
    incomplete: bool


class Reader:
    """Reads a workspace file by file; what is common to many contracts is read once."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.codes: Codes = read_codes(municipalities_csv())
        self.register = self._part(REGISTER, "register", Register)
        self.codes = read_codes(municipalities_csv(), self._added())
        self._versions: dict[int, Part | None] = {}
        self._lasting: dict[str, dict[str, Part]] = {}

    def _added(self) -> Iterator[Municipality]:
        register: Register = self.register.value
        for row in register.municipalities:
            if row.name and row.slug:
                yield Municipality(row.code, row.name, f"{row.name} kommun", "", row.slug)

    def version(self, year: int) -> Part | None:
        """The common side of a version, or ``None`` if the workspace has none."""
        if year not in self._versions:
            known = year in self.layout.shared_versions()
            stand_in = {"version": year, "label": str(year)}
            path = self.layout.shared(year)
            part = self._part(path, "shared", Version, stand_in) if known else None
            if part is not None and part.value.version != year:
                message = say(
                    N_("the file is that of {name}, but says {version}"),
                    name=year,
                    version=part.value.version,
                )
                place = part.source.place(Route("shared", ("version",)))
                part.diagnostics.append(Diagnostic(faults.WRONG_YEAR, place, message))
            self._versions[year] = part
        return self._versions[year]

    def contract(self, slug: str, year: int) -> Reading:
        """One municipality's contract in one version."""
        return self.contract_in(self.layout.contract(slug, year), slug, year)

    def contract_in(self, folder: str, slug: str, year: int) -> Reading:
        """The contract in a folder; units and documents are those of the folder above it."""
        reading = Reading()
        if "contract.yaml" not in self.layout.tree.files(folder):
            message = say(N_("{folder} has no contract.yaml"), folder=folder)
            reading.diagnostics.append(_about(folder, faults.NO_CONTRACT, message))
            return reading
        municipality = self.codes.by_slug.get(slug)
        code = municipality.code if municipality else "0000"
        parts = {
            name: self._part(f"{folder}/{name}.yaml", name, kind, _stand_in(name, code))
            for name, kind in _YEARLY.items()
        }
        parts |= self._lasting_parts(folder.rpartition("/")[0])
        version = self.version(year)
        if version is not None:
            parts["shared"] = version
        for name, part in parts.items():
            reading.sources[name] = part.source
            reading.diagnostics += part.diagnostics
        reading.diagnostics += self._whose(parts["contract"], municipality, slug, version, year)
        if municipality is not None and version is not None:
            reading.contract = _assemble(municipality, parts, self._misnamed(folder))
        return reading

    def _misnamed(self, folder: str) -> Iterator[str]:
        """Files that stand here under a misspelt name: what they hold is not missing."""
        above = folder.rpartition("/")[0]
        for where, names in ((folder, CONTRACT_FILES), (above, LASTING_FILES)):
            for path, expected in self.layout.unexpected(where, names):
                near = nearest(path.rpartition("/")[2], expected)
                if near is not None and near not in self.layout.tree.files(where):
                    yield near.removesuffix(".yaml")

    def _lasting_parts(self, folder: str) -> dict[str, Part]:
        if folder not in self._lasting:
            self._lasting[folder] = {
                name: self._part(f"{folder}/{name}.yaml", name, kind)
                for name, kind in _LASTING.items()
            }
        return self._lasting[folder]

    def _whose(
        self,
        head: Part,
        municipality: Municipality | None,
        slug: str,
        version: Part | None,
        year: int,
    ) -> Iterable[Diagnostic]:
        entry, place = (
            faults.OTHER_MUNICIPALITY,
            head.source.place(Route("contract", ("municipality",))),
        )
        if municipality is None:
            near = nearest(slug, self.codes.by_slug)
            message = say(N_("there is no municipality with the folder name {slug}"), slug=slug)
            remedy = say(N_('rename the folder to "{near}"'), near=near) if near else None
            yield Diagnostic(entry, place, message, remedy=remedy)
        elif head.value.municipality != municipality.code:
            message = say(
                N_("the contract says {theirs}, but the folder is that of {name}, {ours}"),
                theirs=head.value.municipality,
                name=municipality.name,
                ours=municipality.code,
            )
            yield Diagnostic(entry, place, message)
        if version is None:
            message = say(N_("there is no commitments/shared/{year}.yaml"), year=year)
            yield Diagnostic(faults.NO_VERSION, head.source.place(Route("contract")), message)

    def common_diagnostics(self) -> Iterator[Diagnostic]:
        """What is wrong outside contracts: register, versions, background, files nobody reads."""
        yield from self.register.diagnostics
        yield from self._twins()
        for year in self.layout.shared_versions():
            version = self.version(year)
            yield from version.diagnostics if version else ()
        for part in self.backgrounds:
            yield from part.diagnostics
        for path, expected in self.layout.strays():
            folder, _, name = path.rpartition("/")
            near = nearest(name, expected)
            is_file = name in self.layout.tree.files(folder)
            words = N_("{file} is not a file that kk reads")
            message = say(
                words if is_file else N_("{file} is not a folder that kk reads"), file=path
            )
            remedy = say(N_('rename it to "{near}"'), near=near) if near else None
            if near in {*self.layout.tree.files(folder), *self.layout.tree.folders(folder)}:
                remedy = say(N_("move what is in it to {near}, and remove it"), near=near)
            yield _about(path, faults.UNKNOWN_FILE, message, remedy)

    @cached_property
    def backgrounds(self) -> tuple[Part, ...]:
        """What is known beside any contract, file by file."""
        stand_in = {"title": "unknown", "source": "unknown"}
        return tuple(
            self._part(path, "background", Background, stand_in)
            for slug in self.layout.municipalities()
            for path in self.layout.background(slug)
        )

    def _twins(self) -> Iterator[Diagnostic]:
        """Twins in the register without the municipality that they are said to follow."""
        rows, source = self.register.value.municipalities, self.register.source
        taking_part = {row.code for row in rows}
        for index, row in enumerate(rows):
            other = self.codes.by_code.get(row.twin_of) if row.twin_of else None
            own = self.codes.by_code.get(row.code)
            name = own.name if own else row.code
            if row.twin_of is None or (row.twin_of in taking_part and row.twin_of != row.code):
                continue
            if other is None:
                message = say(N_('there is no municipality "{word}"'), word=row.twin_of)
            elif row.twin_of == row.code:
                message = say(N_("{name} is said to be its own twin"), name=name)
            elif self.register.incomplete:
                continue
            else:
                message = say(
                    N_("{name} is said to be a twin of {other}, which the register lacks"),
                    name=name,
                    other=other.name,
                )
            route = Route("register", ("municipalities", index, "twin_of"))
            yield Diagnostic(faults.UNKNOWN_TWIN, source.place(source.original(route)), message)

    def _part(
        self,
        path: str,
        document: str,
        kind: type[BaseModel],
        stand_in: dict[str, Any] | None = None,
    ) -> Part:
        """A file as a value; one that is absent is an empty value."""
        source = read_source(self.layout.tree.read(path) or b"", path, document)
        found = source.fault_diagnostics()
        if source.data is None:
            return Part(kind.model_validate(stand_in or {}), source, found, incomplete=True)
        shaped = shape(kind, source.data, document, stand_in, self._code_of)
        source.kept = shaped.kept
        found += [source.diagnostic(finding) for finding in shaped.findings]
        broken = any(item.severity is Level.ERROR for item in found)
        return Part(shaped.value, source, _once(found), incomplete=broken)

    def _code_of(self, name: str) -> str | None:
        """The code of the one municipality with this name."""
        found = self.codes.find(name)
        return found[0].code if len(found) == 1 else None


def _about(path: str, entry: Entry, message: Message, remedy: Message | None = None) -> Diagnostic:
    return Diagnostic(entry, Place(path, Span(1, 1, 1, 2)), message, remedy=remedy)


def _once(found: list[Diagnostic]) -> list[Diagnostic]:
    """A word that is wrong here need not also be said to be read differently elsewhere."""
    wrong = {item.place.span for item in found if item.entry is not faults.READ_DIFFERENTLY}
    return [
        item
        for item in found
        if item.entry is not faults.READ_DIFFERENTLY or item.place.span not in wrong
    ]


def _stand_in(name: str, code: str) -> dict[str, Any] | None:
    if name != "contract":
        return None
    return {
        "municipality": code,
        "kind": "contract",
        "record": "partial",
        "wording": "summary",
        "status": "draft",
    }


def _assemble(
    municipality: Municipality, parts: dict[str, Part], misnamed: Iterable[str]
) -> Contract:
    return Contract(
        municipality=municipality,
        version=parts["shared"].value,
        head=parts["contract"].value,
        goals=parts["goals"].value,
        roadmap=parts["roadmap"].value,
        investment=parts["investment"].value,
        commitments=parts["commitments"].value,
        follow_up=parts["follow_up"].value,
        units=parts["units"].value,
        documents=parts["documents"].value,
        indicators=parts["indicators"].value,
        waivers=parts["waivers"].value,
        incomplete=frozenset(name for name, part in parts.items() if part.incomplete)
        | frozenset(misnamed),
    )
