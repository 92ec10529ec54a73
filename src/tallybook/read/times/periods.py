"""When, by the words of a text, did something happen?

Every expression of time in a text, with its EDTF form and its first and last day as seen from the day of the
report. What the words leave open stays open: "in recent weeks" has an end and no start.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from functools import lru_cache

from tallybook.model import Period, Span
from tallybook.read.text.openings import Patterns
from tallybook.read.times.calendar import OPEN, Anchor, When
from tallybook.read.times.dates import View
from tallybook.read.times.expressions import expressions
from tallybook.read.times.later import beside_last, from_last
from tallybook.read.times.stretches import ALONE, ANY

__all__ = ["Anchor", "When", "find_periods", "named_last", "names_day", "spans_of_time"]

Found = tuple[re.Match[str], Callable[[re.Match[str], View], When]]


def _approximate(words: str, edtf: str | None) -> str | None:
    """A date told to be about right carries the mark for it: "around 3 May" is ``2025-05-03~``."""
    if edtf is None or "/" in edtf or edtf.endswith("~") or not words.lower().startswith(_ABOUT):
        return edtf
    return f"{edtf}~"


_ABOUT = ("about ", "around ", "roughly ", "approximately ", "circa ", "some ")


def find_periods(
    text: str, offset: int, anchor: dt.date | Anchor | None, *, future: bool = False, before: When = OPEN
) -> tuple[Period, ...]:
    """Every expression of time in ``text``, in its order, none overlapping another.

    Args:
        text: a sentence or more; what stands earlier in it settles "that October" and "the same month".
        offset: where ``text`` starts in the report; spans are in the report's characters.
        anchor: the day of the report (or of the statement), an :class:`Anchor` where only a month or a year
            of it is known, ``None`` where nothing is.
        future: read weekdays, months and stretches forward ("to be delivered on Friday").
        before: what was named last before ``text``, for "since then" and "that year".
    """
    found: list[Period] = []
    view = View(Anchor.of(anchor), future, before)
    for match, rule in _expressions(text):
        when = rule(match, view)
        found.append(
            Period(
                text=match[0],
                span=Span(match.start() + offset, match.end() + offset),
                edtf=_approximate(match[0], when.edtf),
                earliest=when.earliest,
                latest=when.latest,
            )
        )
        if when.earliest and when.latest and rule not in (from_last, beside_last):
            # only a stretch with both ends is what "that month" goes back to, and no "a year before"
            view = view._replace(last=when)
        elif when.latest and match[0][:3].lower() == "by ":  # "by May 2023, and six more that year"
            view = view._replace(last=When(when.latest.isoformat(), when.latest, when.latest))
    return tuple(found)


def names_day(period: Period) -> bool:
    """Whether a period has a day, or names one of which the year or the week is not known: no "shortly"."""
    return period.has_day or any(c.isupper() or c.isdigit() for c in period.text[1:])


def spans_of_time(text: str) -> tuple[Span, ...]:
    """Where expressions of time stand in ``text``, whenever they mean."""
    return tuple(Span(*match.span()) for match, _ in _expressions(text))


def named_last(periods: tuple[Period, ...], before: When) -> When:
    """What a text that holds ``periods`` leaves as named last: one with both ends, else ``before``."""
    closed = [p for p in periods if p.earliest is not None and p.latest is not None]
    return When(closed[-1].edtf, closed[-1].earliest, closed[-1].latest) if closed else before


@lru_cache(maxsize=128)
def _expressions(text: str) -> tuple[Found, ...]:
    """Where expressions stand: the longest first, and none inside another. Asked again for the same words."""
    matches = sorted(_patterns().matches(text), key=lambda found: found[0].start() - found[0].end())
    taken: list[Found] = []
    for match, rule in matches:
        if all(match.end() <= other.start() or match.start() >= other.end() for other, _ in taken):
            taken.append((match, rule))
    return tuple(sorted(taken, key=lambda found: found[0].start()))


@lru_cache(maxsize=1)
def _patterns() -> Patterns[Callable[[re.Match[str], View], When]]:
    return Patterns(expressions(), (ANY, ALONE))
