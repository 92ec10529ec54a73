"""Which words a text consists of, where they stand, and which of them stand in quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_right

import msgspec

from tallybook.model import Span
from tallybook.reconcile.arrays import Mask, np

_WORD = re.compile(r"[^\W_]+(?:[.,](?=\d)\d+)*")
_OPENING = {"“": "”", "„": "”", "«": "»", '"': '"'}
_MARK = re.compile(r"[“”„«»\"\n]")
_LONGEST_QUOTATION = 1200
"""Characters after which an opening mark counts as stray: a page that lost its closing mark."""


class WordList(msgspec.Struct, frozen=True):
    """The words of a text, folded, with their offsets.

    Attributes:
        folded: lower case; "1,000" and "1000" are one word, apostrophes part words ("Russia", "s").
        spans: where each stands, in characters of the text.
    """

    folded: tuple[str, ...]
    spans: tuple[Span, ...]


def fold(word: str) -> str:
    """A word as it is compared: lower case, thousands separators taken out."""
    return word.casefold().replace(",", "")


def words_of(text: str, clutter: tuple[Span, ...] = ()) -> WordList:
    """The words of ``text`` in order, without those inside ``clutter``."""
    folded: list[str] = []
    spans: list[Span] = []
    for match in _WORD.finditer(text):
        start, end = match.span()
        if clutter and any(start < c.end and c.start < end for c in clutter):
            continue
        folded.append(fold(match.group()))
        spans.append(Span(start, end))
    return WordList(tuple(folded), tuple(spans))


def folded_words(text: str, clutter: tuple[Span, ...] = ()) -> list[str]:
    """The words of :func:`words_of` without their places: the fast way."""
    if clutter:
        return list(words_of(text, clutter).folded)
    words = _WORD.findall(text.casefold())
    return [word.replace(",", "") if "," in word else word for word in words]


def quoted_words(text: str, clutter: tuple[Span, ...] = ()) -> Mask:
    """For each word of :func:`words_of` whether it stands in quotation marks."""
    spans = [match.span() for match in _WORD.finditer(text)]
    if clutter:
        spans = [s for s in spans if not any(s[0] < c.end and c.start < s[1] for c in clutter)]
    starts = np.array([start for start, _ in spans], dtype=np.int64)
    ranges = quotations(text)
    if not ranges:
        return np.zeros(len(starts), dtype=bool)
    at = np.searchsorted([r.start for r in ranges], starts, side="right") - 1
    ends = np.array([r.end for r in ranges])
    return (at >= 0) & (starts < ends[np.maximum(at, 0)])


def quotations(text: str) -> tuple[Span, ...]:
    """The ranges of ``text`` between quotation marks, typographic or straight, marks left out.

    A new paragraph ends a quotation that was not closed, as papers do who open it again below.
    """
    found: list[Span] = []
    closing = ""
    start = -1
    for match in _MARK.finditer(text):
        at, mark = match.start(), match.group()
        if start >= 0 and at - start > _LONGEST_QUOTATION:
            start = -1
        if start < 0:
            if mark in _OPENING:
                closing, start = _OPENING[mark], at + 1
        elif mark in (closing, "\n"):
            if at > start:
                found.append(Span(start, at))
            start = -1
    return tuple(found)


def inside(spans: tuple[Span, ...], ranges: tuple[Span, ...]) -> list[bool]:
    """For each span whether it starts inside one of the sorted, disjoint ranges."""
    starts = [r.start for r in ranges]
    result = []
    for span in spans:
        at = bisect_right(starts, span.start) - 1
        result.append(at >= 0 and span.start < ranges[at].end)
    return result
