"""On which day is a feast that a text names in place of a date: "before Easter", "on Christmas Eve"?"""

from __future__ import annotations

import datetime as dt
import re

from tallybook.read.times import calendar as cal
from tallybook.read.times.calendar import OPEN, When
from tallybook.read.times.dates import WHICH_YEAR, YEAR, Rule, View, nearest_year, relative_year

_FIXED = {
    "new year": (1, 1),
    "may day": (5, 1),
    "bastille day": (7, 14),
    "christmas eve": (12, 24),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "new year eve": (12, 31),
}
_BY_EASTER = {
    "ash wednesday": -46,
    "palm sunday": -7,
    "good friday": -2,
    "easter": 0,
    "easter monday": 1,
    "ascension": 39,
    "pentecost": 49,
    "whitsun": 49,
    "whit monday": 50,
}
_NAMES = (
    r"(?:Christmas|New Year)(?:['\u2019]s)?(?: (?i:day|eve))?|May Day|Bastille Day|Boxing Day|Ash Wednesday"
    r"|Palm Sunday|Good Friday|Easter(?: (?:Sunday|Monday|(?i:weekend|day|holidays?|break)))?"
    r"|Ascension (?i:day)|Pentecost|Whitsun|Whit Monday|Thanksgiving(?: Day)?"
)
_NO_FEAST = r"(?! (?:Islands?|Rising|Offensive|Uprising|Agreement|[Tt]ruce|[Cc]ease-?fire))"
_DAYS = re.compile(r" (?:day|sunday|weekend|holidays?|break)$")


def easter(year: int) -> dt.date:
    """Easter Sunday of the western churches, after Meeus, Astronomical Algorithms (1991), chapter 8."""
    century, rest = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    day = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (year % 19 + 11 * moon + 22 * day) // 451
    month, before = divmod(moon + day - 7 * late + 114, 31)
    return dt.date(year, month, before + 1)


def _feast(match: re.Match[str], view: View) -> When:
    """A day that has a name of its own, in its own year or the nearest."""
    name = re.sub(r"['\u2019]s?", "", match["feast"].lower())
    name = name if name in _FIXED or name in _BY_EASTER else _DAYS.sub("", name)
    year = int(match["year"]) if match["year"] else relative_year(match, view) or view.year
    if year is None and view.anchor is not None and view.anchor.one_month:
        now = view.anchor.latest
        days = [_day_in(y, name) for y in (now.year - 1, now.year, now.year + 1)]
        return cal.day(min(d for d in days if d >= now) if view.future else max(d for d in days if d <= now))
    if year is None and view.anchor is None:
        year = nearest_year(view, 1)
    if year is not None:
        return cal.day(_day_in(year, name))
    month, number = _FIXED.get(name, (None, None))
    return When(f"XXXX-{month:02}-{number:02}") if month else OPEN


def _day_in(year: int, name: str) -> dt.date:
    if name == "thanksgiving":  # of the United States: the fourth Thursday of November
        first = dt.date(year, 11, 1)
        return first + dt.timedelta(days=(3 - first.weekday()) % 7 + 21)
    if name in _FIXED:
        return dt.date(year, *_FIXED[name])
    return easter(year) + dt.timedelta(days=_BY_EASTER[name])


FEAST: Rule = (
    rf"(?i:the )?(?P<feast>{_NAMES}){_NO_FEAST}(?: {YEAR}|,? (?:of )?{WHICH_YEAR})?",
    _feast,
)
"""A feast: a time only behind a word that asks for one."""


def _new_year(_: re.Match[str], view: View) -> When:
    """Of ``in the new year``: its first quarter; that of the year to come in what is told of as coming."""
    if view.anchor is None or not view.anchor.one_month:
        return OPEN
    now = view.anchor.latest
    return cal.part(cal.year(now.year + (view.future and now.month > _HALF)), "early")


_HALF = 6

RULES: tuple[Rule, ...] = (
    (r"(?i:early )?(?i:in the )new year\b(?! ?['\u2019])", _new_year),
    (rf"(?i:on|over) {FEAST[0]}", _feast),
)
"""Whole expressions."""
