"""Which day, month or year does a date in a text name?

Each rule is a pattern and what it means, seen from the day of the report. Words that fix nothing (a bare
"December 30" with no anchor) give a :class:`When` without bounds.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from tallybook.read.times import calendar as cal
from tallybook.read.times.calendar import OPEN, Anchor, When


class View(NamedTuple):
    """From where a text counts: its anchor, which way, what it named last, a year that overrides."""

    anchor: Anchor | None
    future: bool = False
    last: When = OPEN
    year: int | None = None


Rule = tuple[str, Callable[[re.Match[str], View], When]]


def _names(words: Iterable[tuple[str, ...]]) -> str:
    """Both "October" and "OCTOBER", never "october": "may" and "march" are verbs. Short forms take a dot."""
    long = [form for full, *_ in words for form in (full.title(), full.upper())]
    short = [form for _, *rest in words for w in rest for form in (w.title(), w.upper())]
    return rf"(?:{'|'.join(long)})\b|(?:{'|'.join(short)})\b\.?"


MONTH = rf"(?P<month>{_names(cal.MONTHS)})"
WEEKDAY = rf"(?P<weekday>{_names(cal.WEEKDAYS)})"
SEASON = rf"(?P<season>(?i:{'|'.join(cal.SEASONS)}))\b"
YEAR = r"(?P<year>(?:19|20)\d\d)(?![\d%-]|[,.]\d)"
DAY = (
    r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d:%]|[,.]\d|\s?(?:km|mm|percent|per cent|million)\b)"
)
OF = r"(?:,? |, ?| of )"


def month_number(match: re.Match[str]) -> int:
    """Number of the month that the group ``month`` names."""
    return cal.MONTH_NUMBER[match["month"].rstrip(".").lower()]


def _date(year: int, month: int, day: int) -> When:
    try:
        return cal.day(dt.date(year, month, day))
    except ValueError:
        return OPEN


def nearest_year(view: View, month: int, day: int | None = None) -> int | None:
    """The year in which a bare month or day falls: the nearest on the right side of the anchor.

    Only an anchor whose month is known decides; without one the year of a day or month that the text named
    last: "in March 2021, and in May" is one year, "ordered in 2019, and in May" is not.
    """
    if view.year is not None:
        return view.year
    anchor = view.anchor
    if anchor is None:
        return named_year(view.last) if _is_short(view.last) else None
    if not anchor.one_month:
        return None
    now = anchor.latest
    if view.future:
        passed = (month, day or 31) < (now.month, anchor.earliest.day if day else 0)
        return now.year + passed
    ahead = (month, day or 0) > (now.month, now.day if day else 0)
    return now.year - ahead


def _is_short(when: When) -> bool:
    """Whether a stretch is no longer than a month."""
    return bool(when.earliest and when.latest and (when.latest - when.earliest).days <= _MONTH)


_MONTH = 31


def named_year(when: When) -> int | None:
    """The year of a stretch that lies within one."""
    first, last = when.earliest, when.latest
    return first.year if first and last and first.year == last.year else None


def _day_of_month(match: re.Match[str], view: View) -> When:
    month, day = month_number(match), int(match["day"])
    named = match.groupdict().get("year")
    year = int(named) if named else _nearby_year(match, view, month, day)
    if year is None:
        return When(f"XXXX-{month:02}-{day:02}")
    return _date(year, month, day)


def month_of(match: re.Match[str], view: View) -> When:
    """The month that a match names, in its own year or the nearest."""
    month = month_number(match)
    named = match.groupdict().get("year")
    year = int(named) if named else _nearby_year(match, view, month)
    return cal.month(year, month) if year else When(f"XXXX-{month:02}")


def relative_year(match: re.Match[str], view: View) -> int | None:
    """The year of "last year", "this year", "next year" in a match."""
    word = match.groupdict().get("which_year")
    if word and word.lower() in ("that", "the same"):
        return named_year(view.last)
    if not word or view.anchor is None or not view.anchor.one_year:
        return None
    return view.anchor.earliest.year + {"last": -1, "this": 0, "next": 1}[word.lower()]


def _nearby_year(match: re.Match[str], view: View, month: int, day: int | None = None) -> int | None:
    """The year of "December last year", else the nearest; none where "last year" counts from nothing."""
    told = relative_year(match, view)
    counted = (match.groupdict().get("which_year") or "").lower() in ("last", "next", "this")
    return told if told is not None or counted else nearest_year(view, month, day)


def _iso(match: re.Match[str], _: View) -> When:
    return _date(int(match["year"]), int(match["m"]), int(match["d"]))


def _european(match: re.Match[str], _: View) -> When:
    return _date(cal.two_digit_year(match["y"]), int(match["m"]), int(match["d"]))


def _slashed(match: re.Match[str], _: View) -> When:
    """Day and month may stand either way round: decided only where one of them is over 12."""
    first, second, year = int(match["a"]), int(match["b"]), cal.two_digit_year(match["y"])
    if first > 12:
        return _date(year, second, first)
    if second > 12 or first == second:
        return _date(year, first, second)
    return cal.year(year)


def _whole_year(match: re.Match[str], _: View) -> When:
    return cal.year(int(match["year"]))


def _decade(match: re.Match[str], _: View) -> When:
    named = _NAMED_DECADES.get((match.groupdict().get("named") or "").lower())
    first = named or int(match["decade"])
    return When(f"{first // 10}X", dt.date(first, 1, 1), dt.date(first + 9, 12, 31))


_NAMED_DECADES = {"fifties": 1950, "sixties": 1960, "seventies": 1970, "eighties": 1980, "nineties": 1990}
_BESIDE = r"(?:(?!and |or |from |to |for |in )[a-z-]+ ){0,2}"
COUNTED = (
    rf"(?! {_BESIDE}(?:containers|rounds|shells|rifles|missiles|rockets|drones|tanks|tons|tonnes"
    r"|weapons|troops|soldiers|people|boxes|crates|units|pieces|vehicles|bombs|kilomet(?:er|re)s|miles)\b)"
)
WHICH_YEAR = r"(?P<which_year>(?i:last|this|next|that|the same))(?i: year)"
_IN_PART = r"(?<!mid-)(?<!Mid-)(?<!mid )(?<! end of )(?<!start of )(?<!beginning of )(?<!middle of )"
"""Before a month of which a part is told, no day follows: "by mid-April 21 tanks had come"."""
DATE = rf"(?:(?:{WEEKDAY},? (?:\()?)?{_IN_PART}{MONTH} {DAY}(?:{OF}{YEAR}|,? (?:of )?{WHICH_YEAR})?)"
DATES: tuple[Rule, ...] = (
    (DATE, _day_of_month),
    (
        rf"(?:{WEEKDAY},? )?(?:the )?{DAY} (?:of )?{MONTH}(?:{OF}{YEAR}|,? (?:of )?{WHICH_YEAR})?",
        _day_of_month,
    ),
    (r"\b(?P<year>(?:19|20)\d\d)-(?P<m>0[1-9]|1[0-2])-(?P<d>[0-3]\d)(?!\d)", _iso),
    (r"\b(?P<d>[0-3]?\d)\.(?P<m>0?[1-9]|1[0-2])\.(?P<y>(?:19|20)\d\d|\d\d)(?![\d.])", _european),
    (r"\b(?P<a>[0-3]?\d)/(?P<b>[0-3]?\d)/(?P<y>(?:19|20)\d\d)\b", _slashed),
    (rf"{MONTH}(?:{OF}{YEAR}|,? (?:of )?{WHICH_YEAR})", month_of),
)
"""Dates that stand on their own, longest first."""

BARE: tuple[Rule, ...] = (
    (MONTH, month_of),
    (YEAR + COUNTED, _whole_year),
    (rf"(?i:the )?(?:(?i:fiscal|financial|calendar) (?i:year )?{YEAR})", _whole_year),
    (rf"(?i:the )?{YEAR} (?i:fiscal|financial|calendar) (?i:year)", _whole_year),
    (r"(?:the )?(?P<decade>(?:19|20)\d0)s\b", _decade),
    (rf"(?i:the )?(?P<named>(?i:{'|'.join(_NAMED_DECADES)}))\b", _decade),
)
"""Words that are dates only after a word that asks for one ("in May", "since 2014")."""
