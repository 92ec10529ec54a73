"""Expressions of time: their bounds, their EDTF form, and what they leave open."""

from __future__ import annotations

import datetime as dt

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from tallybook.model import Period
from tallybook.read.times.calendar import OPEN
from tallybook.read.times.periods import Anchor, find_periods, named_last

THURSDAY = dt.date(2024, 4, 18)
FRIDAY = dt.date(2023, 10, 13)
OCTOBER = Anchor(dt.date(2023, 10, 1), dt.date(2023, 10, 31))


def only(text: str, anchor: dt.date | Anchor | None, *, future: bool = False) -> Period:
    periods = find_periods(text, 0, anchor, future=future)
    assert len(periods) == 1, periods
    return periods[0]


def bounds(period: Period) -> tuple[str | None, str | None]:
    return (
        period.earliest.isoformat() if period.earliest else None,
        period.latest.isoformat() if period.latest else None,
    )


@pytest.mark.parametrize(
    ("words", "edtf", "first", "last"),
    [
        ("a crate opened on 3 March 2021", "2021-03-03", "2021-03-03", "2021-03-03"),
        ("a crate opened on March 3rd, 2021", "2021-03-03", "2021-03-03", "2021-03-03"),
        ("a crate opened on Sept. 9", "2023-09-09", "2023-09-09", "2023-09-09"),
        ("a crate opened on Wednesday, October 11", "2023-10-11", "2023-10-11", "2023-10-11"),
        ("a crate opened on November 2", "2022-11-02", "2022-11-02", "2022-11-02"),
        ("opened 2020-02-29 at noon", "2020-02-29", "2020-02-29", "2020-02-29"),
        ("opened 29.02.2020", "2020-02-29", "2020-02-29", "2020-02-29"),
        ("opened 7.8.21, at noon", "2021-08-07", "2021-08-07", "2021-08-07"),
        ("opened 25/12/2021", "2021-12-25", "2021-12-25", "2021-12-25"),
        ("opened 03/04/2021", "2021", "2021-01-01", "2021-12-31"),
        ("opened in June 2019", "2019-06", "2019-06-01", "2019-06-30"),
        ("opened in June", "2023-06", "2023-06-01", "2023-06-30"),
        ("opened in December", "2022-12", "2022-12-01", "2022-12-31"),
        ("opened in May of last year", "2022-05", "2022-05-01", "2022-05-31"),
        ("opened on 4 June this year", "2023-06-04", "2023-06-04", "2023-06-04"),
        ("opened in 2018", "2018", "2018-01-01", "2018-12-31"),
        ("opened in the 1980s", "198X", "1980-01-01", "1989-12-31"),
        ("opened between 2016 and 2020", "2016/2020", "2016-01-01", "2020-12-31"),
        ("opened from January to June", "2023-01/2023-06", "2023-01-01", "2023-06-30"),
        ("opened in 2021 or 2022", "2021/2022", "2021-01-01", "2022-12-31"),
        ("opened in the second quarter of 2022", "2022-34", "2022-04-01", "2022-06-30"),
        ("opened in the second half of 2022", "2022-41", "2022-07-01", "2022-12-31"),
        ("opened in spring 2022", "2022-21", "2022-03-01", "2022-05-31"),
        ("opened last winter", "2022-24", "2022-12-01", "2023-02-28"),
        ("opened in the late 1970s", "1976/1979", "1976-01-01", "1979-12-31"),
        ("opened as far back as 2009", "2009", "2009-01-01", "2009-12-31"),
        ("opened in the first four months of 2021", "2021-01-01/2021-04-30", "2021-01-01", "2021-04-30"),
        ("opened at the end of 2021", "2021-12", "2021-12-01", "2021-12-31"),
        ("opened late in 2021", "2021-10/2021-12", "2021-10-01", "2021-12-31"),
        ("opened in May, June and August 2022", "2022-05/2022-08", "2022-05-01", "2022-08-31"),
        ("opened in May 2021 and again in March 2022", "2021-05/2022-03", "2021-05-01", "2022-03-31"),
        ("opened in the period from 3 to 9 June 2022", "2022-06-03/2022-06-09", "2022-06-03", "2022-06-09"),
        ("opened more than ten years ago", "../2013-10-13", None, "2013-10-13"),
        ("opened nearly two years ago", "2021", "2021-01-01", "2021-12-31"),
    ],
)
def test_dates_of_the_calendar(words: str, edtf: str, first: str | None, last: str) -> None:
    """Days, months, quarters, seasons and years are found in all forms of news; the nearest past one."""
    period = only(words, FRIDAY)
    assert (period.edtf, *bounds(period)) == (edtf, first, last)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("on Friday", "2023-10-13", "2023-10-13"),
        ("last Friday", "2023-10-06", "2023-10-06"),
        ("on Saturday", "2023-10-07", "2023-10-07"),
        ("Thursday evening", "2023-10-12", "2023-10-12"),
        ("yesterday", "2023-10-12", "2023-10-12"),
        ("the day before yesterday", "2023-10-11", "2023-10-11"),
        ("in the night to Friday", "2023-10-12", "2023-10-13"),
        ("this past May", "2023-05-01", "2023-05-31"),
        ("over the summer", "2023-06-01", "2023-08-31"),
        ("in the first days of July", "2023-07-01", "2023-07-10"),
        ("in the three months to June", "2023-04-01", "2023-06-30"),
        ("in three years' time", "2026-01-01", "2026-12-31"),
        ("two months from now", "2023-12-01", "2023-12-31"),
        ("from 2027 onward", "2027-01-01", None),
        ("no earlier than 2026", "2026-01-01", None),
        ("this morning", "2023-10-13", "2023-10-13"),
        ("last week", "2023-10-02", "2023-10-08"),
        ("earlier this week", "2023-10-09", "2023-10-13"),
        ("over the weekend", "2023-10-07", "2023-10-08"),
        ("last month", "2023-09-01", "2023-09-30"),
        ("this month", "2023-10-01", "2023-10-13"),
        ("last year", "2022-01-01", "2022-12-31"),
        ("last April", "2023-04-01", "2023-04-30"),
        ("last November", "2022-11-01", "2022-11-30"),
        ("two weeks ago", "2023-09-25", "2023-10-01"),
        ("three days ago", "2023-10-10", "2023-10-10"),
        ("four months ago", "2023-06-01", "2023-06-30"),
        ("a year ago", "2022-01-01", "2022-12-31"),
        ("early September", "2023-09-01", "2023-09-10"),
        ("in mid-September", "2023-09-11", "2023-09-20"),
        ("in late September", "2023-09-21", "2023-09-30"),
        ("at the end of September", "2023-09-21", "2023-09-30"),
        ("for most of this year", "2023-01-01", "2023-09-30"),
        ("since March", "2023-03-01", "2023-10-13"),
        ("since early March 2022", "2022-03-01", "2023-10-13"),
        ("so far this year", "2023-01-01", "2023-10-13"),
        ("for two and a half months", "2023-07-29", "2023-10-13"),
        ("in the past six weeks", "2023-09-01", "2023-10-13"),
        ("over the last year", "2022-10-13", "2023-10-13"),
        ("within ten days", "2023-10-03", "2023-10-13"),
        ("between 7 August and 9 September", "2023-08-07", "2023-09-09"),
        ("from June to August 2021", "2021-06-01", "2021-08-31"),
        ("from December to February", "2022-12-01", "2023-02-28"),
        ("March 5-8", "2023-03-05", "2023-03-08"),
        ("by the end of the year", None, "2023-12-31"),
        ("until Monday", None, "2023-10-09"),
        ("before June 2022", None, "2022-05-31"),
        ("for months", None, "2023-10-13"),
        ("in recent weeks", None, "2023-10-13"),
        ("in the last few days", None, "2023-10-13"),
        ("recently", None, "2023-10-13"),
        ("in the coming months", "2023-10-13", None),
        ("overnight", "2023-10-12", "2023-10-13"),
        ("a fortnight ago", "2023-09-29", "2023-09-29"),
        ("in late 2021", "2021-10-01", "2021-12-31"),
        ("early last year", "2022-01-01", "2022-03-31"),
        ("in the summer", "2023-06-01", "2023-08-31"),
        ("by year's end", None, "2023-12-31"),
        ("in the last quarter", "2023-07-01", "2023-09-30"),
        ("in the second half of July", "2023-07-16", "2023-07-31"),
        ("from the 2nd to the 4th of August", "2023-08-02", "2023-08-04"),
        ("between May 6 and 8 of last year", "2022-05-06", "2022-05-08"),
        ("in 2019 and 2020", "2019-01-01", "2020-12-31"),
        ("in fiscal year 2021", "2021-01-01", "2021-12-31"),
        ("since it took power in 2021", "2021-01-01", "2023-10-13"),
        ("after the port was closed in 2019", "2019-01-01", None),
        ("before the storm of August 3", None, "2023-08-03"),
        ("around New Year", "2023-01-01", "2023-01-01"),
        ("in the first week of September", "2023-09-01", "2023-09-07"),
        ("in the last week of September", "2023-09-24", "2023-09-30"),
        ("in the week of 4 September", "2023-09-04", "2023-09-10"),
        ("over the weekend of September 9", "2023-09-09", "2023-09-10"),
        ("on 5/6 August", "2023-08-05", "2023-08-06"),
        ("half a year ago", "2023-04-01", "2023-04-30"),
        ("a year and a half ago", "2022-04-01", "2022-04-30"),
        ("eighteen months ago", "2022-04-01", "2022-04-30"),
        ("less than a month ago", "2023-09-13", "2023-10-13"),
        ("in half a year", "2023-04-13", "2023-10-13"),
        ("for three months in 2019", "2019-01-01", "2019-12-31"),
        ("in the year to June", "2022-07-01", "2023-06-30"),
        ("in the winter of 2021-22", "2021-12-01", "2022-02-28"),
        ("since the turn of the year", "2023-01-01", "2023-10-13"),
        ("before the year is out", None, "2023-12-31"),
        ("by the end of the decade", None, "2029-12-31"),
        ("the other day", None, "2023-10-13"),
    ],
)
def test_words_that_count_from_the_report(words: str, first: str | None, last: str | None) -> None:
    """Relative and vague words get the bounds of the guide, counted from the day of the report."""
    assert bounds(only(f"The crates were moved {words}.", FRIDAY)) == (first, last)


