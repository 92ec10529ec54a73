"""What stretch of days does a whole expression of time mean: "since May", "for a month and a half"?

A stretch is built on a moment ("early October", "between X and Y") or on a length ("in the past two months").
"""

from __future__ import annotations

import datetime as dt
import re

from tallybook.read import calendar as cal
from tallybook.read.calendar import OPEN, When
from tallybook.read.dates import BARE, DATES, MONTH, Rule, View
from tallybook.read.numbers import count_of
from tallybook.read.relative import RELATIVE, THE_UNIT

MOMENTS: tuple[Rule, ...] = (*DATES, *RELATIVE, *BARE)


def _plain(pattern: str) -> str:
    """The pattern without names, so that it can stand several times in another."""
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)


_COMPILED = tuple((re.compile(pattern), rule) for pattern, rule in (*MOMENTS, THE_UNIT))
ANY = "(?:" + "|".join(_plain(p) for p, _ in MOMENTS) + ")"
ALONE = "(?:" + "|".join(_plain(p) for p, _ in (*DATES, *RELATIVE)) + ")"


def moment(words: str, view: View) -> When:
    """What a day, month, season or year in ``words`` means; open where they name none."""
    for pattern, rule in _COMPILED:
        if match := pattern.fullmatch(words):
            return rule(match, view)
    return OPEN


def _now(view: View) -> dt.date | None:
    return view.anchor.latest if view.anchor else None


def _of_moment(match: re.Match[str], view: View) -> When:
    return moment(match["x"], view)


def _part(match: re.Match[str], view: View) -> When:
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
    return cal.part(whole, which)


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


def _most_of(match: re.Match[str], view: View) -> When:
    """Of ``most of this year``: from its start to the end of the last full month."""
    whole, now = moment(match["x"], view), _now(view)
    if whole.earliest is None or whole.latest is None:
        return OPEN
    if now is None or whole.latest < now:
        return whole
    full = cal.month(now.year, now.month - 1)
    return cal.between(whole.earliest, full.latest if full.latest and full.latest > whole.earliest else now)


def _since(match: re.Match[str], view: View) -> When:
    start = _deep(match["x"], view._replace(future=False))
    return cal.between(start.earliest, _now(view)) if start.earliest else OPEN


def _until(match: re.Match[str], view: View) -> When:
    return cal.between(None, _deep(match["x"], view).latest)


def _before(match: re.Match[str], view: View) -> When:
    limit = _deep(match["x"], view).earliest
    return cal.between(None, limit - dt.timedelta(days=1)) if limit else OPEN


def _after(match: re.Match[str], view: View) -> When:
    limit = _deep(match["x"], view).latest
    return cal.between(limit + dt.timedelta(days=1), None) if limit else OPEN


def _from_to(match: re.Match[str], view: View) -> When:
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


def _days(match: re.Match[str], view: View) -> When:
    """Of ``October 7-9``, "7 to 9 October"."""
    year = f", {match['y']}" if match["y"] else ""
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


def _past(match: re.Match[str], view: View) -> When:
    """Of ``in the past two months``, "for a month and a half": both bounds, counted back from the anchor."""
    length, now = _length(match), _now(view)
    if length is None or now is None:
        return OPEN
    if view.future and match.groupdict().get("within"):
        return cal.between(now, cal.shift(now, *length))
    return cal.between(cal.shift(now, -length[0], length[1]), now)


def _coming(match: re.Match[str], view: View) -> When:
    length, now = _length(match), _now(view)
    return cal.between(now, cal.shift(now, *length)) if length and now else OPEN


def _recently(_: re.Match[str], view: View) -> When:
    """Of ``recently``, "in the last few days": up to the anchor, from an open start."""
    return cal.between(None, _now(view))


def _soon(_: re.Match[str], view: View) -> When:
    return cal.between(_now(view), None)


def _open(_: re.Match[str], __: View) -> When:
    return OPEN


def _so_far(match: re.Match[str], view: View) -> When:
    whole, now = moment(match["x"], view), _now(view)
    return cal.between(whole.earliest, now) if whole.earliest and now else OPEN


_X = "(?P<x>" + ANY + ")"
_X_ALONE = "(?P<x>" + ALONE + ")"
_THE_UNIT = r"(?i:the) (?i:year|month|week)\b"
_BEGIN = r"(?i:(?:at|in|toward|towards|near) )?(?i:the |its |their )?"
_PART = (
    r"(?P<part>(?i:very )?(?i:early|earlier|mid|middle|late|later|beginning|start|end))"
    r"(?i:-| (?:(?:of|in|on) )?(?:the month of )?)"
)
_DEEP = rf"(?:{_BEGIN}{_plain(_PART)}(?:{ANY}|{_THE_UNIT})|(?i:the )?{ANY})"
_COUNT = (
    r"(?P<count>(?i:half an?|(?:one|two|three) and a half|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|fifteen|eighteen|twenty|thirty|\d+))"
)
_UNIT = r"(?P<unit>(?i:hours?|days?|weeks?|months?|quarters?|years?|decades?))\b"
_UNITS = r"(?i:days|weeks|months|years|decades)\b"
_ABOUT = r"(?i:(?:more than|over|about|around|nearly|almost|roughly|some|at least|the) )?"
_FEW = r"(?i:few|several|couple of|some|many|recent)"

