"""Which words at the head of a paragraph or on a line of their own only say where and when a report came out?

Datelines put place, agency, author and date in more orders than can be listed. What they have in
common is that hardly a word stands in small letters, and that a dash or a colon ends them.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tallybook.gather.dates import date_pattern, day_pattern, weekday_pattern
from tallybook.model import Span

_REACH = 110
"""Characters of a dateline, at most."""

_WORDS, _SMALL, _BESIDE = 9, 1, 5
"""Words beside the date: in a dateline, of these in small letters, on a line of its own."""

_MARK = re.compile(r"\s?(?:--+|[–—―])\s|\s-\s|:\s")
_APART = re.compile(r"[|·•/]|(?:,|–|—|-)\s*$")
_PREPOSITION = re.compile(
    r"(?:in|on|by|since|from|after|before|until|till|during|between|as|at)\b", re.IGNORECASE
)
_FINAL = re.compile(r"[.!?…:;][\"'”’»)\]]*$")


class Dated(NamedTuple):
    """What stands at ``span`` about the report, and its date or, without a year, its day."""

    span: Span
    words: str
    whole: bool


def dateline(text: str, line: Span) -> Dated | None:
    """The words with a date that open a paragraph and end in a dash or a colon, no part of a sentence."""
    end = min(line.end, line.start + _REACH)
    found = _date(text, line.start, end)
    if found is None or _PREPOSITION.match(text, line.start):
        return None
    mark = _MARK.search(text, found.span.end, end)
    if mark is None or text[mark.end() : mark.end() + 1].islower():
        return None
    beside = _beside(text[line.start : mark.start()], found.words)
    small = sum(word[0].islower() for word in beside)
    if not 0 < len(beside) <= _WORDS or small > _SMALL * (":" not in mark.group()):
        return None
    return found._replace(span=Span(line.start, mark.end()))


def stamp(text: str, line: Span, marks: re.Pattern[str]) -> Dated | None:
    """The day without a year on a short line that holds little else; ``marks`` are words of such lines."""
    words = line.of(text)
    if line.length > _REACH or _FINAL.search(words):
        return None
    found = _date(text, line.start, line.end)
    if found is None or found.whole:
        return None
    before, rest = text[line.start : found.span.start], _beside(words, found.words)
    apart = not before.strip() or _APART.search(words if "|" in words or "·" in words else before)
    if len(rest) > _BESIDE or not (apart or marks.search(words)):
        return None
    return found._replace(span=line)


def _date(text: str, start: int, end: int) -> Dated | None:
    """The first date with a year, else the first day without one, with its weekday."""
    for pattern, whole in ((date_pattern(), True), (day_pattern(), False)):
        match = re.compile(rf"(?<!\w)(?:{weekday_pattern()},?\s)?{pattern}(?!\w)").search(text, start, end)
        if match is not None:
            return Dated(Span(*match.span()), match.group(), whole)
    return None


def _beside(words: str, date: str) -> list[str]:
    """The words beside a date that are no time of day and no number."""
    return [w for w in re.findall(r"\w[\w.'’&-]*", words.replace(date, " ")) if not w[0].isdigit()]
