"""Every way in which a person names a municipality."""

from __future__ import annotations

import re
import unicodedata

import pytest

from klimatkontrakt.model.municipality import Municipality
from klimatkontrakt.resources import municipalities_csv
from klimatkontrakt.store.codes import read_codes

CODES = read_codes(municipalities_csv())
EVERYONE = tuple(CODES.by_code.values())


def found(word: str) -> list[str]:
    return [f"{item.code} {item.name}" for item in CODES.find(word)]


@pytest.mark.parametrize(
    "word",
    [
        "Luleå",
        "luleå",
        "LULEÅ",
        "lulea",
        "LULEA",
        "Lule\u0061\u030a",
        "LULE\u0041\u030a",
        " Luleå ",
        "Luleå kommun",
        "luleå KOMMUN",
        "lulea kommun",
        "Lule\u0061\u030a kommun",
        "2580",
    ],
)
def test_all_name_lulea(word: str) -> None:
    assert found(word) == ["2580 Luleå"]


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("Malmö stad", "1280 Malmö"),
        ("malmo STAD", "1280 Malmö"),
        ("Göteborgs stad", "1480 Göteborg"),
        ("göteborg stad", "1480 Göteborg"),
        ("Stockholms stad", "0180 Stockholm"),
        ("Stockholm kommun", "0180 Stockholm"),
        ("Halmstad", "1380 Halmstad"),
    ],
)
def test_a_town_may_be_called_so(word: str, name: str) -> None:
    assert found(word) == [name]


@pytest.mark.parametrize(
    ("word", "names"),
    [
        ("Håbo", ["0305 Håbo"]),
        ("HÅBO", ["0305 Håbo"]),
        ("Habo", ["0643 Habo"]),
        ("habo", ["0643 Habo"]),
        ("HABO kommun", ["0643 Habo"]),
        ("hàbo", ["0305 Håbo", "0643 Habo"]),
        ("habo-uppsala", ["0305 Håbo"]),
        ("habo-jonkoping", ["0643 Habo"]),
    ],
)
def test_two_that_fold_alike_are_told_apart_as_long_as_anything_tells_them_apart(
    word: str, names: list[str]
) -> None:
    assert found(word) == names


@pytest.mark.parametrize(
    ("word", "names"),
    [
        ("Karlstads kommun", ["1780 Karlstad"]),
        ("Karlstad kommun", ["1780 Karlstad"]),
        ("upplands-vasby", ["0114 Upplands Väsby"]),
        ("Upplands Väsby", ["0114 Upplands Väsby"]),
        ("0114", ["0114 Upplands Väsby"]),
        ("114", []),
        ("2025", []),
        ("2021", ["2021 Vansbro"]),
        ("Lule", []),
        ("", []),
        ("kommun", []),
    ],
)
def test_other_words(word: str, names: list[str]) -> None:
    assert found(word) == names


def test_there_are_290() -> None:
    assert len(EVERYONE) == 290
    assert len(CODES.by_slug) == 290


@pytest.mark.parametrize("item", EVERYONE, ids=lambda item: item.code)
def test_everyone_is_found_by_name_code_formal_name_and_folder(item: Municipality) -> None:
    decomposed = unicodedata.normalize("NFD", item.name)
    words = (item.code, item.name, decomposed, item.formal_name, item.slug, item.name.upper())

    assert [CODES.find(word) for word in words] == [(item,)] * len(words)


def test_codes_and_folders_have_their_forms() -> None:
    odd = [
        item
        for item in EVERYONE
        if not re.fullmatch(r"\d{4}", item.code)
        or not re.fullmatch(r"[a-z]+(-[a-z]+)*", item.slug)
        or not unicodedata.is_normalized("NFC", item.name + item.formal_name)
    ]

    assert odd == []


def test_no_word_has_two_owners_by_name_or_code() -> None:
    words = [word for item in EVERYONE for word in {item.name, item.formal_name, item.code}]

    assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("word", "near"), [("Lulå", "Luleå"), ("sundsval", "Sundsvall"), ("xyzzy", None)]
)
def test_the_nearest_name_is_offered(word: str, near: str | None) -> None:
    assert CODES.near(word) == near


def test_a_workspace_may_add_a_municipality() -> None:
    town = Municipality("9999", "Påhittköping", "Påhittköping kommun", "", "pahittkoping")

    codes = read_codes(municipalities_csv(), [town])

    assert codes.find("påhittköping") == (town,)
    assert codes.find("pahittkoping kommun") == (town,)
    assert codes.find("9999") == (town,)
    assert len(codes.by_code) == 291