_TABLE: tuple[Rule, ...] = (
    (
        rf"(?i:(?:only )?(?:on|in|during|throughout|over|around|about|dated|late on|early on) )?{_X_ALONE}",
        _of_moment,
    ),
    (
        rf"(?i:in|of|during|throughout|for|from|around|about|as of|dated|at)(?i: the year| summer)? {_X}",
        _of_moment,
    ),
    (
        (
            r"(?i:the|a|an|its|their|his) (?P<x>(?:19|20)\d\d)(?= (?i:deal|contract|agreement|accord|order|pact|purchase|"
            r"sale|invasion|war|embargo|resolution|treaty)\b)"
        ),
        _of_moment,
    ),
    (rf"{_BEGIN}{_PART}(?P<x>{ANY}|{_THE_UNIT})", _part),
    (rf"(?i:(?:for|during|over|in) )?(?i:most|much|the bulk|nearly all|almost all|all) of {_X}", _most_of),
    (
        rf"(?i:(?:ever )?since|starting|beginning)(?i: (?:about|around|at least|in|on))? (?P<x>{_DEEP})",
        _since,
    ),
    (rf"(?i:from) (?P<x>{_DEEP}) (?i:on|onwards?|forward)\b", _since),
    (
        rf"(?i:until|till|up to|by|no later than|not later than|through)(?i: about| around| at least)? (?P<x>{_DEEP})",
        _until,
    ),
    (rf"(?i:before|prior to|ahead of) (?P<x>{_DEEP})", _before),
    (rf"(?i:after|following) (?P<x>{_DEEP})", _after),
    (rf"(?i:between) (?P<x>{_DEEP}) (?i:and) (?P<y>{_DEEP})", _from_to),
    (rf"(?i:from) (?P<x>{_DEEP}) ?(?i:to|through|until|till|[-\u2013\u2014]) ?(?P<y>{_DEEP})", _from_to),
    (
        rf"(?i:in )?(?P<x>{ALONE}|{_plain(MONTH)}) ?(?i:to|through|until|[-\u2013\u2014]) ?(?P<y>{ALONE}|{_plain(MONTH)})",
        _from_to,
    ),
    (
        (
            rf"(?i:(?:on|from|between) )?(?P<m>{_plain(MONTH)}) (?P<a>\d\d?) ?(?i:to|and|[-\u2013]) ?(?P<b>\d\d?)"
            r"(?:,? (?P<y>(?:19|20)\d\d))?(?![\d:]|[,.]\d)"
        ),
        _days,
    ),
    (
        (
            rf"(?i:(?:on|from|between) )?\b(?P<a>\d\d?) ?(?i:to|and|[-\u2013]) ?(?P<b>\d\d?) (?P<m>{_plain(MONTH)})"
            r"(?:,? (?P<y>(?:19|20)\d\d))?(?![\d:]|[,.]\d)"
        ),
        _days,
    ),
    (
        (
            rf"(?i:in|over|during|within|for|throughout) (?i:the |these )?(?i:past|last|previous|preceding) {_ABOUT}"
            rf"(?:{_COUNT} )?{_UNIT}(?P<half>(?i: and a half))?"
        ),
        _past,
    ),
    (
        rf"(?i:for|over|in the space of|in less than|in under) {_ABOUT}{_COUNT} {_UNIT}(?P<half>(?i: and a half))?",
        _past,
    ),
    (rf"(?P<within>(?i:within)) {_ABOUT}{_COUNT} {_UNIT}(?P<half>(?i: and a half))?", _past),
    (
        rf"(?i:(?:in|over|during|within|for|throughout) )?(?i:the )?(?i:next|coming|following) {_ABOUT}{_COUNT} {_UNIT}",
        _coming,
    ),
    (
        (
            rf"(?i:recently|lately|of late|(?:in |over |during |throughout )?(?:the |these )?recent {_UNITS}"
            rf"|(?:in|over|during|within|for) (?:the |these )?(?:past|last|previous) (?:{_FEW} )?{_UNITS}"
            rf"|(?:(?:a )?{_FEW} )?{_UNITS} ago)"
        ),
        _recently,
    ),
    (rf"(?i:(?:in|over|during|within) )(?i:the )?(?i:coming|next|following) (?:{_FEW} )?{_UNITS}", _soon),
    (
        rf"(?i:not long ago|long ago|soon|shortly|since then|some time ago|for (?:some time|(?:{_FEW} )?{_UNITS}))",
        _open,
    ),
    (rf"(?i:{_ABOUT}{_plain(_COUNT)} {_plain(_UNIT)} (?:after|before|earlier|later)\b)", _open),
    (rf"(?i:(?:{_FEW} )?{_UNITS} (?:after|before|earlier|later)\b)", _open),
    (rf"(?i:so far|thus far|to date) (?i:in |during )?{_X}|(?P<z>{ALONE}) (?i:so far|to date)\b", _so_far),
)
EXPRESSIONS = tuple((re.compile(rf"(?<!\w){pattern}(?!\w)"), rule) for pattern, rule in _TABLE)
"""All expressions of time that stand in running text, each with what it means."""


def _deep(words: str, view: View) -> When:
    """A moment or a part of one ("since early May")."""
    for form in (words, re.sub(r"^(?i:the) ", "", words)):
        if (when := moment(form, view)) != OPEN:
            return when
    for pattern, rule in EXPRESSIONS:
        if match := pattern.fullmatch(words):
            return rule(match, view)
    return OPEN
