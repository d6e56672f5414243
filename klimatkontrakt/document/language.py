"""What a template may use of Jinja, and nothing else: each with its meaning in Swedish.

Templates may come from strangers, so all that could read files, import, never end or make a giant
of a little is left out. ``docs/templates.md`` lists what stands here.
"""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any

from jinja2.filters import FILTERS as JINJAS_FILTERS
from jinja2.tests import TESTS as JINJAS_TESTS

from klimatkontrakt.document.markdown import Markdown, escape, link
from klimatkontrakt.document.swedish import listing, number, sentence
from klimatkontrakt.document.template_values import join, text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping


FILTERS: Mapping[str, str] = {
    "capitalize": "stor första bokstav och resten små",
    "default": 'ett annat värde där det första saknas: `x | default("–")`',
    "first": "det första i en lista",
    "items": "par av namn och värde, för `for namn, värde in figures | items`",
    "join": 'texterna i en lista efter varandra, med något emellan: `lista | join("; ")`',
    "last": "det sista i en lista",
    "length": "hur många som finns i en lista, eller tecken i en text",
    "list": "som lista",
    "listing": "texterna i en lista som i löpande text: a, b och c",
    "lower": "små bokstäver",
    "map": 'ett fält ur varje del: `agencies | map(attribute="short_name")`',
    "number": "ett heltal med mellanrum mellan tusental: 12 500",
    "reject": "listan utan det som ett prov stämmer på",
    "rejectattr": "listan utan dem vars fält ett prov stämmer på",
    "reverse": "baklänges",
    "select": "det i listan som ett prov stämmer på",
    "selectattr": 'de i listan vars fält ett prov stämmer på: `lista | selectattr("text")`',
    "sentence": "som en mening: stor första bokstav och punkt",
    "sort": "i ordning",
    "trim": "utan mellanrum i början och slutet",
    "unique": "var och en bara en gång",
    "upper": "stora bokstäver",
}
TESTS: Mapping[str, str] = {
    "defined": "finns",
    "divisibleby": "går att dela jämnt med ett tal",
    "eq": "är lika med",
    "even": "är ett jämnt tal",
    "ge": "är minst",
    "gt": "är större än",
    "in": "finns i en lista eller en text",
    "le": "är högst",
    "lt": "är mindre än",
    "mapping": "har fält",
    "ne": "är inte lika med",
    "none": "saknar värde",
    "number": "är ett tal",
    "odd": "är ett udda tal",
    "string": "är en text",
    "undefined": "finns inte",
}
LOOP: Mapping[str, str] = {
    "first": "sant första varvet",
    "index": "varvets nummer, från 1",
    "index0": "varvets nummer, från 0",
    "last": "sant sista varvet",
    "length": "antal varv",
    "nextitem": "det som kommer nästa varv",
    "previtem": "det som kom förra varvet",
    "revindex": "antal varv som är kvar, med detta",
}
"""Fields of ``loop``, inside ``{% for %}``."""
FUNCTIONS: Mapping[str, str] = {
    "link": "en länk: `link(titel, adress)`",
    "note": "en fotnot, direkt efter det den hör till: `note(text)`",
    "picture": "ett diagram med rubrik, av dem som kk ritar: `picture(namn)`",
    "table": "en tabell med rubrik: `table(rubrik, huvud, rader)`, där raderna är listor",
}

OWN_FUNCTIONS: Mapping[str, Callable[..., Any]] = {"link": link}


def filters() -> dict[str, Callable[..., Any]]:
    """The functions behind :data:`FILTERS`."""
    jinjas: Mapping[str, Any] = JINJAS_FILTERS
    found = {name: jinjas[name] for name in FILTERS if name not in OWN_FILTERS}
    found = {**found, **OWN_FILTERS}
    return {**found, **{name: _of_text(found[name]) for name in OF_TEXT}}


def predicates() -> dict[str, Callable[..., Any]]:
    """The functions behind :data:`TESTS`."""
    jinjas: Mapping[str, Any] = JINJAS_TESTS
    return {name: jinjas[name] for name in TESTS}


OF_TEXT = ("capitalize", "lower", "sentence", "trim", "upper")
KEEPS_MARKS = {"do_trim", "sentence"}
"""What leaves Markdown as Markdown, so that it is not escaped a second time."""


def _of_text(function: Callable[..., Any]) -> Callable[..., Any]:
    """A filter that takes texts and numbers, and nothing else as its Python words."""

    @wraps(function)
    def of_text(value: object, *arguments: object, **named: object) -> object:
        given = text(value)
        found = function(given, *arguments, **named)
        keeps = isinstance(given, Markdown) and function.__name__ in KEEPS_MARKS
        return Markdown(found) if keeps else found

    return of_text


def _listing(values: Iterable[object], conjunction: str = "och") -> str:
    """a, b och c; Markdown if any of them is."""
    known = [text(value) for value in values]
    if not any(isinstance(value, Markdown) for value in known):
        return listing(known, conjunction)
    return Markdown(listing([escape(value) for value in known], conjunction))


OWN_FILTERS: Mapping[str, Callable[..., Any]] = {
    "join": join,
    "listing": _listing,
    "number": number,
    "sentence": sentence,
}
