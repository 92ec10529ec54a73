"""Which claims does each sentence of a report tell, and tell again, and is it on one flow alone?"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from tallybook.model import Claim
from tallybook.read.clauses.scene import Scene

_SHORT = 14
"""Sentences of a short report at most."""


def is_short_on_one_flow(claims: Sequence[Claim], scenes: Sequence[Scene]) -> bool:
    """Whether a report is so short, and tells of one flow alone, that all of it may go on about that."""
    return len(scenes) <= _SHORT and len({claim.flow for claim in claims}) == 1


def claims_by_sentence(claims: Sequence[Claim], scenes: Sequence[Scene]) -> dict[int, list[int]]:
    """The number of each sentence that holds words of claims, with the places of those in ``claims``."""
    starts = [scene.sentence.span.start for scene in scenes]
    found: dict[int, list[int]] = {}
    for place, claim in enumerate(claims):
        for span in (claim.quote_span, *claim.also_spans):
            at = bisect_right(starts, span.start) - 1
            told = found.setdefault(scenes[at].number, []) if at >= 0 else []
            if place not in told:
                told.append(place)
    return found
