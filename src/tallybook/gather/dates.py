"""Dates that reports carry about themselves, as EDTF at the precision known.

Only explicit dates: a day, a month or a year that is written out. "Yesterday" is for the reader.
"""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate_to_datetime
from functools import cache

from tallybook.vocabulary import load

_ISO = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?![\d-])")
_DOTTED = re.compile(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4}|\d\d)(?!\d)")
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})/(?P<month>\d{1,2})/(?P<day>\d{1,2})(?!\d)")
_SLASHED = re.compile(
    r"(?P<one>\d{1,2})(?:(?P<mark>[/-])(?P<two>\d{1,2})(?P=mark)(?P<year>\d{4})|/(?P<two2>\d{1,2})/(?P<year2>\d\d))"
    r"(?!\d)"
)
_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d%]|[.,]\d)")
_BACK = 6
"""Years looked back: a date falls on the same weekday again after five, six or eleven years."""

_CENTURY = 2000
"""Two-digit years belong to it: reports of this trade are of the web's age."""


def edtf_of(words: str | None, *, month_first: bool | None = None) -> str | None:
    """The EDTF date that ``words`` begin with, or ``None`` where they fix none.

    Knows ISO 8601, year/month/day, day.month.year, day/month/year where only one order is possible,
    written-out dates with the names of ``calendar.yaml``, and the form of mail and RSS (RFC 5322). Times are
    dropped.

    Args:
        words: a date and whatever follows it.
        month_first: the order in 4/5/2024, where it is known.
    """
    words = (words or "").strip()[:80]
    if not words:
        return None
    for pattern in (_YEAR_FIRST, _ISO, _DOTTED, _SLASHED, _written()):
        if match := pattern.match(words):
            return _edtf(_numbers(match.groupdict(), month_first))
    try:
        return parsedate_to_datetime(words).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def day_of(words: str, year: str) -> str | None:
    """The EDTF date of a month and a day without a year, in ``year``."""
    if match := re.fullmatch(day_pattern(), _day_alone(words)):
        month = _months()[_bare(match.group())]
        day = re.search(r"\d+", words)
        return _edtf((int(year), month, int(day.group()))) if day else None
    return None


def _day_alone(words: str) -> str:
    """A month and a day without the weekday before them."""
    return re.sub(rf"^{weekday_pattern()},?\s", "", words.strip())


def year_by_weekday(words: str, text: str, captured: dt.date) -> str | None:
    """The year of a month and a day, as a dateline has them, by the weekdays that ``text`` names.

    The weekday told with the day counts, else the one that ``text`` names first, else all that it names.
    A report of "April 12" that speaks of Wednesday is of a year in which that day is a Wednesday; where none
    of the last years fits, of one in which it was so the day before. ``None`` where no or several years fit.
    """
    first = [(m.start(), number) for number, name in _weekdays() if (m := re.search(rf"\b{name}\b", text))]
    own = {number for number, name in _weekdays() if name in words} or {n for _, n in sorted(first)[:1]}
    told = {number for _, number in first}
    return _year_with(words, text, captured, own) or _year_with(words, text, captured, told)


def _year_with(words: str, text: str, captured: dt.date, told: set[int]) -> str | None:
    """The only year in which a day falls on one of these weekdays, or follows one of them."""
    years = [int(year) for year in _YEAR.findall(text) if int(year) <= captured.year]
    days = [day_of(words, str(year)) for year in range(captured.year - _BACK, captured.year + 1)]
    found = [dt.date.fromisoformat(day) for day in days if day]
    found = [day for day in found if max(years, default=0) <= day.year and day <= captured]
    for back in (0, 1):
        fits = [day for day in found if (day - dt.timedelta(days=back)).weekday() in told]
        if fits:
            return str(fits[0].year) if len(fits) == 1 or years else None
    return None


@cache
def _weekdays() -> tuple[tuple[int, str], ...]:
    """Number from Monday (0), and name in running text."""
    return tuple((entry.number - 1, entry.name) for entry in load().calendar if entry.kind == "weekday")


