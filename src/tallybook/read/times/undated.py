"""On which day was a report written that carries no date, but names a weekday together with a month and day?

"Tuesday (January 10)" is right for one year in five to eleven, so the text gives its own year away. A weekday
with its whole date ("Tuesday, July 25, 2023") is news as well: of what is long past nobody gives the weekday.
"""

from __future__ import annotations

import datetime as dt
import re

from tallybook.read.times import calendar as cal
from tallybook.read.times.dates import DAY, MONTH, WEEKDAY, YEAR, month_number

_DATED = (
    re.compile(rf"\b{WEEKDAY},? ?\(?(?:the )?{MONTH} {DAY}(?:,? ?{YEAR})?"),
    re.compile(rf"\b{WEEKDAY},? ?\(?(?:the )?{DAY} (?:of )?{MONTH}(?:,? ?{YEAR})?"),
)
_NAMED_YEAR = re.compile(r"\b(?:19|20)\d\d\b(?![\d%-]|[,.]\d)")
_BACK = 6
"""Years looked back: a date falls on the same weekday again after five, six or eleven years."""

_STORY = dt.timedelta(days=180)
"""How far apart the days of one story are told with their weekdays."""


def day_by_weekday(text: str, captured: dt.date) -> dt.date | None:
    """The last day that ``text`` gives with weekday, month and day, in the year in which the three agree.

    Of the years up to ``captured``, the day on which the text was taken in, the first that is not before a
    year that the text names (it tells of what has been), else the latest. ``None`` where the text has no such
    day, one that no year allows, or days too far from each other for one story.
    """
    told = [match for pattern in _DATED for match in pattern.finditer(text)]
    if not told:
        return None
    named = max((y for y in map(int, _NAMED_YEAR.findall(text)) if y <= captured.year), default=0)
    days = [day for match in told if (day := _day(match, named, captured)) is not None]
    if len(days) < len(told) or max(days) - min(days) > _STORY:
        return None
    return max(days)


def _day(match: re.Match[str], named: int, captured: dt.date) -> dt.date | None:
    month, weekday = month_number(match), cal.WEEKDAY_NUMBER[match["weekday"].rstrip(".").lower()]
    found = []
    own = match["year"]
    for year in [int(own)] if own else range(captured.year - _BACK, captured.year + 1):
        try:
            day = dt.date(year, month, int(match["day"]))
        except ValueError:
            continue
        if day.weekday() == weekday and day <= captured:
            found.append(day)
    later = [day for day in found if day.year >= named]
    return (later[0] if named else found[-1]) if later else None
