"""Where the words of a claim stand after the report was edited."""

from __future__ import annotations

import re
from bisect import bisect_right
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TypeVar

import msgspec

from tallybook.model import Claim, Goods, Party, Period, Quantity, Source, Span, Words

SAME_WORDS = 0.6
"""Share of a quote's words that must be left for its sentence to be the same one."""

LONGEST = 8_000
"""Words of two versions together that are compared word by word."""

_WORD = re.compile(r"\w+")

P = TypeVar("P", Party, Goods, Words, Quantity | None, Period | None)


def moved(claim: Claim, text: str) -> Claim | None:
    """The claim with its quotes at their places in another version of the report.

    ``None`` where the quote, word for word, is not in ``text``; where it stands more than once, the place
    nearest to the old one is taken. Words outside the quotes whose place is lost keep their text and lose
    their span; further mentions (``also``) that are gone are left out.
    """
    if claim.stands_in(text):
        return claim
    quote = _place(claim.quote, claim.quote_span, text)
    if quote is None:
        return None
    mentions = [
        (words, _place(words, span, text)) for words, span in zip(claim.also, claim.also_spans, strict=True)
    ]
    found = [(words, span) for words, span in mentions if span is not None]
    lost = _Mover(claim, text, quote)
    return msgspec.structs.replace(
        claim,
        quote_span=quote,
        also=tuple(words for words, _ in found),
        also_spans=tuple(span for _, span in found),
        parties=tuple(lost.part(party) for party in claim.parties),
        goods=tuple(lost.part(item) for item in claim.goods),
        quantity=lost.part(claim.quantity),
        time=lost.part(claim.time),
        said_on=lost.part(claim.said_on),
        source=lost.source(),
        hedges=tuple(hedge for hedge in map(lost.part, claim.hedges) if hedge.span is not None),
    )


def reworded(claim: Claim, before: str, text: str) -> Claim | None:
    """The claim on the words that took the place of its quote in another version of the report.

    To find it again by, not to be shown: its parts keep the places that they had.

    Args:
        claim: as it stood in the version before.
        before: the text of that version.
        text: the text of today.

    Returns:
        ``None`` where less than ``SAME_WORDS`` of the quote is left, or the texts are too long to compare.
    """
    old, new = _words(before), _words(text)
    first = bisect_right(old, (claim.quote_span.start, -1))
    last = bisect_right(old, (claim.quote_span.end - 1, len(before)))
    if not old[first:last] or len(old) + len(new) > LONGEST or not claim.stands_in(before):
        return None
    places = [
        there + at - here
        for here, there, size in _same_runs(before, text)
        for at in range(max(first, here), min(last, here + size))
    ]
    count = last - first
    if len(places) < SAME_WORDS * count or places[-1] - places[0] >= 2 * count:
        return None
    span = Span(new[places[0]][0], new[places[-1]][1])
    return msgspec.structs.replace(claim, quote=span.of(text), quote_span=span, also=(), also_spans=())


def _words(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in _WORD.finditer(text)]


@lru_cache(maxsize=2)
def _same_runs(before: str, text: str) -> tuple[tuple[int, int, int], ...]:
    """Runs of words that both versions have, in order: first word in either, and how many."""
    ones, twos = ([text_[a:b].casefold() for a, b in _words(text_)] for text_ in (before, text))
    matcher = SequenceMatcher(None, ones, twos, autojunk=False)
    return tuple((block.a, block.b, block.size) for block in matcher.get_matching_blocks())


class _Mover:
    """Moves the parts of one claim: with the quote where they stand in it, else each by its own words."""

    def __init__(self, claim: Claim, text: str, quote: Span) -> None:
        self._claim = claim
        self._text = text
        self._by = quote.start - claim.quote_span.start

    def part(self, part: P) -> P:
        """A part with ``text`` and ``span``, moved; anything without a span as it is."""
        if part is None or part.span is None or part.text is None:
            return part
        return msgspec.structs.replace(part, span=self._span(part.text, part.span))

    def source(self) -> Source | None:
        """The source, moved; its words may differ from its name, so they are looked up by place only."""
        source = self._claim.source
        if source is None or source.span is None:
            return source
        inside = self._claim.quote_span.contains(source.span)
        span = source.span.shifted(self._by) if inside else _place(source.name, source.span, self._text)
        return msgspec.structs.replace(source, span=span)

    def _span(self, words: str, span: Span) -> Span | None:
        if self._claim.quote_span.contains(span):
            return span.shifted(self._by)
        return _place(words, span, self._text)


def _place(words: str, near: Span, text: str) -> Span | None:
    before = text.rfind(words, 0, near.start + len(words))
    behind = text.find(words, near.start)
    places = [place for place in (before, behind) if place >= 0]
    if not places or not words:
        return None
    place = min(places, key=lambda start: abs(start - near.start))
    return Span(place, place + len(words))