@pytest.mark.parametrize(
    "words",
    [
        "not long ago",
        "soon",
        "two years after",
        "before the war",
        "since the war began",
        "within weeks",
        "two decades ago",
        "under the previous government",
        "in soviet times",
        "in the first weeks of the war",
        "for a long time",
    ],
)
def test_words_that_fix_nothing_stay_open(words: str) -> None:
    """What the words leave open has no bounds, and its words are still found."""
    period = only(f"The crates were moved {words}.", FRIDAY)
    assert (period.text.lower(), period.edtf, *bounds(period)) == (words, None, None, None)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("on Friday", "2024-04-19", "2024-04-19"),
        ("next Monday", "2024-04-22", "2024-04-22"),
        ("next month", "2024-05-01", "2024-05-31"),
        ("in December", "2024-12-01", "2024-12-31"),
        ("in February", "2025-02-01", "2025-02-28"),
        ("within three months", "2024-04-18", "2024-07-18"),
        ("later this year", "2024-04-18", "2024-12-31"),
        ("this autumn", "2024-09-01", "2024-11-30"),
    ],
)
def test_plans_look_forward(words: str, first: str, last: str) -> None:
    """With ``future`` the same words mean the nearest such time to come."""
    assert bounds(only(f"The crates are to leave {words}.", THURSDAY, future=True)) == (first, last)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("in recent weeks", None, "2023-10-31"),
        ("last month", "2023-09-01", "2023-09-30"),
        ("in August", "2023-08-01", "2023-08-31"),
        ("for most of this year", "2023-01-01", "2023-09-30"),
        ("on Tuesday", None, None),
        ("last week", None, None),
    ],
)
def test_a_report_dated_by_its_month(words: str, first: str | None, last: str | None) -> None:
    """What a month fixes is fixed; a weekday stays open."""
    assert bounds(only(f"The crates were moved {words}.", OCTOBER)) == (first, last)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("On 2 June the crate was shut. Three days later it was opened", "2023-06-05"),
        ("On 2 June the crate was shut. Ten days before, it was empty", "2023-05-23"),
        ("It was shut in May 2019. Two years later it was opened", "2021"),
        ("It was shut in May 2019, two years later than planned", None),
        ("It was shut in May 2019, two years after the fire", None),
    ],
)
def test_so_long_after_what_was_named(words: str, expected: str | None) -> None:
    """A length of time later or earlier counts from the time named last, where nothing else follows."""
    assert find_periods(words, 0, FRIDAY)[-1].edtf == expected


