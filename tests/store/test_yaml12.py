"""Plain words by YAML 1.2, and both event streams as each other's oracle."""

from __future__ import annotations

import math
import re
from datetime import date
from io import StringIO
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from klimatkontrakt.store.yaml12 import plain, read_data, reads_differently

REPOSITORY = Path(__file__).parent.parent.parent
SHIPPED = sorted(
    path
    for folder in ("commitments", "templates")
    for path in (REPOSITORY / folder).rglob("*.yaml")
)

WORDS = {
    "no": "no",
    "No": "No",
    "on": "on",
    "Yes": "Yes",
    "y": "y",
    "true": True,
    "True": True,
    "TRUE": True,
    "tRUE": "tRUE",
    "false": False,
    "null": None,
    "Null": None,
    "nULL": "nULL",
    "~": None,
    "": None,
    "0": 0,
    "-0": 0,
    "0123": 123,
    "+7": 7,
    "-17": -17,
    "0o17": 15,
    "0O17": "0O17",
    "-0o17": "-0o17",
    "0x1F": 31,
    "0x": "0x",
    "0b11": "0b11",
    "1_000": "1_000",
    "1e3": 1000.0,
    ".5": 0.5,
    "5.": 5.0,
    "-.5E-1": -0.05,
    ".": ".",
    "-": "-",
    "1.2.3": "1.2.3",
    ".inf": ".inf",
    ".NaN": ".NaN",
    "0,85": "0,85",
    "12:30": "12:30",
    "2025/26": "2025/26",
    "2024-12-05": "2024-12-05",
    "2026-03": "2026-03",
    "80 %": "80 %",
    "unknown": "unknown",
    "1" * 40: int("1" * 40),
    "1" * 41: "1" * 41,
}


@pytest.mark.parametrize(("word", "value"), WORDS.items())
def test_plain_word(word: str, value: object) -> None:
    found = plain(word)

    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize("word", ["no", "NO", "No", "on", "off", "yes", "y", "N", "012", "-08"])
def test_word_that_yaml_1_1_reads_differently(word: str) -> None:
    assert reads_differently(word)


@pytest.mark.parametrize("word", ["12:30", "1:2:3", "-190:20"])
def test_number_in_sixties_that_yaml_1_1_reads_differently(word: str) -> None:
    assert reads_differently(word)


@pytest.mark.parametrize("word", ["", "0", "nO", "true", "~", "2025/26", "12:60", "1.10", "nej"])
def test_word_that_all_read_alike(word: str) -> None:
    assert not reads_differently(word)


def test_quotes_make_a_word_text_and_silent() -> None:
    assert read_data("""['no', "012", no]""", pure=True)[0] == ["no", "012", "no"]
    assert [fault.span.column for fault in read_data("""['no', "012", no]""")[1]] == [15]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: b #c\n", [(1, 6)]),
        ("a: #c\n", [(1, 4)]),
        ("- b #c\n", [(1, 5)]),
        ("a: b\n  c #d\n", [(2, 5)]),
        ("a: b # c\n", []),
        ("a: b#c\n", []),
        ('a: "b #c"\n', []),
        ('a: "b" #c\n', []),
        ("a: [b] #c\n", []),
        ("a: |\n  b #c\n", []),
        ("#c\na: b\n", []),
    ],
)
def test_text_that_a_comment_cuts_short(text: str, place: list[tuple[int, int]]) -> None:
    for pure in (False, True):
        noted = read_data(text, pure=pure)[1]

        assert [(fault.span.line, fault.span.column) for fault in noted] == place
        assert {fault.entry.code for fault in noted} <= {"KK122"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("# bara en kommentar\n", None),
        ("---\n", None),
        ("a:\n", {"a": None}),
        ("a: |\n  b\n\n  c\n", {"a": "b\n\nc\n"}),
        ("a: >-\n  b\n  c\n", {"a": "b c"}),
        ("a: [b, {c: d}]\n", {"a": ["b", {"c": "d"}]}),
        ("1: a\n~: b\ntrue: c\n", {"1": "a", "~": "b", "true": "c"}),
        ("- - a\n- []\n", [["a"], []]),
        ("<<: {a: b}\n", {"<<": {"a": "b"}}),
    ],
)
def test_text_and_its_data(text: str, value: object) -> None:
    assert read_data(text) == (value, [])
    assert read_data(text, pure=True) == (value, [])


# The oracle: two libraries, one reading.


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.relative_to(REPOSITORY).as_posix())
def test_both_streams_read_shipped_files_alike(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert read_data(text) == read_data(text, pure=True)


REFUSED = {
    "alias": "a: *b\n",
    "alias as key": "*a : b\n",
    "anchor on a word": "a: &b c\n",
    "anchor on a list": "a: &b [c]\n",
    "anchor on a mapping": "a: &b\n  c: d\n",
    "tag": "a: !b c\n",
    "tag of YAML": "a: !!str c\n",
    "tag of nothing": "a: ! c\n",
    "duplicate key": "a: b\nc: d\na: e\n",
    "duplicate key in quotes": 'a: b\n"a": e\n',
    "second document": "a: b\n---\nc: d\n",
    "list as key": "[a]: b\n",
    "mapping as key": "{a: b}: c\n",
    "long key": "? - a\n: b\n",
    "too deep": "a: " + "[" * 40 + "\n",
    "too deep by indentation": "\n".join("  " * depth + "a:" for depth in range(40)) + "\n",
    "word of YAML 1.1": "a: no\nb: 012\n",
}
UNREADABLE = {
    "bracket": "a: [b\n",
    "brace": "a: {b: c\n",
    "bracket closed by another": "a: [b}\n",
    "quote": 'a: "b\n',
    "single quote": "a: 'b\n",
    "quote closed by the next": 'a: "b\nc: "d"\n',
    "colon in text": "a: b: c\n",
    "indentation": "a:\n  - b\n c: d\n",
    "bad start": "a: @b\n",
    "one bracket too many": "a: [b]]\n",
}


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED.keys())
def test_both_streams_refuse_alike_with_the_same_spans(text: str) -> None:
    assert read_data(text)[1] != []
    assert read_data(text) == read_data(text, pure=True)


