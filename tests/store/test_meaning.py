"""What was most likely meant, and silence where nothing is near."""

from __future__ import annotations

import pytest

from klimatkontrakt.diagnostics.suggest import nearest, surely
from klimatkontrakt.model.quantity import Quantity
from klimatkontrakt.store import meaning
from klimatkontrakt.store.amounts import amount_meant
from klimatkontrakt.store.hints import is_certain_date
from klimatkontrakt.store.scalar import as_yaml, without_typographic_quotes
from klimatkontrakt.store.swedish import key_meant, word_meant
from klimatkontrakt.store.yaml12 import read_data

KEYS = {"id", "label", "statement", "target_year", "target", "boundary", "source", "due", "done"}
STATUS = ("not_started", "in_progress", "paused", "completed", "cancelled", "unknown")


@pytest.mark.parametrize(
    ("word", "near", "sure"),
    [
        ("target_yaer", "target_year", "target_year"),
        ("Statement", "statement", "statement"),
        ("statment", "statement", "statement"),
        ("dune", "due", None),  # due or done
        ("doe", "done", None),  # too short to be sure of
        ("labelling", "label", None),  # near, but not near enough
        ("kommentar", None, None),
        ("x", None, None),
        ("", None, None),
    ],
)
def test_one_cut_off_for_suggesting_and_a_stricter_for_mending(
    word: str, near: str | None, sure: str | None
) -> None:
    assert (nearest(word, KEYS), surely(word, KEYS)) == (near, sure)


def test_nothing_is_near_when_nothing_is_known() -> None:
    assert (nearest("status", ()), surely("status", ())) == (None, None)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("pågår", "in_progress"),
        ("Klar", "completed"),
        ("ej påbörjad", "not_started"),
        ("okänt", "unknown"),
        ("undertecknat", None),  # a word, but not here
        ("kanske", None),
    ],
)
def test_swedish_words(word: str, meant: str | None) -> None:
    assert word_meant(word, STATUS) == meant


def test_a_swedish_word_means_what_can_stand_there() -> None:
    assert word_meant("beslutat", ("draft", "decided")) == "decided"
    assert word_meant("beslutat", ("proposed", "adopted")) == "adopted"
    assert word_meant("beslutat", ("decided", "adopted")) is None


def test_swedish_keys() -> None:
    assert (key_meant("målår", KEYS), key_meant("kommun", KEYS)) == ("target_year", None)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("300 gwh", "300 GWh"),
        ("300gwh", "300 GWh"),
        ("2,5 MKR", "2,5 Mkr"),
        ("3 miljarder kr", "3 mdkr"),
        ("1.234,5 kton CO2-ekv", "1234,5 kt CO2e"),
        ("40 kton CO2e", "40 kt CO2e"),
        ("12 ton koldioxidekvivalenter", "12 ton CO2e"),
        ("80 Procent", "80 procent"),
        ("27 kilometer", "27 km"),
        ("2.500 gwh", None),  # two and a half, or two thousand five hundred
        ("5 mt", None),  # megatonnes, or metric tonnes
        ("285 kt CO2", None),  # not the same as CO2e
        ("300 GWh CO2e", None),
        ("12 miljoner", None),
        ("ca 80 %", None),
        ("3 äpplen", None),
    ],
)
def test_amounts(written: str, meant: str | None) -> None:
    assert amount_meant(written) == meant
    assert meant is None or Quantity.parse(meant).value > 0


@pytest.mark.parametrize(
    ("date", "certain"),
    [
        ("våren 2027", True),
        ("31 mars 2027", True),
        ("2026 Q1", True),
        ("vintern 2026", False),
        ("till 2030", False),
        ("tills vidare", False),
    ],
)
def test_a_date_that_can_mean_two_things_is_not_certain(date: str, *, certain: bool) -> None:
    assert is_certain_date(date) is certain


@pytest.mark.parametrize(
    "value",
    ["climate_neutral", "285 kt", "80 %", "no", "2026-03", "2026", "a: b", "", "#1", "[x]", "å", 7],
)
def test_a_value_is_read_back_as_it_was(value: str | int) -> None:
    assert read_data(f"key: [{as_yaml(value)}]") == ({"key": [value]}, [])


@pytest.mark.parametrize(
    ("text", "bare"),
    [("”signed”", "signed"), ("“2580”", "2580"), ("’a’", "a"), ("signed", None), ("”a", None)],
)
def test_typographic_quotes(text: str, bare: str | None) -> None:
    assert without_typographic_quotes(text) == bare


@pytest.mark.parametrize(
    ("fault", "written", "rewrite"),
    [
        ("bool_type", "ja", "true"),
        ("bool_type", "nej", "false"),
        ("bool_type", "Flase", "false"),
        ("bool_type", "kanske", None),
        ("int_type", "6", "6"),
        ("int_type", "2 030", "2030"),
        ("int_type", "tre", None),
        ("int_type", "06", None),
        ("kk_not_a_year", "”2030”", "2030"),
        ("kk_not_a_year", "löpande", "ongoing"),
        ("kk_not_a_year", "pågår", None),
        ("kk_not_a_year", "senast 2030", None),
        ("kk_not_a_year", "snart", None),
        ("kk_nfc", "a\u030a-plan", "å-plan"),
        ("kk_quantity", 285, None),
        ("kk_quantity", "0,85", None),
        ("kk_quantity", True, None),
        ("kk_quantity", "många", None),
        ("kk_quantity", "”80 %”", "80 %"),
        ("kk_when", "hösten 2026", "2026-autumn"),
        ("kk_when", "”hösten 2026”", "2026-autumn"),
        ("kk_when", "vintern 2026", None),
        ("kk_when", "snart", None),
        ("kk_when", ["2026"], None),
        ("kk_one_of", "x", None),
    ],
)
def test_values(fault: str, written: object, rewrite: str | None) -> None:
    meant = meaning.value(fault, written, "")

    assert (meant.rewrite if meant else None) == rewrite


@pytest.mark.parametrize(
    ("written", "pattern", "rewrite"),
    [
        ("”2580”", meaning.CODE_FORM, '"2580"'),
        ("”1.2”", meaning.POINT_FORM, '"1.2"'),
        ("”plan”", "a-z", "plan"),
        ("”plan", "a-z", None),
        ("Luleå", meaning.CODE_FORM, '"2580"'),
        ("Luleå", "a-z", None),
        ("Ingenstans", meaning.CODE_FORM, None),
    ],
)
def test_names(written: str, pattern: str, rewrite: str | None) -> None:
    meant = meaning.value("string_pattern_mismatch", written, pattern, {"Luleå": "2580"}.get)

    assert (meant.rewrite if meant else None) == rewrite