def test_without_a_date_only_whole_dates_are_fixed() -> None:
    """A bare day keeps its month and day in EDTF and has no bounds; a dated one is a day."""
    bare, dated = find_periods("moved on May 2, sold on May 9, 2020", 0, None)
    assert (bare.edtf, bare.earliest, bare.latest) == ("XXXX-05-02", None, None)
    assert dated.earliest == dt.date(2020, 5, 9)


def test_words_that_go_back_to_an_earlier_date() -> None:
    """Of ``That October`` and "the next day" count from what the text named last."""
    in_year, that = find_periods("Radars came in 2019, and that October a ship.", 0, FRIDAY)
    assert (in_year.edtf, that.edtf) == ("2019", "2019-10")
    _, after = find_periods("A ship came on 4 May 2020; the next day it left.", 0, FRIDAY)
    assert after.earliest == dt.date(2020, 5, 5)


@pytest.mark.parametrize(
    "text",
    [
        "They may send 20 tanks and march on.",
        "Resolution 1718 and paragraph 9",
        "a load of 2020 rifles in the hold",
        "It sent 2,000 drones and 1950 shells.",
    ],
)
def test_numbers_and_verbs_are_no_dates(text: str) -> None:
    """Amounts, resolutions, and "may" and "march" as verbs are not times."""
    assert find_periods(text, 0, FRIDAY) == ()


