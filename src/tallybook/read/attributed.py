"""What an attribution of a report holds: source, cue, content, when it was said and on what evidence."""

from __future__ import annotations

from dataclasses import dataclass

from tallybook.model import Certainty, Evidence, Period, Source, Span, Words
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
        outer: the attribution whose content this one stands in.
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
    outer: Attributed | None = None


def source_of(attributed: tuple[Attributed, ...], span: Span) -> Attributed | None:
    """The innermost attribution that holds the clause at ``span``; ``None``: the outlet's own voice."""
    best: tuple[int, int, Attributed] | None = None
    for one in attributed:
        if not one.asserts:
            continue
        for rank, spans in ((0, one.content), (1, one.reach)):
            shared = sum(span.overlap(s) for s in spans)
            size = sum(s.length for s in spans)
            around = span.contains(one.cue.span) and shared * 3 >= span.length
            if not around and (shared * 2 < min(span.length, size) or shared * 4 < span.length):
                continue
            if best is None or (rank, size) < best[:2]:
                best = (rank, size, one)
            break
    if best is None:
        return None
    inside = (o for o in attributed if o.outer is best[2] and o.asserts and _overlap(o.content, span))
    return next(inside, best[2]) if best[2].relays else best[2]


def _overlap(spans: tuple[Span, ...], span: Span) -> int:
    return sum(span.overlap(s) for s in spans)
