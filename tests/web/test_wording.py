"""Dates are put into as few words as say them."""

from __future__ import annotations

import datetime as dt

import pytest

from tallybook.model import Dates
from tallybook.web import wording


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2023-01-01", "2023-12-31", "2023"),
        ("2022-01-01", "2023-12-31", "January 2022 to December 2023"),
        ("2023-02-01", "2023-02-28", "February 2023"),
        ("2023-01-01", "2023-09-30", "January to September 2023"),
        ("2023-08-13", "2023-09-13", "13 August to 13 September 2023"),
        ("2023-08-13", "2023-08-20", "13 to 20 August 2023"),
        ("2023-08-13", "2023-08-13", "13 August 2023"),
        ("2023-07-01", "2024-02-27", "1 July 2023 to 27 February 2024"),
        ("2023-12-01", "2023-12-31", "December 2023"),
    ],
)
def test_a_period_is_told_in_few_words(first: str, last: str, words: str) -> None:
    """Whole months and years go by their names, and what two days share is said once."""
    days = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    assert wording.span(*days) == words
    assert wording.edtf(f"{first}/{last}") == words
    assert wording.period(Dates(earliest=days[0], latest=days[1])) == words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [("../2023-10-13", "until 13 October 2023"), ("2023-10/..", "since October 2023"), ("2023", "2023")],
)
def test_an_open_interval_says_which_side_is_open(edtf: str, words: str) -> None:
    """Two dots are no words."""
    assert wording.edtf(edtf) == words