PIECES = (
    *("on Friday", "in May", "since 2014", "the ship sailed", "in recent weeks", "between June and August"),
    *("13.10.23", "for a month and a half", "early", "next year", "Oct. 3", "a crate", "by", "until"),
    *("5 June 2020", "two weeks ago"),
)


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=8), st.integers(0, 50), st.booleans())
def test_periods_stand_in_the_text_and_never_overlap(pieces: list[str], offset: int, future: bool) -> None:
    """Words stand where the span says, in order and apart; bounds are never crossed; EDTF strings parse."""
    text = " ".join(pieces)
    end = offset
    for period in find_periods(text, offset, FRIDAY, future=future):
        assert period.span is not None
        assert period.span.shifted(-offset).of(text) == period.text
        assert period.span.start >= end
        end = period.span.end
        if period.edtf and ".." not in period.edtf:
            parse_edtf(period.edtf)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("it was to open in the next few days", "2023-10-13", "2023-10-20"),
        ("it opens within two to three weeks", "2023-10-27", "2023-11-03"),
        ("it opens before the end of the year", None, "2023-12-31"),
        ("it opened in the last years", None, "2023-10-13"),
        ("it opened a few months before its invasion of Ukraine", None, "2022-02-24"),
        ("it opens within two years of the signing of the lease", None, None),
        ("it ran up to now", None, "2023-10-13"),
        ("it is not open before November", "2022-11-01", None),
        ("it ran in 2016-18", "2016-01-01", "2018-12-31"),
        ("it grew after the October 7 attack", "2023-10-07", None),
        ("a few days before, it closed", None, "2023-10-13"),
        ("it came this weekend", "2023-10-07", "2023-10-08"),
    ],
)
def test_stretches_with_an_open_side(words: str, first: str | None, last: str | None) -> None:
    """What is to come in days is a week at most; what counts from an unknown day stays open."""
    assert bounds(only(words, FRIDAY)) == (first, last)


def test_then_is_what_was_named_last() -> None:
    """Words like "since then" and "that year" go back to the time that the sentence before named."""
    before = named_last(find_periods("The mill was sold in May 2019.", 0, FRIDAY), OPEN)
    words = ("Since then it stands", "In June of that year")
    since, year = (find_periods(w, 0, FRIDAY, before=before)[0] for w in words)
    assert bounds(since) == ("2019-05-01", "2023-10-13")
    assert bounds(year) == ("2019-06-01", "2019-06-30")
