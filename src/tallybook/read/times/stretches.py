"""What stretch of days does a whole expression of time mean: "since May", "from 2015 to 2018"?

A stretch is built on a moment ("early October", "between X and Y").
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

from tallybook.read.times import calendar as cal
from tallybook.read.times.calendar import OPEN, When
from tallybook.read.times.dates import BARE, DATES, Rule, View
from tallybook.read.times.feasts import FEAST
from tallybook.read.times.relative import RELATIVE, THE_UNIT
from tallybook.read.times.seasons import BARE_SEASON

Meaning = Callable[[re.Match[str], View], When]
"""What an expression means, seen from the day of the report."""

MOMENTS: tuple[Rule, ...] = (*DATES, *RELATIVE, *BARE, BARE_SEASON, FEAST)


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


def day_of(view: View) -> dt.date | None:
    """The last day of the anchor."""
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
        told = match["x"].lower().startswith(("that ", "the same "))
        return _around_last(word, whole, view.last) if told else _around_now(word, whole, view)
    if match["x"].lower().startswith(("this ", "the ")) and whole.earliest:
        whole = moment(match["x"], view._replace(future=True))
    if whole.earliest and whole == cal.year(whole.earliest.year) and _EDGE.fullmatch(word):
        return cal.month(whole.earliest.year, 1 if which == "early" else 12)
    return cal.part(whole, which)


_EDGE = re.compile(r"(?:very )?(?:beginning|start|end|\w+ (?:days|weeks))")
"""Words for the first or last month of a year, where "late in the year" is a whole quarter."""


def named_deep(match: re.Match[str], view: View) -> When:
    """Of ``as early as the 1980s``, "as late as mid-May": the moment itself."""
    return deep(match["x"], view)


def since_then(_: re.Match[str], view: View) -> When:
    """Of ``since then``: from the time named last to the anchor."""
    return cal.between(view.last.earliest, day_of(view)) if view.last.earliest else OPEN


_PARTS = {
    "early": ("early", "beginning", "start", "earlier", "first", "opening"),
    "mid": ("mid",),
    "late": ("late", "end", "later", "last", "final", "closing", "dying"),
}


def _around_last(word: str, whole: When, last: When) -> When:
    """Of ``later that year``: behind what the text named last in it."""
    if word == "later" and last.latest and whole.latest and last.latest < whole.latest:
        return cal.between(last.latest, whole.latest)
    if word == "earlier" and last.earliest and whole.earliest and last.earliest > whole.earliest:
        return cal.between(whole.earliest, last.earliest)
    return whole


def _around_now(word: str, whole: When, view: View) -> When:
    now = day_of(view)
    if now and whole.earliest and whole.latest and whole.earliest <= now:
        if word == "earlier":
            return cal.between(whole.earliest, min(now, whole.latest))
        whole = moment_end(whole, view)
        return cal.between(now, whole.latest)
    return whole


def moment_end(whole: When, view: View) -> When:
    """A clipped "this year" up to the end of its year, month or week."""
    first, now = whole.earliest, day_of(view)
    if first is None or now is None or whole.latest is None or whole.latest > now:
        return whole
    if (first.month, first.day) == (1, 1):
        return cal.year(first.year)
    return cal.month(first.year, first.month) if first.day == 1 else cal.week(first)


def most_of(match: re.Match[str], view: View) -> When:
    """Of ``most of this year``: from its start to the end of the last full month."""
    whole, now = moment(match["x"], view), day_of(view)
    if whole.earliest is None or whole.latest is None:
        return OPEN
    if now is None or whole.latest < now:
        return whole
    full = cal.month(now.year, now.month - 1)
    return cal.between(whole.earliest, full.latest if full.latest and full.latest > whole.earliest else now)


def since(match: re.Match[str], view: View) -> When:
    """Of ``since May``: from its start to the anchor."""
    start = deep(match["x"], view._replace(future=False))
    now = day_of(view)
    if start.earliest is None:
        return OPEN
    if now and start.earliest > now:
        return cal.joined(start, OPEN)
    return cal.joined(start, cal.day(now) if now else OPEN)


def until(match: re.Match[str], view: View) -> When:
    """Of ``until May``, "before the invasion of 3 May": to its end, from an open start.

    What did not come until May came then.
    """
    if match[0][:2].lower() in ("un", "ti") and _NOT_YET.search(match.string[: match.start()]):
        return deep(match["x"], view)
    return cal.joined(OPEN, deep(match["x"], view))


_NOT_YET = re.compile(
    r"\b(?:did|does|do|was|were|is|are|had|has|have)(?: not|n['\u2019]t) [^.;:]{0,80}$|\bnot $", re.I
)


def before(match: re.Match[str], view: View) -> When:
    """Of ``before May``: to the day before it."""
    limit = deep(match["x"], view).earliest
    if limit and _NOT.search(match.string[max(0, match.start() - 30) : match.start()]):
        return cal.between(limit, None)  # "not expected before autumn"
    return cal.between(None, limit - dt.timedelta(days=1)) if limit else OPEN


_NOT = re.compile(r"\b(?:not|n['\u2019]t|never|hardly)(?: [\w-]+){0,3} $", re.I)


def after(match: re.Match[str], view: View) -> When:
    """Of ``after May``: from the day after it."""
    limit = deep(match["x"], view).latest
    return cal.between(limit + dt.timedelta(days=1), None) if limit else OPEN


def after_event(match: re.Match[str], view: View) -> When:
    """Of ``after the embargo was lifted in 2015``: from the start of that time on; a bare day is that day."""
    if match["z"] and not re.search(r"\d{4}", match["z"]) and not _BREAK.search(match[0]):
        return moment(match["z"], view)
    return cal.between(deep(match["x"] or match["z"], view).earliest, None)


_BREAK = re.compile(
    r"\b(?:attack|war|invasion|coup|massacre|outbreak|embargo|lifted|ended|ceasefire|truce"
    r"|(?:earth)?quake|floods?|cyclone|hurricane|disaster|blast|explosion|election|assassination|takeover)",
    re.I,
)
"""What a time after it does not fall on the day of."""


def from_to(match: re.Match[str], view: View) -> When:
    """Of ``between X and Y``: an end that lacks its year has that of the other."""
    last = deep(match["y"], view)
    first = deep(match["x"], view)
    borrows = re.search(r"\d{4}$", match["y"]) and not re.search(r"\d{4}", match["x"])
    late = first.earliest is None or (last.latest and first.earliest > last.latest)
    if last.latest and (borrows or late):
        first = _in_year(match["x"], last.latest.year, last.latest, view)
    return cal.joined(first, last)


def _in_year(words: str, year: int, until: dt.date, view: View) -> When:
    """The moment in that year, or in the one before where it would come too late."""
    for number in (year, year - 1):
        when = deep(words, view._replace(year=number))
        if when.earliest and when.earliest <= until:
            return when
    return OPEN


def days(match: re.Match[str], view: View) -> When:
    """Of ``October 7-9``, "7 to 9 October", "between December 6 and 8 of last year"."""
    year = match["y"] or ""
    first = moment(f"{match['m']} {match['a']}{year}", view)
    last = moment(f"{match['m']} {match['b']}{year}", view)
    return cal.between(first.earliest, last.latest)


def same_day(_: re.Match[str], view: View) -> When:
    """Of ``on the same day``: the day named last."""
    return view.last if view.last.is_day else OPEN


def in_the_morning(_: re.Match[str], view: View) -> When:
    """Of ``in the morning``: the day named last, else that of the report."""
    if view.last.is_day:
        return view.last
    return cal.day(view.anchor.day) if view.anchor and view.anchor.day else OPEN


def years(match: re.Match[str], _: View) -> When:
    """Of ``2020-24``: from the start of one year to the end of the other."""
    first, last = int(match["a"]), match["b"]
    until = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    return cal.joined(cal.year(first), cal.year(until)) if until > first else OPEN


def nothing(_: re.Match[str], __: View) -> When:
    """Of ``not long ago``: nothing is fixed."""
    return OPEN


def so_far(match: re.Match[str], view: View) -> When:
    """Of ``so far this year``: from its start to the anchor."""
    whole, now = moment(match["x"] or match["z"], view), day_of(view)
    return cal.between(whole.earliest, now) if whole.earliest and now else OPEN


PART = (
    r"(?P<part>(?i:very )?(?i:early|earlier|mid|middle|late|later|beginning|(?<!to )start|end"
    r"|(?:first|opening|last|final|closing|dying) (?:days|weeks|months)))"
    r"(?i:-| (?:(?:of|in|on) )?(?:the month of )?)"
)
THE = r"(?i:the) (?i:year|month|week)\b"
BEGIN = r"(?i:(?:at|in|toward|towards|near) )?(?i:the |its |their )?"
A_PART = rf"{BEGIN}{PART}(?P<x>{ANY}|{THE})"
"""Patterns of a part of a moment ("the end of May")."""

_A_PART = re.compile(A_PART)


def deep(words: str, view: View) -> When:
    """A moment or a part of one ("since early May")."""
    for form in (words, re.sub(r"^(?i:the) ", "", words)):
        if (when := moment(form, view)) != OPEN:
            return when
    match = _A_PART.fullmatch(words)
    return part_of(match, view) if match else OPEN
