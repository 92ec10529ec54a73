"""Which days are a week or a weekend that is told by its month or its day: "the second week of May"?"""

from __future__ import annotations

import datetime as dt
import re

from tallybook.read.times import calendar as cal
from tallybook.read.times.calendar import OPEN, When
from tallybook.read.times.dates import Rule, View
from tallybook.read.times.stretches import ANY, THE, moment

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


RULES: tuple[Rule, ...] = (
    (
        rf"{_IN}(?P<nth>(?i:{'|'.join(_NTH)}|last|final|closing))(?i: full)? (?i:week of )(?P<x>{ANY}|{THE})",
        week_of,
    ),
    (rf"{_IN}(?P<unit>(?i:week(?:end)?)) (?i:of|starting|beginning) (?P<x>{ANY})", week_with),
)
"""Expressions of weeks; a bare "last week" counts from the report and stands elsewhere."""
