"""Numbers of a series: as Swedish texts and programs write them, and nothing else."""

from __future__ import annotations

from decimal import Decimal

import pytest
from pydantic import ValidationError

from klimatkontrakt.model.indicator import Observation

READ = {
    285: Decimal(285),
    3.9: Decimal("3.9"),
    "3,9": Decimal("3.9"),
    "−2,5": Decimal("-2.5"),
    "1 400 000": Decimal(1400000),
    "1\u00a0400,5": Decimal("1400.5"),
    0: Decimal(0),
}
REFUSED = ["285 kt", "", "1,4,5", "14 00", "unknown", True, None, [3], float("inf"), float("nan")]


@pytest.mark.parametrize("written", READ)
def test_number_is_read(written: object) -> None:
    read = Observation.model_validate({"year": 2024, "value": written, "kind": "measured"})

    assert read.value == READ[written]


@pytest.mark.parametrize("written", REFUSED, ids=repr)
def test_what_is_no_number_is_refused(written: object) -> None:
    with pytest.raises(ValidationError) as refused:
        Observation.model_validate({"year": 2024, "value": written, "kind": "measured"})

    assert [error["type"] for error in refused.value.errors()] == ["kk_number"]