@pytest.mark.parametrize("text", UNREADABLE.values(), ids=UNREADABLE.keys())
def test_both_streams_find_the_same_syntax_fault_in_the_same_place(text: str) -> None:
    ours, pure = read_data(text), read_data(text, pure=True)

    assert [(fault.entry.code, fault.span) for fault in ours[1]] == [
        (fault.entry.code, fault.span) for fault in pure[1]
    ]
    assert (ours[0], pure[0], len(ours[1])) == (None, None, 1)


OPENERS = {":", "?"}
"""Within brackets the libraries differ over words that begin so; see KNOWN_DIFFERENCES."""
LETTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\x85\u2028\u2029\ufeff")
"""What ruamel.yaml would write as it is, and ``read_text`` refuses, is left out."""
WORDING = st.text(LETTERS, max_size=30).filter(lambda word: word[:1] not in OPENERS)
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**30), 10**30),
    st.floats(allow_nan=False, allow_infinity=False),
    st.sampled_from(list(WORDS)),
    WORDING,
)
KEYS = WORDING.filter(bool)
DATA = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(KEYS, inner, max_size=4)),
    max_leaves=12,
)


def dumped(data: object, *, flow: bool | None) -> str:
    yaml = YAML(typ="safe", pure=True)
    yaml.default_flow_style = flow
    yaml.width = 1_000_000  # it folds long texts in quotes so that they read back as others
    stream = StringIO()
    yaml.dump(data, stream)
    return stream.getvalue()


@settings(deadline=None)
@given(DATA, st.sampled_from([True, False, None]))
def test_what_ruamel_writes_both_streams_read_back_alike(data: object, flow: bool | None) -> None:  # noqa: FBT001  drawn
    text = dumped(data, flow=flow)

    assert read_data(text) == read_data(text, pure=True)
    assert read_data(text)[0] == data


KNOWN_DIFFERENCES = {
    "[:a]\n": ("KK106", [":a"]),
    "{b: :a}\n": ("KK106", {"b": ":a"}),
    ": a\n": ("KK105", {"": "a"}),
    'a: "\\ud800"\n': ("KK106", {"a": "\ud800"}),
}
"""Text → what the C stream is refused with, and what the pure stream reads."""


@pytest.mark.parametrize("text", KNOWN_DIFFERENCES)
def test_c_stream_refuses_what_the_pure_stream_reads_only_here(text: str) -> None:
    code, value = KNOWN_DIFFERENCES[text]

    assert [fault.entry.code for fault in read_data(text)[1]] == [code]
    assert read_data(text, pure=True) == (value, [])


# How ours differs from what ruamel.yaml itself makes of plain words: this list, and nothing else.

DIFFERENCES = {
    "date or time": r"\d{4}-\d\d?-\d\d?([Tt ].*)?",
    "underscore among digits": r"[-+]?0?[box]?[-+._0-9a-fA-F]*_[-+._0-9a-fA-F]*",
    "infinite or no number": r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)",
    "binary": r"[-+]?0b[01]+",
    "number that is longer than any number of ours": r"\d{41,}",
    "octal or hexadecimal with a sign": r"[-+]0[ox][0-9a-fA-F]+",
}
REFUSAL = object()
"""ruamel.yaml takes the word for a number and fails to read it."""
SAMPLES = [
    *("".join(letters) for size in (1, 2, 3) for letters in product("01.-+eo_xab", repeat=size)),
    *WORDS,
    *("2024-1-5", "2024-12-05 10:00:00", "2024-12-05T10:00:00Z", "+.inf", "-.INF", ".nan", ".Inf"),
    *("0b101", "-0b1", "-0x1F", "+0o7", "1_0.5", "0x_1", "0o1_7", "1e5", "1E+5", "+1.5e-3", "0o8"),
]


def is_plain(word: str) -> bool:
    return bool(word) and not re.match(r"[-?:]( |$)|---$|\.\.\.$", word) and "#" not in word


def ruamels(word: str) -> object:
    try:
        return YAML(typ="safe", pure=True).load(word)
    except ValueError:
        return REFUSAL


def same(ours: object, theirs: object) -> bool:
    return type(ours) is type(theirs) and ours == theirs and repr(ours) == repr(theirs)


def test_differences_from_ruamels_own_values_are_the_list_and_the_list_is_used() -> None:
    words = [word for word in dict.fromkeys(SAMPLES) if is_plain(word)]

    different = [word for word in words if not same(read_data(word)[0], ruamels(word))]

    explained = {
        word: [name for name, form in DIFFERENCES.items() if re.fullmatch(form, word)]
        for word in different
    }
    assert {word: names for word, names in explained.items() if not names} == {}
    assert {names[0] for names in explained.values()} == set(DIFFERENCES)


def test_keys_are_the_words_of_the_file_and_merge_keys_are_no_magic() -> None:
    text = "7: a\n2024-12-05: b\ntrue: c\n"

    assert list(read_data(text)[0]) == ["7", "2024-12-05", "true"]
    assert list(YAML(typ="safe", pure=True).load(text)) == [7, date(2024, 12, 5), True]


def test_numbers_too_large_for_a_float_are_infinite_and_never_a_fault() -> None:
    assert read_data("1e999")[0] == math.inf
