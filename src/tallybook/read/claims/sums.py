"""Which further sums go on with a flow that is told by its worth: "up from 2 million in 2022"?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from tallybook.model import Claim, Period, Span
from tallybook.read.claims.wording import ClaimWriter, Saying
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.scene import Scene
from tallybook.read.clauses.stages import Reading
from tallybook.read.mentions.quantities import QuantityMention

_BEFORE_SUMS = frozenset({"to", "from", "against", "with", "than", "for", "and", "after", "or", "of", "at"})
_AHEAD = 3
"""Tokens before a sum among which its preposition stands ("from some 2 million")."""

_BESIDE = 5
"""Tokens that may lie between a sum and its time."""


def further_sums(writer: ClaimWriter, event: Event, scene: Scene, claims: Sequence[Claim]) -> Iterator[Claim]:
    """Claims of the flow told last that only give its worth at another time.

    Args:
        writer: writes the claims.
        event: the transfer told last.
        scene: the sentence, which tells of that transfer itself.
        claims: those of the report so far; the last one gives a worth.
    """
    last = claims[-1]
    currency = last.quantity.unit if last.quantity is not None else None
    sums = [q for q in scene.quantities if q.what == "money" and q.quantity.unit == currency]
    known = [c.quantity.span for c in claims[-len(sums) - 1 :] if c.quantity is not None and c.quantity.span]
    own = next((q for q in sums if q.quantity.span in known), None)
    if own is None:
        return
    reading = Reading(last.stage or event.trigger.stage, ("another sum of what was told before",), (), None)
    for one in sums:
        period = _time_of(one, scene)
        if one.quantity.span in known or period is None or not _led(one, scene):
            continue
        span = scene.span(one.first, one.last)
        if period.span is not None and period.span.start >= span.end:
            span = Span(span.start, period.span.end)
        claim = writer.write(event, scene, span, (one, []), Saying(writer.telling.at(span), reading))
        goods = claim.goods or last.goods
        yield msgspec.structs.replace(claim, time=period, route=None, goods=goods)


def _led(one: QuantityMention, scene: Scene) -> bool:
    """Whether a word before a sum sets it beside another one: "up from", "compared with", "and for"."""
    return any(t.lower_ in _BEFORE_SUMS for t in scene.doc[max(0, one.first - _AHEAD) : one.first])


def _time_of(one: QuantityMention, scene: Scene) -> Period | None:
    """The period right behind a sum, or else the one told last before it."""
    before: Period | None = None
    for period in scene.periods:
        tokens = scene.token_range(period.span) if period.span is not None else None
        if tokens is None:
            continue
        if 0 <= tokens[0] - one.last <= _BESIDE and not _sum_between(one, tokens[0], scene):
            return period
        between = any(tokens[1] <= q.first < one.first for q in scene.quantities)
        before = period if tokens[1] <= one.first and not between else before
    return before


def _sum_between(one: QuantityMention, at: int, scene: Scene) -> bool:
    return any(one.last <= q.first < at for q in scene.quantities)
