"""Which season, quarter or half of a year do words mean: "last winter", "the third quarter", "H2 2025"?"""

from __future__ import annotations

import datetime as dt
import re

from tallybook.read.times import calendar as cal
from tallybook.read.times.calendar import OPEN, When
from tallybook.read.times.dates import (
    MONTH,
    SEASON,
    WHICH_YEAR,
    YEAR,
    Rule,
    View,
    month_of,
    named_year,
    relative_year,
)


def _season(match: re.Match[str], view: View) -> When:
    name = match["season"].lower()
    if match.groupdict().get("year"):
        return cal.season(int(match["year"]), name)
    if (match.groupdict().get("which") or "").lower() == "that":
        told = named_year(view.last)
        return cal.season(told, name) if told is not None else OPEN
    return _season_by(match.groupdict().get("which") or "", name, view)


def _season_by(which: str, name: str, view: View) -> When:
    anchor = view.anchor
    if anchor is None or not anchor.one_month:
        return OPEN
    now, this = anchor.latest, anchor.latest.year
    choices = [cal.season(y, name) for y in (this - 1, this, this + 1)]
    if which.lower() == "this" and name != "winter":
        return choices[1]
    if which.lower().endswith(("next", "coming")) or (view.future and which.lower() != "last"):
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
    if year is None:
        return OPEN
    bare = not (match["year"] or match["which_year"] or match["this"])
    return cal.quarter(_nearest(year, number, view) if bare else year, number)


def _nearest(year: int, number: int, view: View) -> int:
    """The year in which a quarter that names none lies: last year's, told in March of what has been."""
    when, now = cal.quarter(year, number), view.anchor
    if now is None or when.earliest is None or when.latest is None:
        return year
    if view.future:
        return year + (when.latest < now.earliest)
    return year - (when.earliest > now.latest)


def _half(match: re.Match[str], view: View) -> When:
    year = _year_or_this(match, view)
    first = (match["nth"] or "").lower() == "first" or match["h"] == "1"
    return cal.half(year, 1 if first else 2) if year else OPEN


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


def _year_or_this(match: re.Match[str], view: View) -> int | None:
    if match.groupdict().get("year"):
        return int(match["year"])
    named = relative_year(match, view)
    if named is not None or match.groupdict().get("which_year"):
        return named
    return view.anchor.earliest.year if view.anchor and view.anchor.one_year else None


def quarter_of(now: dt.date, step: int) -> tuple[int, int]:
    """Year and number of the quarter ``step`` quarters from that of ``now``."""
    index = now.year * 4 + (now.month - 1) // 3 + step
    return index // 4, index % 4 + 1


_NTH = r"(?P<nth>(?i:first|second|third|fourth|last|final|closing|opening|1st|2nd|3rd|4th))"
_OF_YEAR = rf"(?:{YEAR}|{WHICH_YEAR}|(?P<this>(?i:the year)))"

RULES: tuple[Rule, ...] = (
    (
        rf"(?:(?P<which>(?i:last|next|(?:this |the )?coming|this)) )(?:(?i:early|late) )?{SEASON}",
        _season,
    ),
    (r"(?P<which>(?i:that)) (?P<season>(?i:spring|summer|autumn|winter|fall(?= ?[,.;)]|$)))\b", _season),
    (rf"(?:(?i:the ))?{SEASON}(?:,? | of |, ){YEAR}", _season),
    (rf"(?i:the )?(?:{_NTH} (?i:quarter)|\bQ(?P<q>[1-4]))(?:(?i: of|,|) {_OF_YEAR})?", _quarter),
    (rf"(?i:the )?(?:(?P<nth>(?i:first|second)) (?i:half)(?i: of)|H(?P<h>[12])) {_OF_YEAR}", _half),
    (rf"(?i:the )?(?P<nth>(?i:first|second)) (?i:half)(?i: of) {MONTH}(?:,? {YEAR})?", _half_of_month),
    (r"(?i:(?:the )?year(?:['\u2019]s[ -]|[ -])end)\b", _end_of_year),
)
"""Parts of a year; bare seasons stand apart."""

BARE_SEASON: Rule = (rf"(?i:the )?{SEASON}(?! (?i:of|out|offensive|campaign|session))", _season)
"""Of "in the summer", "by autumn": a season only behind a word that asks for one."""
