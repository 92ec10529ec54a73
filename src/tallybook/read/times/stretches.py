"""What stretch of days does a whole expression of time mean: "since May", "for a month and a half"?

A stretch is built on a moment ("early October", "between X and Y") or on a length ("in the past two months").
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

from tallybook.read.text.numbers import count_of
from tallybook.read.times import calendar as cal
from tallybook.read.times.calendar import OPEN, When
from tallybook.read.times.dates import BARE, DATES, Rule, View
from tallybook.read.times.relative import BARE_SEASON, RELATIVE, THE_UNIT

Meaning = Callable[[re.Match[str], View], When]
"""What an expression means, seen from the day of the report."""

MOMENTS: tuple[Rule, ...] = (*DATES, *RELATIVE, *BARE, BARE_SEASON)


def plain(pattern: str) -> str:
    """The pattern without names, so that it can stand several times in another."""
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)


_COMPILED = tuple((re.compile(pattern), rule) for pattern, rule in (*MOMENTS, THE_UNIT))
ANY = "(?:" + "|".join(plain(p) for p, _ in MOMENTS) + ")"
ALONE = "(?:" + "|".join(plain(p) for p, _ in (*DATES, *RELATIVE)) + ")"


def moment(words: str, view: View) -> When:
    """What a day, month, season or year in ``words`` means; open where they name none."""
    for pattern, rule in _COMPILED:
        if match := pattern.fullmatch(words):
            return rule(match, view)
    return OPEN


def _now(view: View) -> dt.date | None:
    return view.anchor.latest if view.anchor else None


def named(match: re.Match[str], view: View) -> When:
    """What the moment in the match means."""
    return moment(match["x"], view)


def part_of(match: re.Match[str], view: View) -> When:
    """Of ``early October``, "in the middle of last year", "the end of May"."""
    word = match["part"].lower()
    which = next(k for k, words in _PARTS.items() if any(w in word for w in words))
    whole = moment(match["x"], view)
    if whole.is_day:
        return whole
    if word in {"earlier", "later"} and whole.earliest and whole.latest:
        return _around_now(word, whole, view)
    if match["x"].lower().startswith(("this ", "the ")) and whole.earliest:
        whole = moment(match["x"], view._replace(future=True))
    if whole.earliest and whole == cal.year(whole.earliest.year) and word.removeprefix("very ") in _MONTHS:
        return cal.month(whole.earliest.year, _MONTHS[word.removeprefix("very ")])
    return cal.part(whole, which)


_MONTHS = {"beginning": 1, "start": 1, "end": 12}
"""The month that the end of a year is, where "late in the year" is a whole quarter."""


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


def named_deep(match: re.Match[str], view: View) -> When:
    """Of ``as early as the 1980s``, "as late as mid-May": the moment itself."""
    return _deep(match["x"], view)


def since_then(_: re.Match[str], view: View) -> When:
    """Of ``since then``: from the time named last to the anchor."""
    return cal.between(view.last.earliest, _now(view)) if view.last.earliest else OPEN


_PARTS = {
    "early": ("early", "beginning", "start", "earlier"),
    "mid": ("mid",),
    "late": ("late", "end", "later"),
}


def _around_now(word: str, whole: When, view: View) -> When:
    now = _now(view)
    if now and whole.earliest and whole.latest and whole.earliest <= now:
        if word == "earlier":
            return cal.between(whole.earliest, min(now, whole.latest))
        whole = moment_end(whole, view)
        return cal.between(now, whole.latest)
    return whole


def moment_end(whole: When, view: View) -> When:
    """A clipped "this year" up to the end of its year, month or week."""
    first, now = whole.earliest, _now(view)
    if first is None or now is None or whole.latest is None or whole.latest > now:
        return whole
    if (first.month, first.day) == (1, 1):
        return cal.year(first.year)
    return cal.month(first.year, first.month) if first.day == 1 else cal.week(first)


def most_of(match: re.Match[str], view: View) -> When:
    """Of ``most of this year``: from its start to the end of the last full month."""
    whole, now = moment(match["x"], view), _now(view)
    if whole.earliest is None or whole.latest is None:
        return OPEN
    if now is None or whole.latest < now:
        return whole
    full = cal.month(now.year, now.month - 1)
    return cal.between(whole.earliest, full.latest if full.latest and full.latest > whole.earliest else now)


def since(match: re.Match[str], view: View) -> When:
    """Of ``since May``: from its start to the anchor."""
    start = _deep(match["x"], view._replace(future=False))
    return cal.between(start.earliest, _now(view)) if start.earliest else OPEN


def until(match: re.Match[str], view: View) -> When:
    """Of ``until May``, "before the invasion of 3 May": to its end, from an open start."""
    return cal.between(None, _deep(match["x"], view).latest)


def before(match: re.Match[str], view: View) -> When:
    """Of ``before May``: to the day before it."""
    limit = _deep(match["x"], view).earliest
    return cal.between(None, limit - dt.timedelta(days=1)) if limit else OPEN


def after(match: re.Match[str], view: View) -> When:
    """Of ``after May``: from the day after it."""
    limit = _deep(match["x"], view).latest
    return cal.between(limit + dt.timedelta(days=1), None) if limit else OPEN


def after_event(match: re.Match[str], view: View) -> When:
    """Of ``after the embargo was lifted in 2015``: from the start of that time on; a bare day is that day."""
    if match["z"] and not re.search(r"\d{4}", match["z"]):
        return moment(match["z"], view)
    return cal.between(_deep(match["x"] or match["z"], view).earliest, None)


def from_to(match: re.Match[str], view: View) -> When:
    """Of ``between X and Y``: an end that lacks its year has that of the other."""
    last = _deep(match["y"], view)
    first = _deep(match["x"], view)
    borrows = re.search(r"\d{4}$", match["y"]) and not re.search(r"\d{4}", match["x"])
    late = first.earliest is None or (last.latest and first.earliest > last.latest)
    if last.latest and (borrows or late):
        first = _in_year(match["x"], last.latest.year, last.latest, view)
    return cal.between(first.earliest, last.latest)


def _in_year(words: str, year: int, until: dt.date, view: View) -> When:
    """The moment in that year, or in the one before where it would come too late."""
    for number in (year, year - 1):
        when = _deep(words, view._replace(year=number))
        if when.earliest and when.earliest <= until:
            return when
    return OPEN


def days(match: re.Match[str], view: View) -> When:
    """Of ``October 7-9``, "7 to 9 October", "between December 6 and 8 of last year"."""
    year = match["y"] or ""
    first = moment(f"{match['m']} {match['a']}{year}", view)
    last = moment(f"{match['m']} {match['b']}{year}", view)
    return cal.between(first.earliest, last.latest)


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
    unit, last, now = match["unit2"].lower().removesuffix("s"), count_of(match["count2"]), _now(view)
    first = count_of(match["count"])
    if now is None or first is None or last is None:
        return OPEN
    first_unit = (match.groupdict().get("unit") or unit).lower().removesuffix("s")
    return cal.between(cal.shift(now, first, first_unit), cal.shift(now, last, unit))


def within_days(_: re.Match[str], view: View) -> When:
    """Of ``in the next few days``: a week at most."""
    now = _now(view)
    return cal.between(now, now + dt.timedelta(days=7)) if now else OPEN


def past(match: re.Match[str], view: View) -> When:
    """Of ``in the past two months``, "for a month and a half": both bounds, counted back from the anchor."""
    length, now = _length(match), _now(view)
    if match["unit"].lower().endswith("s") and match.groupdict().get("count") is None:
        return recently(match, view)  # "in the last years"
    if length is None or now is None:
        return OPEN
    if view.future and match.groupdict().get("within"):
        return cal.between(now, cal.shift(now, *length))
    return cal.between(cal.shift(now, -length[0], length[1]), now)


def coming(match: re.Match[str], view: View) -> When:
    """Of ``the next two months``: both bounds, counted from the anchor."""
    length, now = _length(match), _now(view)
    return cal.between(now, cal.shift(now, *length)) if length and now else OPEN


def recently(_: re.Match[str], view: View) -> When:
    """Of ``recently``, "in the last few days": up to the anchor, from an open start."""
    return cal.between(None, _now(view))


def soon(_: re.Match[str], view: View) -> When:
    """Of ``in the coming weeks``: from the anchor to an open end."""
    return cal.between(_now(view), None)


def nothing(_: re.Match[str], __: View) -> When:
    """Of ``not long ago``: nothing is fixed."""
    return OPEN


def so_far(match: re.Match[str], view: View) -> When:
    """Of ``so far this year``: from its start to the anchor."""
    whole, now = moment(match["x"] or match["z"], view), _now(view)
    return cal.between(whole.earliest, now) if whole.earliest and now else OPEN


PART = (
    r"(?P<part>(?i:very )?(?i:early|earlier|mid|middle|late|later|beginning|start|end))"
    r"(?i:-| (?:(?:of|in|on) )?(?:the month of )?)"
)
THE = r"(?i:the) (?i:year|month|week)\b"
BEGIN = r"(?i:(?:at|in|toward|towards|near) )?(?i:the |its |their )?"
A_PART = rf"{BEGIN}{PART}(?P<x>{ANY}|{THE})"
"""Patterns of a part of a moment ("the end of May")."""

_A_PART = re.compile(A_PART)


def _deep(words: str, view: View) -> When:
    """A moment or a part of one ("since early May")."""
    for form in (words, re.sub(r"^(?i:the) ", "", words)):
        if (when := moment(form, view)) != OPEN:
            return when
    match = _A_PART.fullmatch(words)
    return part_of(match, view) if match else OPEN
