"""Text is patched where it must be, and nowhere else."""

from __future__ import annotations

import pytest

from klimatkontrakt.store.carry import as_draft, commented_out, with_modeline

ACTIONS = """\
actions:
- id: cykelplan
  title: Cykelplan
  owners: [gatukontoret]
  links:
  - to: goal:a
    kind: stated
  # om det andra
  - to: goal:b
    kind: stated

  purpose: |
    Fler.

    Ännu fler.
# om bussen
-   id: buss
    title: Buss
needs: [pengar]
"""


@pytest.mark.parametrize(
    ("line", "first", "last", "margin"),
    [
        (6, 6, 7, 2),  # one of two links
        (10, 9, 10, 2),  # the other, from its second line
        (4, 4, 4, 2),  # a list on one line goes with its key
        (3, 2, 15, 0),  # an item of the top
        (18, 17, 18, 0),  # however far the dash stands from what follows
        (1, 1, 18, 0),  # a key of the top, with all its items
        (19, 19, 19, 0),
    ],
)
def test_what_stands_at_a_line_becomes_a_comment(
    line: int, first: int, last: int, margin: int
) -> None:
    text, number = commented_out(ACTIONS, [(line, "Borta.")])
    lines = ACTIONS.split("\n")
    shut = [f"{' ' * margin}# {row[margin:]}" if row else "" for row in lines[first - 1 : last]]

    assert number == 1
    assert text.split("\n") == [
        *lines[: first - 1],
        f"{' ' * margin}# Borta.",
        *shut,
        *lines[last:],
    ]


def test_an_item_with_two_faults_becomes_a_comment_once() -> None:
    faults = [(18, "Tredje."), (10, "Andra."), (2, "Första.")]
    text, number = commented_out(ACTIONS, faults)

    lines = text.splitlines()

    assert (number, lines[:3]) == (2, ["# Första.", "# actions:", "# - id: cykelplan"])
    assert lines[-5:] == [
        "# om bussen",
        "# Tredje.",
        "# -   id: buss",
        "#     title: Buss",
        "needs: [pengar]",
    ]
    assert "# Andra." not in text


def test_the_only_item_takes_its_list_with_it() -> None:
    text = "needs:\n- pengar\ntext: Ja.\n"

    assert commented_out(text, [(2, "Borta.")]) == (
        "# Borta.\n# needs:\n# - pengar\ntext: Ja.\n",
        1,
    )


def test_a_draft_keeps_all_but_what_was_signed() -> None:
    text = (
        "status: signed\nkind: letter_of_intent # så\nrecord: head_only\n"
        "covers: 2024\nfocus: x\nsigned_on: 2024-12-05\n"
    )

    assert as_draft(text, in_full=False) == (
        "status: draft\nkind: contract # så\nrecord: partial\nfocus: x\n"
    )


def test_a_file_has_one_modeline() -> None:
    text = with_modeline("goals: []\n", "s.json")

    assert text == "# yaml-language-server: $schema=s.json\ngoals: []\n"
    assert with_modeline(text, "t.json") == text
