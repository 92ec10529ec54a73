"""Which day, week, month, season or year do words mean that count from the report or from an earlier date?"""

from __future__ import annotations

import datetime as dt
import re

from tallybook.read.text.numbers import ONES, TENS, count_of
from tallybook.read.times import calendar as cal
from tallybook.read.times import seasons
from tallybook.read.times.calendar import OPEN, Anchor, When
from tallybook.read.times.dates import (
    MONTH,
    WEEKDAY,
    Rule,
    View,
    month_number,
    month_of,
    named_year,
)


def _overnight(_: re.Match[str], view: View) -> When:
    anchor = view.anchor and view.anchor.day
    return cal.between(anchor - dt.timedelta(days=1), anchor) if anchor else OPEN


def _weekday(match: re.Match[str], view: View) -> When:
    anchor = view.anchor and view.anchor.day
    if anchor is None:
        return OPEN
    number = cal.WEEKDAY_NUMBER[match["weekday"].rstrip(".").lower()]
    which = (match.groupdict().get("which") or "").lower()
    one = dt.timedelta(days=1)
    if which == "last":
        return cal.day(cal.weekday(anchor - one, number))
    if which.endswith(("next", "coming")):
        return cal.day(cal.weekday(anchor + one, number, future=True))
    return cal.day(cal.weekday(anchor, number, future=view.future))


def _which_month(match: re.Match[str], view: View) -> When:
    anchor, number = view.anchor, month_number(match)
    if match["which"].lower() == "that":
        return month_of(match, view._replace(year=named_year(view.last)))
    if anchor is None or not anchor.one_month:
        return OPEN
    now = anchor.latest
    which = match["which"].lower()
    if which.endswith(("next", "coming")):
        return cal.month(now.year + (number <= now.month), number)
    if which == "last":
        return cal.month(now.year - (number >= now.month), number)
    return cal.month(now.year, number)


def _day_of_which_month(match: re.Match[str], view: View) -> When:
    """Of ``the 20th of last month``: that day, where the month is known."""
    whole = _which_unit(match, view)
    first, day = whole.earliest, int(match["day"])
    last = cal.month(first.year, first.month).latest if first is not None else None
    if first is None or last is None or not 1 <= day <= last.day:
        return whole
    return cal.day(first.replace(day=day))


def _which_unit(match: re.Match[str], view: View) -> When:
    """Of ``last month``, "this week", "next year", "that year"."""
    which, unit = match["which"].lower(), match["unit"].lower()
    if which in {"that", "the same", "that same"}:
        return _same(unit, view.last)
    which = which.removeprefix("the ") or which
    step = {"last": -1, "previous": -1, "this": 0, "the": 0, "current": 0, "next": 1, "coming": 1}[which]
    anchor = view.anchor
    if anchor is None or not (anchor.one_year if unit == "year" else anchor.one_month):
        return OPEN
    whole = _unit_from(unit, which, step, anchor, future=view.future)
    if step == 0 and which != "the" and not view.future and whole.earliest and whole.latest:
        # "this month" of what has happened ends with the report
        return whole if whole.latest <= anchor.latest else cal.between(whole.earliest, anchor.latest)
    return whole


def _unit_from(unit: str, which: str, step: int, anchor: Anchor, *, future: bool) -> When:
    now = anchor.latest
    if unit == "year":
        return cal.year(now.year + step)
    if unit == "month":
        return cal.month(now.year, now.month + step)
    if unit == "quarter":
        return cal.quarter(*seasons.quarter_of(now, step))
    if anchor.day is None:
        return OPEN
    monday_week = cal.week(now + dt.timedelta(days=7 * step))
    if unit == "weekend" and monday_week.latest:
        saturday = monday_week.latest - dt.timedelta(days=1)
        back = 7 if which in ("the", "this") and saturday > now and not future else 0
        sunday = monday_week.latest - dt.timedelta(days=back)
        return cal.between(sunday - dt.timedelta(days=1), sunday)
    return monday_week


def _same(unit: str, last: When) -> When:
    if last.earliest is None or last.latest is None:
        return OPEN
    first = last.earliest
    if unit == "year" and first.year == last.latest.year:
        return cal.year(first.year)
    if unit == "month" and (first.year, first.month) == (last.latest.year, last.latest.month):
        return cal.month(first.year, first.month)
    if unit == "day" and last.is_day:
        return last
    return cal.week(first) if unit == "week" and last.is_day else OPEN


