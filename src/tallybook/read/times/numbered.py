"""Which day is "the 17th" in a text that names its month elsewhere, or means the month of the report?"""

from __future__ import annotations

import datetime as dt
import re

from tallybook.read.times import calendar as cal
from tallybook.read.times.calendar import OPEN, When
from tallybook.read.times.dates import Rule, View
from tallybook.read.times.stretches import day_of

_LONGEST = 31


def _on(number: int, view: View) -> dt.date | None:
    """That day of the month named last, else the nearest on the right side of the anchor."""
    last, now = view.last, view.anchor
    if last.earliest and last.latest and (last.latest - last.earliest).days < _LONGEST:
        found = _in_month(last.latest, 0, number)
        if found is not None and (now is None or view.future == (found > now.latest)):
            return found
    if now is None or not now.one_month:
        return None
    steps = (0, 1, 2) if view.future else (0, -1, -2)
    days = (_in_month(now.latest, step, number) for step in steps)
    return next((d for d in days if d and (d >= now.latest if view.future else d <= now.latest)), None)


def _in_month(date: dt.date, step: int, number: int) -> dt.date | None:
    whole = cal.month(date.year, date.month + step)
    if whole.earliest is None or whole.latest is None or number > whole.latest.day:
        return None
    return whole.earliest.replace(day=number)


def _nth(match: re.Match[str], view: View) -> When:
    """Of ``on the 17th``, "by the 3rd", "since the 9th"."""
    day = _on(int(match["day"]), view)
    if day is None:
        return OPEN
    side, one = match["side"].lower(), dt.timedelta(days=1)
    bounds = {
        "by": (None, day),
        "until": (None, day),
        "before": (None, day - one),
        "after": (day + one, None),
        "since": (day, day_of(view)),
    }
    return cal.between(*bounds.get(side, (day, day)))


def _between(match: re.Match[str], view: View) -> When:
    """Of ``between the 3rd and the 9th``, "on the 3rd and 4th"."""
    last = _on(int(match["day"]), view)
    if last is None:
        return OPEN
    first = _in_month(last, 0 if int(match["first"]) <= last.day else -1, int(match["first"]))
    return cal.between(first, last)


_DAY = r"(?P<day>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)"
_FIRST = r"(?P<first>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)"
_END = (
    r"(?=[,.;:)?!]|$| (?:and|but|when|while|to|in|at|by|with|as|via|through|aboard|for|from|under|after"
    r"|before|it|he|she|they|we|the|an?)\b(?! (?:the )?\d+(?:st|nd|rd|th)\b))"
)
"""What follows a day of the month: no noun, of which it would be the number ("the 17th brigade")."""

RULES: tuple[Rule, ...] = (
    (rf"(?P<side>(?i:on|by|until|since|before|after)) (?i:the ){_DAY}{_END}", _nth),
    (rf"(?i:on|between|from) (?i:the ){_FIRST} (?i:and|or|to|until) (?i:the )?{_DAY}{_END}", _between),
)
"""Whole expressions of days that are told by their number alone."""
