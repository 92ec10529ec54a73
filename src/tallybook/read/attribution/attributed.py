"""What an attribution of a report holds: source, cue, content, when it was said and on what evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from tallybook.model import Certainty, Evidence, Period, Source, Span, Words
from tallybook.read.text.placed import Placed
from tallybook.vocabulary.cues import Act


@dataclass(frozen=True, eq=False)
class Attributed:
    """One attribution of a report.

    Attributes:
        source: who says it, with its cue and the outlets that relay it, nearest the source first.
        content: what is said.
        reach: the rest of a sentence whose reporting words stand beside it; said by the same source unless
            another attribution holds it.
        cue: the reporting words in one piece of text and where the first of them stands.
        act: the attitude; ``certainty`` what the cue commits to, before hedges inside the content.
        asserts: whether the source says that the content is so; who praises or condemns a thing need not.
        negated: the cue itself is denied ("did not say that").
        said_on: when it was said, as worded.
        evidence: what the source points to; ``evidence_words`` its words.
        relays: whether the source is an outlet, so that a source inside it goes before it.
        leaked: whether it is papers that an outlet got to see, and nobody's own statement.
        hears: whether the source only got to know it, and vouches for nothing ("parliament heard that").
        outer: the attribution whose content this one stands in.
        alleger: whose charge it is that the source denies: "X rejected Y's claim that".
    """

    source: Source
    content: tuple[Span, ...]
    reach: tuple[Span, ...]
    cue: Words
    act: Act
    certainty: Certainty
    asserts: bool = True
    negated: bool = False
    said_on: Period | None = None
    evidence: Evidence | None = None
    evidence_words: Words | None = None
    relays: bool = False
    leaked: bool = False
    hears: bool = False
    outer: Attributed | None = None
    alleger: Source | None = None

    @cached_property
    def start(self) -> int:
        """Where the first of content and reach starts."""
        return min((s.start for s in (*self.content, *self.reach)), default=0)

    @cached_property
    def end(self) -> int:
        """Where the last of content and reach ends."""
        return max((s.end for s in (*self.content, *self.reach)), default=0)


def by_place(attributed: tuple[Attributed, ...]) -> Placed[Attributed]:
    """Attributions by where their contents and what they reach stand."""
    return Placed((Span(one.start, one.end), one) for one in attributed)


def source_of(attributed: Sequence[Attributed], span: Span) -> Attributed | None:
    """The innermost attribution that holds the clause at ``span``; ``None``: the outlet's own voice."""
    ranks = [(_rank(one, span), one) for one in attributed if one.asserts]
    held = [(rank, one) for rank, one in ranks if rank is not None]
    if not held:
        return None
    best = min(held, key=lambda found: found[0])[1]
    if best.act == "judgement" and best.certainty is Certainty.STATED and best.outer is not None:
        return best.outer  # "X reports that the sale was approved by Y"
    inside = (o for o in attributed if o.outer is best and o.asserts and _overlap(o.content, span))
    return next(inside, best) if best.relays else best


_OPENING = 5
"""Characters before a source's name in a clause that it opens ("The ")."""


def _rank(one: Attributed, span: Span) -> tuple[int, int] | None:
    """How well an attribution holds a clause: lower is better, ``None`` not at all.

    First those whose content is half of the clause, or which the clause itself tells ("X denied Y"); then
    those whose cue stands in it; then those that it shares much with; last those that only reach it (no
    denial reaches: "..., which X denies"). Of equals the smaller one.
    """
    if span.length and not (one.start < span.end and span.start < one.end):
        return None
    shared = _overlap(one.content, span)
    size = sum(s.length for s in one.content)
    named = one.source.span
    opens = named is not None and abs(named.start - span.start) <= _OPENING and span.contains(one.cue.span)
    if shared * 2 >= span.length or (opens and shared * 4 >= span.length):
        return (0, size)
    if shared * 3 >= span.length and span.contains(one.cue.span):
        return (1, size)
    if shared * 2 >= min(span.length, size) and shared * 4 >= span.length:
        return (2, size)
    if one.certainty is not Certainty.DENIED and _overlap(one.reach, span) * 2 >= span.length:
        return (3, sum(s.length for s in one.reach))
    return None


def _overlap(spans: tuple[Span, ...], span: Span) -> int:
    return sum(span.overlap(s) for s in spans)
