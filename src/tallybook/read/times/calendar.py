"""What stretch of days does a word of the calendar mean, seen from a given day?

Dates are ISO dates, stretches are inclusive at both ends. EDTF strings follow ISO 8601-2:2019, annex A.
"""

from __future__ import annotations

import calendar as gregorian
import datetime as dt
import re
from typing import NamedTuple

MONTHS = (
    ("january", "jan"),
    ("february", "feb"),
    ("march", "mar"),
    ("april", "apr"),
    ("may",),
    ("june", "jun"),
    ("july", "jul"),
    ("august", "aug"),
    ("september", "sept", "sep"),
    ("october", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)
WEEKDAYS = (
    ("monday", "mon"),
    ("tuesday", "tues", "tue"),
    ("wednesday", "wed"),
    ("thursday", "thurs", "thur", "thu"),
    ("friday", "fri"),
    ("saturday", "sat"),
    ("sunday", "sun"),
)
# EDTF season numbers 21 to 24; first month of each in the northern hemisphere.
SEASONS = {"spring": (21, 3), "summer": (22, 6), "autumn": (23, 9), "fall": (23, 9), "winter": (24, 12)}

MONTH_NUMBER = {word: n for n, words in enumerate(MONTHS, 1) for word in words}
WEEKDAY_NUMBER = {word: n for n, words in enumerate(WEEKDAYS) for word in words}

MONTH_NAMES, WEEKDAY_NAMES = frozenset(MONTH_NUMBER), frozenset(WEEKDAY_NUMBER)
"""Every way to name a month or a day of the week, in lower case."""


class Anchor(NamedTuple):
    """The day from which a text counts, as far as it is known: first and last day that it may be."""

    earliest: dt.date
    latest: dt.date

    @classmethod
    def of(cls, day: dt.date | Anchor | None) -> Anchor | None:
        """An anchor from a single day, or what is given."""
        return cls(day, day) if isinstance(day, dt.date) else day

    @property
    def day(self) -> dt.date | None:
        """The day itself, ``None`` where only a month or a year is known."""
        return self.earliest if self.earliest == self.latest else None

    @property
    def one_month(self) -> bool:
        """Whether the month is known."""
        return (self.earliest.year, self.earliest.month) == (self.latest.year, self.latest.month)

    @property
    def one_year(self) -> bool:
        """Whether the year is known."""
        return self.earliest.year == self.latest.year


class When(NamedTuple):
    """A stretch of days: EDTF form, first and last day; ``None`` where open."""

    edtf: str | None = None
    earliest: dt.date | None = None
    latest: dt.date | None = None

    @property
    def is_day(self) -> bool:
        """Whether it is one known day."""
        return self.earliest is not None and self.earliest == self.latest


OPEN = When()


def day(date: dt.date) -> When:
    """One day."""
    return When(date.isoformat(), date, date)


def month(year: int, number: int) -> When:
    """One month; ``number`` may run over the ends of the year (0 is December before)."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    last = gregorian.monthrange(year, number)[1]
    return When(f"{year:04}-{number:02}", dt.date(year, number, 1), dt.date(year, number, last))


def year(number: int) -> When:
    """One year."""
    return When(f"{number:04}", dt.date(number, 1, 1), dt.date(number, 12, 31))


def season(year_number: int, name: str) -> When:
    """One season; a winter is named after the year in which it begins."""
    code, first = SEASONS[name]
    last = month(year_number, first + 2)
    return When(f"{year_number:04}-{code}", dt.date(year_number, first, 1), last.latest)


def quarter(year_number: int, number: int) -> When:
    """A quarter of a year, 1 to 4 (EDTF codes 33 to 36)."""
    first, last = month(year_number, 3 * number - 2), month(year_number, 3 * number)
    return When(f"{year_number:04}-{32 + number}", first.earliest, last.latest)


def half(year_number: int, number: int) -> When:
    """A half of a year, 1 or 2 (EDTF codes 40 and 41)."""
    first, last = month(year_number, 6 * number - 5), month(year_number, 6 * number)
    return When(f"{year_number:04}-{39 + number}", first.earliest, last.latest)


def between(first: dt.date | None, last: dt.date | None) -> When:
    """From one day to another, either of them open; nothing where both are open or they are crossed."""
    if first is None and last is None:
        return OPEN
    if first is not None and last is not None and first > last:
        return OPEN
    if first is not None and first == last:
        return day(first)
    return When(f"{first.isoformat() if first else '..'}/{last.isoformat() if last else '..'}", first, last)


def joined(first: When, last: When) -> When:
    """From the start of one stretch to the end of the other, each as closely told as its words tell it."""
    whole = between(first.earliest, last.latest)
    ends = (first.edtf or "..", last.edtf or "..")
    if whole == OPEN or whole.is_day or not all(map(_PLAIN.fullmatch, ends)):
        return whole
    return whole._replace(edtf=ends[0] if ends[0] == ends[1] else "/".join(ends))


_PLAIN = re.compile(r"\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?|\.\.")
"""A year, month or day, of which the ends of an interval may be told (EDTF level 0), or an open end."""


def week(date: dt.date) -> When:
    """The week of a day, Monday to Sunday."""
    monday = date - dt.timedelta(days=date.weekday())
    return between(monday, monday + dt.timedelta(days=6))


_DAYS = {"hour": 1 / 24, "day": 1, "week": 7, "fortnight": 14}


def shift(date: dt.date, count: float, unit: str) -> dt.date:
    """The day ``count`` units later (earlier if negative); units run from an hour to a decade.

    Half months and half years count in days. A day that a month lacks becomes its last.
    """
    if unit in _DAYS:
        return date + dt.timedelta(days=round(count * _DAYS[unit]))
    months = count * {"month": 1, "quarter": 3, "year": 12, "decade": 120}[unit]
    whole = int(months)
    target = month(date.year, date.month + whole).earliest or date
    last = gregorian.monthrange(target.year, target.month)[1]
    moved = target.replace(day=min(date.day, last))
    return moved + dt.timedelta(days=round((months - whole) * 30))


def weekday(date: dt.date, number: int, *, future: bool = False) -> dt.date:
    """The nearest such weekday up to ``date`` itself, or from it on if ``future``."""
    if future:
        return date + dt.timedelta(days=(number - date.weekday()) % 7)
    return date - dt.timedelta(days=(date.weekday() - number) % 7)


def part(whole: When, which: str) -> When:
    """The early, middle or late part of a month (1 to 10, 11 to 20, 21 to the end), a season or a year.

    Early, middle and late in a decade are its years 0 to 3, 3 to 6 and 6 to 9. Early and late in a year are
    its first and last quarter, mid-year is June and July; other stretches longer than a month are cut in
    three at whole months.
    """
    first, last = whole.earliest, whole.latest
    if first is None or last is None:
        return OPEN
    length = (last - first).days + 1
    if length > 3000:
        thirds = {"early": (0, 3), "mid": (3, 6), "late": (6, 9)}[which]
        return joined(year(first.year + thirds[0]), year(first.year + thirds[1]))
    if length > 364 and (first.month, first.day) == (1, 1):
        start, end = {"early": (1, 3), "mid": (6, 7), "late": (10, 12)}[which]
        return joined(month(first.year, start), month(first.year, end))
    if length <= 31:
        third = 10 if length >= 28 else length // 3
        marks = (first + dt.timedelta(days=third), first + dt.timedelta(days=2 * third))
    else:
        third = max(1, round(length / 30.44 / 3))
        marks = (shift(first, third, "month"), shift(first, 2 * third, "month"))
    one = dt.timedelta(days=1)
    ends = {"early": (first, marks[0] - one), "mid": (marks[0], marks[1] - one), "late": (marks[1], last)}
    return between(*ends[which])


def two_digit_year(text: str) -> int:
    """A year from two or four digits: 00 to 68 are 2000 to 2068, the rest 19xx (POSIX ``%y``)."""
    number = int(text)
    if len(text) > 2:
        return number
    return number + (2000 if number < 69 else 1900)
