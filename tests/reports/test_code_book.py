"""How serious a code is, where that depends on the contract."""

from __future__ import annotations

import json
from dataclasses import replace

from klimatkontrakt.app.explain import catalogue, explain
from klimatkontrakt.diagnostics.entry import Level
from klimatkontrakt.i18n import translations
from klimatkontrakt.reports.codes import code_book, code_data, code_page, code_table

SWEDISH = translations("sv")
ENTRY = replace(explain("KK204"), draft=Level.NOTE, since=2025)


def test_the_level_of_drafts_and_the_first_version_are_told() -> None:
    head = "KK204 target-before-baseline (fel; i ett utkast: notis; från och med version 2025)"
    what = "Ett måls målår ligger före dess basår."

    assert code_page(ENTRY, SWEDISH).splitlines()[:3] == [head, "", what]
    assert f"{what} (fel; i ett utkast: notis; från och med version 2025)" in code_book(
        [ENTRY], SWEDISH
    )
    (rule,) = json.loads(code_data([ENTRY], SWEDISH))["rules"]
    assert (rule["level"], rule["draft"], rule["since"]) == ("error", "note", 2025)


def test_columns_stand_under_one_another() -> None:
    lines = code_table(catalogue(), SWEDISH).splitlines()
    name = max(len(entry.name) for entry in catalogue())

    assert {line[7 + name : 9 + name] for line in lines} == {"  "}
    assert [line[:5] for line in lines] == [entry.code for entry in catalogue()]