@cache
def date_pattern() -> str:
    """Regular expression of a date with a year (or with year and month), without groups."""
    month, weekday = month_pattern(), weekday_pattern()
    day, comma = r"\d{1,2}(?:st|nd|rd|th)?", r"(?:,\s?|\s)"
    return (
        r"(?:\d{4}-\d\d-\d\d|\d{4}-\d\d(?![\d-])|\d{4}/\d{1,2}/\d{1,2}(?!\d)"
        r"|\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d)(?!\d)|\d{1,2}[/-]\d{1,2}[/-]\d{4}|\d{1,2}/\d{1,2}/\d\d(?!\d)"
        rf"|(?:{weekday}{comma})?(?:{month},?\s{day}{comma}\d{{4}}|{day}(?:\s(?:of\s)?|-){month}(?:{comma}|-)\d{{4}}|{month}\s\d{{4}}))"
    )


@cache
def day_pattern() -> str:
    """Regular expression of a month and a day without a year, without groups."""
    month = month_pattern()
    return rf"(?:{month}\s\d{{1,2}}(?!\d)|\d{{1,2}}\s{month})"


@cache
def month_pattern() -> str:
    """Regular expression of a month's name, without groups."""
    return _names("month")


@cache
def weekday_pattern() -> str:
    """Regular expression of a weekday's name, without groups."""
    return _names("weekday")


def _names(kind: str) -> str:
    names = [form for entry in load().calendar if entry.kind == kind for form in (entry.name, *entry.short)]
    return (
        "(?:" + "|".join(f"(?i:{re.escape(name)})" for name in sorted(names, key=len, reverse=True)) + r")\.?"
    )


@cache
def _months() -> dict[str, int]:
    return {
        form.casefold(): entry.number
        for entry in load().calendar
        if entry.kind == "month"
        for form in (entry.name, *entry.short)
    }


@cache
def _written() -> re.Pattern[str]:
    month, weekday = month_pattern(), weekday_pattern()
    day = r"(?:st|nd|rd|th)?"
    return re.compile(
        rf"(?:{weekday},?\s+)?(?:(?P<m1>{month}),?\s+(?P<d1>\d{{1,2}}){day},?\s+(?P<y1>\d{{4}})"
        rf"|(?P<d2>\d{{1,2}}){day}(?:\s+(?:of\s+)?|-)(?P<m2>{month})(?:,?\s+|-)(?P<y2>\d{{4}})|(?P<m3>{month})\s+(?P<y3>\d{{4}}))(?!\d)"
    )


def _bare(words: str) -> str:
    return re.sub(r"[\d\s.]", "", words).casefold()


def _numbers(found: dict[str, str | None], month_first: bool | None) -> tuple[int, int, int]:
    """Year, month and day, 0 where open."""
    get = found.get
    if "one" in found:
        one, two = int(found["one"] or 0), int(found["two"] or found["two2"] or 0)
        return _unslashed(one, two, _full(int(found["year"] or found["year2"] or 0)), month_first)
    if "y1" in found:
        number = next(i for i in "123" if get(f"y{i}"))
        return (
            int(get(f"y{number}") or 0),
            _months()[_bare(get(f"m{number}") or "")],
            int(get(f"d{number}") or 0),
        )
    return _full(int(get("year") or 0)), int(get("month") or 0), int(get("day") or 0)


def _full(year: int) -> int:
    return year if year > 99 else _CENTURY + year


def _unslashed(one: int, two: int, year: int, month_first: bool | None) -> tuple[int, int, int]:
    """Only the year where 4/5/2024 may be April or May; 0 where no order makes a date."""
    if one <= 12 and two <= 12 and one != two:
        if month_first is None:
            return year, 0, 0
        return (year, one, two) if month_first else (year, two, one)
    if min(one, two) > 12:
        return 0, 0, 0
    return (year, one, two) if one <= 12 else (year, two, one)


def _edtf(numbers: tuple[int, int, int]) -> str | None:
    year, month, day = numbers
    try:
        dt.date(year, month or 1, day or 1)
    except ValueError:
        return None
    if not month:
        return f"{year:04}"
    return f"{year:04}-{month:02}-{day:02}" if day else f"{year:04}-{month:02}"
