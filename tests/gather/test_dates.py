"""Dates that reports carry about themselves become EDTF, and nothing is guessed."""

from __future__ import annotations

import datetime as dt

import pytest

from tallybook.gather.dates import day_of, edtf_of, year_by_weekday


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("2023-10", "2023-10"),
        ("2023-10-13T21:01:00+03:00", "2023-10-13"),
        ("13.10.23", "2023-10-13"),
        ("3.4.2021", "2021-04-03"),
        ("Thursday, Apr 18, 2024", "2024-04-18"),
        ("Thu 28 Mar 2024", "2024-03-28"),
        ("1st September 2022", "2022-09-01"),
        ("Sept. 9, 2022", "2022-09-09"),
        ("October 2023", "2023-10"),
        ("2023", "2023"),
        ("Fri, 13 Oct 2023 21:01:00 GMT", "2023-10-13"),
        ("13/10/2023", "2023-10-13"),
        ("10/13/2023", "2023-10-13"),
        ("04/05/2024", "2024"),
        ("2023/10/13 21:01", "2023-10-13"),
        ("10/13/23", "2023-10-13"),
        ("04/05/24", "2024"),
        ("05/05/2024", "2024-05-05"),
    ],
)
def test_written_dates_are_read_at_their_precision(words: str, edtf: str) -> None:
    """A date keeps the precision it was given with; one with two readings keeps the year only."""
    assert edtf_of(words) == edtf


@pytest.mark.parametrize(
    "words", [None, "", "yesterday", "2023-13-01", "31.02.2023", "1697230860", "32/33/2024"]
)
def test_no_date_is_made_up(words: str | None) -> None:
    """What names no possible day gives none."""
    assert edtf_of(words) is None


def test_a_dateline_without_a_year_takes_the_one_known() -> None:
    """Month and day of a dateline stand in the year that is known otherwise."""
    assert day_of("Jan 4", "2024") == "2024-01-04"
    assert day_of("4 January", "2024") == "2024-01-04"
    assert day_of("Feb 30", "2024") is None


@pytest.mark.parametrize(
    ("day", "text", "year"),
    [
        ("April 12", "He said so on Wednesday.", "2023"),
        ("April 12", "He said so on Tuesday, as in 2021.", "2022"),
        ("April 13", "She spoke on Wednesday. Nobody else did.", "2022"),
        ("April 12", "She said on Tuesday that they had met on Wednesday.", "2022"),
        ("Wednesday 12 April", "He said so on Monday.", "2023"),
        ("April 12", "He said so.", None),
        ("April 12", "In 2025 he said so on Wednesday.", None),
    ],
)
def test_weekdays_give_a_dateline_its_year(day: str, text: str, year: str | None) -> None:
    """A day without a year is of the year whose weekday the text names, and of none where none fits."""
    assert year_by_weekday(day, text, dt.date(2026, 11, 1)) == year
