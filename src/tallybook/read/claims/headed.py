"""Who says what a headline tells for short: whoever the first sentence below it names?"""

from __future__ import annotations

import msgspec

from tallybook.model import Certainty, Claim, Source
from tallybook.read.attribution.attributed import Attributed, source_of
from tallybook.read.claims.merging import HEADLINE
from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.scene import Scene

_LEADS = 2
"""Sentences below a headline that may tell it again."""

_SENTENCE = 60
"""Characters from which on a line is a sentence and no name of a writer or a place."""

_STEM = 4
"""Letters that two names of one speaker share at least: "Libya", "the Libyan government"."""


def with_lead_source(
    claims: tuple[Claim, ...], attributed: tuple[Attributed, ...], scenes: tuple[Scene, ...]
) -> tuple[Claim, ...]:
    """The claims, those of the headline with the source that the lead gives for the same transfer.

    A headline leaves out who says so, or says it in fewer words; only a source of its own stays.
    """
    if not any(HEADLINE in c.why for c in claims):
        return claims
    below = [s for s in scenes if s.sentence.kind == "body" and s.sentence.span.length >= _SENTENCE]
    told = [(s, who) for s in below[:_LEADS] if (who := _whole(s, attributed)) is not None]
    if not told:
        return claims
    return tuple(
        _sourced(c, told) if HEADLINE in c.why and c.quote_span.end <= below[0].sentence.span.start else c
        for c in claims
    )


def _whole(scene: Scene, attributed: tuple[Attributed, ...]) -> Attributed | None:
    """Who says a sentence as a whole, in words of its own."""
    span = scene.sentence.span
    mostly = [a for a in attributed if sum(s.overlap(span) for s in a.content) * 3 >= span.length]
    found = source_of(mostly, span)
    return found if found is not None and span.contains(found.cue.span) else None


def _sourced(claim: Claim, told: list[tuple[Scene, Attributed]]) -> Claim:
    for scene, who in told:
        if _same_transfer(claim, scene) and _may_say(claim, who) and _gives_way(claim.source, who.source):
            why = (*claim.why, "source from the lead below")
            return msgspec.structs.replace(claim, source=who.source, why=why)
    return claim


def _same_transfer(claim: Claim, scene: Scene) -> bool:
    """Whether a sentence names both ends of a claim, or one of them and such goods."""
    named = {end_point(a) for a in scene.actors}
    ends = {claim.supplier, claim.recipient} - {None}
    kinds = {g.goods.category for g in scene.goods} & {g.category for g in claim.goods}
    met = len(ends & named)
    return met == len(ends) > 1 or (met > 0 and bool(kinds))


def _may_say(claim: Claim, who: Attributed) -> bool:
    """Whether who speaks below bears out what the headline tells: a denial only its own."""
    return (who.certainty is Certainty.DENIED) == claim.negated or who.certainty is not Certainty.DENIED


def _gives_way(own: Source | None, other: Source) -> bool:
    """Whether a headline names nobody, or in fewer words the same speaker."""
    if own is None or own.cue is None:
        return True
    return bool(_stems(own.name) & _stems(other.name))


def _stems(name: str) -> set[str]:
    words = name.replace("-", " ").split()
    return {w[:_STEM].lower() for w in words if w[:1].isupper() and len(w) >= _STEM}
