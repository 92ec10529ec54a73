"""How likely two claims tell of one transfer, or go back to one origin, all in all.

Two claims are weighed by all that they share and all in which they differ, what the rules (``matching``) say
of them among it, with weights fitted on annotated events (``bench/reconciling/fitting.py``): each trait adds
to the log odds, so a score can be taken apart into words. What can never be one is not weighed.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import msgspec

from tallybook import vocabulary
from tallybook.reconcile.agreeing import families_agree, one_flow
from tallybook.reconcile.clashes import clash_of, is_firm
from tallybook.reconcile.facts import Facts, Family
from tallybook.reconcile.likeliest import NEVER
from tallybook.reconcile.matching import ANOTHER_STAGE, FIRM, Match, Tie
from tallybook.reconcile.meeting import NEWS_DAYS
from tallybook.reconcile.origin_traits import origin_traits
from tallybook.reconcile.origins import Told, same_news
from tallybook.reconcile.traits import traits_of

ALWAYS = "always"
"""The trait that every pair has."""

_ONE = ("a ", "an ", "one ")
"""How the words for a single person without a name begin."""

_SHOWN = 3
"""Traits that a reason names."""

_ANY_STAGE = frozenset({Family.DENIAL, Family.PROSPECT})
"""What may be of any stage: a denial is of what it denies, a doubt of what it doubts."""


class Likeness(msgspec.Struct, frozen=True):
    """How likely two claims are of one transfer.

    Attributes:
        odds: the natural logarithm of the odds; 0 is an even chance, minus infinity what never is.
        traits: what holds of the two.
    """

    odds: float
    traits: frozenset[str] = frozenset()

    @property
    def reason(self) -> str:
        """What speaks most for their being one, in words."""
        weights = _weights()
        told = sorted((-weights.get(trait, 0.0), trait) for trait in self.traits)
        return ", ".join(trait for weight, trait in told[:_SHOWN] if weight < 0)


def weigh(one: Told, two: Told, found: Match, tie: Tie, origin: str | None) -> Likeness:
    """How likely two claims are one; arguments as in ``traits_of``.

    What can never be one is not weighed: another flow or stage, other goods, another fate. What rules bar for
    less (an occasion, a figure, months between the reports) counts as a trait like all others.
    """
    if _barred(one.facts, two.facts, found, one_origin=origin is not None):
        return Likeness(NEVER)
    traits = traits_of(one, two, found, tie, origin)
    return Likeness(_summed(traits, _weights()), traits)


def _barred(a: Facts, b: Facts, found: Match, *, one_origin: bool) -> bool:
    """Whether the two are of two transfers, however much they share."""
    if a.of_others or b.of_others or (not one_flow(a.flow, b.flow) and not found.joined):
        return True
    any_stage = a.family is not b.family and bool(_ANY_STAGE & {a.family, b.family})
    if found.veto in FIRM and not (found.veto == ANOTHER_STAGE and any_stage):
        return True
    return is_firm(clash_of(a, b, one_origin=one_origin))


def origin_odds(one: Told, two: Told, tie: Tie) -> float | None:
    """The log odds that two claims go back to one origin; ``None`` where one of them names no source."""
    if not (one.sourced and two.sourced):
        return None
    if _other_voices(one, two):
        return NEVER
    return _summed(origin_traits(one, two, tie), _origin_weights())


def _other_voices(one: Told, two: Told) -> bool:
    """Whether two sources are two, or speak on two occasions, however much they share."""
    s, t = one.facts.speaker, two.facts.speaker
    others = ((s.block, t.block), (s.body, t.body), (s.department, t.department))
    named = not (s.described or t.described)
    people = s.kind == t.kind == "person"
    if (people and s.key != t.key) or (named and any(x and y and x != y for x, y in others)):
        return True
    if "unnamed" in (s.kind, t.kind) and _nobody_known(one.facts, two.facts):
        return True
    slack = 0 if people and not _quoted_for_days(one, two) else NEWS_DAYS
    return not one.occasion.days.meets(two.occasion.days, slack)


def _quoted_for_days(one: Told, two: Told) -> bool:
    """Whether a person's word on one thing may be told for days: not of who speaks for others every day."""
    daily = one.facts.speaker.daily or two.facts.speaker.daily
    return not daily and same_news(one, two) and families_agree(one.facts, two.facts)


def _nobody_known(a: Facts, b: Facts) -> bool:
    """Whether nothing ties a source without a name to the other one: no outlet, or it is a single person."""
    if not {*a.via, *a.through} & {*b.via, *b.through}:
        return True
    singles = [(f.speaker.words or "").lower().startswith(_ONE) for f in (a, b)]
    return any(singles) and a.speaker.words != b.speaker.words


def _summed(traits: frozenset[str], weights: Mapping[str, float]) -> float:
    """The log odds of a pair with these traits, the same in whatever order they are added."""
    return weights[ALWAYS] + sum(sorted(weights.get(trait, 0.0) for trait in traits))


@lru_cache(maxsize=1)
def _origin_weights() -> dict[str, float]:
    return {trait.name: trait.weight for trait in vocabulary.load().origin_traits}


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    return {trait.name: trait.weight for trait in vocabulary.load().traits}
