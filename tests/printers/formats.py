"""Every format read back to what it says, as its readers would; none of kk's own code is used."""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Found = dict[str, Any]

ORDER = ("file", "line", "column", "end_line", "end_column", "code", "level", "message")

COMMAND = re.compile(
    r"::(?P<kind>error|warning|notice) "
    r"(?P<properties>[a-zA-Z]+=[^,:\r\n]*(?:,[a-zA-Z]+=[^,:\r\n]*)*)"
    r"::(?P<data>[^\r\n]*)"
)
"""A workflow command: in properties ``%`` is always an escape and ``:`` and ``,`` never stand."""

ESCAPE = re.compile(r"%(?!25|0D|0A|3A|2C)")
LINE = re.compile(r"(?P<file>.+?):(\d+):(\d+): (?P<code>KK\d{3}) (?P<level>\w+) (?P<message>.*)")


def of_command(line: str) -> tuple[str, dict[str, str], str] | None:
    """Kind, properties and text of a line that GitHub takes for a command."""
    found = COMMAND.fullmatch(line)
    if found is None:
        return None
    pairs = (pair.partition("=") for pair in found["properties"].split(","))
    properties = {name: _unescaped(value) for name, _, value in pairs}
    return found["kind"], properties, _unescaped(found["data"])


def _unescaped(text: str) -> str:
    assert not ESCAPE.search(text)
    for escape, letter in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(escape, letter)
    return text


def github(text: str) -> Iterator[Found]:
    for line in text.splitlines():
        command = of_command(line)
        if command is None:
            yield from concise(line)
            continue
        kind, properties, data = command
        if "file" not in properties:
            continue
        columns = {"col", "endColumn"} & set(properties)
        one_line = properties["line"] == properties["endLine"]
        assert bool(columns) == one_line
        yield {
            "file": properties["file"],
            "line": int(properties["line"]),
            "end_line": int(properties["endLine"]),
            "code": properties["title"],
            "level": {"notice": "note"}.get(kind, kind),
            "message": data.split("\n")[0],
        } | (
            {"column": int(properties["col"]), "end_column": int(properties["endColumn"])}
            if one_line
            else {}
        )


def concise(text: str) -> Iterator[Found]:
    for line in text.splitlines():
        if found := LINE.fullmatch(line):
            number, column = int(found[2]), int(found[3])
            yield {**found.groupdict(), "line": number, "column": column}


def full(text: str) -> Iterator[Found]:
    head = re.compile(
        r"^(?P<level>error|warning|note)\[(?P<code>KK\d{3})\]: (?P<message>.*)\n"
        r" *--> (?P<file>.+):(\d+):(\d+)$",
        re.MULTILINE,
    )
    for found in head.finditer(text):
        yield {**found.groupdict(), "line": int(found[5]), "column": int(found[6])}


def of_json(text: str) -> Iterator[Found]:
    for item in json.loads(text)["diagnostics"]:
        yield {name: item[name] for name in ORDER} | {"edits": item["edits"]}


def gitlab(text: str) -> Iterator[Found]:
    levels = {"critical": "error", "minor": "warning", "info": "note"}
    for item in json.loads(text):
        place = item["location"]
        begin, end = place["positions"]["begin"], place["positions"]["end"]
        assert place["lines"] == {"begin": begin["line"], "end": end["line"]}
        yield {
            "file": place["path"],
            "line": begin["line"],
            "column": begin["column"],
            "end_line": end["line"],
            "end_column": end["column"],
            "code": item["check_name"],
            "level": levels[item["severity"]],
            "message": item["description"].partition(": ")[2],
        }


def sarif(text: str) -> Iterator[Found]:
    run = json.loads(text)["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    for item in run["results"]:
        assert rules[item["ruleIndex"]]["id"] == item["ruleId"]
        where = item["locations"][0]["physicalLocation"]
        changes = [change for fix in item.get("fixes", []) for change in fix["artifactChanges"]]
        assert {change["artifactLocation"]["uri"] for change in changes} <= {
            where["artifactLocation"]["uri"]
        }
        yield {
            "file": unquote(where["artifactLocation"]["uri"]),
            **_region(where["region"]),
            "code": item["ruleId"],
            "level": item["level"],
            "message": item["message"]["text"].replace("\\[", "["),
            "edits": [
                {**_region(edit["deletedRegion"]), "text": edit["insertedContent"]["text"]}
                for change in changes
                for edit in change["replacements"]
            ],
        }


def _region(region: dict[str, int]) -> dict[str, int]:
    return {
        "line": region["startLine"],
        "column": region["startColumn"],
        "end_line": region["endLine"],
        "end_column": region["endColumn"],
    }


def junit(text: str) -> Iterator[Found]:
    head = re.compile(r"(?P<file>.+):(\d+):(\d+)-(\d+):(\d+): (?P<code>KK\d{3}) (?P<level>\w+)")
    for case in ET.fromstring(text).iter("testcase"):  # noqa: S314  our own text
        for result in case:
            found = head.fullmatch((result.text or "").split("\n")[0])
            assert found is not None
            assert (found["level"] == "error") == (result.tag == "failure")
            assert case.get("file") == found["file"]
            assert case.get("line") == found[2]
            numbers = zip(ORDER[1:5], map(int, found.group(2, 3, 4, 5)), strict=True)
            yield {**found.groupdict(), **dict(numbers), "message": result.get("message")}


def element(node: ET.Element) -> dict[str, Any]:
    """An element of JUnit as data, for its schema."""
    return {
        "tag": node.tag,
        "attributes": dict(node.attrib),
        "text": (node.text or "").strip(),
        "children": [element(child) for child in node],
    }


def markdown(text: str) -> Iterator[Found]:
    for line in text.splitlines():
        cells = re.split(r"(?<!\\)\|", line)[1:-1]
        if len(cells) != 4 or not cells[1].strip().startswith("KK"):
            continue
        level, code, place, said = (_unmarked(cell.strip()) for cell in cells)
        file, number, column = place.rsplit(":", 2)
        yield {
            "file": file,
            "line": int(number),
            "column": int(column),
            "code": code,
            "level": level,
            "message": said.partition("<br>")[0],
        }


def _unmarked(text: str) -> str:
    parts = (html.unescape(re.sub(r"\\(\W|_)", r"\1", part)) for part in text.split("<br>"))
    return "<br>".join(parts)


READERS: dict[str, Callable[[str], Iterator[Found]]] = {
    "concise": concise,
    "full": full,
    "github": github,
    "gitlab": gitlab,
    "json": of_json,
    "junit": junit,
    "markdown": markdown,
    "sarif": sarif,
}
