"""Words within their room, even steps, and numbers as they are written."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klimatkontrakt.document.pictures import _svg as svg
from klimatkontrakt.document.pictures._scale import scale
from klimatkontrakt.document.pictures.actions import COLUMNS, FIELD_WIDE
from klimatkontrakt.document.swedish import decimal
from klimatkontrakt.document.words import FIELDS


@pytest.mark.parametrize(
    ("text", "room", "most", "lines"),
    [
        ("en kort rad", 200, 2, ["en kort rad"]),
        ("en rad som är för lång för sitt rum", 90, 2, ["en rad som", "är för…"]),
        ("Sammanträdesprotokollet är klart", 90, 2, ["Sammantr…"]),
        ("", 90, 2, [""]),
        ("a\u202e\u200bb\x07\n\tc", 90, 1, ["ab c"]),
    ],
)
def test_words_on_lines(text: str, room: float, most: int, lines: list[str]) -> None:
    assert svg.wrap(text, room, most=most) == lines


@given(st.text(), st.floats(20, 300), st.integers(1, 4))
def test_lines_keep_within_their_room(text: str, room: float, most: int) -> None:
    lines = svg.wrap(text, room, most=most)

    assert len(lines) <= most
    assert [line for line in lines if svg.width(line) > room] == []


@given(
    st.decimals(-(10**9), 10**15, places=2),
    st.decimals(0, 10**15, places=2),
    st.integers(2, 12),
)
def test_steps_are_even_and_hold_all(low: Decimal, span: Decimal, most: int) -> None:
    found = svg.ticks(low, low + span, most)
    steps = {after - before for before, after in pairwise(found)}

    assert found[0] <= low <= low + span <= found[-1]
    assert len(steps) == 1
    assert 2 <= len(found) <= most + 1
    assert next(iter(steps)).normalize().as_tuple().digits in {(1,), (2,), (5,)}


@pytest.mark.parametrize(
    ("largest", "value", "shown", "thousands"),
    [
        (3_977_814, 3_160_885, "3,16", "miljoner"),
        (3_977_814, 12, "under 0,01", "miljoner"),
        (3_977_814, -12, "över −0,01", "miljoner"),
        (3_977_814, 0, "0", "miljoner"),
        (98_765, 98_765, "98,8", "tusen"),
        (123_456, 123_456, "123", "tusen"),
        (7, 7, "7", ""),
        (123_456_789_123, -5_000_000_000, "−5", "miljarder"),
    ],
)
def test_numbers_in_the_unit_of_the_axis(
    largest: int, value: int, shown: str, thousands: str
) -> None:
    axis = scale([largest, value], 0, 100)

    assert (axis.shown(value), axis.thousands) == (shown, thousands)


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [
        ("1250.5", 1, "1\u00a0250,5"),
        ("2.0", 1, "2"),
        ("-0.04", 1, "0"),
        ("-0.06", 1, "−0,1"),
        ("1234567", 0, "1\u00a0234\u00a0567"),
    ],
)
def test_decimal_numbers(value: str, decimals: int, shown: str) -> None:
    assert decimal(Decimal(value), decimals) == shown


def test_fields_and_statuses_have_room_enough() -> None:
    fields = [svg.wrap(name, FIELD_WIDE, svg.SMALL) for name in FIELDS.values()]
    wide = (svg.WIDTH - 2 * svg.EDGE - FIELD_WIDE - 8) / len(COLUMNS) - 3
    statuses = [svg.wrap(name, wide, svg.SMALL) for name in COLUMNS.values()]

    assert [lines for lines in [*fields, *statuses] if "…" in lines[-1]] == []
