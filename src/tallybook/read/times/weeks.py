"""Which days are a week or a weekend that is told by its month or its day: "the second week of May"?"""

from __future__ import annotations

import datetime as dt
import re

from tallybook.read.times import calendar as cal
from tallybook.read.times.calendar import OPEN, When
from tallybook.read.times.dates import WEEKDAY, Rule, View
from tallybook.read.times.stretches import ANY, THE, day_of, moment

_NTH = {
    "first": 0,
    "opening": 0,
    "1st": 0,
    "second": 1,
    "2nd": 1,
    "third": 2,
    "3rd": 2,
    "fourth": 3,
    "4th": 3,
}
_WEEK = dt.timedelta(days=7)
_DAY = dt.timedelta(days=1)
_SATURDAY = 5
_IN = r"(?i:(?:in|during|over|on|at) )?(?i:the )"


def week_of(match: re.Match[str], view: View) -> When:
    """Of ``the second week of May``: seven days, counted from its start; the last ones for the last week."""
    ahead = match["x"].lower().startswith(("this ", "the "))
    whole = moment(match["x"], view._replace(future=True) if ahead else view)
    if whole.earliest is None or whole.latest is None:
        return OPEN
    number = _NTH.get(match["nth"].lower())
    first = whole.latest - _WEEK + _DAY if number is None else whole.earliest + number * _WEEK
    return cal.between(first, min(first + _WEEK - _DAY, whole.latest))


def week_with(match: re.Match[str], view: View) -> When:
    """Of ``the week of 10 March``: the week in which that day lies; its weekend, where that is told."""
    day = moment(match["x"], view)
    if day.earliest is None or not day.is_day:
        return OPEN
    if match["unit"].lower() == "week":
        return cal.week(day.earliest)
    saturday = cal.week(day.earliest - _DAY if day.earliest.weekday() == 0 else day.earliest)
    first = (saturday.earliest or day.earliest) + _SATURDAY * _DAY
    return cal.between(first, first + _DAY)


def _day_in_week(match: re.Match[str], view: View) -> When:
    """Of ``on Tuesday of last week``, "last week on Tuesday"."""
    week = moment(f"{match['which']} week", view._replace(future=True))
    if week.earliest is None:
        return OPEN
    number = cal.WEEKDAY_NUMBER[match["weekday"].rstrip(".").lower()]
    return cal.day(week.earliest + number * _DAY)


def _before_last(match: re.Match[str], view: View) -> When:
    """Of ``the week before last``, "the Monday before last": one further back than the last one."""
    now, what = day_of(view), match["x"].lower()
    if now is None:
        return OPEN
    if what == "night":
        return cal.between(now - 3 * _DAY, now - 2 * _DAY)
    last = moment(f"last {match['x']}", view._replace(future=False))
    if last.earliest is None:
        return OPEN
    units = {"week": _WEEK, "weekend": _WEEK, **dict.fromkeys(_WEEKDAYS, _WEEK)}
    if what in units:
        return cal.between(last.earliest - units[what], (last.latest or last.earliest) - units[what])
    one = cal.Anchor(last.earliest - _DAY, last.earliest - _DAY)
    if what == "month":
        return cal.month(one.earliest.year, one.earliest.month)
    return cal.year(one.earliest.year) if what == "year" else moment(f"last {match['x']}", View(one))


_WEEKDAYS = [name for name, *_ in cal.WEEKDAYS]
_WHICH = "|".join(("weekend", "week", "month", "year", "night", *cal.SEASONS, *_WEEKDAYS))


def _edge_day(match: re.Match[str], view: View) -> When:
    """Of ``on the last day of May``."""
    whole = moment(match["x"], view)
    day = whole.earliest if match["nth"].lower() in ("first", "opening") else whole.latest
    return cal.day(day) if day is not None else OPEN


RULES: tuple[Rule, ...] = (
    (
        rf"(?i:on )?(?i:(?:late|early) (?:on )?)?{WEEKDAY} (?i:of )?(?P<which>(?i:last|this|next)) week\b",
        _day_in_week,
    ),
    (rf"(?P<which>(?i:last|this|next)) (?i:week)(?: (?i:on))? {WEEKDAY}", _day_in_week),
    (
        rf"(?:(?i:in|during|on) )?(?i:the )(?P<x>(?i:{_WHICH})) (?i:before last)\b",
        _before_last,
    ),
    (
        rf"(?i:on the )(?P<nth>(?i:first|opening|last|final|closing)) (?i:day of) (?P<x>{ANY}|{THE})",
        _edge_day,
    ),
    (
        rf"{_IN}(?P<nth>(?i:{'|'.join(_NTH)}|last|final|closing))(?i: full)? (?i:week of )(?P<x>{ANY}|{THE})",
        week_of,
    ),
    (rf"{_IN}(?P<unit>(?i:week(?:end)?)) (?i:of|starting|beginning) (?P<x>{ANY})", week_with),
)
"""Expressions of weeks; a bare "last week" counts from the report and stands elsewhere."""
