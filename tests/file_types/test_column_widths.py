"""How wide the columns of a table are."""

from __future__ import annotations

import pytest

from klimatkontrakt.document.document import Table, Text
from klimatkontrakt.formats._format import LETTERS_ON_LINE, column_widths

LONG = "Det strategiska innovationsprogrammet Viable Cities vid Kungliga Tekniska högskolan"


def table(*head: str, first: str) -> Table:
    rows = (((Text(first),), *((Text(""),) for _ in head[1:])),)
    heads = tuple((Text(word),) for word in head)
    return Table(1, (Text("T"),), heads, rows, (False,) * len(head))


@pytest.mark.parametrize(
    ("head", "widths"),
    [
        (("Part", "Underskrift", "Namnförtydligande", "Ort och datum"), [27, 31, 21, 21]),
        (("Part", "Namn", "Underskrift"), [27, 42, 31]),
        (("Part", "Underskrift"), [27, 73]),
        (("Underskrift",), [27]),
    ],
)
@pytest.mark.parametrize("first", ["Staden", LONG])
def test_hands_have_room_to_sign(head: tuple[str, ...], widths: list[int], first: str) -> None:
    found = column_widths(table(*head, first=first))

    assert [round(100 * width) for width in found] == widths


def test_an_amount_is_not_parted() -> None:
    """A column is as wide as the longest that no line may part, however long the others are."""
    words = [f"{LONG} {LONG}", "12 345 678 kr", "12\u00a0345\u00a0678\u00a0kr"]
    cells = tuple((Text(word),) for word in words)
    _, parted, whole = column_widths(
        Table(1, (Text("T"),), ((Text("A"),),) * 3, (cells,), (False,) * 3)
    )

    assert round(parted * LETTERS_ON_LINE) < len(words[1]) < round(whole * LETTERS_ON_LINE)
