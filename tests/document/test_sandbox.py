"""What templates may do, what they are refused, and that every one of them comes to an end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from klimatkontrakt.diagnostics.failure import Failure
from klimatkontrakt.document.numbering import Numbering
from klimatkontrakt.document.sandbox import Sandbox
from klimatkontrakt.document.traced import traced
from klimatkontrakt.i18n import translations
from klimatkontrakt.model.template import Template

if TYPE_CHECKING:
    from collections.abc import Mapping

SEEN = {
    "agencies": [{"short_name": "Formas"}, {"short_name": "Vinnova"}],
    "arena": None,
    "figures": {"eu-year": 2050},
    "goals": {
        "goals": [{"label": "Mål 1", "facts": []}, {"label": "", "facts": ["Två *stjärnor*."]}]
    },
    "investment": {"items": [{"title": "Buss"}]},
    "place": "Luleå",
    "shares": [0.5],
    "yes": True,
    "many": list(range(100)),
}
BELOW = (
    "{% block opening %}\nFörst *här*.\n{% endblock %}\n\n{% block end %}\nSist.\n{% endblock %}"
)


def write(text: str, **others: str) -> str:
    """What a template says, in a workspace where others lie beside it."""
    texts: Mapping[str, str] = {"x": text, **others}

    def template_of(name: str) -> Template | None:
        if name == "kk:below":
            return Template(BELOW, "templates/2025/chapters/below.md.j2", own=False)
        file = f"templates/2025/chapters/{name}.md.j2"
        return Template(texts[name], file, own=True) if name in texts else None

    return Sandbox(template_of, Numbering({}).functions()).write("x", traced(SEEN))


def refused(text: str, **others: str) -> str:
    """Why a template cannot be used, and what to do."""
    with pytest.raises(Failure) as caught:
        write(text, **others)
    swedish = translations("sv")
    failure: Any = caught.value
    words = failure.message.words(swedish).replace("templates/2025/chapters/", "")
    remedy = failure.remedy.words(swedish)
    usual = "rätta mallen, eller ta bort er kopia så att den medföljande används"
    return words if remedy == usual else f"{words} | {remedy}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{ place }}, {{ figures['eu-year'] }}, {{ shares[0] }}", "Luleå, 2050, 0.5"),
        ("{{ investment.items[0].title }}", "Buss"),
        ("{{ agencies | map(attribute='short_name') | listing }}", "Formas och Vinnova"),
        ("{{ agencies | map(attribute='short_name') | join('; ') }}", "Formas; Vinnova"),
        ("{{ goals.goals | selectattr('label') | list | length }}", "1"),
        ("{% for k, v in figures | items %}{{ k }}: {{ v }}{% endfor %}", "eu-year: 2050"),
        (
            "{% for a in agencies %}{{ loop.index }}{{ a.short_name }} {% endfor %}",
            "1Formas 2Vinnova ",
        ),
        ("{% for a in agencies if a.short_name > 'G' %}{{ a.short_name }}{% endfor %}", "Vinnova"),
        ("{{ goals.goals[1].facts[0] }}", r"Två \*stjärnor\*."),
        ("{{ link('Plan', 'https://x.se') ~ '*' }}", r"[Plan](https://x.se)\*"),
        ("{{ 'a*' + 'b' }}{{ ['a'] + ['b'] | list | length }}", None),
        ("{{ (['a'] + ['b']) | length }}{{ 2 + 3 * 4 - -1 }}", "215"),
        ("{{ [link('Plan', 'x'), 'a*'] | listing }}", r"[Plan](x) och a\*"),
        ("{{ [link('Plan', 'x'), 'a*'] | join('_') }}", r"[Plan](x)\_a\*"),
        ("{{ 'en *text' | sentence }}{{ 'å' | upper }}", r"En \*text.Å"),
        ("{% set x %}*{{ 'a*' }}*{% endset %}{{ x | sentence }}", r"*a\**."),
        ("{% macro m(x) %}*{{ x }}*{% endmacro %}{{ m('a*') }}", r"*a\**"),
        ("{{ goals.nope | default('–') }}{{ 'x' if goals.nope is defined }}", "–"),
        ("{{ ('a', 'b') | last }}{{ {'a': 1}.a }}{{ place[0] }}", "b1L"),
        ("Text{{ note('Ordet.') }}", "Text[^1]"),
        ("{% include 'y' %}", "y"),
        (
            "{% extends 'kk:below' %}{% block opening %}{{ super() }}*{% endblock %}",
            "Först *här*.\n*\nSist.\n",
        ),
        (
            "{% extends 'kk:below' %}{% block end %}{{ place }}{% endblock %}",
            "Först *här*.\n\nLuleå",
        ),
    ],
)
def test_what_templates_may_do(text: str, expected: str | None) -> None:
    if expected is None:
        assert refused(text).startswith("mallen x.md.j2:1 går inte att använda")
    else:
        assert write(text, y="y") == expected


def doubled(first: str, step: str) -> str:
    """A value made twice as large forty times."""
    return f"{{% set x = {first} %}}" + f"{{% set x = {step} %}}" * 40 + "{{ x | length }}"


def macros(first: str) -> str:
    """A macro that is called twice by one that is called twice, and so on."""
    parts = [f"{{% macro m0() %}}{first}{{% endmacro %}}"]
    parts += [
        f"{{% macro m{n}() %}}{{{{ m{n - 1}() }}}}{{{{ m{n - 1}() }}}}{{% endmacro %}}"
        for n in range(1, 40)
    ]
    return "".join([*parts, "{{ m39() }}"])


NEVER = (
    "den blir aldrig klar | se efter om något går runt i den, eller om den går igenom alldeles för "
    "mycket"
)
LONG = "en text eller en lista blir för lång"
ITSELF = "den använder sig själv, eller har för mycket inuti vartannat"
LETTERS = "{% set s = 'x' %}" + "{% set s = s ~ s %}" * 16
SQUARE = "{% for a in many %}{% for b in many %}"
END = "{% endfor %}{% endfor %}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SQUARE + SQUARE + END + END, NEVER),
        (SQUARE + SQUARE.replace("many", "many if false") + END + END, NEVER),
        (macros(""), NEVER),
        (macros("x" * 90), LONG),
        (f"{LETTERS}{SQUARE}{{% if 'xy' in s %}}{{% endif %}}{END}", NEVER),
        (f"{LETTERS}{SQUARE}{{% if s | upper %}}{{% endif %}}{END}", NEVER),
        (f"{LETTERS}{SQUARE}{{% if s[1:] %}}{{% endif %}}{END}", NEVER),
        (f"{LETTERS}{SQUARE}{{% if note(s) %}}{{% endif %}}{END}", NEVER),
        (f"{LETTERS}{{% for a in many %}}{{{{ s }}}}{{% endfor %}}", LONG),
        (f"{LETTERS}{{{{ many | join(s) }}}}", LONG),
        (f"{LETTERS}{{% if s | list %}}{{% endif %}}", LONG),
        (doubled("'xxxx'", "x ~ x"), LONG),
        (doubled("'xxxx'", "x + x"), LONG),
        (doubled("[1]", "x + x"), LONG),
        (doubled("[1]", "[x, x]"), LONG),
        (doubled("[1]", "(x, x)"), LONG),
        (doubled("[1]", "{'a': x, 'b': x}"), LONG),
        ("{% set x = 9 %}" + "{% set x = x * x %}" * 40, "ett tal blir för stort"),
        ("{{ 1e308 * 1e308 }}", "ett tal blir för stort"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", ITSELF),
        ("{% include 'x' %}", ITSELF),
        ("{% extends 'x' %}", ITSELF),
        ("{{ " + "(" * 9000 + "1" + ")" * 9000 + " }}", ITSELF),
        ("{% if 1 %}" * 2000 + "{% endif %}" * 2000, ITSELF),
        ("{{ 1" + " + 1" * 9000 + " }}", ITSELF),
        ("{{ " + "9" * 5000 + " }}", "värdena på den raden passar inte för det som görs med dem"),
        ("x" * 100_001, "filen är för stor"),
    ],
)
def test_every_template_comes_to_an_end(text: str, expected: str) -> None:
    assert refused(text) == f"mallen x.md.j2:1 går inte att använda: {expected}"


GO = "gå igenom en lista med {% for … in … %}"
NO_TEXT = "är ingen text och går inte att visa"
NO_LIST = "är ingen lista och går inte att gå igenom"
NO_FUNCTION = "är ingen funktion och går inte att använda som en"
UNFIT = "värdena på den raden passar inte för det som görs med dem"
ONLY_GOALS = "goals.plan finns inte | det som finns är goals"
LISTED = "se dem som finns med kk templates list"
HERE = "får inte användas i mallar"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{ ''.__class__ }}", "en text har inget som heter ”__class__”"),
        ("{{ ''['__class__'] }}", "en text har inget som heter ”__class__”"),
        ("{{ link.__globals__ }}", f"”__globals__” {HERE}"),
        (
            "{{ [''] | map(attribute='__class__') | first }}",
            "en text har inget som heter ”__class__”",
        ),
        ("{{ place.center(1000000000) }}", "en text har inget som heter ”center”"),
        ("{{ goals.update }}", "goals.update finns inte | det som finns är goals"),
        ("{{ range(9) }}", "”range” finns inte här"),
        ("{{ lipsum() }}", "”lipsum” finns inte här"),
        ("{{ cycler(1) }}", "”cycler” finns inte här"),
        ("{{ joiner() }}", "”joiner” finns inte här"),
        ("{% set n = namespace() %}", "”namespace” finns inte här"),
        ("{% set n.x = 1 %}", f"”namespace” {HERE}"),
        ("{{ self }}", f"”self” {HERE}"),
        ("{{ caller() }}", "”caller” finns inte här"),
        ("{% call link('a', 'b') %}{% endcall %}", f"”{{% call %}}” {HERE}"),
        ("{% import 'x' as y %}", f"”{{% import %}}” {HERE}"),
        ("{% from 'x' import y %}", f"”{{% from %}}” {HERE}"),
        ("{% filter upper %}{% endfilter %}", f"”{{% filter %}}” {HERE}"),
        ("{% autoescape true %}{% endautoescape %}", f"”{{% autoescape %}}” {HERE}"),
        ("{% for x in many recursive %}{% endfor %}", f"”{{% for … recursive %}}” {HERE}"),
        (
            "{% for x in many %}{{ loop(many) }}{% endfor %}",
            f"något annat {NO_FUNCTION}",
        ),
        ("{% for x in many %}{{ loop.cycle(1) }}{% endfor %}", f"”cycle” {HERE}"),
        ("{{ 9 ** 9 }}", f"”**” {HERE}"),
        ("{{ '%999999999d' % 1 }}", "”%” går inte att använda på en text och ett tal"),
        ("{{ place * 1000000000 }}", "”*” går inte att använda på en text och ett tal"),
        ("{{ many * 1000000000 }}", "”*” går inte att använda på many och ett tal"),
        ("{{ place + 1 }}", "”+” går inte att använda på en text och ett tal"),
        ("{{ many | nth }}", "det finns inget filter ”nth” i mallar | välj något av "),
        ("{{ place | uper }}", "det finns inget filter ”uper” i mallar | menade du ”upper”?"),
        (
            "{{ many | map('center') | first }}",
            "det finns inget filter ”center” i mallar | välj något av ",
        ),
        (
            "{{ many | select('od') | list }}",
            "det finns inget prov ”od” i mallar | menade du ”odd”?",
        ),
        ("{{ 1 is numbr }}", "det finns inget prov ”numbr” i mallar | menade du ”number”?"),
        (
            "{% include '../../klimatkontrakt' %}",
            f"det finns ingen mall ”../../klimatkontrakt” | {LISTED}",
        ),
    ],
)
def test_what_is_refused(text: str, expected: str) -> None:
    said = refused(text)
    if expected.endswith("välj något av "):
        said = said.partition("capitalize")[0]

    assert said == f"mallen x.md.j2:1 går inte att använda: {expected}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{ gaols.goals }}", "”gaols” finns inte här | menade du ”goals”?"),
        ("{{ goals.goals[1].lable }}", "goals.goals[1].lable finns inte | menade du ”label”?"),
        (
            "{% for g in goals.goals %}{{ g.titel }}{% endfor %}",
            "goals.goals[0].titel finns inte | det som finns är label, facts",
        ),
        ("{{ goals.goals[7] }}", f"goals.goals[7] finns inte; listan har 2 delar | {GO}"),
        ("{{ figures['eu-yaer'] }}", 'figures["eu-yaer"] finns inte | menade du ”eu-year”?'),
        (
            "{{ arena.name }}",
            "det som ”name” hör till saknas i kontraktet | fråga först med {% if … %} om det finns",
        ),
        ("{{ link(goals.plan, 'x') }}", ONLY_GOALS),
        ("{{ place ~ goals.plan }}", ONLY_GOALS),
        ("{{ goals.plan.x }}", ONLY_GOALS),
        ("{{ goals.plan + 1 }}", ONLY_GOALS),
        ("{{ [] | first }}", "listan är tom, så den har varken något första eller sista"),
        ("{{ goals.goals }}", f"goals.goals {NO_TEXT} | {GO}"),
        ("{{ arena }}", f"ett värde som saknas {NO_TEXT}"),
        ("{{ yes }}", f"true eller false {NO_TEXT}"),
        ("{{ {'a': 1} }}", f"flera fält {NO_TEXT}"),
        ("{{ many | upper }}", f"many {NO_TEXT} | {GO}"),
        ("{% for x in place %}{% endfor %}", f"en text {NO_LIST}"),
        ("{% for x in arena %}{% endfor %}", f"ett värde som saknas {NO_LIST}"),
        ("{% for x in goals.x %}{% endfor %}", "goals.x finns inte | det som finns är goals"),
        ("{{ place('x') }}", f"en text {NO_FUNCTION}"),
        ("{{ 1 / 0 }}", "något delas med noll"),
        ("{{ link('a') }}", UNFIT),
        (
            "{{ table('a', ['b'], [['c', 'd']]) }}",
            "en rad i tabellen har inte lika många celler som dess huvud",
        ),
        ("{% if place %}", "{% if %} avslutas aldrig | skriv {% endif %} där det ska sluta"),
        (
            "{% for x in many %}{% endif %}",
            "{% endif %} står där {% for %} inte är avslutat | "
            "skriv {% endfor %} där det ska sluta",
        ),
        ("{% forr x in many %}", "”{% forr %}” får inte användas i mallar | menade du ”for”?"),
        ("{% xyz %}", "”{% xyz %}” får inte användas i mallar"),
        ("{{ place place }}", "den går inte att läsa vid ”place”"),
        ("{{ 'place }}", "den går inte att läsa vid ”'”"),
        (
            "{{ place",
            "något som påbörjas avslutas aldrig | se till att varje {{, {%, {# har sitt }}, %}, #}",
        ),
        (
            "{% block a %}{% endblock %}{% block a %}{% endblock %}",
            "blocket ”a” finns två gånger | ge det ena ett annat namn",
        ),
        (
            "{% extends 'kk:below' %}{% extends 'kk:below' %}",
            "den går inte att läsa: extended multiple times",
        ),
        ("{% include 2 %}{% set 3 = 4 %}", "den går inte att läsa: can't assign to 'const'"),
    ],
)
def test_a_slip_is_named(text: str, expected: str) -> None:
    assert refused(f"\n\n{text}") == f"mallen x.md.j2:3 går inte att använda: {expected}"


def test_a_slip_in_what_is_included_or_extended_is_named_where_it_stands() -> None:
    inner = "\n{{ goals.lable }}"
    own = "mallen y.md.j2:2 går inte att använda: goals.lable finns inte | det som finns är goals"

    assert refused("{% include 'y' %}", y=inner) == own
    assert refused("{% extends 'y' %}", y=inner) == own
    assert refused("\n{% include 'y' %}", y="{% include 'z' %}") == (
        f"mallen y.md.j2:1 går inte att använda: det finns ingen mall ”z” | {LISTED}"
    )


def test_a_slip_in_a_template_of_kks_is_said_to_be_so() -> None:
    said = refused("{% set link = 3 %}{% include 'kk:below' %}{% include 'kk:none' %}")

    assert said.startswith("mallen x.md.j2:1 går inte att använda: det finns ingen mall ”kk:none”")


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("javascript:alert(1)", "javascript:alert"),
        ("www.svt.se", "www.svt.se"),
        ('ftp://svt.se "t"', "ftp://svt.se"),
        ("#mal", "#mal"),
    ],
)
def test_an_address_in_a_template_leads_to_the_web(address: str, shown: str) -> None:
    assert refused(f"{{{{ place }}}}\n\nSe\n[länk]({address}).") == (
        f"mallen x.md.j2:4 går inte att använda: ”{shown}” är ingen adress som ett dokument kan "
        "länka till | börja adressen med https://, http:// eller mailto:"
    )


@pytest.mark.parametrize(
    "text",
    [
        "[a](https://x.se) [b](HTTP://x.se) [c](mailto:a@b.se)",
        "[a](<https://x.se>)",
        "[sic](se nedan)",
        '![karta](karta.svg "Figur 1. Karta")',
    ],
)
def test_other_addresses_stay(text: str) -> None:
    assert write(text) == text


def test_addresses_of_data_are_no_fault_of_the_template() -> None:
    assert write("[a](https://{{ place }}.se) [b]({{ place }})") == (
        "[a](https://Luleå.se) [b](Luleå)"
    )
    assert write("{{ link('a', 'www.x.se') }}") == "[a](www.x.se)"


def test_a_block_must_be_in_what_is_extended() -> None:
    middle = "{% extends 'kk:below' %}{% block end %}{% block more %}{% endblock %}{% endblock %}"
    deep = "{% extends 'y' %}\n{% block more %}M{% endblock %}{% block opning %}{% endblock %}"

    assert refused(deep, y=middle) == (
        "mallen x.md.j2:2 går inte att använda: mallen y har inget block ”opning” "
        "| menade du ”opening”?"
    )
    assert write(deep.replace("opning", "opening"), y=middle) == "\nM"
    assert refused("{% extends 'y' %}{% block a %}{% endblock %}", y="Y").endswith(
        "mallen y har inget block ”a” | den har inga block, så kopiera hela mallen"
    )


def test_a_picture_that_no_contract_has_is_a_fault() -> None:
    def of(name: str) -> str:
        sandbox = Sandbox(
            lambda _: Template(f"{{{{ picture('{name}') }}}}", "x.md.j2", own=True),
            Numbering({}, ["tidslinje", "utslapp"]).functions(),
        )
        return sandbox.write("x", traced({}))

    with pytest.raises(Failure) as near:
        of("tidlinje")
    with pytest.raises(Failure) as far:
        of("pengar")

    swedish = translations("sv")
    told = [
        (one.value.message.words(swedish), one.value.remedy and one.value.remedy.words(swedish))
        for one in (near, far)
    ]
    said = "mallen x.md.j2:1 går inte att använda: kk har inget diagram som heter"
    assert told == [
        (f"{said} ”tidlinje”", "menade du ”tidslinje”?"),
        (f"{said} ”pengar”", "välj något av tidslinje, utslapp"),
    ]
    assert of("utslapp") == ""
