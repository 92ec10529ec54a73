"""Which day lies so far from another one: "three days later", "in two years' time", "the night to Friday"?"""

from __future__ import annotations

import datetime as dt
import re

from tallybook.read.text.numbers import count_of
from tallybook.read.times import calendar as cal
from tallybook.read.times.calendar import OPEN, When
from tallybook.read.times.dates import View, named_year
from tallybook.read.times.stretches import day_of, deep, moment

_CLOSE = frozenset({"hour", "day", "week", "fortnight"})
"""Units that count from a day only."""


def from_last(match: re.Match[str], view: View) -> When:
    """Of ``three days later``, "a month before that": counted from what the text named last.

    Nothing where that would lie ahead of a report that tells of the past: then it counts from something else.
    """
    unit, count, last = match["unit"].lower().removesuffix("s"), count_of(match["count"]), view.last
    if count is None or last.latest is None or last.earliest is None:
        return OPEN
    if not (last.is_day or (unit not in _CLOSE and (last.latest - last.earliest).days < _MONTH)):
        return OPEN if unit != "year" or (last.latest - last.earliest).days > _YEAR else _years(match, view)
    back = match["side"].lower().startswith(("before", "earlier", "previously"))
    found = _at(cal.shift(last.latest, -count if back else count, unit), unit, count)
    now = day_of(view)
    ahead = now is not None and found.earliest is not None and found.earliest > now
    return OPEN if ahead and not view.future else found


def beside_last(match: re.Match[str], view: View) -> When:
    """Of ``the day before``, "the week after": counted from the day that the text named last."""
    last, step = view.last, -1 if match["side"].lower() == "before" else 1
    unit = match["unit"].lower()
    if last.earliest is None or last.latest is None or (unit in ("day", "night") and not last.is_day):
        return OPEN
    if (last.latest - last.earliest).days > _YEAR or (unit == "month" and not _in_one_month(last)):
        return OPEN
    point = cal.shift(last.earliest, step, "day" if unit == "night" else unit)
    now = day_of(view)
    if now is not None and point > now and not view.future:
        return OPEN
    wide = {
        "week": cal.week(point),
        "month": cal.month(point.year, point.month),
        "year": cal.year(point.year),
    }
    return wide.get(unit, cal.day(point))


def _in_one_month(when: When) -> bool:
    first, last = when.earliest, when.latest
    return bool(first and last and (first.year, first.month) == (last.year, last.month))


def overnight_on(match: re.Match[str], view: View) -> When:
    """Of ``overnight on Monday``: the night from or to that day."""
    day = moment(match["x"], view)
    if not day.is_day or day.earliest is None:
        return OPEN
    now, next_day = day_of(view), day.earliest + dt.timedelta(days=1)
    return cal.between(day.earliest, next_day) if now is None or view.future or next_day <= now else day


_GOES_ON = re.compile(
    r"\b(?:deliver|suppl|export|import|sen[dt]|ship|giv|receiv|arriv|buy|bought|sold|sell|provid|transfer|suspend|halt|stop|ban"
    r"|us|fir)(?:ed|ing|ied|en|ying|ned|s|ped|ting)?(?: (?:to|by|in|from) [A-Z][\w-]+){0,2},? $"
)
_BEFORE = 60
"""Characters before "from 2022" among which a word of going on stands."""

_MONTH, _YEAR = 31, 366


def _years(match: re.Match[str], view: View) -> When:
    back = match["side"].lower().startswith(("before", "earlier", "previously"))
    count = count_of(match["count"])
    if count is None or view.last.latest is None or count != int(count):
        return OPEN
    return cal.year(view.last.latest.year + int(-count if back else count))


def _at(point: dt.date, unit: str, count: float) -> When:
    """The day, week, month or year that so many units lead to: no closer than the unit is."""
    if unit in ("month", "quarter"):
        return cal.month(point.year, point.month)
    if unit in ("year", "decade"):
        return cal.year(point.year)
    return cal.week(point) if unit == "week" and count > 1 else cal.day(point)


def ahead(match: re.Match[str], view: View) -> When:
    """Of ``in three years' time``, "two months from now": counted from the anchor."""
    unit, count, now = match["unit"].lower().rstrip("s'’"), count_of(match["count"]), day_of(view)
    return _at(cal.shift(now, count, unit), unit, count) if now and count is not None else OPEN


def that_day(match: re.Match[str], view: View) -> When:
    """Of ``that January 31``: the day in the year named last."""
    return moment(match["x"], view._replace(year=named_year(view.last)))


def night_to(match: re.Match[str], view: View) -> When:
    """Of ``the night to Friday``: the day before and that day."""
    day = moment(match["x"], view)
    if not day.is_day or day.earliest is None:
        return OPEN
    return cal.between(day.earliest - dt.timedelta(days=1), day.earliest)


def just_past(match: re.Match[str], view: View) -> When:
    """Of ``this past May``: the last one."""
    return moment(match["x"], view._replace(future=False))


def starting(match: re.Match[str], view: View) -> When:
    """Of ``from 2029``: its start on; of what is past, up to the anchor ("was delivered from 2022").

    Behind a noun it is the time itself: "a law from 2022", "rifles from 1943".
    """
    when, now = deep(match["x"], view), day_of(view)
    if now is None or when.earliest is None:
        return when
    if when.earliest > now:
        return cal.joined(when, OPEN)
    on = _GOES_ON.search(match.string[max(0, match.start() - _BEFORE) : match.start()])
    return cal.joined(when, cal.day(now)) if on else when


def up_to(match: re.Match[str], view: View) -> When:
    """Of ``in the three months to June``, "in the financial year to May": so long before that time's end."""
    last, count = deep(match["x"], view), count_of(match.groupdict().get("count") or "one")
    if last.latest is None or count is None:
        return OPEN
    unit = match["unit"].lower().removesuffix("s")
    return cal.between(cal.shift(last.latest + dt.timedelta(days=1), -count, unit), last.latest)


def turn_of_year(_: re.Match[str], view: View) -> When:
    """Of ``at the turn of the year``: the December and January nearest to the anchor."""
    now = day_of(view)
    if now is None:
        return OPEN
    first = now.year if view.future or now.month == _LAST else now.year - 1
    return cal.joined(cal.month(first, _LAST), cal.month(first, _LAST + 1))


_LAST = 12
