"""EDTF dates become days that a picture can place."""

from __future__ import annotations

import datetime as dt

import pytest

from tallybook.web.days import first_day, last_day


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2023", dt.date(2023, 1, 1), dt.date(2023, 12, 31)),
        ("2024-02", dt.date(2024, 2, 1), dt.date(2024, 2, 29)),
        ("2023-10-13", dt.date(2023, 10, 13), dt.date(2023, 10, 13)),
        ("2023-09/2023-10", dt.date(2023, 9, 1), dt.date(2023, 10, 31)),
        ("../2023-10", None, dt.date(2023, 10, 31)),
        ("2023-10?", dt.date(2023, 10, 1), dt.date(2023, 10, 31)),
        ("2023-13", None, None),
        ("soon", None, None),
        (None, None, None),
    ],
)
def test_a_date_spans_from_its_first_to_its_last_day(
    edtf: str | None, first: dt.date | None, last: dt.date | None
) -> None:
    """A year, month, day or interval has a first and a last day; what is open or no date has none."""
    assert (first_day(edtf), last_day(edtf)) == (first, last)
