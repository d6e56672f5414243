"""Plain data → a value of the model, and what did not fit.

A broken item of a list is left out and the rest is used, so that one fault does not hide the next.
What is said is chosen by pydantic's error type, never by its words.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from types import NoneType
from typing import TYPE_CHECKING, Any, Generic, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from klimatkontrakt.diagnostics.dates import MONTHS
from klimatkontrakt.diagnostics.diagnostic import Finding
from klimatkontrakt.diagnostics.message import Message, say
from klimatkontrakt.diagnostics.route import Route
from klimatkontrakt.diagnostics.suggest import nearest
from klimatkontrakt.i18n import N_
from klimatkontrakt.store import faults
from klimatkontrakt.store.hints import date_meant, not_in_calendar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic_core import ErrorDetails

    from klimatkontrakt.diagnostics.route import Step

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Shaped(Generic[M]):
    """The value, which items of each list it kept, and the findings about what it did not."""

    value: M
    kept: Mapping[str, tuple[int, ...]]
    findings: tuple[Finding, ...]


def shape(
    kind: type[M], data: Mapping[str, Any], document: str, stand_in: Mapping[str, Any] | None = None
) -> Shaped[M]:
    """Build a value of ``kind``; ``stand_in`` takes the place of broken required keys."""
    kept = {key: tuple(range(len(item))) for key, item in data.items() if isinstance(item, list)}
    current, findings = dict(data), list[Finding]()
    while True:
        try:
            return Shaped(kind.model_validate(current), kept, tuple(findings))
        except ValidationError as error:
            errors = error.errors(include_url=False)
        findings += _findings(kind, document, errors, kept)
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


def _findings(
    kind: type[BaseModel],
    document: str,
    errors: list[ErrorDetails],
    kept: Mapping[str, tuple[int, ...]],
) -> list[Finding]:
    unknown = {e["loc"] for e in errors if e["type"] == "extra_forbidden"}
    missing = {e["loc"] for e in errors if e["type"] == "missing"}
    findings = []
    for error in errors:
        loc = error["loc"]
        if error["type"] == "too_short" and any(e["loc"][:-1] == loc for e in errors):
            continue  # it is only empty of what was refused
        siblings = {str(other[-1]) for other in unknown if other[:-1] == loc[:-1]}
        if error["type"] == "missing" and nearest(str(loc[-1]), siblings):
            continue  # said once, of the misspelt key
        lacking = {str(other[-1]) for other in missing if other[:-1] == loc[:-1]}
        findings.append(_finding(_Context(kind, document, kept, lacking), error))
    return findings


@dataclass(frozen=True, slots=True)
class _Context:
    kind: type[BaseModel]
    document: str
    kept: Mapping[str, tuple[int, ...]]
    lacking: set[str]

    def route(self, loc: tuple[Step, ...]) -> Route:
        if _in_list(loc):
            loc = (loc[0], self.kept[str(loc[0])][int(loc[1])], *loc[2:])
        return Route(self.document, loc)

    def known_keys(self, loc: tuple[Step, ...]) -> set[str]:
        model: type[BaseModel] | None = self.kind
        for step in loc:
            if model is not None and isinstance(step, str):
                model = _model_in(model.model_fields[step].annotation)
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
        case "extra_forbidden":
            return _unknown_key(context, route, error["loc"])
        case "literal_error" if not _has_parts(value):
            return _wrong_word(route, key, value, str(error["ctx"]["expected"]))
        case "kk_unquoted":
            message = say(N_('"{key}" is written without quotes'), key=key)
            return Finding(faults.UNQUOTED_CODE, route, message)
        case name if name in _TYPES or (name not in _VALUES and _has_parts(value)):
            return _wrong_type(route, key, value, _TYPES.get(name, _TYPES["string_type"]))
        case name:
            return _wrong_value(route, key, value, name, error.get("ctx", {}))


def _has_parts(value: object) -> bool:
    return isinstance(value, (list, dict, NoneType))


def _last_key(loc: tuple[Step, ...]) -> str:
    return next((step for step in reversed(loc) if isinstance(step, str)), "")


def _unknown_key(context: _Context, route: Route, loc: tuple[Step, ...]) -> Finding:
    key = str(loc[-1])
    known = context.known_keys(loc[:-1])
    near = nearest(key, context.lacking) or nearest(key, known)
    message = say(N_('there is no key "{key}" here'), key=key)
    remedy = say(N_('write "{near}"'), near=near) if near else None
    at_key = Route(route.document, route.steps, "key")
    return Finding(faults.UNKNOWN_KEY, at_key, message, remedy=remedy)


def _wrong_word(route: Route, key: str, value: object, expected: str) -> Finding:
    words = re.findall(r"'([^']*)'", expected)
    message = say(N_('"{value}" is not a word that "{key}" can have'), value=value, key=key)
    near = nearest(str(value), words)
    remedy = (
        say(N_('write "{near}"'), near=near)
        if near
        else say(N_("choose one of {words}"), words=", ".join(words))
    )
    return Finding(faults.WRONG_WORD, route, message, remedy=remedy)


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


def _wrong_type(route: Route, key: str, value: object, expected: tuple[str, str]) -> Finding:
    name, remedy = expected
    if value is None:
        message = say(N_('"{key}" has no value'), key=key)
        hint = say(N_("write a value, or remove the key if the fact may be missing"))
        return Finding(faults.WRONG_TYPE, route, message, remedy=hint)
    should = (
        N_('"{key}" should hold {expected}') if name == KEYS else N_('"{key}" should be {expected}')
    )
    message = say(should, key=key, expected=say(name))
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


def _form(value: str, pattern: str) -> str:
    """What to do about a name that is not in its form."""
    if set(value) & set("”“’‘"):
        return N_('the quotes are typographic; write straight ones: "…"')
    return next((text for form, text in _FORMS.items() if form in pattern), _ID_FORM)


_ANY_VALUE = (N_('"{value}" cannot stand in "{key}"'), N_("write another value"))


def _wrong_value(
    route: Route, key: str, value: object, name: str, context: Mapping[str, Any]
) -> Finding:
    meant = date_meant(str(value)) if name == "kk_when" else None
    if name == "kk_day" or (meant is not None and not_in_calendar(meant)):
        return _no_such_day(route, str(value), meant or str(value))
    words, remedy = _VALUES.get(name, _ANY_VALUE)
    if name == "string_pattern_mismatch":
        remedy = _form(str(value), str(context.get("pattern", "")))
    elif meant is not None:
        return Finding(
            faults.WRONG_VALUE,
            route,
            say(words, value=value),
            remedy=say(N_('write "{near}"'), near=meant),
        )
    keys = context.get("keys", "")
    wanted = {"value": value, "key": key, "keys": keys}
    used = {name: item for name, item in wanted.items() if f"{{{name}}}" in words}
    return Finding(
        faults.WRONG_VALUE, route, Message(words, tuple(used.items())), remedy=say(remedy)
    )


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