def _near_day(match: re.Match[str], view: View) -> When:
    """Of ``yesterday``, "this morning", "tomorrow"."""
    anchor = view.anchor and view.anchor.day
    if anchor is None:
        return OPEN
    words = match[0].lower()
    steps = {"the day before yesterday": -2, "yesterday": -1, "last night": -1, "tomorrow": 1}
    return cal.day(anchor + dt.timedelta(days=next((n for w, n in steps.items() if w in words), 0)))


def _neighbour(match: re.Match[str], view: View) -> When:
    """Of ``the next day``, "the previous month": counted from what the text named last."""
    step = -1 if match["side"].lower() in {"previous", "preceding"} else 1
    unit, last = match["unit"].lower(), view.last
    same = _same(unit, last)
    if same.earliest is None:
        return OPEN
    first = cal.shift(same.earliest, step, unit)
    return {"day": cal.day, "week": cal.week}.get(unit, lambda d: _unit_of(d, unit))(first)


def _unit_of(date: dt.date, unit: str) -> When:
    return cal.month(date.year, date.month) if unit == "month" else cal.year(date.year)


def _ago(match: re.Match[str], view: View) -> When:
    """Of ``two weeks ago``: to the day for days and weeks, to the month or year for longer units."""
    anchor, count = view.anchor, count_of(match["count"])
    unit = match["unit"].lower().removesuffix("s")
    if (
        anchor is None
        or count is None
        or not (anchor.day or (anchor.one_month and unit in {"month", "year"}))
    ):
        return OPEN
    if unit in _VAGUE:
        return OPEN
    count += 0.5 if match.groupdict().get("half") else 0.0
    point = cal.shift(anchor.latest, -count, unit)
    if unit in {"month", "year"} and count == int(count):
        return _unit_of(point, unit)
    if unit == "year":
        return _unit_of(point, "month")
    return cal.week(point) if unit == "week" and count > 1 else cal.day(point)


_UNIT = r"(?P<unit>(?i:year|month|week(?:end)?|quarter))\b"
_SAME = r"(?:the|that) same"
_PART_OF_DAY = r"(?:morning|afternoon|evening|night)"
_DAY = r"(?:(?:early|late|earlier|later) )?(?:yesterday|today|tomorrow)"
_NUMBER = rf"half an?|one and a half|an?|{'|'.join((*ONES[1:], *TENS))}|\d+"
_VAGUE = frozenset({"decade", "century", "generation"})
"""Units so wide that a count of them says of no year that it was then."""

_LONG_AGO = r"(?P<unit>(?i:(?:hour|day|week|fortnight|month|year|decade)s?|century|generation))"
RELATIVE: tuple[Rule, ...] = (
    (
        rf"(?i:the day before yesterday|{_DAY}(?: {_PART_OF_DAY})?|last night|tonight|this {_PART_OF_DAY})\b",
        _near_day,
    ),
    (rf"(?P<which>(?i:last|next|(?:this |the )?coming|this)) {WEEKDAY}", _weekday),
    (rf"{WEEKDAY}(?i: {_PART_OF_DAY})?", _weekday),
    (rf"(?P<which>(?i:last|next|(?:this |the )?coming|this|that)) {MONTH}", _which_month),
    (
        rf"(?P<which>(?i:last|next|this|that|{_SAME}|(?:the )?(?:current|coming)|the previous)) {_UNIT}",
        _which_unit,
    ),
    (
        (
            r"(?:(?i:the) )?(?P<day>\d{1,2})(?:st|nd|rd|th) of "
            r"(?P<which>(?i:last|next|this)) (?P<unit>(?i:month))\b"
        ),
        _day_of_which_month,
    ),
    (r"(?P<which>(?i:the)) (?P<unit>(?i:weekend))\b", _which_unit),
    (
        r"(?i:the) (?P<side>(?i:next|following|previous|preceding)) (?P<unit>(?i:day|week|month|year))\b",
        _neighbour,
    ),
    *seasons.RULES,
    (r"(?i:overnight)\b", _overnight),
    (
        rf"(?P<count>(?i:{_NUMBER})) {_LONG_AGO}(?P<half>(?i: and a half))? (?i:ago)\b",
        _ago,
    ),
)
"""Words that count from the anchor or from the date named last."""

THE_UNIT: Rule = (r"(?P<which>(?i:the)) (?P<unit>(?i:year|month|week))", _which_unit)
"""Of "the end of the year": no time by itself."""
