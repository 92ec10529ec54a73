"""Which further sums go on with a flow that is told by its worth: "up from 2 million in 2022"?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from tallybook.model import Claim, Period, Span
from tallybook.read.claims.wording import ClaimWriter, Saying
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.clauses.scene import Scene
from tallybook.read.clauses.stages import Reading
from tallybook.read.mentions.quantities import QuantityMention
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_BEFORE_SUMS = frozenset({"to", "from", "against", "with", "than", "for", "and", "after", "or", "of", "at"})
_COMING_TO = words_of("verbs of coming to a sum")
_SUMMED = words_of("nouns for a sum of deliveries")
_POINTING = frozenset({"it", "they", "that", "this", "these", "those", "which"})
_AHEAD = 3
"""Tokens before a sum among which its preposition stands ("from some 2 million")."""

_BESIDE = 5
"""Tokens that may lie between a sum and its time."""


def further_sums(
    writer: ClaimWriter, event: Event, scene: Scene, claims: Sequence[Claim], *, told: bool
) -> Iterator[Claim]:
    """Claims of the flow told last that only give its worth at another time.

    Args:
        writer: writes the claims.
        event: the transfer told last.
        scene: the sentence to look into.
        claims: those of the report so far; the last one gives a worth.
        told: the sentence tells of a transfer itself; else its subject must be the worth told of before.
    """
    last = claims[-1]
    currency = last.quantity.unit if last.quantity is not None else None
    sums = [q for q in scene.quantities if q.what == "money" and q.quantity.unit == currency]
    known = [c.quantity.span for c in claims[-len(sums) - 1 :] if c.quantity is not None and c.quantity.span]
    own = next((q for q in sums if q.quantity.span in known), None)
    if not sums or (told and own is None) or (not told and _summing(scene) is None):
        return
    reading = Reading(last.stage or event.trigger.stage, ("another sum of what was told before",), (), None)
    for one in sums:
        period = _time_of(one, scene)
        if one.quantity.span in known or (told and (period is None or not _led(one, scene))):
            continue
        span = scene.span(one.first, one.last)
        if period is not None and period.span is not None and period.span.start >= span.end:
            span = Span(span.start, period.span.end)
        claim = writer.write(event, scene, span, (one, []), Saying(writer.telling.at(span), reading))
        goods = claim.goods or last.goods
        yield msgspec.structs.replace(claim, time=period, route=None, goods=goods)


def _summing(scene: Scene) -> Token | None:
    """The verb by which a sentence says what the sum before came to at another time."""
    for verb in scene.tokens:
        if verb.pos_ not in ("VERB", "AUX") or verb_lemma(verb) not in _COMING_TO:
            continue
        subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
        if any(t.lower_ in _POINTING or noun_lemma(t) in _SUMMED for t in subjects):
            return verb
    return None


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
