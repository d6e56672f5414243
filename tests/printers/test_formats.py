"""Each format by itself: its schema or grammar, its limits, and what it says when all is well."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from formats import COMMAND, element, of_command
from jsonschema import Draft4Validator, Draft202012Validator
from outcomes import CLEAN, crowd, entry, many_kinds

from klimatkontrakt.diagnostics.diagnostic import Diagnostic
from klimatkontrakt.diagnostics.edit import Edit
from klimatkontrakt.diagnostics.message import say
from klimatkontrakt.diagnostics.outcome import Outcome
from klimatkontrakt.diagnostics.place import Place, Span
from klimatkontrakt.i18n import translations
from klimatkontrakt.printers._mended import mended
from klimatkontrakt.printers._printer import PRINTERS
from klimatkontrakt.printers.markdown import LARGEST
from klimatkontrakt.resources import schema_json

SCHEMAS = Path(__file__).parent.parent / "schemas"
ENGLISH, SWEDISH = translations("en"), translations("sv")
OUTCOMES = pytest.mark.parametrize(
    "outcome", [many_kinds(), CLEAN, crowd(12, 0, 3)], ids=["many kinds", "clean", "crowd"]
)


def schema(name: str) -> Any:
    return json.loads((SCHEMAS / name).read_text(encoding="utf-8"))


def printed(name: str, outcome: Outcome) -> str:
    return PRINTERS.load(name).write(outcome, ENGLISH, colour=False)


@OUTCOMES
def test_sarif_follows_the_official_schema(outcome: Outcome) -> None:
    official = schema("sarif-schema-2.1.0.json")
    Draft4Validator.check_schema(official)

    Draft4Validator(official, format_checker=Draft4Validator.FORMAT_CHECKER).validate(
        json.loads(printed("sarif", outcome))
    )


@OUTCOMES
def test_json_follows_its_own_schema(outcome: Outcome) -> None:
    own = json.loads(schema_json("diagnostics"))

    Draft202012Validator(own).validate(json.loads(printed("json", outcome)))


def test_json_keeps_every_field_that_number_1_began_with() -> None:
    """A reader of ``kk/diagnostics/1`` may count on these; later fields are additions."""
    found = json.loads(printed("json", many_kinds()))
    first = "schema contracts files counts diagnostics missing"
    of_each = (
        "code name level message file line column end_line end_column path why remedy related "
        "fingerprint"
    )

    assert found["schema"] == "kk/diagnostics/1"
    assert (list(found), [*found["diagnostics"][0]]) == (
        first.replace("diagnostics", "fixable diagnostics").split(),
        of_each.replace("fingerprint", "edits fingerprint").split(),
    )
    own = json.loads(schema_json("diagnostics"))
    assert own["required"] == first.split()
    assert own["properties"]["diagnostics"]["items"]["required"] == of_each.split()


def test_sarif_tells_its_language_and_no_path_of_this_machine() -> None:
    run = json.loads(PRINTERS.load("sarif").write(many_kinds(), SWEDISH, colour=False))["runs"][0]
    base = {"description": {"text": "Mappen som sökvägarna räknas från."}}

    assert (run["language"], run["columnKind"], run["originalUriBaseIds"]) == (
        "sv-SE",
        "unicodeCodePoints",
        {"SRCROOT": base},
    )


def test_sarif_describes_a_code_once_and_every_result_finds_it() -> None:
    run = json.loads(printed("sarif", many_kinds()))["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]

    assert rules == ["KK108", "KK116", "KK204", "KK205", "KK821"]
    assert [rules[item["ruleIndex"]] for item in run["results"]] == [
        item["ruleId"] for item in run["results"]
    ]


@OUTCOMES
def test_gitlab_follows_its_schema_with_fingerprints_of_their_own(outcome: Outcome) -> None:
    found = json.loads(printed("gitlab", outcome))
    Draft202012Validator(schema("gitlab-code-quality.json")).validate(found)
    names = [item["fingerprint"] for item in found]

    assert len(set(names)) == len(names) == len(outcome.diagnostics)


def test_gitlab_knows_a_finding_again_when_it_moves() -> None:
    def at(line: int) -> Outcome:
        place = Place("goals.yaml", Span(line, 1, line, 5), "goals[a]")
        return Outcome.of([Diagnostic(entry("KK204"), place, say("a"))])

    first, second = (json.loads(printed("gitlab", at(line)))[0] for line in (3, 30))
    assert first["fingerprint"] == second["fingerprint"]


@OUTCOMES
def test_junit_follows_its_schema_and_counts_right(outcome: Outcome) -> None:
    root = ET.fromstring(printed("junit", outcome))  # noqa: S314  our own text
    Draft202012Validator(schema("junit.json")).validate(element(root))
    for node in (root, *root.iter("testsuite")):
        cases = list(node.iter("testcase"))
        failures, skipped = (list(node.iter(tag)) for tag in ("failure", "skipped"))
        numbers = {"tests": cases, "failures": failures, "errors": [], "skipped": skipped}
        assert {name: node.get(name) for name in numbers} == {
            name: str(len(items)) for name, items in numbers.items()
        }
    names = [case.get("name") for case in root.iter("testcase")]
    assert len(set(names)) == len(names)


def test_junit_says_that_all_is_well_by_a_case_that_passes() -> None:
    root = ET.fromstring(printed("junit", CLEAN))  # noqa: S314  our own text

    assert [(case.get("name"), list(case)) for case in root.iter("testcase")] == [
        ("3 contracts checked: nothing to remark on", [])
    ]


@OUTCOMES
def test_github_is_commands_that_follow_the_grammar_and_lines_that_are_none(
    outcome: Outcome,
) -> None:
    for line in printed("github", outcome).split("\n"):
        is_command = COMMAND.fullmatch(line) is not None
        assert is_command != (not line.startswith("::") and "##[" not in line)


@pytest.mark.parametrize(
    ("found", "shown", "more"),
    [
        ((3, 2, 1), (3, 2, 1), None),
        ((10, 10, 10), (10, 10, 10), None),
        ((11, 0, 0), (10, 0, 0), "1 error"),
        ((0, 12, 10), (0, 10, 9), "2 warnings, 1 note"),
        ((25, 1, 40), (10, 1, 9), "15 errors, 31 notes"),
    ],
)
def test_github_is_given_ten_of_each_and_told_of_the_rest(
    found: tuple[int, int, int], shown: tuple[int, int, int], more: str | None
) -> None:
    lines = printed("github", crowd(*found)).splitlines()
    commands = [command for line in lines if (command := of_command(line))]
    kinds = [kind for kind, properties, _ in commands if "file" in properties]
    told = [text for _, properties, text in commands if "file" not in properties]

    assert kinds == ["error"] * shown[0] + ["warning"] * shown[1] + ["notice"] * shown[2]
    assert told == (
        [f"{more} more in the log: GitHub shows at most 10 of each kind here"] if more else []
    )
    assert len(lines) == sum(found) + len(told) + 1


def test_github_log_line_of_a_contract_can_be_no_command() -> None:
    text = printed("github", crowd(11, 0, 0)).splitlines()[-2]

    assert (
        text == "commitments/lulea/2025/goals.yaml:11:1: KK204 error ::warning::11 ## [add-mask]11"
    )


def test_markdown_stays_below_what_github_takes_and_says_what_is_left_out() -> None:
    long = say("{text}", text="å|" * 2000)
    found = [
        Diagnostic(entry("KK204"), Place("a.yaml", Span(line, 1, line, 2)), long)
        for line in range(1, 201)
    ]
    text = printed("markdown", Outcome.of(found, contracts=1))
    rows = text.count("| KK204 |")

    assert LARGEST - 20_000 < len(text.encode()) < LARGEST + 1000
    assert text.endswith(f"\n{200 - rows} more findings: kk validate\n")


def test_markdown_of_a_clean_run_is_its_counts() -> None:
    assert printed("markdown", CLEAN) == (
        "### kk validate\n\n- 3 contracts checked: nothing to remark on\n"
    )


EXCERPT = ((4, "  a: 1"), (5, "  b: [2, 3]"))


@pytest.mark.parametrize(
    ("edits", "lines"),
    [
        ((), ()),
        ((Edit(Span(4, 6, 4, 7), '"1"'),), ('a: "1"',)),
        ((Edit(Span(5, 7, 5, 8), "9"), Edit(Span(5, 10, 5, 11), "8")), ("b: [9, 8]",)),
        ((Edit(Span(5, 3, 5, 4), "c"), Edit(Span(4, 3, 4, 4), "d")), ("d: 1", "c: [2, 3]")),
        ((Edit(Span(4, 7, 4, 7), "\n  x: 2"),), ("a: 1", "x: 2")),
        ((Edit(Span(4, 1, 4, 7), ""),), ("",)),
        ((Edit(Span(9, 3, 9, 4), "långt bort"),), ("långt bort",)),
        ((Edit(Span(4, 3, 5, 4), "e"),), ("e",)),
        ((Edit(Span(4, 3, 4, 4), "\x1b[31m"),), ("·[31m: 1",)),
    ],
)
def test_lines_as_they_read_once_mended(edits: tuple[Edit, ...], lines: tuple[str, ...]) -> None:
    place = Place("a.yaml", Span(4, 3, 4, 4), excerpt=EXCERPT)

    assert mended(Diagnostic(entry("KK111"), place, say("a"), edits=edits)) == lines


def test_full_tells_to_take_a_line_away() -> None:
    place = Place("a.yaml", Span(4, 1, 4, 7), excerpt=EXCERPT[:1])
    found = Diagnostic(entry("KK111"), place, say("a"), edits=(Edit(place.span, ""),))
    text = PRINTERS.load("full").write(Outcome.of([found]), SWEDISH, colour=False)

    assert "  = ändring: ta bort raden\n" in text
    assert text.splitlines()[-2:] == [
        "0 kontrakt granskade: 1 fel, 0 varningar",
        "1 anmärkning kan åtgärdas automatiskt: kk validate --fix",
    ]
