"""Days told by a feast, by their number alone, by another day, or by what happened on them."""

from __future__ import annotations

import datetime as dt

import pytest

from tallybook.model import Period
from tallybook.read.times.calendar import When
from tallybook.read.times.feasts import easter
from tallybook.read.times.periods import find_periods
from tallybook.read.times.toldof import seen_from, told_days, without_doubt

FRIDAY = dt.date(2023, 10, 13)


def bounds(period: Period) -> tuple[str | None, str | None]:
    first, last = period.earliest, period.latest
    return (first.isoformat() if first else None, last.isoformat() if last else None)


def last_of(text: str, *, future: bool = False) -> Period:
    return find_periods(text, 0, FRIDAY, future=future)[-1]


@pytest.mark.parametrize(
    ("year", "day"),
    [(1818, "03-22"), (1943, "04-25"), (1981, "04-19"), (2000, "04-23"), (2024, "03-31"), (2038, "04-25")],
)
def test_easter(year: int, day: str) -> None:
    """Easter Sunday of the years between which it can fall, and of the exceptions of the rule."""
    assert easter(year).isoformat() == f"{year}-{day}"


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("since Easter", "2023-04-09", "2023-10-13"),
        ("on Good Friday", "2023-04-07", "2023-04-07"),
        ("at Easter 2021", "2021-04-04", "2021-04-04"),
        ("over the Christmas holidays", "2022-12-25", "2022-12-25"),
        ("on Christmas Eve", "2022-12-24", "2022-12-24"),
        ("on New Year's Eve", "2022-12-31", "2022-12-31"),
        ("before Thanksgiving", None, "2022-11-23"),
        ("two days before Christmas", "2022-12-23", "2022-12-23"),
        ("in the week before Easter", "2023-04-02", "2023-04-08"),
        ("on the 17th", "2023-09-17", "2023-09-17"),
        ("on the 5th", "2023-10-05", "2023-10-05"),
        ("by the 3rd", None, "2023-10-03"),
        ("on the 3rd and 4th", "2023-10-03", "2023-10-04"),
        ("between the 28th and the 4th", "2023-09-28", "2023-10-04"),
        ("in the third quarter", "2023-07-01", "2023-09-30"),
        ("in the fourth quarter", "2023-10-01", "2023-12-31"),
        ("in H1 2022", "2022-01-01", "2022-06-30"),
        ("in the years 2020 and 2021", "2020-01-01", "2021-12-31"),
        ("in the months of May and June", "2023-05-01", "2023-06-30"),
        ("in either 2020 or 2021", "2020-01-01", "2021-12-31"),
        ("on 3, 4 and 6 June", "2023-06-03", "2023-06-06"),
        ("in the closing months of last year", "2022-10-01", "2022-12-31"),
        ("in the final weeks of 2022", "2022-12-01", "2022-12-31"),
        ("on Tuesday of last week", "2023-10-03", "2023-10-03"),
        ("last week on Tuesday", "2023-10-03", "2023-10-03"),
        ("in the week before last", "2023-09-25", "2023-10-01"),
        ("in the month before last", "2023-08-01", "2023-08-31"),
        ("in the year before last", "2021-01-01", "2021-12-31"),
        ("the Monday before last", "2023-10-02", "2023-10-02"),
        ("the night before last", "2023-10-10", "2023-10-11"),
        ("on the last day of June", "2023-06-30", "2023-06-30"),
        ("at Tuesday's ceremony", "2023-10-10", "2023-10-10"),
        ("during last month's visit", "2023-09-01", "2023-09-30"),
        ("overnight on Monday", "2023-10-09", "2023-10-10"),
        ("before the committee on Monday", "2023-10-09", "2023-10-09"),
    ],
)
def test_days_of_the_past(words: str, first: str | None, last: str | None) -> None:
    """Each is the nearest one that has been."""
    assert bounds(last_of(f"The crates were moved {words}.")) == (first, last)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("before Easter", None, "2024-03-30"),
        ("on the 17th", "2023-10-17", "2023-10-17"),
        ("this coming December", "2023-12-01", "2023-12-31"),
        ("in the coming spring", "2024-03-01", "2024-05-31"),
        ("in the first quarter", "2024-01-01", "2024-03-31"),
        ("early in the new year", "2024-01-01", "2024-03-31"),
        ("within the year", "2023-10-13", "2023-12-31"),
        ("in ten days", "2023-10-23", "2023-10-23"),
        ("over the next two to three years", "2023-10-13", "2026-10-13"),
    ],
)
def test_days_to_come(words: str, first: str | None, last: str | None) -> None:
    """Of what is still to come, each is the next one."""
    assert bounds(last_of(f"The crates will be moved {words}.", future=True)) == (first, last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("He said on 12 June that they had come the day before.", "2023-06-11", "2023-06-11"),
        ("It was paid for in May 2021 and came the month after.", "2021-06-01", "2021-06-30"),
        ("It was paid for in May 2021 and came later that year.", "2021-05-31", "2021-12-31"),
        ("It was paid for in 2021 and came that autumn.", "2021-09-01", "2021-11-30"),
        ("In June the ship left, and on the 9th it docked.", "2023-06-09", "2023-06-09"),
        ("The vote was on 2 May, and the day before the vote nobody came.", None, None),
    ],
)
def test_days_that_count_from_the_one_named_last(text: str, first: str | None, last: str | None) -> None:
    """A day before or after is one beside the last that the text named, not beside the report's."""
    assert bounds(last_of(text)) == (first, last)


