"""What stretch of days does a length of time mean, counted from the report: "in the past two months"?"""

from __future__ import annotations

import datetime as dt
import re

from tallybook.read.text.numbers import count_of
from tallybook.read.times import calendar as cal
from tallybook.read.times.calendar import OPEN, When
from tallybook.read.times.dates import View
from tallybook.read.times.stretches import day_of, moment


def edge(match: re.Match[str], view: View) -> When:
    """Of ``the first six months of 2025``, "the last two weeks of May"."""
    ahead = match["x"].lower().startswith(("this ", "the "))  # "this year" ends with December here
    whole, length = moment(match["x"], view._replace(future=True) if ahead else view), _length(match)
    if whole.earliest is None or whole.latest is None or length is None:
        return OPEN
    one = dt.timedelta(days=1)
    if match["side"].lower() in ("first", "opening"):
        return cal.between(whole.earliest, min(whole.latest, cal.shift(whole.earliest, *length) - one))
    return cal.between(
        max(whole.earliest, cal.shift(whole.latest + one, -length[0], length[1])), whole.latest
    )


def _length(match: re.Match[str]) -> tuple[float, str] | None:
    """Count and unit of "two months", "a month and a half", "half a year"."""
    unit = match["unit"].lower().removesuffix("s")
    words = (match.groupdict().get("count") or "one").lower()
    count = count_of(words)
    if count is None:
        return None
    return count + (0.5 if match.groupdict().get("half") else 0.0), unit


def within_range(match: re.Match[str], view: View) -> When:
    """Of ``within two months to two years``: between the two days that lie so far ahead."""
    unit, last, now = match["unit2"].lower().removesuffix("s"), count_of(match["count2"]), day_of(view)
    first = count_of(match["count"])
    if now is None or first is None or last is None:
        return OPEN
    first_unit = (match.groupdict().get("unit") or unit).lower().removesuffix("s")
    return cal.between(cal.shift(now, first, first_unit), cal.shift(now, last, unit))


def within_days(_: re.Match[str], view: View) -> When:
    """Of ``in the next few days``: a week at most."""
    now = day_of(view)
    return cal.between(now, now + dt.timedelta(days=7)) if now else OPEN


def within_unit(match: re.Match[str], view: View) -> When:
    """Of ``within the year``: up to its end for what is to come, else from its start to the anchor."""
    now, whole = day_of(view), moment(f"the {match['unit']}", view._replace(future=True))
    if now is None or whole.earliest is None:
        return OPEN
    return cal.between(now, whole.latest) if view.future else cal.between(whole.earliest, now)


def past(match: re.Match[str], view: View) -> When:
    """Of ``in the past two months``, "for a month and a half": both bounds, counted back from the anchor."""
    length, now = _length(match), day_of(view)
    if match["unit"].lower().endswith("s") and match.groupdict().get("count") is None:
        return recently(match, view)  # "in the last years"
    if length is None or now is None:
        return OPEN
    if view.future and match.groupdict().get("within"):
        return cal.between(now, cal.shift(now, *length))
    return cal.between(cal.shift(now, -length[0], length[1]), now)


def taken(match: re.Match[str], view: View) -> When:
    """Of ``has seized 200 rifles in nine months``: so far back from the anchor.

    Of what is to come: the month or year that lies so far ahead ("will arrive in two years").
    """
    if not view.future:
        return past(match, view)
    length, now = _length(match), day_of(view)
    if length is None or now is None or length[1] == "decade":
        return OPEN
    point = cal.shift(now, *length)
    if length[1] in ("day", "hour", "fortnight"):
        return cal.day(point)
    return cal.week(point) if length[1] == "week" else cal.month(point.year, point.month)


def long_ago(match: re.Match[str], view: View) -> When:
    """Of ``more than ten years ago``: up to the day that lies so far back, from an open start."""
    length, now = _length(match), day_of(view)
    return cal.between(None, cal.shift(now, -length[0], length[1])) if length and now else OPEN


def coming(match: re.Match[str], view: View) -> When:
    """Of ``the next two months``: both bounds, counted from the anchor."""
    length, now = _length(match), day_of(view)
    return cal.between(now, cal.shift(now, *length)) if length and now else OPEN


def recently(_: re.Match[str], view: View) -> When:
    """Of ``recently``, "in the last few days": up to the anchor, from an open start."""
    return cal.between(None, day_of(view))


def soon(_: re.Match[str], view: View) -> When:
    """Of ``in the coming weeks``: from the anchor to an open end."""
    return cal.between(day_of(view), None)


def soon_or_open(_: re.Match[str], view: View) -> When:
    """Of ``within a few months``: from the anchor on for what is to come."""
    return cal.between(day_of(view), None) if view.future else OPEN


_WIDEST = {"day": 1, "week": 1, "fortnight": 1, "month": 31, "year": 366, "decade": 366}
"""Days that what was named last has at most for a count of such units from it to say when."""


def after_that(match: re.Match[str], view: View) -> When:
    """Of ``in 2021 and a year later``: as far from what was named last as the words say."""
    length, last = _length(match), view.last
    if length is None or last.earliest is None or last.latest is None:
        return OPEN
    count, unit = length
    if (last.latest - last.earliest).days >= _WIDEST.get(unit, 0):
        return OPEN
    count = -count if match["way"].lower() in ("before", "earlier") else count
    if last == cal.year(last.earliest.year):
        return cal.year(cal.shift(last.earliest, count, unit).year)
    return cal.between(cal.shift(last.earliest, count, unit), cal.shift(last.latest, count, unit))


def before_that(_: re.Match[str], view: View) -> When:
    """Of ``a few days before``: up to what was named last, or to the anchor."""
    return cal.between(None, view.last.earliest or day_of(view))
