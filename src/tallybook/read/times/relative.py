"""Which day, week, month, season or year do words mean that count from the report or from an earlier date?"""

from __future__ import annotations

import datetime as dt
import re

from tallybook.read.text.numbers import ONES, TENS, count_of
from tallybook.read.times import calendar as cal
from tallybook.read.times.calendar import OPEN, Anchor, When
from tallybook.read.times.dates import (
    MONTH,
    SEASON,
    WEEKDAY,
    WHICH_YEAR,
    YEAR,
    Rule,
    View,
    month_number,
    month_of,
    named_year,
    relative_year,
)


def _season(match: re.Match[str], view: View) -> When:
    name = match["season"].lower()
    if match.groupdict().get("year"):
        return cal.season(int(match["year"]), name)
    return _season_by(match.groupdict().get("which") or "", name, view)


def _season_by(which: str, name: str, view: View) -> When:
    anchor = view.anchor
    if anchor is None or not anchor.one_month:
        return OPEN
    now, this = anchor.latest, anchor.latest.year
    choices = [cal.season(y, name) for y in (this - 1, this, this + 1)]
    if which.lower() == "this" and name != "winter":
        return choices[1]
    if which.lower() == "next" or (view.future and which.lower() != "last"):
        return next(c for c in choices if c.latest and c.latest > now)
    if which.lower() == "last":
        # "last fall" said in fall is that of the year before
        return next((c for c in reversed(choices) if c.latest and c.latest < now), OPEN)
    return next((c for c in reversed(choices) if c.earliest and c.earliest <= now), OPEN)


def _quarter(match: re.Match[str], view: View) -> When:
    if (match["nth"] or "").lower() == "last" and not (match["year"] or match["which_year"] or match["this"]):
        anchor = view.anchor
        return cal.quarter(*quarter_of(anchor.latest, -1)) if anchor and anchor.one_month else OPEN
    number = {
        "first": 1,
        "second": 2,
        "third": 3,
        "fourth": 4,
        "last": 4,
        "final": 4,
        "closing": 4,
        "opening": 1,
    }.get((match["nth"] or "").lower())
    number = number or int(match["q"] or match["nth"][0])
    year = _year_or_this(match, view)
    return cal.quarter(year, number) if year else OPEN


def _half(match: re.Match[str], view: View) -> When:
    year = _year_or_this(match, view)
    return cal.half(year, 1 if match["nth"].lower() == "first" else 2) if year else OPEN


def _half_of_month(match: re.Match[str], view: View) -> When:
    whole = month_of(match, view)
    if whole.earliest is None:
        return OPEN
    middle = whole.earliest.replace(day=15)
    if match["nth"].lower() == "first":
        return cal.between(whole.earliest, middle)
    return cal.between(middle + dt.timedelta(days=1), whole.latest)


def _end_of_year(_: re.Match[str], view: View) -> When:
    """Of ``year's end``: the last quarter of this year; "by year's end" ends with it."""
    anchor = view.anchor
    return cal.part(cal.year(anchor.latest.year), "late") if anchor and anchor.one_year else OPEN


def _overnight(_: re.Match[str], view: View) -> When:
    anchor = view.anchor and view.anchor.day
    return cal.between(anchor - dt.timedelta(days=1), anchor) if anchor else OPEN


def _year_or_this(match: re.Match[str], view: View) -> int | None:
    if match.groupdict().get("year"):
        return int(match["year"])
    named = relative_year(match, view)
    if named is not None or match.groupdict().get("which_year"):
        return named
    return view.anchor.earliest.year if view.anchor and view.anchor.one_year else None


def _weekday(match: re.Match[str], view: View) -> When:
    anchor = view.anchor and view.anchor.day
    if anchor is None:
        return OPEN
    number = cal.WEEKDAY_NUMBER[match["weekday"].rstrip(".").lower()]
    which = (match.groupdict().get("which") or "").lower()
    one = dt.timedelta(days=1)
    if which == "last":
        return cal.day(cal.weekday(anchor - one, number))
    if which in {"next", "coming", "this coming"}:
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
    if which == "next":
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
        return cal.quarter(*quarter_of(now, step))
    if anchor.day is None:
        return OPEN
    monday_week = cal.week(now + dt.timedelta(days=7 * step))
    if unit == "weekend" and monday_week.latest:
        saturday = monday_week.latest - dt.timedelta(days=1)
        back = 7 if which in ("the", "this") and saturday > now and not future else 0
        sunday = monday_week.latest - dt.timedelta(days=back)
        return cal.between(sunday - dt.timedelta(days=1), sunday)
    return monday_week


def quarter_of(now: dt.date, step: int) -> tuple[int, int]:
    """Year and number of the quarter ``step`` quarters from that of ``now``."""
    index = now.year * 4 + (now.month - 1) // 3 + step
    return index // 4, index % 4 + 1


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
_NTH = r"(?P<nth>(?i:first|second|third|fourth|last|final|closing|opening|1st|2nd|3rd|4th))"
_OF_YEAR = rf"(?:{YEAR}|{WHICH_YEAR}|(?P<this>(?i:the year)))"
_NUMBER = rf"half an?|one and a half|an?|{'|'.join((*ONES[1:], *TENS))}|\d+"
_VAGUE = frozenset({"decade", "century", "generation"})
"""Units so wide that a count of them says of no year that it was then."""

_LONG_AGO = r"(?P<unit>(?i:(?:hour|day|week|fortnight|month|year|decade)s?|century|generation))"
RELATIVE: tuple[Rule, ...] = (
    (
        rf"(?i:the day before yesterday|{_DAY}(?: {_PART_OF_DAY})?|last night|tonight|this {_PART_OF_DAY})\b",
        _near_day,
    ),
    (rf"(?P<which>(?i:last|next|this coming|coming|this)) {WEEKDAY}", _weekday),
    (rf"{WEEKDAY}(?i: {_PART_OF_DAY})?", _weekday),
    (rf"(?P<which>(?i:last|next|this|that)) {MONTH}", _which_month),
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
    (rf"(?:(?P<which>(?i:last|next|this)) )(?:(?i:early|late) )?{SEASON}", _season),
    (rf"(?:(?i:the ))?{SEASON}(?:,? | of |, ){YEAR}", _season),
    (rf"(?i:the )?(?:{_NTH} (?i:quarter)|\bQ(?P<q>[1-4]))(?:(?i: of|,|) {_OF_YEAR})?", _quarter),
    (rf"(?i:the )?(?P<nth>(?i:first|second)) (?i:half)(?i: of) {_OF_YEAR}", _half),
    (rf"(?i:the )?(?P<nth>(?i:first|second)) (?i:half)(?i: of) {MONTH}(?:,? {YEAR})?", _half_of_month),
    (r"(?i:(?:the )?year(?:['\u2019]s[ -]|[ -])end)\b", _end_of_year),
    (r"(?i:overnight)\b", _overnight),
    (
        rf"(?P<count>(?i:{_NUMBER})) {_LONG_AGO}(?P<half>(?i: and a half))? (?i:ago)\b",
        _ago,
    ),
)
"""Words that count from the anchor or from the date named last."""

BARE_SEASON: Rule = (rf"(?i:the )?{SEASON}(?! (?i:of|out|offensive|campaign|session))", _season)
"""Of "in the summer", "by autumn": a season only behind a word that asks for one."""

THE_UNIT: Rule = (r"(?P<which>(?i:the)) (?P<unit>(?i:year|month|week))", _which_unit)
"""Of "the end of the year": no time by itself."""
