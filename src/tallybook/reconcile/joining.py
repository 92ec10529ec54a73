"""Claims put together to transfers: the likeliest first, as long as all their claims together are likely one.

The pairs of two groups are weighed together: one likely pair does not outweigh many that are not, unless
rules match it well. Never across a direction nor against a person's judgement.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

from tallybook.reconcile.components import reached
from tallybook.reconcile.grouping import OPEN, Group, Link, Parts, fault_of
from tallybook.reconcile.likeliest import MANY, NEVER, Part, mean_of, pairs, put_together
from tallybook.reconcile.likeness import Likeness
from tallybook.reconcile.matching import WELL

_LIKELY = -0.2
"""Mean log odds above which claims are put together.

A little below even chance: a claim that is left out of its transfer hides a difference, and weights are
careful, as most pairs that they were fitted on are not one.
"""

_UNLIKELY = "all in all less likely one than not"

Weigh = Callable[[str, str], Likeness]
"""How likely two claims, given in order, are of one transfer."""


def join(parts: Parts, group: Group, weigh: Weigh) -> Parts:
    """Put claims together while they are likely one transfer.

    What rules match well, and what a person declared one, is one. What they match less well is likely by
    that, and stays apart where more speaks against it. Very many claims stay as the rules made them.

    Args:
        parts: transfers as the rules made them.
        group: their claims.
        weigh: see ``Weigh``.

    Returns:
        The parts, with the links that show why each stands together, and those that were not followed.
    """
    if len(group.flows) > MANY:
        return parts
    weigh = cache(weigh)
    links = [*parts.followed, *(link for link, _ in parts.refused)]
    open_ = [(link.a, link.b) for link, fault in parts.refused if fault == OPEN]

    def mean(one: Part, two: Part) -> float:
        if fault_of(one | two, group) or any(_across(pair, one, two) for pair in open_):
            return NEVER
        return mean_of(weigh(*pair).odds for pair in pairs(one, two))

    followed = [link for link in parts.followed if link.score >= WELL]
    whole = _held_by(followed, group)
    for one, two in put_together(whole, mean, _LIKELY):
        followed.append(_link(one, two, links, weigh))
        whole = (whole - {one, two}) | {one | two}
    faults = dict(parts.refused)
    apart = [link for link in links if not any({link.a, link.b} <= part for part in whole)]
    refused = tuple((link, faults.get(link, _UNLIKELY)) for link in apart)
    return Parts(tuple(sorted(tuple(sorted(part)) for part in whole)), tuple(followed), refused)


def _held_by(links: Iterable[Link], group: Group) -> set[Part]:
    """The claims of a group, those together that links hold."""
    beside: dict[str, set[str]] = {claim: set() for claim in group.flows}
    for link in links:
        beside[link.a].add(link.b)
        beside[link.b].add(link.a)
    return {reached(claim, beside.__getitem__) for claim in beside}


def _across(pair: tuple[str, str], one: Part, two: Part) -> bool:
    """Whether a pair lies across two groups."""
    a, b = pair
    return (a in one and b in two) or (a in two and b in one)


def _link(one: Part, two: Part, links: Iterable[Link], weigh: Weigh) -> Link:
    """What speaks most for two groups being one: what rules match, else the likeliest pair."""
    across = (link for link in links if _across((link.a, link.b), one, two))
    matched = max(across, key=lambda link: (link.score, link.a, link.b), default=None)
    if matched is not None:
        return matched
    a, b = max(pairs(one, two), key=lambda pair: (weigh(*pair).odds, pair))
    likeness = weigh(a, b)
    reason = f"all in all more likely one than not: {likeness.reason}"
    return Link(a=a, b=b, score=round(likeness.odds, 2), reason=reason)
