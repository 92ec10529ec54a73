"""On which day was an event that a report dates itself: "the visit", told of as "from 3 to 6 May"?

"The president was toppled on 26 July 2021. ... the day after the coup": the report says on which day that is.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping

from tallybook.model import Period, Span
from tallybook.read.text.numbers import count_of
from tallybook.read.times import calendar as cal
from tallybook.read.times.calendar import OPEN, When
from tallybook.vocabulary.wordlists import words_of

Told = Mapping[str, When]
"""What a report tells of as having happened, by its kind, with its days."""

_LONGEST = dt.timedelta(days=31)
_SHORT = dt.timedelta(days=10)
"""How long an event may be from which days are counted."""

_NEAR = 60
"""Characters between a noun and its day, at most."""

_KINDS = {
    "coup": ("names of a seizure of power", "words that tell of a seizure of power"),
    "invasion": ("names of an invasion", "words that tell of an invasion"),
    "war": ("names of a war", "words that tell of a war's outbreak"),
    "truce": ("names of a truce", None),
    "visit": ("names of a visit", "words that tell of a visit"),
    "meeting": ("names of a meeting", "words that tell of a meeting"),
    "vote": ("names of a vote", "words that tell of a vote"),
    "quake": ("names of a disaster", None),
    "show": ("names of a show", None),
}
_BY_VERB_ALONE = frozenset({"war"})
"""What goes on for long: a day beside its name is not that on which it began."""


def _any(name: str) -> str:
    return "(?:" + "|".join(sorted(map(re.escape, words_of(name)), key=len, reverse=True)) + ")"


_NOUNS = {kind: re.compile(rf"\b{_any(nouns)}\b", re.I) for kind, (nouns, _) in _KINDS.items()}
_VERBS = {kind: re.compile(rf"\b{_any(verbs)}\b", re.I) for kind, (_, verbs) in _KINDS.items() if verbs}
_BETWEEN = re.compile(
    r",? ?(?:(?:[A-Z][\w\u2019'-]*|in|at|to|of|on|from|the|was|were|had|been|is|took place|held|began|begun"
    r"|began|started|opened|broke|out|erupted|came|happened|occurred|struck|hit|took|effect|entered|into|force|fell|a"
    r"|ended|set|lasted|ran|against|between|with|and),? ?)*"
)
"""What may stand between an event and its day."""

_ANY = "|".join(f"(?P<{kind}>{pattern.pattern})" for kind, pattern in _NOUNS.items())
_THE = r"(?:the|that|this|its|his|her|their|[A-Z][\w-]+['\u2019]s) (?:[\w\u2019'-]+ ){0,2}?"
_COUNT = r"(?P<count>(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|\d+))"
_SIDE = r"(?P<side>after|following|before|ahead of|until|since|prior to)"
_SOON = r"(?:shortly |just |soon |immediately |(?:a few )?(?:days|weeks|hours) )?"
_REFERRING = re.compile(
    rf"\b(?:(?:in the course of|on the sidelines of|during|throughout|at|on|over) (?:(?P<day>the day|the eve"
    rf"|the (?:first|last|final) day) of )?|(?:(?:(?:in|during|over|within|on) )?the (?P<one>day|week|month) "
    rf"|{_COUNT} (?P<unit>days?|weeks?|months?) |{_SOON})"
    rf"{_SIDE} ){_THE}(?:{_ANY})(?! (?:in|of|on|at) (?:\d|[A-Z]|last|this|early|mid|late))(?![-\u2019'])",
    re.I,
)


def told_days(text: str, offset: int, periods: Iterable[Period]) -> dict[str, When]:
    """The events of which a sentence tells the days.

    Args:
        text: the sentence.
        offset: where it starts in the report.
        periods: its expressions of time.
    """
    near = [(p.span, When(p.edtf, p.earliest, p.latest)) for p in periods if p.span and _is_near(p)]
    found: dict[str, When] = {}
    for span, when in near:
        day = (span.start - offset, span.end - offset)
        for kind, noun in _NOUNS.items():
            named = kind not in _BY_VERB_ALONE and noun.finditer(text)
            if named and any(_beside(text, match.span(), day) for match in named):
                found[kind] = when
    if len(near) == 1:
        only = near[0][1]
        found |= {kind: only for kind, verb in _VERBS.items() if kind not in found and verb.search(text)}
    return found


def _is_near(period: Period) -> bool:
    first, last = period.earliest, period.latest
    return first is not None and last is not None and last - first <= _LONGEST


def _beside(text: str, noun: tuple[int, int], day: tuple[int, int]) -> bool:
    """Whether only words that lead from one to the other stand between an event and a day."""
    if noun[1] <= day[0] <= noun[1] + _NEAR:
        return bool(_BETWEEN.fullmatch(text[noun[1] : day[0]].strip()))
    between = text[day[1] : noun[0]]
    return 0 <= noun[0] - day[1] <= _NEAR and bool(re.fullmatch(r" (?:[\w-]+ ){0,2}", between))


def without_doubt(told: Iterable[Told]) -> dict[str, When]:
    """The events of a report that its sentences date alike, each with its days."""
    found: dict[str, set[When]] = {}
    for one in told:
        for kind, when in one.items():
            found.setdefault(kind, set()).add(when)
    return {kind: next(iter(days)) for kind, days in found.items() if len(days) == 1}


def seen_from(text: str, offset: int, periods: tuple[Period, ...], told: Told) -> tuple[Period, ...]:
    """The expressions of time of a sentence with those that count from an event that the report dates.

    Args:
        text: the sentence.
        offset: where it starts in the report.
        periods: what was found in it; those without bounds give way.
        told: from :func:`without_doubt`.
    """
    if not told:
        return periods
    kept = list(periods)
    for match in _REFERRING.finditer(text):
        kind = next(name for name in _KINDS if match[name])
        when = _counted(match, told[kind]) if kind in told else OPEN
        span = Span(match.start() + offset, match.end() + offset)
        over = [p for p in kept if p.span is not None and p.span.overlap(span)]
        if when == OPEN or any(p.has_day for p in over):
            continue
        kept = [p for p in kept if p not in over]
        kept.append(
            Period(text=match[0], span=span, edtf=when.edtf, earliest=when.earliest, latest=when.latest)
        )
    return tuple(sorted(kept, key=lambda p: p.span or Span(0, 0)))


def _counted(match: re.Match[str], event: When) -> When:
    """The days that are told by those of an event: "a week after the coup", "on the eve of the visit"."""
    first, last = event.earliest, event.latest
    if first is None or last is None:
        return OPEN
    if match["side"] is None:
        return _within(match["day"], event, first, last)
    after = match["side"].lower() in ("after", "following", "since")
    one, unit = (match["one"] or "").lower(), (match["unit"] or "").lower().removesuffix("s")
    count = count_of(match["count"].lower()) if match["count"] else None
    if last - first > _SHORT and (one or count is not None):
        return OPEN
    if one:
        point = cal.shift(last, 1, one) if after else cal.shift(first, -1, one)
        if one == "day":
            return cal.day(point)
        return cal.between(last, point) if after else cal.between(point, first)
    if count is None:
        return cal.between(last, None) if after else cal.between(None, first)
    point = cal.shift(last, count, unit) if after else cal.shift(first, -count, unit)
    return cal.day(point) if unit != "month" else cal.month(point.year, point.month)


def _within(day: str | None, event: When, first: dt.date, last: dt.date) -> When:
    if day is None:
        return event
    words = day.lower()
    if "eve" in words:
        return cal.day(cal.shift(first, -1, "day"))
    return cal.day(last if "last" in words or "final" in words else first)