@pytest.mark.parametrize("words", ["on the 17th brigade", "to the 3rd battalion", "from Easter Island"])
def test_numbers_and_islands_are_no_days(words: str) -> None:
    """A number before a noun is that of a thing, and an island no feast."""
    assert find_periods(f"The crates were moved {words}.", 0, FRIDAY) == ()


def seen(*sentences: str) -> Period | None:
    """The last time of the last sentence, seen from what all of them date."""
    found = [find_periods(s, 0, FRIDAY) for s in sentences]
    told = without_doubt(told_days(s, 0, p) for s, p in zip(sentences, found, strict=True))
    periods = seen_from(sentences[-1], 0, found[-1], told)
    return periods[-1] if periods else None


@pytest.mark.parametrize(
    ("dating", "words", "first", "last"),
    [
        ("The king was toppled on 4 May 2021.", "the day after the coup", "2021-05-05", "2021-05-05"),
        ("The king was toppled on 4 May 2021.", "in the week after the coup", "2021-05-04", "2021-05-11"),
        ("A putsch on 4 May 2021 failed.", "three days before the putsch", "2021-05-01", "2021-05-01"),
        ("The invasion of 4 May 2021 failed.", "two weeks after the invasion", "2021-05-18", "2021-05-18"),
        ("She was in Lima from 4 to 6 May 2021.", "during the visit", "2021-05-04", "2021-05-06"),
        ("She was in Lima from 4 to 6 May 2021.", "on the eve of her visit", "2021-05-03", "2021-05-03"),
        ("She was in Lima from 4 to 6 May 2021.", "on the last day of the visit", "2021-05-06", "2021-05-06"),
        ("Both ministers met on 4 May 2021.", "at the meeting", "2021-05-04", "2021-05-04"),
        ("War broke out on 4 May 2021.", "since the war", "2021-05-04", None),
        ("The truce took effect on 4 May 2021.", "shortly before the truce", None, "2021-05-04"),
        ("The quake struck Lima on 4 May 2021.", "a month after the quake", "2021-06-01", "2021-06-30"),
    ],
)
def test_days_of_what_the_report_dates(dating: str, words: str, first: str | None, last: str | None) -> None:
    """An event that the report dates in one sentence dates what another tells beside it."""
    period = seen(dating, f"The crates were moved {words}.")
    assert period is not None
    assert period.text == words
    assert bounds(period) == (first, last)


@pytest.mark.parametrize(
    "dating",
    [
        "They met on 4 May 2021, and the crates left on 6 May 2021.",
        "The parade was in 2021.",
        "The fair on 4 May 2021 was held.",
    ],
)
def test_what_has_no_day_of_its_own_dates_nothing(dating: str) -> None:
    """Two days, a whole year, or the day of something else say nothing of a meeting."""
    assert seen(dating, "The crates were moved at the meeting.") is None


def test_events_that_are_dated_twice_are_open() -> None:
    """Where two sentences give an event two days, it may be either."""
    days = [When("2021-05-04", dt.date(2021, 5, 4), dt.date(2021, 5, 4)), When("2021", None, None)]
    assert without_doubt({"coup": day} for day in days) == {}
