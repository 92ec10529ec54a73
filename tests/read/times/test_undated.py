"""The day of a report that carries no date."""

from __future__ import annotations

import datetime as dt

import pytest

from tallybook.read.page import anchor_of
from tallybook.read.times.undated import day_by_weekday
from tests.read.reporting import report_of

TAKEN_IN = dt.date(2026, 11, 1)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The dhow was stopped, the navy said on Tuesday (January 10).", "2023-01-10"),
        ("The minister spoke on Friday, 13 October, in the capital.", "2023-10-13"),
        ("On Monday, March 4, it denied this; on Wed. March 6 it fell silent.", "2024-03-06"),
        ("It was filmed on Tuesday, July 25, 2023, and shown at once.", "2023-07-25"),
        ("In 2016 the first came. On Tuesday (January 10) it was stopped.", "2017-01-10"),
    ],
)
def test_weekday_and_date_give_the_year(text: str, day: str) -> None:
    """A weekday with month and day fixes the year: the first after the years told of, else the latest."""
    captured = dt.date(2018, 5, 1) if "2016" in text else TAKEN_IN
    assert day_by_weekday(text, captured) == dt.date.fromisoformat(day)


@pytest.mark.parametrize(
    "text",
    [
        "The dhow was stopped on January 10, the navy said on Tuesday.",
        "On Tuesday (January 10) or, as others say, Monday (January 10) it was stopped.",
        "The pact of Tuesday, January 10, 2017 held until 2022.",
        "On Tuesday, February 30, nothing came.",
    ],
)
def test_no_day_where_the_text_does_not_fix_one(text: str) -> None:
    """A date without its weekday, days that contradict one another and days that carry a year fix nothing."""
    assert day_by_weekday(text, TAKEN_IN) is None


def test_a_date_that_the_report_carries_comes_first() -> None:
    """What a report says of its own date beats what weekdays suggest."""
    assert anchor_of(report_of("Tuesday (January 10)", published="2017-01-11")) == dt.date(2017, 1, 11)
