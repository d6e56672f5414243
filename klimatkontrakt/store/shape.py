"""Plain data → a value of the model, and what did not fit.

A broken item of a list is left out and the rest is used, so that one fault does not hide the next.
What is said is chosen by pydantic's error type, never by its words.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from types import NoneType
from typing import TYPE_CHECKING, Any, Generic, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from klimatkontrakt.diagnostics.dates import MONTHS
from klimatkontrakt.diagnostics.diagnostic import Finding
from klimatkontrakt.diagnostics.message import Message, say
from klimatkontrakt.diagnostics.route import Route
from klimatkontrakt.i18n import N_
from klimatkontrakt.store import faults, meaning
from klimatkontrakt.store.hints import date_meant, not_in_calendar
from klimatkontrakt.store.scalar import as_yaml
from klimatkontrakt.store.trial import laid_in

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic_core import ErrorDetails

    from klimatkontrakt.diagnostics.route import Step
    from klimatkontrakt.store.meaning import CodeOf, Meaning

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Shaped(Generic[M]):
    """The value, which items of each list it kept, and the findings about what it did not."""

    value: M
    kept: Mapping[str, tuple[int, ...]]
    findings: tuple[Finding, ...]


def shape(
    kind: type[M],
    data: Mapping[str, Any],
    document: str,
    stand_in: Mapping[str, Any] | None = None,
    code_of: CodeOf | None = None,
) -> Shaped[M]:
    """Build a value of ``kind``; ``stand_in`` takes the place of broken required keys.

    ``code_of`` gives a municipality's code by its name.
    """
    kept = {key: tuple(range(len(item))) for key, item in data.items() if isinstance(item, list)}
    current, findings = dict(data), list[Finding]()
    first: list[ErrorDetails] | None = None
    while True:
        try:
            value = kind.model_validate(current)
            proved = (_proved(kind, data, finding, first or []) for finding in findings)
            return Shaped(value, kept, tuple(proved))
        except ValidationError as error:
            errors = error.errors(include_url=False)
        first = first or errors
        findings += _findings(_Context(kind, document, data, kept, code_of), errors)
        _leave_out(current, errors, kept, stand_in or {})


def _leave_out(
    current: dict[str, Any],
    errors: list[ErrorDetails],
    kept: dict[str, tuple[int, ...]],
    stand_in: Mapping[str, Any],
) -> None:
    broken = {error["loc"][:2] if _in_list(error["loc"]) else error["loc"][:1] for error in errors}
    for where in sorted(broken, key=lambda loc: (str(loc[0]), -int(loc[1]) if loc[1:] else 0)):
        key = str(where[0])
        if len(where) == 1:
            current.pop(key, None)
            if key in stand_in:
                current[key] = stand_in[key]
        elif key in current:
            index = int(where[1])
            current[key] = [*current[key][:index], *current[key][index + 1 :]]
            kept[key] = (*kept[key][:index], *kept[key][index + 1 :])


def _in_list(loc: tuple[Step, ...]) -> bool:
    return len(loc) > 1 and isinstance(loc[1], int)


_OF_SEVERAL_KEYS = {"kk_one_of", "kk_together"}


def _proved(
    kind: type[BaseModel], data: Mapping[str, Any], finding: Finding, before: list[ErrorDetails]
) -> Finding:
    """The finding, without its rewriting unless the value or key would then have its form."""
    if finding.rewrite is None:
        return finding
    tried = laid_in(data, finding.route, finding.rewrite)
    if tried is None:
        return replace(finding, rewrite=None)
    changed, loc = tried
    try:
        kind.model_validate(changed)
    except ValidationError as error:
        known = {(e["type"], e["loc"]) for e in before}
        errors = error.errors(include_url=False)
        new = [e for e in errors if (e["type"], e["loc"]) not in known]
        inside = [e for e in errors if e["loc"][: len(loc)] == loc]
        below = finding.route.at == "key"  # what stands under the key has faults of its own
        if any(not below or (e["loc"] == loc and e["type"] in _TYPES) for e in inside) or any(
            e["type"] in _OF_SEVERAL_KEYS for e in new
        ):
            return replace(finding, rewrite=None)
    return finding


def _findings(context: _Context, errors: list[ErrorDetails]) -> list[Finding]:
    unknown = {e["loc"] for e in errors if e["type"] == "extra_forbidden"}
    missing = {e["loc"] for e in errors if e["type"] == "missing"}
    said = {loc: context.unknown_key(loc, missing) for loc in unknown}
    instead = {(*loc[:-1], key) for loc, (key, _) in said.items() if key is not None}
    findings = []
    for error in errors:
        loc = error["loc"]
        if error["type"] == "too_short" and any(e["loc"][:-1] == loc for e in errors):
            continue  # it is only empty of what was refused
        if error["type"] == "missing" and loc in instead:
            continue  # said once, of the misspelt key
        findings.append(said[loc][1] if loc in said else _finding(context, error))
    return findings


@dataclass(frozen=True, slots=True)
class _Context:
    kind: type[BaseModel]
    document: str
    data: Mapping[str, Any]
    kept: Mapping[str, tuple[int, ...]]
    code_of: CodeOf | None

    def route(self, loc: tuple[Step, ...]) -> Route:
        if _in_list(loc):
            loc = (loc[0], self.kept[str(loc[0])][int(loc[1])], *loc[2:])
        return Route(self.document, loc)

    def unknown_key(
        self, loc: tuple[Step, ...], missing: set[tuple[Step, ...]]
    ) -> tuple[str | None, Finding]:
        """The key that was most likely meant, and what to say."""
        route, key = self.route(loc), str(loc[-1])
        here: Any = self.data
        for step in route.steps[:-1]:
            here = here[step]
        absent = self._known_keys(loc[:-1]) - set(here)
        lacking = {str(other[-1]) for other in missing if other[:-1] == loc[:-1]}
        meant = meaning.key(key, lacking, absent)
        message = say(N_('there is no key "{key}" here'), key=key)
        at_key = Route(route.document, route.steps, "key")
        if meant is None:
            return None, Finding(faults.UNKNOWN_KEY, at_key, message)
        return meant.text, Finding(
            faults.UNKNOWN_KEY, at_key, message, remedy=meant.remedy, rewrite=meant.rewrite
        )

    def model_at(self, loc: tuple[Step, ...]) -> type[BaseModel] | None:
        """What should stand there, where that has keys."""
        model: type[BaseModel] | None = self.kind
        for step in loc:
            if model is not None and isinstance(step, str):
                field = model.model_fields.get(step)
                model = _model_in(field.annotation) if field is not None else None
        return model

    def _known_keys(self, loc: tuple[Step, ...]) -> set[str]:
        model = self.model_at(loc)
        return set(model.model_fields) if model is not None else set()


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part))), None)


def _finding(context: _Context, error: ErrorDetails) -> Finding:
    route = context.route(error["loc"])
    key, value = _last_key(error["loc"]), error.get("input")
    match error["type"]:
        case "missing":
            message = say(N_('the key "{key}" is missing'), key=key)
            return Finding(
                faults.MISSING_KEY, Route(route.document, route.steps[:-1], "key"), message
            )
        case "literal_error" if not _has_parts(value):
            return _wrong_word(route, key, value, str(error["ctx"]["expected"]))
        case "kk_unquoted":
            message = say(N_('"{key}" is written without quotes'), key=key)
            return Finding(faults.UNQUOTED_CODE, route, message)
        case name if name in _TYPES or (name not in _VALUES and _has_parts(value)):
            expected = _TYPES.get(name, _TYPES["string_type"])
            if expected[0] == KEYS and isinstance(value, str) and not _GLUED_KEY(value):
                return _wants_keys(context, route, key, value, error["loc"])
            return _wrong_type(route, key, value, expected, _of_type(name, value))
        case name:
            return _wrong_value(context, route, value, error)


def _wants_keys(
    context: _Context, route: Route, key: str, value: str, loc: tuple[Step, ...]
) -> Finding:
    """A text where several keys are wanted, and the key that it was most likely meant for."""
    model = context.model_at(loc)
    fields = model.model_fields if model is not None else {}
    needed = [name for name, field in fields.items() if field.is_required()]
    message = say(N_('"{key}" should hold {expected}'), key=key, expected=say(KEYS))
    if not needed:
        return Finding(faults.WRONG_TYPE, route, message, remedy=say(_TYPES["model_type"][1]))
    given = next((name for name in ("title", "text", "name") if name in needed), None)
    if given is None or len(value) > LONGEST_SHOWN:
        remedy = say(
            N_("write the keys on lines of their own, indented; {keys} must be there"),
            keys=", ".join(needed),
        )
        return Finding(faults.WRONG_TYPE, route, message, remedy=remedy)
    line = f"{given}: {as_yaml(value)}"
    return Finding(faults.WRONG_TYPE, route, message, remedy=say(N_('write "{near}"'), near=line))


LONGEST_SHOWN = 60


def _has_parts(value: object) -> bool:
    return isinstance(value, (list, dict, NoneType))


def _last_key(loc: tuple[Step, ...]) -> str:
    return next((step for step in reversed(loc) if isinstance(step, str)), "")


def _wrong_word(route: Route, key: str, value: object, expected: str) -> Finding:
    words = re.findall(r"'([^']*)'", expected)
    message = say(N_('"{value}" is not a word that "{key}" can have'), value=value, key=key)
    meant = meaning.word(value, words)
    if meant is None:
        remedy = say(N_("choose one of {words}"), words=", ".join(words))
        return Finding(faults.WRONG_WORD, route, message, remedy=remedy)
    return Finding(faults.WRONG_WORD, route, message, remedy=meant.remedy, rewrite=meant.rewrite)


KEYS = N_("several keys")
_TYPES: dict[str, tuple[str, str]] = {
    "string_type": (N_("a text"), N_("put quotes around the value, or write it as words")),
    "int_type": (N_("a whole number"), N_("write digits only, without quotes")),
    "bool_type": (N_("true or false"), N_("write true or false")),
    "tuple_type": (
        N_("a list"),
        N_("write each value on a line of its own that begins with a hyphen"),
    ),
    "model_type": (KEYS, N_("write the keys on lines of their own, indented")),
    "model_attributes_type": (
        N_("several keys"),
        N_("write the keys on lines of their own, indented"),
    ),
    "dict_type": (KEYS, N_("write the keys on lines of their own, indented")),
}


def _of_type(fault: str, value: object) -> Meaning | None:
    """What was meant by a value of another type."""
    if fault == "tuple_type" and isinstance(value, str) and _ONE_WORD(value):
        # One word is a list of one; the trial tells whether the word can stand in it.
        remedy = say(N_('write "{near}"'), near=f"[{as_yaml(value)}]")
        return meaning.Meaning("", remedy, f"[{as_yaml(value)}]")
    if fault == "model_type" and isinstance(value, str) and (glued := _GLUED_KEY(value)):
        remedy = say(N_('write a space after the colon: "{line}"'), line=f"{glued[1]}: {glued[2]}")
        return meaning.Meaning("", remedy)
    return meaning.value(fault, value, "")


_ONE_WORD = re.compile(r"[\w.-]+").fullmatch
_GLUED_KEY = re.compile(r"([a-z_]+)[:=]([^/\s].*)").fullmatch


def _wrong_type(
    route: Route, key: str, value: object, expected: tuple[str, str], meant: Meaning | None
) -> Finding:
    name, remedy = expected
    if value is None:
        message = say(N_('"{key}" has no value'), key=key)
        hint = say(N_("write a value, or remove the key if the fact may be missing"))
        return Finding(faults.WRONG_TYPE, route, message, remedy=hint)
    should = (
        N_('"{key}" should hold {expected}') if name == KEYS else N_('"{key}" should be {expected}')
    )
    message = say(should, key=key, expected=say(name))
    if meant is not None:
        return Finding(
            faults.WRONG_TYPE, route, message, remedy=meant.remedy, rewrite=meant.rewrite
        )
    return Finding(faults.WRONG_TYPE, route, message, remedy=say(remedy))


_VALUES: dict[str, tuple[str, str]] = {
    "kk_when": (
        N_('"{value}" is not a date that kk knows'),
        N_("write for example 2026, 2026-03, 2026-03-31, 2026-Q1, 2026-autumn, by 2030 or ongoing"),
    ),
    "kk_year": (
        N_('the year in "{value}" is not between 1900 and 2199'),
        N_("write a year between 1900 and 2199"),
    ),
    "kk_not_a_year": (
        N_('"{value}" is not a year'),
        N_("write a year with four digits, without quotes"),
    ),
    "kk_quantity": (
        N_('"{value}" is not an amount with a unit'),
        N_("write number and unit, for example 285 kt, 2,5 Mkr, 300 GWh or 80 %"),
    ),
    "kk_number": (
        N_('"{value}" is not a number'),
        N_("write only the number, for example 285 or 3,9; the unit stands in unit"),
    ),
    "kk_one_of": (N_("exactly one of {keys} should stand here"), N_("write exactly one of them")),
    "kk_together": (
        N_('"after" is for a chapter of one\'s own, which needs a title'),
        N_("add title, or remove after"),
    ),
    "kk_nfc": (
        N_('å, ä or ö in "{value}" is written with two characters'),
        N_("type the word again"),
    ),
    "string_pattern_mismatch": (
        N_('"{value}" does not have the form that "{key}" asks for'),
        N_("write the value in the form that the key asks for"),
    ),
    "string_too_short": (N_('"{key}" is empty'), N_("write a value, or remove the key")),
    "too_short": (N_('"{key}" is empty'), N_("write at least one value in the list")),
}
_FORMS = {
    "[0-9]{4}": N_('write the four digits of the municipality code in quotes: "2580"'),
    "[0-9]+\\.[0-9]+": N_('write the number of a point in quotes: "1.2"'),
    "KK[0-9]{3}": N_("write the code as it is reported, such as KK205"),
    "[0-9a-f]{16}": N_("copy the fingerprint from kk diff --format json"),
}
_ID_FORM = N_("write the id: small letters, digits and hyphens, such as cykelplan-2030")


def _form(pattern: str) -> str:
    """What to do about a name that is not in its form."""
    return next((text for form, text in _FORMS.items() if form in pattern), _ID_FORM)


_ANY_VALUE = (N_('"{value}" cannot stand in "{key}"'), N_("write another value"))


def _wrong_value(context: _Context, route: Route, value: object, error: ErrorDetails) -> Finding:
    name, key = error["type"], _last_key(error["loc"])
    day = date_meant(str(value)) if name == "kk_when" else None
    if name == "kk_day" or (day is not None and not_in_calendar(day)):
        return _no_such_day(route, str(value), day or str(value))
    pattern = str(error.get("ctx", {}).get("pattern", ""))
    words, remedy = _VALUES.get(name, _ANY_VALUE)
    if name == "string_pattern_mismatch":
        remedy = _form(pattern)
    meant = meaning.value(name, value, pattern, context.code_of, key)
    wanted = {"value": value, "key": key, "keys": error.get("ctx", {}).get("keys", "")}
    used = {name: item for name, item in wanted.items() if f"{{{name}}}" in words}
    message = Message(words, tuple(used.items()))
    if meant is None:
        return Finding(faults.WRONG_VALUE, route, message, remedy=say(remedy))
    return Finding(faults.WRONG_VALUE, route, message, remedy=meant.remedy, rewrite=meant.rewrite)


def _no_such_day(route: Route, value: str, meant: str) -> Finding:
    """``2026-02-30`` and ``30 februari 2026``, ``2026-13`` and ``2026-13-01``."""
    year, month, *day = (int(part) for part in meant.split("-"))
    if not day or not day[0] or not 1 <= month <= len(MONTHS):
        message = say(N_('the day or month "{value}" does not exist'), value=value)
        remedy = say(N_("write month and day with two digits each: 2026-03-31"))
        return Finding(faults.NO_SUCH_DAY, route, message, remedy=remedy)
    last = monthrange(year, month)[1]
    message = say(
        N_('the day "{value}" does not exist: {month} has {last} days'),
        value=value,
        month=say(MONTHS[month - 1], year=year),
        last=last,
    )
    near = f"{year}-{month:02}-{last}"
    remedy = say(N_('write "{near}" if the last day is meant, or the month alone'), near=near)
    return Finding(faults.NO_SUCH_DAY, route, message, remedy=remedy)
