"""What is promised for automatic runs and editors: files that parse, commands that exist."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

import pytest
from ruamel.yaml import YAML

from klimatkontrakt.cli.main import OUR_FAULT
from klimatkontrakt.cli.tree import build
from klimatkontrakt.cli.world import FAILED_FINDINGS, NOTHING_TO_CHECK
from klimatkontrakt.exporters.json_schema import FILES
from klimatkontrakt.i18n import translations

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Ran

NAMES = ("docs/ci.md", "action.yml", ".pre-commit-hooks.yaml")


def text(repository: Path, name: str) -> str:
    return (repository / name).read_text(encoding="utf-8")


def blocks(repository: Path, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", text(repository, "docs/ci.md"), re.DOTALL)


def parsed(source: str) -> Any:
    return YAML(typ="safe", pure=True).load(source)


@pytest.mark.parametrize("name", NAMES)
def test_every_command_and_option_that_is_named_exists(
    repository: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Values of options are for the options' own tests."""
    monkeypatch.setenv("LANGUAGE", "")
    group = build(translations("sv"))
    named = re.findall(r"\bkk ((?:[a-z]+|--[a-z-]+)(?: [^\n`>;]*)?)", text(repository, name))
    lines = [line for line in named if line.split()[0] in group.commands or line[:1] == "-"]

    assert lines
    for line in lines:
        command = group.commands.get(line.split()[0], group)
        known = {option for param in command.params for option in param.opts}
        options = set(re.findall(r"(?<!\S)--[a-z-]+", line))

        assert options <= known, line


def test_options_of_validate_that_are_named_alone_exist(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "")
    validate = build(translations("sv")).commands["validate"]
    known = {option for param in validate.params for option in param.opts}
    named = set(re.findall(r"`(--[a-z-]+)", text(repository, "docs/ci.md")))

    assert named
    assert named <= known


def test_every_block_parses(repository: Path) -> None:
    found = [parsed(block) for block in blocks(repository, "yaml")]

    assert [next(iter(item)) for item in found] == ["name", "klimatkontrakt", "repos", "goals"]


def test_the_action_uses_the_inputs_that_it_describes(repository: Path) -> None:
    source = text(repository, "action.yml")
    action = parsed(source)
    workflow = parsed(blocks(repository, "yaml")[0])
    asked = workflow["jobs"]["granska"]["steps"][-1]["with"]
    listed = re.findall(r"^\| `(\w+)` \|", text(repository, "docs/ci.md"), re.MULTILINE)

    assert action["runs"]["using"] == "composite"
    assert set(re.findall(r"inputs\.(\w+)", source)) == set(action["inputs"]) == set(listed)
    assert set(asked) <= set(action["inputs"])
    assert all(item["description"].endswith(".") for item in action["inputs"].values())
    assert all(step.get("shell") == "bash" for step in action["runs"]["steps"] if "run" in step)
    assert "${{" not in "".join(step.get("run", "") for step in action["runs"]["steps"])


def test_the_hook_checks_the_whole_workspace_when_its_files_change(
    kk: Callable[..., Ran], repository: Path
) -> None:
    (hook,) = parsed(text(repository, ".pre-commit-hooks.yaml"))
    configured = parsed(blocks(repository, "yaml")[2])["repos"][0]["hooks"]
    watched = re.compile(hook["files"]).search
    entry = shlex.split(hook["entry"])

    assert (hook["id"], hook["language"], hook["pass_filenames"]) == (
        "kk-validate",
        "python",
        False,
    )
    assert configured == [{"id": hook["id"]}]
    assert all(map(watched, ("klimatkontrakt.toml", "commitments/lulea/2025/goals.yaml")))
    assert not any(map(watched, ("README.md", "docs/commitments.md")))
    assert kk(*entry[1:], folder=repository).code == 0


def test_exit_codes_are_those_of_the_program(repository: Path) -> None:
    listed = re.findall(r"^\| (\d+) \|", text(repository, "docs/ci.md"), re.MULTILINE)

    assert [int(code) for code in listed] == [0, FAILED_FINDINGS, 2, NOTHING_TO_CHECK, OUR_FAULT]


def test_the_editor_is_told_of_every_kind_of_file(repository: Path) -> None:
    (settings,) = blocks(repository, "json")
    told = json.loads(settings)["yaml.schemas"]
    shipped = [
        path.relative_to(repository).as_posix()
        for folder in ("commitments", "templates")
        for path in (repository / folder).rglob("*.yaml")
    ]
    covered = {
        path: [
            PurePosixPath(schema).name.removesuffix(".schema.json")
            for schema, pattern in told.items()
            if PurePosixPath(path).match(pattern) and path.count("/") == pattern.count("/")
        ]
        for path in shipped
    }

    assert [PurePosixPath(schema).name for schema in told] == [f"{n}.schema.json" for n in FILES]
    assert {path: kinds for path, kinds in covered.items() if len(kinds) != 1} == {}
